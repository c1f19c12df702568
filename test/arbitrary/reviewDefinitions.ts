// Two small kinds with procedure, for tests of the engine: one whose rows move by themselves, one that moves as a whole sheet.
import type { LightRule } from '#shared/definition/light.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Permission, Workflow } from '#shared/definition/workflow.ts'
import { parsePlainDate, plusDays } from '#shared/kernel/plainDate.ts'
import { words } from '#shared/kernel/words.ts'
import { ledgerColumn, ledgerDefinition } from '#test/arbitrary/ledgerDefinition.ts'

const same = (text: string) => words(text, text, text)
const states = ['draft', 'heard', 'agreed', 'paid']
const everyone: readonly Permission[] = [
  { role: 'finance', states, actions: ['read', 'transition'], reach: 'unit' },
  { role: 'finance', states: ['draft'], actions: ['create', 'update', 'delete'], reach: 'unit' },
  { role: 'cashier', states, actions: ['read', 'transition'], reach: 'unit' },
  { role: 'director', states, actions: ['read', 'transition', 'update'], reach: 'subtree' },
  { role: 'chair', states, actions: ['read', 'transition'], reach: 'subtree' },
  { role: 'auditor', states, actions: ['read'], reach: 'subtree' },
  { role: 'department', states, actions: ['read', 'update'], reach: 'own' },
]

const caseWorkflow: Workflow = {
  initial: 'draft',
  states: states.map((name) => ({ name, label: same(name), locked: name === 'agreed' || name === 'paid' })),
  ownerColumn: 'owner',
  covered: ['code', 'name', 'amount', 'person'],
  permissions: everyone,
  transitions: [
    { name: 'hear', label: same('听'), from: ['draft'], to: 'heard', by: ['director', 'finance'], fields: ['name'] },
    {
      name: 'agree',
      label: same('同意'),
      from: ['heard'],
      to: 'agreed',
      by: ['chair'],
      needs: [{ type: 'notice', workingDays: 5, by: ['finance'] }, { type: 'objections-closed' }],
      apart: [{ type: 'own-draft' }, { type: 'beneficiary', column: 'person' }],
      emergency: { by: ['director'], consulted: 2, ratifyHours: 72 },
    },
    {
      name: 'pay',
      label: same('付'),
      from: ['agreed'],
      to: 'paid',
      by: ['cashier', 'chair'],
      expectedOf: ['cashier'],
      fills: { note: 'actor' },
      apart: [{ type: 'other-hand', transitions: ['agree'], as: 'pay' }],
    },
    {
      name: 'return',
      label: same('退'),
      from: ['heard', 'agreed'],
      to: 'draft',
      by: ['chair', 'director'],
      reason: true,
    },
    {
      name: 'hurry',
      label: same('急'),
      from: ['draft'],
      to: 'heard',
      by: ['chair'],
      emergency: { by: ['director'], consulted: 2, ratifyHours: 72 },
    },
  ],
  events: [
    {
      name: 'urge',
      label: same('催'),
      by: ['director'],
      states: ['heard'],
      fields: [
        { key: 'how', label: same('方式'), type: 'choice', required: true, choices: [same('电话'), same('书面')] },
      ],
      repliedBy: ['finance'],
    },
  ],
}

/** The note names the day until which the case is in time. */
const caseLight: LightRule = {
  of: ({ note }, { today }) => {
    const due = parsePlainDate(String(note))
    if (due === undefined) return null
    return { light: today > due ? 'red' : 'green', reason: today > due ? 'case/late' : 'case/in-time', params: { due } }
  },
  turns: ({ note }) => {
    const due = parsePlainDate(String(note))
    return due === undefined ? [] : [plusDays(due, 1)]
  },
}

export const caseDefinition: SheetDefinition = {
  ...ledgerDefinition,
  kind: 'case',
  title: same('个案'),
  columns: {
    ...ledgerDefinition.columns,
    owner: ledgerColumn('list', '部门'),
    person: ledgerColumn('code', '工号'),
  },
  rules: [],
  workflow: caseWorkflow,
  words: { 'case/late': same('红灯：{due}'), 'case/in-time': same('绿灯：{due}') },
  light: caseLight,
}

export const rollDefinition: SheetDefinition = {
  ...ledgerDefinition,
  kind: 'roll',
  title: same('名册'),
  rules: ledgerDefinition.rules
    .filter(({ code }) => code === 'ledger/deficit')
    .map((rule) => ({ ...rule, code: 'roll/deficit', severity: 'error', blocks: 'submit' }) as typeof rule),
  workflow: {
    initial: 'draft',
    states: ['draft', 'submitted', 'adopted', 'approved'].map((name) => ({
      name,
      label: same(name),
      locked: name !== 'draft',
    })),
    amendedBy: { kind: 'ledger', label: same('调整表') },
    permissions: [
      {
        role: 'finance',
        states: ['draft'],
        actions: ['read', 'create', 'update', 'delete', 'transition'],
        reach: 'unit',
      },
      { role: 'finance', states: ['submitted', 'adopted', 'approved'], actions: ['read'], reach: 'unit' },
      {
        role: 'chair',
        states: ['draft', 'submitted', 'adopted', 'approved'],
        actions: ['read', 'transition'],
        reach: 'subtree',
      },
    ],
    transitions: [
      { name: 'submit', label: same('交'), scope: 'sheet', from: ['draft'], to: 'submitted', by: ['finance'] },
      {
        name: 'adopt',
        label: same('通过'),
        scope: 'sheet',
        from: ['submitted'],
        to: 'adopted',
        by: ['chair'],
        needs: [
          { type: 'resolution', body: 'committee', by: ['chair'] },
          {
            type: 'resolution',
            body: 'congress',
            by: ['chair'],
            when: { type: 'sum', column: 'amount', atLeast: 1_000 },
          },
        ],
        apart: [{ type: 'own-draft' }],
      },
      {
        name: 'approve',
        label: same('批'),
        scope: 'sheet',
        from: ['adopted'],
        to: 'approved',
        by: ['chair'],
        level: 'superior',
      },
      {
        name: 'return',
        label: same('退'),
        scope: 'sheet',
        from: ['submitted', 'adopted', 'approved'],
        to: 'draft',
        by: ['chair'],
        reason: true,
      },
    ],
  },
}
