// 困难职工档案和助困、助学、助医: who is in hardship, and what help was given.
import { defineSheet } from '../definition/sheet.ts'
import { words } from '../kernel/words.ts'
import { aidColumns } from './hardship/aidColumns.ts'
import { aidRowRules } from './hardship/aidRules.ts'
import { familyColumns } from './hardship/familyColumns.ts'
import { fileColumns } from './hardship/fileColumns.ts'
import { fileRules } from './hardship/fileRules.ts'
import { interpret } from './hardship/interpret.ts'
import { layout } from './hardship/layout.ts'
import { light, lightWords } from './hardship/light.ts'
import { linkedRules } from './hardship/linkedRules.ts'
import { sampleFile } from './hardship/sample.ts'
import { setRules } from './hardship/setRules.ts'
import { workflow } from './hardship/workflow.ts'
import { identityRules, phoneRule } from './rules/people.ts'

const person = { kind: 'hardship', sample: sampleFile } as const

export const hardshipSheet = defineSheet({
  kind: 'hardship',
  version: 1,
  title: words('困难职工档案和救助', '困難職工檔案和救助', 'Workers in hardship'),
  description: words(
    '困难职工一人一档，救助一次一行：助困、助学、助医，先建档后帮扶。',
    '困難職工一人一檔，救助一次一行：助困、助學、助醫，先建檔後幫扶。',
    'One file for each worker in hardship, one row for each help: living, schooling, medical; the file comes first.',
  ),
  columns: { ...fileColumns, ...familyColumns, ...aidColumns },
  naturalKey: ['recordType', 'fileNo', 'department', 'name', 'paidOn', 'aidNo'],
  atomicSets: [['familySize', 'familyIncome', 'perHead']],
  rules: [...fileRules, ...aidRowRules, ...identityRules(person), phoneRule(person), ...setRules, ...linkedRules],
  layout,
  workflow,
  person: { name: 'name', department: 'department' },
  upgrades: [],
  interpret,
  words: lightWords,
  light,
})
