// Packs of all layers → what holds for one unit on one day: the strictest first, tiers chosen by the unit's facts.
import {
  policyLayers,
  type Limit,
  type LimitAsked,
  type LimitForm,
  type LimitOf,
  type Policy,
  type ResolvedLimit,
} from '../definition/limit.ts'
import type { PlainDate } from '../kernel/plainDate.ts'
import {
  noFacts,
  type AdoptedPack,
  type Clause,
  type PackLimit,
  type PolicyPack,
  type Tier,
  type UnitFacts,
} from './pack.ts'
import { compareStrictness, tagsOf } from './strictness.ts'

export interface Circumstances {
  readonly facts: UnitFacts
  readonly date: PlainDate
}

export function isInForce({ from, to }: Pick<PolicyPack, 'from' | 'to'>, date: PlainDate): boolean {
  return from <= date && (to === null || date <= to)
}

/** Packs that are not in force on the day say nothing. Answers are kept: rules ask the same for every row. */
export function resolvePolicy(adopted: readonly AdoptedPack[], { facts, date }: Circumstances): Policy {
  const all = adopted
    .filter(({ pack }) => isInForce(pack, date))
    .flatMap((one) => one.pack.limits.map((limit) => resolveLimit(one, limit, facts)))
  const known = new Map<string, readonly ResolvedLimit[]>()
  return {
    limits: <F extends LimitForm>(asked: LimitAsked<F>) => {
      const { tag, form, circumstance, festival, per } = asked
      const key = [form, tag, circumstance, festival, per].join(' ')
      let found = known.get(key)
      if (found === undefined) known.set(key, (found = answer(all, asked)))
      // The list holds only limits of the form that was asked for.
      return found as unknown as readonly ResolvedLimit<F>[]
    },
  }
}

function answer(all: readonly ResolvedLimit[], asked: LimitAsked): readonly ResolvedLimit[] {
  const raised = all
    .filter((resolved) => isAskedFor(resolved.limit, asked))
    .filter((resolved) => !isExcepted(resolved, asked, all))
    .map((resolved) => ({ ...resolved, limit: underCircumstance(resolved.limit, asked) }))
  return raised.toSorted(
    (a, b) =>
      compareStrictness(a.limit, b.limit) ||
      Number(b.confirmed) - Number(a.confirmed) ||
      policyLayers.indexOf(a.pack.layer) - policyLayers.indexOf(b.pack.layer),
  )
}

function isAskedFor(limit: Limit, { form, tag, festival, per }: LimitAsked): boolean {
  if (limit.form !== form || !tagsOf(limit).includes(tag)) return false
  if (limit.form === 'frequency') return per === undefined || limit.per === per
  if (limit.form !== 'perFestival' || limit.festivals.length === 0) return true
  return festival !== undefined && limit.festivals.includes(festival)
}

/** 其他节日: a limit for every festival does not hold where its own pack names the festival. */
function isExcepted({ limit, pack }: ResolvedLimit, { festival }: LimitAsked, all: readonly ResolvedLimit[]): boolean {
  if (limit.form !== 'perFestival' || limit.festivals.length > 0 || festival === undefined) return false
  return all.some(
    (other) => other.pack === pack && other.limit.form === 'perFestival' && other.limit.festivals.includes(festival),
  )
}

function underCircumstance(limit: Limit, { circumstance }: LimitAsked): Limit {
  if (limit.form !== 'perEvent' || circumstance === undefined) return limit
  const raised = limit.raised?.find((candidate) => candidate.circumstance === circumstance)
  return raised === undefined ? limit : { ...limit, max: raised.max }
}

const refs = new WeakMap<PolicyPack, ResolvedLimit['pack']>()

function refOf(pack: PolicyPack): ResolvedLimit['pack'] {
  const known = refs.get(pack) ?? { id: pack.id, title: pack.title, layer: pack.layer }
  refs.set(pack, known)
  return known
}

function resolveLimit({ pack, confirmed }: AdoptedPack, limit: PackLimit, facts: UnitFacts): ResolvedLimit {
  const source = pack.documentNo === '' ? pack.title : `${pack.title}（${pack.documentNo}）`
  const { clause, certainty } = limit
  const { chosen, assumed } = chooseTier(limit, facts)
  return { limit: chosen, pack: refOf(pack), confirmed, assumed, citation: { source, clause, certainty } }
}

/** The limit without tiers. Unknown facts choose the strictest tier. */
export function chooseTier(
  limit: PackLimit,
  facts: UnitFacts,
): { readonly chosen: Limit & Clause; readonly assumed: boolean } {
  if (limit.form !== 'tiered') return { chosen: limit, assumed: false }
  const { tags, tiers, clause, certainty } = limit
  const to = (max: LimitOf<'perMemberYear'>['max']): Limit & Clause => ({
    form: 'perMemberYear',
    tags,
    max,
    clause,
    certainty,
  })
  const strictest = tiers.reduce((least, { max }) => (max < least ? max : least), tiers[0]?.max ?? emptyTier())
  if (tiers.some((tier) => !isDecidable(tier, facts))) return { chosen: to(strictest), assumed: true }
  const tier = tiers.find((candidate) => holds(candidate, facts))
  return { chosen: to(tier?.max ?? strictest), assumed: tier === undefined }
}

function emptyTier(): never {
  throw new Error('a tiered limit without tiers was decoded')
}

function isDecidable(tier: Tier, { retainedPerHead, nature }: UnitFacts): boolean {
  if ('below' in tier) return retainedPerHead !== null
  return 'natures' in tier ? nature !== null : true
}

function holds(tier: Tier, { retainedPerHead, nature }: UnitFacts): boolean {
  if ('below' in tier) return retainedPerHead !== null && retainedPerHead < tier.below
  return 'natures' in tier ? nature !== null && tier.natures.includes(nature) : true
}

/** Limits as if one confirmed pack set them: for the examples of rules. */
export function samplePolicy(limits: readonly Limit[], date: PlainDate): Policy {
  const pack: PolicyPack = {
    id: 'sample',
    layer: 'national',
    region: '',
    documentNo: '',
    title: '示例',
    from: date,
    to: null,
    verified: true,
    sourceNote: '',
    limits: limits.map((limit) => ({ ...limit, clause: '示例', certainty: 'house' as const })),
  }
  return resolvePolicy([{ pack, confirmed: true }], { facts: noFacts, date })
}
