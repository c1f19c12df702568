// Typed samples for the pages' component tests: a small kind, a recognised file, an edited workbook.
import type { ImportAnalysis, ImportTable } from '#shared/contract/importResources.ts'
import type { PartitionInfo, PushReport, UnitInfo, UserInfo, WorkbookPreview } from '#shared/contract/resources.ts'
import type { ColumnDefinition } from '#shared/definition/column.ts'
import type { ReportDefinition } from '#shared/definition/report.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import { words, type Words } from '#shared/kernel/words.ts'
import type { PushId, PushResult, RecordRevision } from '#shared/sync/record.ts'

const same = (text: string): Words => words(text, text, text)

function column(type: ColumnDefinition['type'], label: Words, more: Partial<ColumnDefinition> = {}): ColumnDefinition {
  return {
    type,
    label,
    synonyms: [],
    description: label,
    required: false,
    merge: type === 'money' ? 'money' : 'free',
    fieldClass: 'public',
    width: 12,
    ...more,
  }
}

export const sampleSheet: SheetDefinition = {
  kind: 'sample',
  version: 1,
  title: words('样表', '樣表', 'Sample sheet'),
  description: same('样表'),
  columns: {
    code: column('code', words('编码', '編碼', 'Code'), { merge: 'key' }),
    name: column('text', words('名称', '名稱', 'Name'), { required: true, merge: 'key', width: 20 }),
    amount: column('money', words('金额', '金額', 'Amount'), { required: true }),
    note: column('text', words('说明', '說明', 'Note'), { width: 30 }),
  },
  naturalKey: ['code', 'name'],
  atomicSets: [],
  rules: [
    {
      code: 'sample/large',
      severity: 'warning',
      scope: 'field',
      column: 'amount',
      citation: { source: '样例', clause: '第一条', certainty: 'house' },
      title: same('金额偏大'),
      message: words(
        '金额 {amount} 偏大，请核对。',
        '金額 {amount} 偏大，請核對。',
        'Amount {amount} is large; check it.',
      ),
      check: () => null,
      examples: { valid: [], invalid: [] },
    },
  ],
  layout: {
    title: same('样表'),
    titleSynonyms: [],
    columns: ['code', 'name', 'amount', 'note'],
    groups: [],
    sections: [],
    totals: [
      {
        key: 'all',
        label: words('合计', '合計', 'Total'),
        synonyms: [],
        terms: [{ where: [], times: 1 }],
        columns: ['amount'],
      },
    ],
    signatures: [],
    orientation: 'portrait',
    unitLine: true,
    spareRows: 0,
    freezeColumns: 0,
  },
  workflow: { initial: 'draft', states: [], transitions: [], permissions: [] },
  upgrades: [],
}

/** Adds the amounts of the sample sheet up by name. */
export const sampleReportDefinition: ReportDefinition = {
  report: 'sample-sums',
  sheet: { ...sampleSheet, kind: 'sample-sums', title: same('样表汇总') },
  key: ['name'],
  sources: [
    { kind: 'sample', where: [], takes: { name: 'name' }, sums: [{ to: 'amount', column: 'amount', times: 1 }] },
  ],
  bars: { where: [], label: 'name', whole: 'amount', parts: ['amount'] },
}

export const sampleUnits: readonly UnitInfo[] = [
  { id: 'u1', name: '示例市总工会', kind: 'county', parentId: null },
  { id: 'u2', name: '示例厂工会', kind: 'primary', parentId: 'u1' },
]

export const sampleUser: UserInfo = {
  id: 'p1',
  name: 'wang',
  displayName: '王会计',
  grants: [
    { role: 'finance', unitId: 'u2', unitName: '示例厂工会', kinds: [], department: null, from: null, to: null },
    { role: 'admin', unitId: 'u1', unitName: '示例市总工会', kinds: [], department: null, from: null, to: null },
  ],
  administers: 'server',
}

export const sampleFindings: readonly Finding[] = [
  {
    code: 'sample/large',
    severity: 'warning',
    location: { sheet: 'Sheet1', row: 3, cell: 'C3', column: 'amount' },
    params: { amount: '38,000.00' },
    fix: { type: 'setValue', column: 'amount', value: 3_600_000 },
    citation: { source: '样例', clause: '第一条', certainty: 'house' },
  },
  {
    code: 'sample/large',
    severity: 'warning',
    location: { sheet: 'Sheet1', row: 4, cell: 'C4', column: 'amount' },
    params: { amount: '20,000.00' },
    fix: { type: 'setValue', column: 'amount', value: 1_000_000 },
  },
  { code: 'import/kind-unknown', severity: 'hint', location: {}, params: {} },
]

