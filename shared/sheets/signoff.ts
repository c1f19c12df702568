// 慰问品/慰问金发放签领表: who received what, on which day, and signed for it.
import { defineSheet } from '../definition/sheet.ts'
import { words } from '../kernel/words.ts'
import { columns } from './signoff/columns.ts'
import { layout } from './signoff/layout.ts'
import { planRules } from './signoff/planRules.ts'
import { rosterRules } from './signoff/rosterRules.ts'
import { rules } from './signoff/rules.ts'
import { setRules } from './signoff/setRules.ts'
import { workflow } from './signoff/workflow.ts'
import { yearRules } from './signoff/yearRules.ts'
import { interpretBenefit } from './welfare/interpret.ts'

export const signoffSheet = defineSheet({
  kind: 'signoff',
  version: 1,
  title: words('慰问品发放签领表', '慰問品發放簽領表', 'Receipts'),
  description: words(
    '实名发放、实名签收：一人一行，领了什么、多少钱、哪天领的、谁签的名。',
    '實名發放、實名簽收：一人一行，領了什麼、多少錢、哪天領的、誰簽的名。',
    'Given and signed for under the real name: one row each, what, how much, when, signed by whom.',
  ),
  columns,
  naturalKey: ['issue', 'department', 'name', 'memberNo', 'item'],
  atomicSets: [
    ['quantity', 'unitPrice', 'amount'],
    ['signature', 'proxy', 'receivedOn'],
  ],
  rules: [...rules, ...setRules, ...planRules, ...rosterRules, ...yearRules],
  layout,
  workflow,
  person: { name: 'name', department: 'department' },
  upgrades: [],
  interpret: interpretBenefit,
  series: { person: ['memberNo', 'name'], issue: ['issue'], amount: 'amount', name: 'name' },
})
