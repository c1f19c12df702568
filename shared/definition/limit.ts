// Limits that regulations set, as rules meet them: already resolved for one unit and day (resolving: policy/resolve.ts).
import type { Citation } from '../kernel/finding.ts'
import type { Fen } from '../kernel/money.ts'
import type { Params } from '../kernel/words.ts'
import type { Festival, LimitSubject, PurposeTag } from './purpose.ts'

/** `times` out of `per`: 2 of 3, 1 of 2, 15 of 100. Exact, where a percentage would round. */
export interface Share {
  readonly times: number
  readonly per: number
}

/** What raises a limit per event. */
export const circumstances = ['手术', '重大疾病', '二孩三孩'] as const
export type Circumstance = (typeof circumstances)[number]

/** In what a benefit may be given. */
export const means = ['实物', '提货券', '蛋糕券', '慰问金(转账)', '现金', '购物卡'] as const
export type Means = (typeof means)[number]

/** Of what a share or a multiple is taken. `dues` 当年会费收入 · `retainedIncome` 留成收入 · `participants` 参加人数. */
export const limitBases = ['dues', 'retainedIncome', 'budgetIncome', 'budgetExpenditure', 'participants'] as const
export type LimitBase = (typeof limitBases)[number]

/** Who may be given something: 在会 · 已缴会费 · 工资纳入拨缴基数 · 符合国家法律政策. */
export const eligibilities = ['member', 'duesPaid', 'inWageBase', 'lawful'] as const
export type Eligibility = (typeof eligibilities)[number]

/** `illnessYear`: for the same illness in one year. */
export const frequencyPers = ['year', 'lifetime', 'illnessYear', 'event'] as const
export type FrequencyPer = (typeof frequencyPers)[number]

/** The forms limits take (domain.md §2.6). Amounts are the most that is allowed, inclusive. */
export type Limit =
  /** All of these purposes together, for one member in one year. */
  | { readonly form: 'perMemberYear'; readonly tags: readonly PurposeTag[]; readonly max: Fen }
  /** `raised`: a higher amount under a circumstance; in a resolved limit `max` is the one that was asked for. */
  | {
      readonly form: 'perEvent'
      readonly tag: PurposeTag
      readonly max: Fen
      readonly raised?: readonly { readonly circumstance: Circumstance; readonly max: Fen }[]
    }
  /** `festivals` empty: every festival that no other limit of the pack names. */
  | { readonly form: 'perFestival'; readonly festivals: readonly Festival[]; readonly max: Fen }
  | { readonly form: 'perPersonDay'; readonly tag: PurposeTag; readonly max: Fen }
  /** Of the year's money of the unit. */
  | {
      readonly form: 'unitYearRatio'
      readonly tags: readonly LimitSubject[]
      readonly base: LimitBase
      readonly share: Share
    }
  | { readonly form: 'duesMultiple'; readonly tags: readonly PurposeTag[]; readonly multiple: number }
  /** Prize winners among participants. */
  | { readonly form: 'headcountRatio'; readonly tag: PurposeTag; readonly base: LimitBase; readonly share: Share }
  | { readonly form: 'frequency'; readonly tag: PurposeTag; readonly per: FrequencyPer; readonly times: number }
  | { readonly form: 'means'; readonly tag: PurposeTag; readonly allowed: readonly Means[] }
  | { readonly form: 'eligibility'; readonly tags: readonly PurposeTag[]; readonly condition: Eligibility }

export type LimitForm = Limit['form']

export type LimitOf<F extends LimitForm> = Extract<Limit, { readonly form: F }>

/** 国家 → 省 → 市/产业 → 单位: a lower layer may tighten, never loosen. */
export const policyLayers = ['national', 'provincial', 'local', 'unit'] as const
export type PolicyLayer = (typeof policyLayers)[number]

export interface PackRef {
  readonly id: string
  readonly title: string
  readonly layer: PolicyLayer
}

export interface ResolvedLimit<F extends LimitForm = LimitForm> {
  readonly limit: LimitOf<F>
  readonly pack: PackRef
  /** An admin has read the text and confirmed the pack: only then does its limit stop anybody. */
  readonly confirmed: boolean
  /** 文号 and article or page. */
  readonly citation: Citation
  /** The limit has tiers and the unit's facts that choose one are not known: the strictest was taken. */
  readonly assumed: boolean
}

/** A limit of any form. */
export type SomeLimit = { readonly [F in LimitForm]: ResolvedLimit<F> }[LimitForm]

export interface LimitAsked<F extends LimitForm = LimitForm> {
  readonly tag: LimitSubject
  readonly form: F
  /** perEvent only. */
  readonly circumstance?: Circumstance
  /** perFestival only. */
  readonly festival?: Festival
  /** frequency only. */
  readonly per?: FrequencyPer
}

/** What packs say to one unit on one day. */
export interface Policy {
  /** Strictest first; [] where no pack says anything. */
  limits<F extends LimitForm>(asked: LimitAsked<F>): readonly ResolvedLimit<F>[]
}

/** No packs: nothing is limited. */
export const emptyPolicy: Policy = { limits: () => [] }

/** A rule's answer where a limit is passed: severity and citation then come from the limit and its pack. */
export interface OverLimit {
  readonly over: SomeLimit
  /** At least `limit`; `used` and `amount` where they mean something: limit, already used, this entry. */
  readonly params: Params
}

/** The limit that is passed: a confirmed one rather than another, and the strictest of them. @param limits strictest first */
export function findPassed<F extends LimitForm>(
  limits: readonly ResolvedLimit<F>[],
  isPassed: (limit: LimitOf<F>) => boolean,
): ResolvedLimit<F> | undefined {
  const passed = limits.filter(({ limit }) => isPassed(limit))
  return passed.find(({ confirmed }) => confirmed) ?? passed[0]
}

export function isOverLimit(answer: Params | OverLimit): answer is OverLimit {
  return typeof answer['over'] === 'object'
}
