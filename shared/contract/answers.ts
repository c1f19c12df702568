// Shapes of what the endpoints answer: for OpenAPI, and for tests that hold every answer against them.
import * as z from 'zod'
import { roles } from '../definition/role.ts'
import { importPlan } from './bodies.ts'
import { policyAnswers } from './policyAnswers.ts'
import { reviewAnswers } from './reviewAnswers.ts'
import { rightsAnswers } from './rightsAnswers.ts'

const text = z.string()
const count = z.int().min(0)
const moment = z.iso.datetime()
const value = z.union([z.string(), z.number(), z.boolean(), z.null()])
const values = z.record(z.string(), value)
const words = z.strictObject({ 'zh-Hans': text, 'zh-Hant': text, en: text })
const params = z.record(z.string(), z.union([z.string(), z.number()]))
const point = z.strictObject({ csn: count, h: z.string().regex(/^[0-9a-f]{32}$/) })
const columnType = z.enum([
  'text',
  'code',
  'choice',
  'list',
  'money',
  'integer',
  'percent',
  'date',
  'deadline',
  'boolean',
])

/** Findings travel whole; their codes have words in the client. */
export const finding = z.looseObject({
  code: text,
  severity: z.enum(['error', 'warning', 'hint']),
  location: z.looseObject({}),
  params,
})
const findings = z.array(finding)
const grant = z.strictObject({
  role: z.enum(roles),
  unitId: text,
  unitName: text,
  kinds: z.array(text),
  department: text.nullable(),
  from: text.nullable(),
  to: text.nullable(),
  delegatedBy: text.optional(),
})
const unit = z.strictObject({ id: text, name: text, kind: z.enum(['primary', 'county']), parentId: text.nullable() })
const user = z.strictObject({
  id: text,
  name: text,
  displayName: text,
  grants: z.array(grant),
  disabled: z.boolean().optional(),
  elsewhere: z.boolean().optional(),
  administers: z.enum(['server', 'units']).optional(),
})
const storedRecord = z.looseObject({ id: z.uuid(), p: text, rv: text, state: text, values })
const total = z.strictObject({ p: text, column: text, before: z.number(), after: z.number() })
const counts = z.strictObject({
  created: count,
  updated: count,
  deleted: count,
  merged: count,
  noop: count,
  conflicts: count,
  rejected: count,
  skipped: count,
})
const opResult = z.looseObject({
  g: count,
  i: count,
  s: z.enum(['applied', 'merged', 'noop', 'conflict', 'rejected', 'skipped']),
})
const pushResult = z.strictObject({
  pushId: text,
  replay: z.boolean(),
  point: point.nullable(),
  head: point,
  results: z.array(opResult),
  counts,
  totals: z.array(total),
  findings,
  at: moment,
  receipt: text,
  seal: text,
})
const pushReport = z.strictObject({
  result: pushResult,
  totals: z.array(total),
  problems: z.array(opResult),
  sheets: z.array(z.looseObject({ p: text })).optional(),
  stale: z.array(z.strictObject({ id: text, column: text.nullable() })).optional(),
  unconfirmed: z.array(text).optional(),
})
const preview = z.strictObject({
  counts: z.record(z.string(), count),
  totals: z.array(z.looseObject({ column: text, label: text, computed: z.number() })),
  sums: z.array(z.looseObject({ index: count, sum: text })),
  rows: z.array(z.strictObject({ row: count, values })),
  findings,
  findingCount: count,
  fixGroups: z.array(
    z.strictObject({
      code: text,
      severity: z.enum(['error', 'warning', 'hint']),
      column: text.nullable(),
      count,
      findings: z.array(count),
      rows: z.array(z.array(count)),
    }),
  ),
  groupCount: count,
})
const importTable = z.strictObject({
  sheetName: text,
  tableIndex: count,
  table: z.looseObject({ headerRows: z.array(count), columns: z.array(z.looseObject({ index: count, header: text })) }),
  guess: z.strictObject({ kind: text, confidence: z.number(), reasons: z.array(text) }).nullable(),
  plan: importPlan.nullable(),
  preview: preview.nullable(),
  picture: z.strictObject({ top: count, left: count, rows: z.array(z.array(text)), cut: z.boolean() }),
})
const sheetPreview = z.looseObject({
  p: text,
  sheetName: text,
  counts: z.strictObject({ added: count, changed: count, deleted: count, unchanged: count }),
  mine: z.array(z.looseObject({ change: z.enum(['add', 'edit', 'remove']), id: text })),
  theirs: z.array(z.looseObject({ change: z.enum(['add', 'edit', 'remove']), id: text })),
  conflicts: z.array(z.looseObject({ kind: z.enum(['field', 'row']), id: text })),
  totals: z.array(total),
  findings,
})
const undoLine = z.looseObject({
  id: text,
  p: text,
  label: text,
  fields: z.array(text),
  values: z.record(z.string(), z.looseObject({})).optional(),
  whole: z.enum(['delete', 'restore']).optional(),
})

