// A small sheet kind with every merge class that a simulated person can touch. No real kind.
import { defineSheet, type SheetDefinition } from '#shared/definition/sheet.ts'
import { words } from '#shared/kernel/words.ts'
import { ruleContext } from '#shared/definition/rule.ts'
import { parsePlainDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import type { TableBinding } from '#shared/workbook/port.ts'
import { ledgerColumn } from '#test/arbitrary/ledgerDefinition.ts'

const same = (text: string) => words(text, text, text)

export const purse: SheetDefinition = defineSheet({
  kind: 'purse',
  version: 1,
  title: same('钱袋'),
  description: same('用于模拟'),
  columns: {
    code: ledgerColumn('code', '编码', { merge: 'key' }),
    title: ledgerColumn('text', '名目'),
    amount: ledgerColumn('money', '金额'),
    spare: ledgerColumn('money', '备用'),
    payee: ledgerColumn('text', '收款人'),
    account: ledgerColumn('text', '账号'),
    note: ledgerColumn('text', '附注'),
    twice: ledgerColumn('money', '两倍', {
      merge: 'derived',
      compute: (row) => Number(row['amount'] ?? 0) * 2,
      formula: '{amount}*2',
    }),
    secret: ledgerColumn('text', '证件', { merge: 'sensitive', fieldClass: 'sensitive' }),
  },
  naturalKey: ['code'],
  atomicSets: [['payee', 'account']],
  rules: [],
  layout: {
    title: same('钱袋'),
    titleSynonyms: [],
    columns: ['code', 'title', 'amount', 'spare', 'payee', 'account', 'note', 'twice'],
    groups: [],
    sections: [],
    totals: [{ key: 'sum', label: same('合计'), synonyms: [], terms: [{ where: [], times: 1 }], columns: ['amount'] }],
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
    permissions: [
      {
        role: 'finance',
        states: ['draft'],
        actions: ['read', 'create', 'update', 'delete', 'transition'],
        reach: 'unit',
      },
    ],
  },
  upgrades: [],
})

/** As the sheet of a desk shows it; the id column stands last. */
export const shownColumns = ['code', 'title', 'amount', 'spare', 'payee', 'account', 'note', 'twice'] as const

export const pursePartition = 'u1/purse/2026'

export const purseBinding: TableBinding = {
  partition: pursePartition,
  kind: 'purse',
  schema: 1,
  sheetName: '钱袋',
  headerRow: 2,
  headers: Object.fromEntries(shownColumns.map((key) => [key, purse.columns[key]?.label['zh-Hans'] ?? ''])),
  unitFen: 100,
}

const day = parsePlainDate('2026-03-02') as PlainDate

export const purseContext = ruleContext({ today: day, year: 2026, unitKind: 'primary' })
