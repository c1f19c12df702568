// Shapes of what the very-hidden sheet holds, checked by hand: people may change a workbook, so nothing in it is believed.
import { parsePartitionId } from '../../definition/sheet.ts'
import type { Ancestor, JournalEntry, WorkbookState } from './base.ts'
import { isRevision } from '../contentHash.ts'
import { isPushId, isRecordId } from '../newId.ts'
import type { Group, Op, Point, PushCounts, PushEnvelope, PushId, RecordRevision } from '../record.ts'
import type { RecordId, Value, Values } from '../../kernel/value.ts'
import type { TableBinding } from '../../workbook/port.ts'

/** Something in the sheet has not the shape it was written with. */
export class ShapeError extends Error {}

function fail(what: string): never {
  throw new ShapeError(what)
}

type Fields = Readonly<Record<string, unknown>>

export function toObject(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : fail('object')
}
export function toArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : fail('array')
}
export function toList<T>(value: unknown, toItem: (item: unknown) => T): readonly T[] {
  return toArray(value).map((item) => toItem(item))
}
export function toText(value: unknown): string {
  return typeof value === 'string' ? value : fail('text')
}
function toCount(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : fail('count')
}
function toInteger(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : fail('integer')
}
function toNullable<T>(value: unknown, toItem: (item: unknown) => T): T | null {
  return value === null || value === undefined ? null : toItem(value)
}
export function toRecordId(value: unknown): RecordId {
  return typeof value === 'string' && isRecordId(value) ? value : fail('id')
}
export function toRevision(value: unknown): RecordRevision {
  return typeof value === 'string' && isRevision(value) ? value : fail('rv')
}
function toPushId(value: unknown): PushId {
  return typeof value === 'string' && isPushId(value) ? value : fail('pushId')
}
/** A column key; never `__proto__` and the like. */
export function toKey(value: unknown): string {
  return typeof value === 'string' && /^[a-zA-Z][a-zA-Z0-9]{0,60}$/.test(value) && value !== 'constructor'
    ? value
    : fail('key')
}
function toPartition(value: unknown): string {
  return typeof value === 'string' && parsePartitionId(value) ? value : fail('partition')
}
export function toValue(value: unknown): Value {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  return typeof value === 'number' && Number.isFinite(value) ? value : fail('value')
}
function toValues(value: unknown): Values {
  const values: Record<string, Value> = {}
  for (const [key, field] of Object.entries(toObject(value))) values[toKey(key)] = toValue(field)
  return values
}
function toNumbers(value: unknown): Readonly<Record<string, number>> {
  const numbers: Record<string, number> = {}
  for (const [key, field] of Object.entries(toObject(value))) {
    if (!/^[a-z][a-z0-9-]{0,30}$/.test(key) || key === 'constructor') fail('kind')
    numbers[key] = toCount(field)
  }
  return numbers
}
function toTexts(value: unknown): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {}
  for (const [key, field] of Object.entries(toObject(value))) texts[toKey(key)] = toText(field)
  return texts
}

export function toPoint(value: unknown): Point {
  const { csn, h } = toObject(value)
  return { csn: toCount(csn), h: /^[0-9a-f]{32}$/.test(toText(h)) ? toText(h) : fail('point') }
}

export function toPoints(value: unknown): Pick<WorkbookState, 'cursor' | 'witness' | 'history' | 'torn'> {
  const points = toObject(value)
  return {
    cursor: toNullable(points['cursor'], toPoint),
    witness: toList(points['witness'], toPoint),
    history: toList(points['history'], toPoint),
    torn: toNullable(points['torn'], toPoint),
  }
}

export function toIssue(value: unknown): WorkbookState['issue'] & { readonly workbookId: string } {
  const issue = toObject(value)
  const text = (key: string): string => toText(issue[key])
  return {
    workbookId: text('workbookId'),
    server: text('server'),
    epoch: text('epoch'),
    user: text('user'),
    at: text('at'),
  }
}

export function toHeld(value: unknown): WorkbookState['held'][number] {
  const { p, proj, sum } = toObject(value)
  return { p: toPartition(p), proj: toText(proj), sum: toText(sum) }
}

