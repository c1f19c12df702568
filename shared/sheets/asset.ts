// 固定资产台账: what the union owns, what it is worth, who keeps it, and how it went.
import { defineSheet } from '../definition/sheet.ts'
import { words } from '../kernel/words.ts'
import { columns } from './asset/columns.ts'
import { layout } from './asset/layout.ts'
import { ledgerRules, setRules } from './asset/ledgerRules.ts'
import { valueRules } from './asset/valueRules.ts'
import { workflow } from './asset/workflow.ts'

export const assetSheet = defineSheet({
  kind: 'asset',
  version: 1,
  title: words('固定资产台账', '固定資產台帳', 'Fixed assets'),
  description: words(
    '工会的固定资产，一物一行：价值、折旧、保管、盘点和处置。',
    '工會的固定資產，一物一行：價值、折舊、保管、盤點和處置。',
    'The union’s fixed assets, one row each: value, depreciation, keeper, stock-taking and disposal.',
  ),
  columns,
  naturalKey: ['assetNo'],
  atomicSets: [
    ['price', 'quantity', 'cost'],
    ['disposal', 'disposed', 'disposalNo'],
  ],
  rules: [...ledgerRules, ...valueRules, ...setRules],
  layout,
  workflow,
  upgrades: [],
})
