// Small kinds that are held against each other: grants and what is spent of them, gifts of members, a roster, outings.
import type { LinkedCheck } from '#shared/definition/linked.ts'
import type { LinkedRule, Rule } from '#shared/definition/rule.ts'
import { defineSheet, type SheetDefinition } from '#shared/definition/sheet.ts'
import { words } from '#shared/kernel/words.ts'
import { ledgerColumn } from './ledgerDefinition.ts'

const same = (text: string) => words(text, text, text)

interface TinyKind {
  readonly kind: string
  readonly code: string
  readonly money: string
  readonly rules: readonly LinkedRule[]
}

function tiny({ kind, code, money, rules }: TinyKind): SheetDefinition {
  return defineSheet({
    kind,
    version: 1,
    title: same(kind),
    description: same(kind),
    columns: { [code]: ledgerColumn('code', code), [money]: ledgerColumn('money', money) },
    naturalKey: [],
    atomicSets: [],
    rules,
    layout: {
      title: same(kind),
      titleSynonyms: [],
      columns: [code, money],
      groups: [],
      sections: [],
      totals: [],
      signatures: [],
      orientation: 'portrait',
      unitLine: true,
      spareRows: 0,
      freezeColumns: 0,
    },
    workflow: {
      initial: 'draft',
      states: [
        { name: 'draft', label: same('草稿'), locked: false },
        { name: 'approved', label: same('已批'), locked: true },
      ],
      transitions: [
        {
          name: 'approve',
          label: same('批'),
          from: ['draft'],
          to: 'approved',
          by: ['finance'],
          emergency: { by: ['director'], consulted: 2, ratifyHours: 72 },
        },
        { name: 'return', label: same('退'), from: ['approved'], to: 'draft', by: ['finance'] },
      ],
      permissions: [
        {
          role: 'finance',
          states: ['draft', 'approved'],
          actions: ['read', 'create', 'update', 'delete', 'transition'],
          reach: 'unit',
        },
        { role: 'director', states: ['draft', 'approved'], actions: ['read', 'transition'], reach: 'subtree' },
      ],
    },
    upgrades: [],
  })
}

function linkedRule(code: string, linked: LinkedCheck, more: Partial<LinkedRule> = {}): LinkedRule {
  return {
    scope: 'linked',
    code,
    severity: 'error',
    blocks: 'save',
    citation: { source: '自拟', clause: '1', certainty: 'house' },
    title: same(code),
    message: same('{group}: {left} / {right} / {difference}'),
    linked,
    examples: { valid: [[]], invalid: [[]] },
    ...more,
  }
}

export const grant = tiny({ kind: 'grant', code: 'account', money: 'amount', rules: [] })
export const roster = tiny({ kind: 'roster', code: 'member', money: 'dues', rules: [] })

/** Spending stays below what is granted, per account. */
export const spending = tiny({
  kind: 'spending',
  code: 'account',
  money: 'amount',
  rules: [
    linkedRule('spending/over-grant', {
      group: ['account'],
      reach: 'unit',
      left: [{ kind: 'spending', groupBy: ['account'], column: 'amount', where: [], times: 1 }],
      right: [{ kind: 'grant', groupBy: ['account'], column: 'amount', where: [], states: ['approved'], times: 1 }],
      relation: 'atMost',
      tolerance: 0,
      onlyWhere: 'both',
    }),
  ],
})

/** A member's gifts of a year, from all units together. */
export const gifts = tiny({
  kind: 'gifts',
  code: 'member',
  money: 'amount',
  rules: [
    linkedRule('gifts/yearly-total', {
      group: ['member'],
      reach: 'everywhere',
      left: [{ kind: 'gifts', groupBy: ['member'], column: 'amount', where: [], times: 1 }],
      right: { limit: { tag: '节日慰问', form: 'perMemberYear' } },
      relation: 'atMost',
      tolerance: 0,
    }),
    linkedRule(
      'gifts/once-in-life',
      {
        group: ['member'],
        reach: 'everywhere',
        left: [
          {
            kind: 'gifts',
            groupBy: ['member'],
            column: null,
            where: [{ column: 'amount', in: [77] }],
            times: 1,
            years: 'all',
          },
        ],
        right: [],
        relation: 'atMost',
        tolerance: 1,
      },
      { severity: 'warning' },
    ),
  ],
})

/** Outings stay below a multiple, or a share, of the dues. */
export const limited = tiny({
  kind: 'limited',
  code: 'outing',
  money: 'amount',
  rules: [
    ...(['duesMultiple', 'unitYearRatio'] as const).map((form) =>
      linkedRule(form === 'duesMultiple' ? 'limited/dues' : 'limited/share', {
        group: [],
        reach: 'unit',
        left: [{ kind: 'limited', groupBy: [], column: 'amount', where: [], times: 1 }],
        right: {
          limit: { tag: form === 'duesMultiple' ? '春秋游' : '节日慰问', form },
          bases: { dues: [{ kind: 'roster', groupBy: [], column: 'dues', where: [], times: 1 }] },
        },
        relation: 'atMost',
        tolerance: 0,
      }),
    ),
    linkedRule(
      'limited/growth',
      {
        group: ['outing'],
        reach: 'unit',
        left: [{ kind: 'limited', groupBy: ['outing'], column: 'amount', where: [], times: 1 }],
        right: [{ kind: 'limited', groupBy: ['outing'], column: 'amount', where: [], times: 2, years: 'previous' }],
        relation: 'atMost',
        tolerance: 0,
        onlyWhere: 'both',
      },
      { severity: 'warning' },
    ),
  ],
})

export const linkedKinds = [grant, spending, gifts, roster, limited] as const

export function ruleOf(definition: SheetDefinition, code: string): Rule {
  const rule = definition.rules.find((candidate) => candidate.code === code)
  if (rule === undefined) throw new Error(`no rule ${code}`)
  return rule
}
