// How one group of a rule over several sheets stands: what is already used elsewhere, what this sheet adds, what is allowed.
import { isLimitBound } from '../definition/linked.ts'
import type { RuleContext } from '../definition/rule.ts'
import type { Citation, Finding } from '../kernel/finding.ts'
import type { RecordId } from '../kernel/value.ts'
import { boundsOf, judgeGroup, noRows, type LinkedSums } from './linkedFindings.ts'
import type { PlannedRule } from './linkedPlan.ts'

/** Sums are decimal text: 分 where `money`, else counts. */
export interface LinkedStanding {
  /** Rule code. */
  readonly rule: string
  readonly owner: string
  /** Parts of the key, as text, by the rule's names. */
  readonly group: readonly string[]
  readonly year: number
  readonly money: boolean
  readonly relation: 'equal' | 'atMost' | 'atLeast'
  /** The left side, over everything in the rule's reach. */
  readonly total: string
  /** Of it, what the rows of this sheet add that the reader may see. */
  readonly own: string
  /** What the left side is held against; null: nothing bounds it now. */
  readonly bound: string | null
  /** Where the bound comes from when a pack sets it. */
  readonly citation: Citation | null
  readonly finding: Finding | null
}

export interface StandingFacts {
  readonly planned: PlannedRule
  readonly group: string
  readonly year: number
  readonly sums: LinkedSums
  readonly own: bigint
  /** A row of the rule’s own kind that the reader sees. */
  readonly row: RecordId | undefined
}

export function standingOf(
  { planned, group, year, sums, own, row }: StandingFacts,
  context: RuleContext,
): LinkedStanding {
  const { rule, owner, money } = planned
  const [strictest] = boundsOf(planned, sums, context)
  const right = isLimitBound(rule.linked.right)
  const finding = judgeGroup(planned, { group, sums, location: row === undefined ? {} : { id: row } }, context)
  return {
    rule: rule.code,
    owner,
    group: (JSON.parse(group) as readonly unknown[]).map(String),
    year,
    money,
    relation: rule.linked.relation,
    total: String((sums.get('left') ?? noRows).sum),
    own: String(own),
    bound: strictest === undefined ? null : String(strictest.right / strictest.per),
    citation: right ? (strictest?.limit?.citation ?? null) : rule.citation,
    finding,
  }
}
