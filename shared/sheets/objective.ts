// 目标责任分解表: the year's goals, broken down to departments and persons, with progress and appraisal.
import { defineSheet } from '../definition/sheet.ts'
import { words } from '../kernel/words.ts'
import { columns } from './objective/columns.ts'
import { layout } from './objective/layout.ts'
import { rowRules, setRules } from './objective/rules.ts'
import { workflow } from './objective/workflow.ts'

export const objectiveSheet = defineSheet({
  kind: 'objective',
  version: 1,
  title: words('目标责任分解表', '目標責任分解表', 'Breakdown of goals'),
  description: words(
    '年度目标分解到部门和人：指标、权重、季度进度和考核。',
    '年度目標分解到部門和人：指標、權重、季度進度和考核。',
    'The year’s goals broken down to departments and persons: indicators, weights, progress, appraisal.',
  ),
  columns,
  naturalKey: ['goalNo', 'indicator'],
  atomicSets: [['lead', 'co']],
  rules: [...rowRules, ...setRules],
  layout,
  workflow,
  upgrades: [],
})
