// 培训计划: the year's courses, for whom, when, at what cost, and what came of them.
import { defineSheet } from '../definition/sheet.ts'
import { words } from '../kernel/words.ts'
import { columns } from './training/columns.ts'
import { layout } from './training/layout.ts'
import { linkedRules, rowRules, setRules } from './training/rules.ts'
import { workflow } from './training/workflow.ts'

export const trainingSheet = defineSheet({
  kind: 'training',
  version: 1,
  title: words('培训计划', '培訓計劃', 'Training plan'),
  description: words(
    '一年的培训班，一班一行：对象、时间、经费和完成情况。',
    '一年的培訓班，一班一行：對象、時間、經費和完成情況。',
    'The courses of a year, one row each: for whom, when, at what cost, and the outcome.',
  ),
  columns,
  naturalKey: ['course', 'from'],
  atomicSets: [['from', 'until']],
  rules: [...rowRules, ...setRules, ...linkedRules],
  layout,
  workflow,
  upgrades: [],
})
