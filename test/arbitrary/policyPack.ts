// Arbitrary packs: every form, every layer, any amounts.
import fc from 'fast-check'
import {
  circumstances,
  eligibilities,
  frequencyPers,
  limitBases,
  means,
  policyLayers,
} from '#shared/definition/limit.ts'
import { festivals, limitSubjects, purposeTags } from '#shared/definition/purpose.ts'
import type { Fen } from '#shared/kernel/money.ts'
import { fromEpochDay } from '#shared/kernel/plainDate.ts'
import { unitNatures, type PackLimit, type PolicyPack } from '#shared/policy/pack.ts'

const amount = fc.integer({ min: 0, max: 1_000_000 }).map((fen) => fen as Fen)
const tag = fc.constantFrom(...purposeTags)
const tags = fc.uniqueArray(tag, { minLength: 1, maxLength: 4 })
const share = fc
  .integer({ min: 1, max: 100 })
  .chain((per) => fc.record({ times: fc.integer({ min: 1, max: per }), per: fc.constant(per) }))
const base = fc.constantFrom(...limitBases)
const clause = {
  clause: fc.constantFrom('第八条', '第9页'),
  certainty: fc.constantFrom('sourced' as const, 'secondary' as const, 'house' as const),
}

export const arbitraryLimit: fc.Arbitrary<PackLimit> = fc.oneof(
  fc.record({ form: fc.constant('perMemberYear' as const), tags, max: amount, ...clause }),
  fc.record({ form: fc.constant('perEvent' as const), tag, max: amount, ...clause }),
  fc.record({
    form: fc.constant('perEvent' as const),
    tag,
    max: amount,
    raised: fc.array(fc.record({ circumstance: fc.constantFrom(...circumstances), max: amount }), {
      minLength: 1,
      maxLength: 2,
    }),
    ...clause,
  }),
  fc.record({
    form: fc.constant('perFestival' as const),
    festivals: fc.uniqueArray(fc.constantFrom(...festivals), { maxLength: 3 }),
    max: amount,
    ...clause,
  }),
  fc.record({ form: fc.constant('perPersonDay' as const), tag, max: amount, ...clause }),
  fc.record({
    form: fc.constant('unitYearRatio' as const),
    tags: fc.uniqueArray(fc.constantFrom(...limitSubjects), { minLength: 1, maxLength: 3 }),
    base,
    share,
    ...clause,
  }),
  fc.record({ form: fc.constant('duesMultiple' as const), tags, multiple: fc.integer({ min: 1, max: 9 }), ...clause }),
  fc.record({ form: fc.constant('headcountRatio' as const), tag, base, share, ...clause }),
  fc.record({
    form: fc.constant('frequency' as const),
    tag,
    per: fc.constantFrom(...frequencyPers),
    times: fc.integer({ min: 1, max: 9 }),
    ...clause,
  }),
  fc.record({
    form: fc.constant('means' as const),
    tag,
    allowed: fc.uniqueArray(fc.constantFrom(...means), { minLength: 1 }),
    ...clause,
  }),
  fc.record({
    form: fc.constant('eligibility' as const),
    tags,
    condition: fc.constantFrom(...eligibilities),
    ...clause,
  }),
  fc.record({
    form: fc.constant('tiered' as const),
    tags,
    tiers: fc
      .tuple(
        fc.array(
          fc.oneof(
            fc.record({ below: amount, max: amount }),
            fc.record({
              natures: fc.uniqueArray(fc.constantFrom(...unitNatures), { minLength: 1, maxLength: 3 }),
              max: amount,
            }),
          ),
          { maxLength: 3 },
        ),
        fc.record({ max: amount }),
      )
      .map(([tiers, last]) => [...tiers, last]),
    ...clause,
  }),
)

const day = fc.integer({ min: 17_000, max: 21_000 }).map((epochDay) => fromEpochDay(epochDay)!)

export const arbitraryPack: fc.Arbitrary<PolicyPack> = fc
  .record({
    id: fc.stringMatching(/^[a-z][a-z0-9-]{1,20}$/),
    layer: fc.constantFrom(...policyLayers),
    region: fc.constantFrom('安徽', '全国'),
    documentNo: fc.constantFrom('', '皖工发〔2025〕18号'),
    title: fc.constantFrom('实施办法', 'A "title"'),
    days: fc.tuple(day, fc.option(day)),
    verified: fc.boolean(),
    sourceNote: fc.constantFrom('', '录入说明'),
    limits: fc.array(arbitraryLimit, { maxLength: 8 }),
  })
  .map(({ days: [a, b], ...rest }) => ({
    ...rest,
    from: b === null || a <= b ? a : b,
    to: b === null ? null : a <= b ? b : a,
  }))
