// Where packs hold, and on which day a sheet is judged: the same on the server and in the pane.
import { plainDate, type PlainDate } from '../kernel/plainDate.ts'
import type { AdoptedPack } from './pack.ts'

/** A pack with the units that it is assigned to; it holds for all below them, a national one everywhere. */
export interface PlacedPack extends AdoptedPack {
  readonly units: readonly string[]
}

/** @param path the unit and those above it, from itself upwards */
export function adoptedBy(packs: readonly PlacedPack[], path: readonly string[]): readonly AdoptedPack[] {
  return packs.filter(({ pack, units }) => pack.layer === 'national' || units.some((unit) => path.includes(unit)))
}

/** A sheet of a past year is judged as at its end, one of a coming year as at its beginning. */
export function policyDay(year: number, today: PlainDate): PlainDate {
  const current = Number(today.slice(0, 4))
  const day = year < current ? plainDate(year, 12, 31) : plainDate(year, 1, 1)
  return year === current || day === undefined ? today : day
}

/** From the unit upwards. */
export function pathOf(parentOf: (unitId: string) => string | null | undefined, unitId: string): readonly string[] {
  const path: string[] = []
  for (let at: string | null = unitId; at !== null && !path.includes(at); at = parentOf(at) ?? null) path.push(at)
  return path
}
