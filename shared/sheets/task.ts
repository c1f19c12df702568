// 督办任务台账: who has to do what by when, and where it stands.
import { defineSheet } from '../definition/sheet.ts'
import { words } from '../kernel/words.ts'
import { firstColumns } from './task/columns.ts'
import { laterColumns } from './task/laterColumns.ts'
import { extensionRules } from './task/extensionRules.ts'
import { layout } from './task/layout.ts'
import { light, lightWords } from './task/light.ts'
import { handlingRules } from './task/rules.ts'
import { setRules } from './task/setRules.ts'
import { timeRules } from './task/timeRules.ts'
import { workflow } from './task/workflow.ts'

export const taskSheet = defineSheet({
  kind: 'task',
  version: 1,
  title: words('督办任务台账', '督辦任務台帳', 'Supervised tasks'),
  description: words(
    '领导交办、会议决定等事项，一事一行，从登记、承办、催办到办结。',
    '領導交辦、會議決定等事項，一事一行，從登記、承辦、催辦到辦結。',
    'Tasks assigned by leaders, meetings and others, one row each, from registration to closing.',
  ),
  columns: { ...firstColumns, ...laterColumns },
  naturalKey: ['taskNo', 'task', 'lead'],
  atomicSets: [
    ['mode', 'lead', 'co', 'transferTo'],
    ['extendedTo', 'extensionFiled', 'extensionReason', 'extensionApprover'],
  ],
  rules: [...handlingRules, ...timeRules, ...extensionRules, ...setRules],
  layout,
  workflow,
  upgrades: [],
  words: lightWords,
  light,
})