/** 分 per unit of a bare number, 分 to 亿元 being 1 to 10^10: with 0 every amount would read as nothing. */
function toUnitFen(value: unknown): number {
  const count = toCount(value)
  return count >= 1 && count <= 1e10 ? count : fail('unitFen')
}

export function toBinding(value: unknown): TableBinding {
  const binding = toObject(value)
  return {
    partition: toPartition(binding['partition']),
    kind: toText(binding['kind']),
    schema: toCount(binding['schema']),
    sheetName: toText(binding['sheetName']),
    headerRow: toCount(binding['headerRow']),
    headers: toTexts(binding['headers']),
    unitFen: toUnitFen(binding['unitFen']),
  }
}

export function toAncestor(value: unknown): Ancestor {
  const ancestor = toObject(value)
  const p = toPartition(ancestor['p'])
  const sent = ancestor['sent'] === undefined ? {} : { sent: toValues(ancestor['sent']) }
  if (ancestor['was'] === 'unknown') return { was: 'unknown', p }
  const inserting = ancestor['inserting'] === true ? ({ inserting: true } as const) : {}
  if (ancestor['was'] === 'absent') return { was: 'absent', p, ...inserting, ...sent }
  if (ancestor['was'] !== 'row') fail('ancestor')
  const values = toValues(ancestor['values'])
  const { writing, answers, doubtful } = ancestor
  return {
    was: 'row',
    p,
    values,
    ...sent,
    ...(writing === undefined ? {} : { writing: toList(writing, toKey) }),
    ...(doubtful === undefined ? {} : { doubtful: toList(doubtful, toKey) }),
    ...(answers === undefined ? {} : { answers: toValues(answers) }),
  }
}

function toOp(value: unknown): Op {
  const op = toObject(value)
  const id = toRecordId(op['id'])
  switch (op['op']) {
    case 'create':
      return { op: 'create', id, p: toPartition(op['p']), values: toValues(op['values']) }
    case 'update':
      return { op: 'update', id, rv: toRevision(op['rv']), base: toValues(op['base']), set: toValues(op['set']) }
    case 'delete':
      return { op: 'delete', id, rv: toRevision(op['rv']) }
    case 'transition':
      return { op: 'transition', id, rv: toRevision(op['rv']), to: toText(op['to']), seen: toText(op['seen']) }
    default:
      return fail('op')
  }
}

function toGroup(value: unknown): Group {
  const { g, ops } = toObject(value)
  return { g: toCount(g), ops: toList(ops, toOp) }
}

export function toEnvelope(value: unknown): PushEnvelope {
  const { pushId, schema, workbook, witness, mode, dryRun, confirmedDeletes, groups } = toObject(value)
  if (mode !== 'groups' && mode !== 'all') fail('mode')
  return {
    pushId: toPushId(pushId),
    api: 1,
    schema: toNumbers(schema),
    workbook: toText(workbook),
    witness: toList(witness, toPoint),
    mode: mode === 'all' ? 'all' : 'groups',
    dryRun: dryRun === true,
    confirmedDeletes: toCount(confirmedDeletes),
    groups: toList(groups, toGroup),
  }
}

const countNames = ['created', 'updated', 'deleted', 'merged', 'noop', 'conflicts', 'rejected', 'skipped'] as const

export function toJournalEntry(value: unknown): JournalEntry {
  const { envelope, point, receipt, seal } = toObject(value)
  const told = toObject(receipt)
  const counts = toObject(told['counts'])
  return {
    envelope: toEnvelope(envelope),
    point: toNullable(point, toPoint),
    receipt: {
      receipt: toText(told['receipt']),
      at: toText(told['at']),
      counts: Object.fromEntries(countNames.map((name) => [name, toCount(counts[name])])) as unknown as PushCounts,
      totals: toList(told['totals'], (item) => {
        const total = toObject(item)
        return {
          p: toPartition(total['p']),
          column: toKey(total['column']),
          before: toInteger(total['before']),
          after: toInteger(total['after']),
        }
      }),
    },
    // Files of before there were seals have none: nobody vouches for those pushes.
    seal: seal === undefined ? '' : toText(seal),
  }
}
