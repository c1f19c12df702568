// 收文、发文和来信来访登记: what came in, what went out, who came, and what became of it.
import { defineSheet } from '../definition/sheet.ts'
import { words } from '../kernel/words.ts'
import { columns } from './document/columns.ts'
import { light, lightWords } from './document/deadlines.ts'
import { documentRules } from './document/documentRules.ts'
import { interpret } from './document/interpret.ts'
import { layout } from './document/layout.ts'
import { setRules } from './document/setRules.ts'
import { timeRules } from './document/timeRules.ts'
import { workflow } from './document/workflow.ts'

export const documentSheet = defineSheet({
  kind: 'document',
  version: 1,
  title: words('收发文和来信来访登记', '收發文和來信來訪登記', 'Documents and visits'),
  description: words(
    '一文一行、一访一行：登记、拟办、批办、承办、传阅、答复、归卷。',
    '一文一行、一訪一行：登記、擬辦、批辦、承辦、傳閱、答覆、歸卷。',
    'One row for each document or visit: entry, proposal, instruction, handling, circulation, reply, filing.',
  ),
  columns,
  naturalKey: ['direction', 'registerNo', 'date', 'docNo', 'title'],
  atomicSets: [['lead', 'co']],
  rules: [...documentRules, ...timeRules, ...setRules],
  layout,
  workflow,
  upgrades: [],
  interpret,
  words: lightWords,
  light,
})
