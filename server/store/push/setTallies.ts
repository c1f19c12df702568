// Set rules in a push: only the groups of touched rows are loaded, counted and judged.
import type { KindCodec } from '../kindCodec.ts'
import type { RuleContext, SetRule } from '#shared/definition/rule.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import type { Values } from '#shared/kernel/value.ts'
import { groupOf, tally, type Aggregate, type Aggregates, type GroupKey } from '#shared/validation/setAggregates.ts'
import { createSetSums, setFindings, type SetSums } from '#shared/validation/setFindings.ts'

/** The sums of one set rule in one partition, as far as loaded. */
export interface RuleTally {
  readonly rule: SetRule
  /** What judges it; undefined where the rule does not apply: it is counted all the same. */
  readonly sums: SetSums['rules'][number] | undefined
  readonly aggregates: Aggregates
  readonly loaded: Set<GroupKey>
  /** Every stored group is loaded: one that is not there has no rows. */
  whole: boolean
  readonly touched: Set<GroupKey>
  /** For rules that block saving: was the group broken when this push first touched it, or after the last kept group. */
  readonly broken: Map<GroupKey, boolean>
}

export interface PlaceTallies {
  readonly rules: readonly RuleTally[]
  /** Some rule keeps a group of ops from being saved. */
  readonly blocking: boolean
  readonly codec: KindCodec
}

export function makeTallies(codec: KindCodec, context: RuleContext): PlaceTallies {
  const all = createSetSums(codec.definition, context)
  const rules = tallied(codec).map((rule) => {
    const sums = all.rules.find((candidate) => candidate.rule === rule)
    return {
      rule,
      sums,
      aggregates: sums?.aggregates ?? new Map(),
      loaded: new Set<string>(),
      whole: false,
      touched: new Set<string>(),
      broken: new Map<string, boolean>(),
    }
  })
  return { rules, codec, blocking: rules.some(({ rule }) => isBlocking(rule)) }
}

/** Rules whose sums are kept: all but `unique` over the natural key, which the database's own index holds. */
export function tallied({ definition }: KindCodec): readonly SetRule[] {
  const natural = definition.naturalKey.toSorted().join('\n')
  return definition.rules.filter(
    (rule): rule is SetRule =>
      rule.scope === 'set' &&
      !(rule.set.type === 'unique' && rule.set.where.length === 0 && rule.set.key.toSorted().join('\n') === natural),
  )
}

export function groupsOf({ rules }: PlaceTallies, values: Values): readonly (GroupKey | undefined)[] {
  return rules.map(({ rule }) => groupOf(rule.set, values))
}

/** Puts a stored group in; undefined: the group has no rows yet. */
export function loadGroup(rule: RuleTally, group: GroupKey, stored: Aggregate | undefined): void {
  rule.loaded.add(group)
  if (stored) rule.aggregates.set(group, stored)
}

export interface TallyChange {
  readonly id: string
  readonly before: Values | undefined
  readonly after: Values | undefined
}

/** @returns false when a group was touched that is not loaded: the push is to be decided again with it */
export function countChange(tallies: PlaceTallies, { id, before, after }: TallyChange): boolean {
  let known = true
  for (const ruleTally of tallies.rules) {
    const { rule, aggregates, loaded, touched } = ruleTally
    for (const [row, sign] of [
      [before, -1],
      [after, 1],
    ] as const) {
      if (!row) continue
      const group = groupOf(rule.set, row)
      if (group === undefined) continue
      if (!ruleTally.whole && !loaded.has(group)) known = false
      if (isBlocking(rule) && !ruleTally.broken.has(group))
        ruleTally.broken.set(group, judge(tallies, ruleTally, group).length > 0)
      touched.add(group)
      tally(rule.set, aggregates, { id, row, sign })
    }
  }
  return known
}

/** Takes a change back when its group of ops is undone. */
export function uncountChange(tallies: PlaceTallies, { id, before, after }: TallyChange): void {
  for (const { rule, aggregates } of tallies.rules) {
    if (after) tally(rule.set, aggregates, { id, row: after, sign: -1 })
    if (before) tally(rule.set, aggregates, { id, row: before, sign: 1 })
  }
}

/** Rules that block saving and that these rows have newly broken. What was broken before may be mended step by step. */
export function newlyBroken(tallies: PlaceTallies, rows: readonly Values[]): readonly Finding[] {
  const blocking = tallies.rules.filter(({ rule }) => isBlocking(rule))
  return blocking.flatMap((ruleTally) => {
    const groups = new Set(rows.map((row) => groupOf(ruleTally.rule.set, row)))
    return [...groups].flatMap((group) =>
      group === undefined || ruleTally.broken.get(group) === true ? [] : judge(tallies, ruleTally, group),
    )
  })
}

/** Errors of the groups that these rows stand in: what keeps them from going on. */
export function stoppingFindings(tallies: PlaceTallies, rows: readonly Values[]): readonly Finding[] {
  return tallies.rules.flatMap((ruleTally) => {
    if (ruleTally.rule.severity !== 'error') return []
    const groups = new Set(rows.flatMap((row) => groupOf(ruleTally.rule.set, row) ?? []))
    return judgeGroups(tallies, ruleTally, groups)
  })
}

/** After a kept group: what is mended must stay mended. */
export function keepJudgement(tallies: PlaceTallies, rows: readonly Values[]): void {
  for (const ruleTally of tallies.rules) {
    if (!isBlocking(ruleTally.rule)) continue
    for (const row of rows) {
      const group = groupOf(ruleTally.rule.set, row)
      if (group !== undefined && ruleTally.broken.get(group) === true)
        ruleTally.broken.set(group, judge(tallies, ruleTally, group).length > 0)
    }
  }
}

/** Findings of every group that the push touched. */
export function touchedFindings(tallies: PlaceTallies): readonly Finding[] {
  return tallies.rules.flatMap((ruleTally) => judgeGroups(tallies, ruleTally, ruleTally.touched))
}

function isBlocking(rule: SetRule): boolean {
  return rule.severity === 'error' && rule.blocks === 'save'
}

function judge(tallies: PlaceTallies, ruleTally: RuleTally, group: GroupKey): readonly Finding[] {
  return judgeGroups(tallies, ruleTally, new Set([group]))
}

function judgeGroups({ codec }: PlaceTallies, { sums }: RuleTally, groups: ReadonlySet<GroupKey>): readonly Finding[] {
  return sums ? setFindings({ definition: codec.definition, rules: [sums] }, [groups]) : []
}