export const answers = {
  ...policyAnswers,
  ...reviewAnswers,
  ...rightsAnswers,
  Health: z.strictObject({ ok: z.boolean() }),
  OpenApi: z.looseObject({ openapi: text }),
  Hello: z.strictObject({
    api: z.strictObject({ min: count, max: count }),
    schema: z.record(z.string(), z.strictObject({ min: count, max: count })),
    policyVersion: count,
    server: text,
    epoch: text,
    head: point,
    limits: z.strictObject({ maxOps: count, maxPushBytes: count, maxFileBytes: count }),
    serverTime: moment,
  }),
  SetupStatus: z.strictObject({ initialised: z.boolean() }),
  SessionInfo: z.strictObject({ token: text.optional(), expiresAt: moment, user }),
  'OpenSession[]': z.array(
    z.strictObject({ id: text, createdAt: moment, lastSeenAt: moment, agent: text, current: z.boolean() }),
  ),
  UnitInfo: unit,
  'UnitInfo[]': z.array(unit),
  UserInfo: user,
  'UserInfo[]': z.array(user),
  'KindInfo[]': z.array(
    z.strictObject({
      kind: text,
      version: count,
      title: words,
      description: words,
      naturalKey: z.array(text),
      columns: z.array(
        z.strictObject({ key: text, type: columnType, label: words, required: z.boolean(), merge: text }),
      ),
    }),
  ),
  'ReportInfo[]': z.array(z.strictObject({ report: text, title: words, description: words, kinds: z.array(text) })),
  ReportTable: z.strictObject({
    report: text,
    unitId: text,
    unitName: text,
    year: z.int(),
    rows: z.array(values),
  }),
  'PartitionInfo[]': z.array(
    z.strictObject({
      p: text,
      kind: text,
      unitId: text,
      unitName: text,
      year: z.int(),
      rows: count,
      totals: z.array(z.strictObject({ column: text, fen: z.number() })),
      lines: z.array(z.strictObject({ key: text, fen: z.number() })).optional(),
      lastChange: z.strictObject({ csn: count, at: text, by: text }).nullable(),
      may: z.array(text),
      findings: z.strictObject({ errors: count, warnings: count, hints: count }),
    }),
  ),
  RecordList: z.strictObject({
    p: text,
    point,
    rows: z.array(z.strictObject({ id: z.uuid(), rv: text, state: text, values })),
    events: z.array(z.strictObject({ record: z.uuid(), event: text, times: z.int().min(1) })),
    findings,
  }),
  'HistoryEntry[]': z.array(
    z.looseObject({
      csn: count,
      at: text,
      by: text,
      kind: z.enum(['create', 'update', 'delete', 'transition', 'reveal']),
      field: text.nullable(),
      pushId: text,
      receipt: text,
    }),
  ),
  Head: z.strictObject({ head: point }),
  Vouched: z.strictObject({ pushIds: z.array(text) }),
  PushResult: pushResult,
  'PushSummary[]': z.array(
    z.strictObject({
      pushId: text,
      sheets: z.array(text),
      receipt: text,
      at: text,
      by: text,
      source: z.enum(['push', 'import', 'workbook', 'undo', 'step']),
      fileName: text.nullable(),
      counts,
      undone: z.boolean(),
    }),
  ),
  UndoReport: z.strictObject({
    result: pushResult.nullable(),
    restored: z.array(undoLine),
    kept: z.array(undoLine),
    refused: z.array(undoLine),
  }),
  ImportAnalysis: z.strictObject({
    importId: text,
    file: z.strictObject({ name: text, bytes: count, container: text }),
    carriesBase: z.boolean(),
    tables: z.array(importTable),
    findings,
  }),
  ImportTable: importTable,
  PushReport: pushReport,
  WorkbookPreview: z.strictObject({
    uploadId: text,
    fileName: text,
    sheets: z.array(sheetPreview),
    dropped: z
      .array(z.strictObject({ p: text, sheetName: text, leaving: count, unsent: z.array(z.looseObject({ id: text })) }))
      .optional(),
    findings,
  }),
  ChainReport: z.strictObject({ intact: z.boolean(), links: count, brokenAt: count.nullable(), head: point }),
  Problem: z.strictObject({
    type: text,
    title: text,
    status: z.int().min(400).max(599),
    detail: text,
    code: text,
    requestId: text,
    findings: findings.optional(),
  }),
  /** Stored records as a pull's lines carry them; the stream itself is described in words. */
  StoredRecord: storedRecord,
} as const

/** Shapes inside others that have a name of their own in the OpenAPI document. */
export const parts = {
  Finding: finding,
  Point: point,
  GrantInfo: grant,
  PushCounts: counts,
  OpResult: opResult,
  ControlTotal: total,
  ImportPreview: preview,
  ImportPlan: importPlan,
  SheetPreview: sheetPreview,
} as const

export type AnswerName = keyof typeof answers
