// 福利分配方案: who plans to give what to how many, out of which money, on which occasion.
import { defineSheet } from '../definition/sheet.ts'
import { words } from '../kernel/words.ts'
import { accountRules } from './welfare/accountRules.ts'
import { activityRules } from './welfare/activityRules.ts'
import { columns } from './welfare/columns.ts'
import { interpretPlan } from './welfare/interpret.ts'
import { layout } from './welfare/layout.ts'
import { limitRules, personDayRule } from './welfare/limitRules.ts'
import { linkedRules } from './welfare/linkedRules.ts'
import { rules } from './welfare/rules.ts'
import { samplePlan } from './welfare/sample.ts'
import { setRules } from './welfare/setRules.ts'
import { workflow } from './welfare/workflow.ts'

const limited = { kind: 'welfare', amount: 'standard', before: 'givenBefore', sample: samplePlan } as const

export const welfareSheet = defineSheet({
  kind: 'welfare',
  version: 1,
  title: words('福利分配方案', '福利分配方案', 'Plan for benefits'),
  description: words(
    '一个部门一项慰问一行：人数、标准、金额、资金来源，讨论和公示。',
    '一個部門一項慰問一行：人數、標準、金額、資金來源，討論和公示。',
    'One row for each department and occasion: heads, standard, amount, source of funds, discussion and notice.',
  ),
  columns,
  naturalKey: ['issue', 'department', 'occasion', 'item'],
  atomicSets: [
    ['headcount', 'standard', 'amount'],
    ['noticeFrom', 'noticeTo'],
  ],
  rules: [
    ...rules,
    ...limitRules(limited),
    personDayRule(limited),
    ...activityRules,
    ...accountRules,
    ...setRules,
    ...linkedRules,
  ],
  layout,
  workflow,
  upgrades: [],
  interpret: interpretPlan,
})
