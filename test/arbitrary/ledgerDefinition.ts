// A small sheet definition with every sort of column and rule, for tests of the engine. No real kind.
import { defineSheet, type SheetDefinition } from '#shared/definition/sheet.ts'
import type { ColumnDefinition } from '#shared/definition/column.ts'
import { words } from '#shared/kernel/words.ts'

const same = (text: string) => words(text, text, text)

export function ledgerColumn(
  type: ColumnDefinition['type'],
  label: string,
  extra: Partial<ColumnDefinition> = {},
): ColumnDefinition {
  return {
    type,
    label: same(label),
    synonyms: [],
    description: same(label),
    required: false,
    merge: type === 'money' ? 'money' : 'free',
    fieldClass: 'public',
    width: 12,
    ...extra,
  }
}

const house = { source: '本测试', clause: '第一条', certainty: 'house' } as const

export const ledgerDefinition: SheetDefinition = defineSheet({
  kind: 'ledger',
  version: 1,
  title: same('台账'),
  description: same('用于测试'),
  columns: {
    code: ledgerColumn('code', '编码', { required: true, merge: 'key', maxLength: 8 }),
    name: ledgerColumn('text', '名称', { required: true, maxLength: 10 }),
    side: ledgerColumn('choice', '方向', {
      choices: [
        { value: '收入', label: same('收入'), synonyms: ['收'] },
        { value: '支出', label: same('支出'), synonyms: ['支'] },
      ],
    }),
    amount: ledgerColumn('money', '金额', { minimum: 0 }),
    people: ledgerColumn('integer', '人数', { minimum: 1, maximum: 500 }),
    day: ledgerColumn('date', '日期'),
    note: ledgerColumn('text', '备注'),
    double: ledgerColumn('money', '两倍', {
      merge: 'derived',
      compute: (row) => Number(row['amount'] ?? 0) * 2,
      formula: '{amount}*2',
    }),
  },
  naturalKey: ['code'],
  atomicSets: [],
  rules: [
    {
      scope: 'field',
      code: 'ledger/odd-code',
      severity: 'warning',
      citation: house,
      title: same('编码以 X 开头'),
      message: same('编码 {code} 以 X 开头'),
      column: 'code',
      check: (value) => (String(value).startsWith('X') ? { code: String(value) } : null),
      examples: { valid: ['401'], invalid: ['X1'] },
    },
    {
      scope: 'row',
      code: 'ledger/income-needs-note',
      severity: 'error',
      blocks: 'save',
      citation: house,
      title: same('收入要写备注'),
      message: same('收入 {name} 没有备注'),
      columns: ['note', 'side'],
      check: (row) =>
        row['side'] === '收入' && (row['note'] ?? null) === null ? { name: String(row['name'] ?? '') } : null,
      suggest: () => ({ column: 'note', value: '见附件' }),
      examples: { valid: [{ side: '支出' }], invalid: [{ side: '收入' }] },
    },
    {
      scope: 'set',
      code: 'ledger/code-twice',
      severity: 'error',
      blocks: 'save',
      citation: house,
      title: same('编码重复'),
      message: same('编码 {key} 有 {count} 行'),
      set: { type: 'unique', key: ['code'], where: [] },
      examples: { valid: [[{ code: '1' }]], invalid: [[{ code: '1' }, { code: '1' }]] },
    },
    {
      scope: 'set',
      code: 'ledger/deficit',
      severity: 'warning',
      citation: house,
      title: same('支出大于收入'),
      message: same('支出 {left} 大于收入 {right}，差 {difference}'),
      set: {
        type: 'compareSums',
        groupBy: [],
        left: [{ column: 'amount', where: [{ column: 'side', in: ['支出'] }], times: 1 }],
        right: [{ column: 'amount', where: [{ column: 'side', in: ['收入'] }], times: 1 }],
        relation: 'atMost',
        tolerance: 0,
        onlyWhere: [{ column: 'side', in: ['收入'] }],
      },
      examples: {
        valid: [[{ side: '收入', amount: 1 }]],
        invalid: [
          [
            { side: '收入', amount: 1 },
            { side: '支出', amount: 2 },
          ],
        ],
      },
    },
    {
      scope: 'set',
      code: 'ledger/too-much-a-day',
      severity: 'hint',
      citation: house,
      title: same('一天太多'),
      message: same('{group} 共 {sum}，上限 {maximum}，下限 {minimum}'),
      set: { type: 'sum', groupBy: ['day'], terms: [{ column: 'amount', where: [], times: 1 }], maximum: 100_000 },
      examples: { valid: [[{ amount: 1 }]], invalid: [[{ amount: 100_001 }]] },
    },
    {
      scope: 'set',
      code: 'ledger/few-rows',
      severity: 'hint',
      citation: house,
      title: same('行数'),
      message: same('{group} 有 {count} 行，应为 {minimum} 至 {maximum}'),
      set: { type: 'count', groupBy: ['side'], where: [{ column: 'amount', blank: false }], minimum: 1, maximum: 3 },
      examples: { valid: [[{ amount: 1 }]], invalid: [[{ side: '收入' }]] },
    },
  ],
  layout: {
    title: same('台账'),
    titleSynonyms: [],
    columns: ['code', 'name', 'side', 'amount', 'people', 'day', 'note', 'double'],
    groups: [],
    sections: [],
    totals: [],
    signatures: [],
    orientation: 'portrait',
    unitLine: true,
    spareRows: 0,
    freezeColumns: 0,
  },
  workflow: {
    initial: 'draft',
    states: [{ name: 'draft', label: same('草稿'), locked: false }],
    transitions: [],
    permissions: [],
  },
  upgrades: [],
})
