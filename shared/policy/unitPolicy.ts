// The packs, facts and holidays of one unit as plain data that crosses threads, and what rules may ask of them.
import type { RuleContext } from '../definition/rule.ts'
import { adoptedBy, policyDay } from './adoption.ts'
import { makeCalendar } from './calendar.ts'
import { shippedHolidays, type HolidayYear } from './holidays.ts'
import { noFacts, type AdoptedPack, type UnitFacts } from './pack.ts'
import { shippedPacks } from './packs/index.ts'
import { resolvePolicy } from './resolvePolicy.ts'

export interface UnitPolicy {
  /** In force or not; which of them are is asked for a day. */
  readonly adopted: readonly AdoptedPack[]
  readonly facts: UnitFacts
  readonly holidays: readonly HolidayYear[]
}

/** What holds where nobody has said anything: the national packs, unconfirmed, and the holidays this release knows. */
export const shippedUnitPolicy: UnitPolicy = {
  adopted: adoptedBy(
    shippedPacks.map((pack) => ({ pack, confirmed: false, units: [] })),
    [],
  ),
  facts: noFacts,
  holidays: shippedHolidays,
}

export function makeRuleContext({
  unitPolicy: { adopted, facts, holidays },
  ...known
}: Omit<RuleContext, 'policy' | 'calendar'> & { readonly unitPolicy: UnitPolicy }): RuleContext {
  const date = policyDay(known.year, known.today)
  return { ...known, policy: resolvePolicy(adopted, { facts, date }), calendar: makeCalendar(holidays) }
}