export const sampleTable: ImportTable = {
  sheetName: 'Sheet1',
  tableIndex: 0,
  table: {
    range: { top: 1, left: 0, bottom: 5, right: 3 },
    rowRoles: [
      { row: 1, role: 'title' },
      { row: 2, role: 'header' },
      { row: 3, role: 'data' },
      { row: 4, role: 'data' },
      { row: 5, role: 'total' },
    ],
    headerRows: [2],
    columns: [],
    unit: null,
    title: '样表',
    year: 2026,
    unitName: '示例厂工会',
    sums: [],
    block: 0,
    confidence: 0.97,
    findings: [],
  },
  guess: { kind: 'sample', confidence: 0.97, reasons: [] },
  plan: {
    kind: 'sample',
    schema: 1,
    sheetName: 'Sheet1',
    tableIndex: 0,
    fingerprint: 'f',
    mappings: [
      { source: { index: 0, header: '编码', path: ['编码'] }, target: 'code', basis: 'exact', confidence: 1 },
      { source: { index: 1, header: '科目', path: ['科目'] }, target: 'name', basis: 'synonym', confidence: 1 },
      { source: { index: 2, header: '金额', path: ['金额'] }, target: 'amount', basis: 'exact', confidence: 0.98 },
      { source: { index: 3, header: '测算依据', path: ['测算依据'] }, target: null, basis: 'none', confidence: 0 },
    ],
    conventions: { unitFen: 100, year: 2026, blankMoney: 'null' },
    roles: [],
    corrections: [],
    aliases: [],
    onMatch: 'replace-with-nonblank',
    accepted: [],
  },
  preview: {
    counts: { imported: 2, total: 1, section: 0, note: 0, blank: 0, rejected: 0, heading: 2, rows: 5 },
    totals: [
      {
        column: 'amount',
        label: '合计',
        computed: 5_800_000,
        declared: 5_800_000,
        difference: 0,
        where: 'C5',
        ties: true,
      },
    ],
    sums: [],
    rows: [],
    findings: sampleFindings,
    fixGroups: [
      { code: 'sample/large', severity: 'warning', column: 'amount', count: 2, findings: [0, 1], rows: [[3, 4]] },
      { code: 'import/kind-unknown', severity: 'hint', column: null, count: 1, findings: [2], rows: [] },
    ],
    findingCount: 3,
    groupCount: 2,
  },
  picture: {
    top: 1,
    left: 0,
    rows: [
      ['样表', '', '', ''],
      ['编码', '科目', '金额', '测算依据'],
      ['50401', '帮扶', '38000', '120人×300元'],
      ['50402', '送温暖', '20000', ''],
      ['', '合计', '58000', ''],
    ],
    cut: false,
  },
}

export const sampleAnalysis: ImportAnalysis = {
  importId: 'i1',
  file: { name: '样表.xls', bytes: 4096, container: 'xls' },
  carriesBase: false,
  tables: [sampleTable],
  findings: [],
}

export const samplePush: PushResult = {
  pushId: '0123456789abcdef0123456789abcdef' as PushId,
  replay: false,
  point: { csn: 231, h: '00112233445566778899aabbccddeeff' },
  head: { csn: 231, h: '00112233445566778899aabbccddeeff' },
  results: [],
  counts: { created: 2, updated: 1, deleted: 0, merged: 0, noop: 3, conflicts: 0, rejected: 0, skipped: 0 },
  totals: [{ p: 'u2/sample/2026', column: 'amount', before: 0, after: 5_800_000 }],
  findings: [],
  at: '2026-10-21T02:32:00.000Z',
  receipt: 'R231',
  seal: '',
}

export const sampleReport: PushReport = { result: samplePush, totals: samplePush.totals, problems: [] }

export const samplePartition: PartitionInfo = {
  p: 'u2/sample/2026',
  kind: 'sample',
  unitId: 'u2',
  unitName: '示例厂工会',
  year: 2026,
  rows: 2,
  totals: [{ column: 'amount', fen: 5_800_000 }],
  lastChange: { csn: 231, at: '2026-10-21T02:32:00.000Z', by: '王会计' },
  may: ['read', 'update'],
  findings: { errors: 0, warnings: 2, hints: 1 },
}

const id = (n: number) => `0198c000-0000-7000-8000-00000000000${n}` as RecordId
const revision = '230-0011223344556677' as RecordRevision

export const samplePreview: WorkbookPreview = {
  uploadId: 'w1',
  fileName: '样表.xlsx',
  findings: [],
  sheets: [
    {
      p: 'u2/sample/2026',
      sheetName: 'Sheet1',
      counts: { added: 1, changed: 1, deleted: 1, unchanged: 5 },
      mine: [
        { change: 'add', id: id(1), values: { name: '新增项', amount: 100 }, row: 9 },
        { change: 'edit', id: id(2), rv: revision, base: { amount: 2_000_000 }, set: { amount: 2_300_000 }, row: 5 },
        { change: 'remove', id: id(3), rv: revision, base: { code: '50403', name: '已删项', amount: 5 } },
      ],
      theirs: [
        {
          id: id(2),
          change: 'edit',
          fields: ['amount'],
          by: '李干事',
          at: '2026-10-21T07:04:00.000Z',
          values: { code: '50402', name: '送温暖', amount: 2_500_000 },
        },
      ],
      conflicts: [
        {
          kind: 'field',
          id: id(2),
          column: 'amount',
          base: 2_000_000,
          theirs: 2_500_000,
          mine: 2_300_000,
          by: '李干事',
          at: '2026-10-21T07:04:00.000Z',
        },
        {
          kind: 'row',
          code: 'edit-deleted',
          id: id(4),
          base: { name: '对方删的' },
          theirs: null,
          mine: { name: '对方删的', note: '我改了' },
          by: '李干事',
        },
      ],
      totals: [],
      findings: [],
    },
  ],
}
