// Packs, confirmations, assignments and facts as stored → what holds for a unit on a day. Kept until the policy version rises.
import { hash } from 'node:crypto'
import type { Policy } from '#shared/definition/limit.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { WorkingCalendar } from '#shared/kernel/workingCalendar.ts'
import { adoptedBy } from '#shared/policy/adoption.ts'
import { makeCalendar } from '#shared/policy/calendar.ts'
import { decodeHolidayYear } from '#shared/policy/holidayFile.ts'
import { shippedHolidays, type HolidayYear } from '#shared/policy/holidays.ts'
import { noFacts, type AdoptedPack, type PolicyPack, type UnitFacts } from '#shared/policy/pack.ts'
import { decodePack, encodePack } from '#shared/policy/packFile.ts'
import { shippedPacks } from '#shared/policy/packs/index.ts'
import { resolvePolicy } from '#shared/policy/resolvePolicy.ts'
import type { UnitPolicy } from '#shared/policy/unitPolicy.ts'

export interface KnownPack {
  readonly pack: PolicyPack
  /** SHA-256 hex of its file form: what a confirmation is bound to. */
  readonly digest: string
  readonly origin: 'shipped' | 'loaded'
  readonly confirmed: Confirmation | null
  /** Units that it is assigned to; a national pack holds everywhere without. */
  readonly units: readonly string[]
}

export interface Confirmation {
  readonly at: string
  readonly by: string
}

export interface PolicyBook {
  readonly version: number
  readonly packs: readonly KnownPack[]
  readonly holidays: readonly HolidayYear[]
  readonly calendar: WorkingCalendar
  factsOf(unitId: string): UnitFacts
  /** @param path the unit and those above it, from itself upwards */
  adoptedBy(path: readonly string[]): readonly AdoptedPack[]
  policyFor(path: readonly string[], date: PlainDate): Policy
  /** The same as plain data, for all days. */
  unitPolicy(path: readonly string[]): UnitPolicy
}

export interface PolicyRows {
  readonly version: number
  readonly packs: readonly { readonly id: string; readonly content: string; readonly digest: string }[]
  readonly confirmations: readonly {
    readonly pack_id: string
    readonly digest: string
    readonly at: string
    readonly by: string
  }[]
  readonly assignments: readonly { readonly unit_id: string; readonly pack_id: string }[]
  readonly facts: readonly { readonly unit_id: string; readonly content: string }[]
  readonly holidays: readonly { readonly content: string }[]
}

export function digestPack(pack: PolicyPack): string {
  return hash('sha256', encodePack(pack), 'hex')
}

const shipped = shippedPacks.map((pack) => ({ pack, digest: digestPack(pack), origin: 'shipped' as const }))

export function makePolicyBook(rows: PolicyRows): PolicyBook {
  const loaded = rows.packs.flatMap(({ content, digest }) => {
    const read = decodePack(content)
    return read.ok ? [{ pack: read.value, digest, origin: 'loaded' as const }] : []
  })
  const replaced = new Set(loaded.map(({ pack }) => pack.id))
  const packs = [...shipped.filter(({ pack }) => !replaced.has(pack.id)), ...loaded].map((known): KnownPack => {
    const { id } = known.pack
    const confirmed = rows.confirmations.find((one) => one.pack_id === id && one.digest === known.digest)
    const units = rows.assignments.flatMap((one) => (one.pack_id === id ? [one.unit_id] : []))
    return { ...known, confirmed: confirmed ? { at: confirmed.at, by: confirmed.by } : null, units }
  })
  const arrangements = rows.holidays.flatMap(({ content }) => {
    const read = decodeHolidayYear(JSON.parse(content))
    return read.ok ? [read.value] : []
  })
  const years = new Set(arrangements.map(({ year }) => year))
  const holidays = [...shippedHolidays.filter(({ year }) => !years.has(year)), ...arrangements]
  const facts = new Map(rows.facts.map(({ unit_id, content }) => [unit_id, JSON.parse(content) as UnitFacts]))
  const factsOf = (unitId: string): UnitFacts => facts.get(unitId) ?? noFacts
  const placed = packs.map(({ pack, confirmed, units }) => ({ pack, units, confirmed: confirmed !== null }))
  const resolved = new Map<string, Policy>()
  return {
    version: rows.version,
    packs,
    holidays: holidays.toSorted((a, b) => a.year - b.year),
    calendar: makeCalendar(holidays),
    factsOf,
    adoptedBy: (path) => adoptedBy(placed, path),
    unitPolicy: (path) => ({ adopted: adoptedBy(placed, path), facts: factsOf(path[0] ?? ''), holidays }),
    policyFor: (path, date) => {
      const key = `${path.join(' ')} ${date}`
      let policy = resolved.get(key)
      if (!policy) {
        policy = resolvePolicy(adoptedBy(placed, path), { facts: factsOf(path[0] ?? ''), date })
        if (resolved.size > 2000) resolved.clear()
        resolved.set(key, policy)
      }
      return policy
    },
  }
}
