// 工作计划协调表: what departments plan, where the plans collide, what the office suggests and the leader decides.
import { defineSheet } from '../definition/sheet.ts'
import { words } from '../kernel/words.ts'
import { columns } from './plan/columns.ts'
import { layout } from './plan/layout.ts'
import { linkedRules, rowRules } from './plan/rules.ts'
import { setRules } from './plan/setRules.ts'
import { workflow } from './plan/workflow.ts'

export const planSheet = defineSheet({
  kind: 'plan',
  version: 1,
  title: words('工作计划协调表', '工作計劃協調表', 'Coordination of plans'),
  description: words(
    '各部门报的工作计划，一项一行：时间、所需人财物、要协调的问题和审定意见。',
    '各部門報的工作計劃，一項一行：時間、所需人財物、要協調的問題和審定意見。',
    'Plans of the departments, one row each: time, means, what has to be settled, and the decision.',
  ),
  columns,
  naturalKey: ['planNo', 'department', 'title'],
  atomicSets: [
    ['from', 'until'],
    ['accountCode', 'cost'],
  ],
  rules: [...rowRules, ...setRules, ...linkedRules],
  layout,
  workflow,
  upgrades: [],
})
