// Rules over several sheets: sums of rows of several kinds, grouped by like keys, held against each other or a limit.
import type { LimitAsked, LimitBase, Share } from './limit.ts'
import type { Condition } from './condition.ts'
import type { Values } from '../kernel/value.ts'

/** A column, or its first characters (`501` of `50105`). */
export type GroupPart = string | { readonly column: string; readonly first: number }

/** Rows of one kind that take part on one side. */
export interface LinkedTerm {
  readonly kind: string
  /** One part per name of the check's `group`. A row with a blank part does not take part. */
  readonly groupBy: readonly GroupPart[]
  /** A money or integer column that is summed; null counts rows. Blank counts as 0. */
  readonly column: string | null
  readonly where: Condition
  /** Only rows in these states; absent: in every state. */
  readonly states?: readonly string[]
  /** Integer factor, usually 1 or -1. */
  readonly times: number
  /** Which years' sheets count when the rule is asked about one year; default `same`. `all` on every term of a rule or on none. */
  readonly years?: 'same' | 'previous' | 'all'
}

/** The bound comes from the policy; without a limit the rule says nothing. */
export interface LimitBound {
  readonly limit: LimitAsked
  /** What a share or a multiple is taken of; a limit whose base is not named here is passed over. */
  readonly bases?: Readonly<Partial<Record<LimitBase, readonly LinkedTerm[]>>>
}

/**
 * left `relation` right, within `tolerance` (分 or count): "at most one" is left `atMost` [] with tolerance 1.
 * Params: group, left, right, difference; with a limit also limit (= right) and the citation is the limit's.
 */
export interface LinkedCheck {
  /** Names of the key's parts, for authors; [] is the whole reach. */
  readonly group: readonly string[]
  /** `unit`: sheets of the same unit · `everywhere`: of all units. */
  readonly reach: 'unit' | 'everywhere'
  readonly left: readonly LinkedTerm[]
  readonly right: readonly LinkedTerm[] | LimitBound
  /** Only this part of the right side counts; a bound from the policy brings its own. */
  readonly share?: Share
  readonly relation: 'equal' | 'atMost' | 'atLeast'
  readonly tolerance: number
  /** Compare only where these sides have rows in the group; `leftOnly`: the right has none. Default `left`. */
  readonly onlyWhere?: 'left' | 'right' | 'either' | 'both' | 'leftOnly'
}

/** A row of an example: of which kind, and where it differs from one unit, the year asked about and the first state. */
export interface LinkedRow {
  readonly kind: string
  readonly values: Values
  readonly state?: string
  readonly unitId?: string
  /** 0: the year asked about, -1: the one before. */
  readonly yearOffset?: number
}

export function isLimitBound(right: LinkedCheck['right']): right is LimitBound {
  return 'limit' in right
}

export function columnOf(part: GroupPart): string {
  return typeof part === 'string' ? part : part.column
}

/** Every term of a check, each side in turn. */
export function termsOf({ left, right }: LinkedCheck): readonly LinkedTerm[] {
  return [...left, ...(isLimitBound(right) ? Object.values(right.bases ?? {}).flat() : right)]
}
