// What holds for a unit, as it goes along to the thread that reads its files.
import type { UnitKind } from '#shared/definition/rule.ts'
import { pathOf } from '#shared/policy/adoption.ts'
import type { UnitPolicy } from '#shared/policy/unitPolicy.ts'
import type { Principal } from '../auth/principal.ts'
import { readUnits, type Unit } from '../auth/units.ts'
import { visibleUnits } from '../auth/visibleUnits.ts'
import type { AppDeps } from '../deps.ts'
import { localDay } from '../localDay.ts'
import type { PolicyBook } from './policyBook.ts'

export interface UnitCircumstances {
  readonly unitKind: UnitKind
  readonly unitPolicy: UnitPolicy
}

/** @param unitId of no unit: as a 基层工会 that has said nothing of itself */
export async function readUnitPolicy(
  { accounts, store }: Pick<AppDeps, 'accounts' | 'store'>,
  unitId: string | undefined,
): Promise<UnitCircumstances> {
  const units = new Map((await readUnits(accounts.db)).map((unit) => [unit.id, unit]))
  return circumstancesOf(units, await store.policies(), unitId)
}

/** Units that the person sees, by name without spaces; names that several have are left out. */
export async function readUnitsByName(
  { accounts, store, clock }: Pick<AppDeps, 'accounts' | 'store' | 'clock'>,
  principal: Principal,
): Promise<ReadonlyMap<string, UnitCircumstances>> {
  const all = await readUnits(accounts.db)
  const units = new Map(all.map((unit) => [unit.id, unit]))
  const policies = await store.policies()
  const seen = new Map<string, Unit | undefined>()
  for (const unit of visibleUnits(all, principal, localDay(clock()))) {
    const name = unit.name.replace(/\s/g, '')
    seen.set(name, seen.has(name) ? undefined : unit)
  }
  return new Map(
    [...seen].flatMap(([name, unit]) => (unit ? [[name, circumstancesOf(units, policies, unit.id)] as const] : [])),
  )
}

function circumstancesOf(
  units: ReadonlyMap<string, Unit>,
  policies: PolicyBook,
  unitId: string | undefined,
): UnitCircumstances {
  const unit = units.get(unitId ?? '')
  const path = unit === undefined ? [] : pathOf((id) => units.get(id)?.parentId, unit.id)
  return { unitKind: unit?.kind ?? 'primary', unitPolicy: policies.unitPolicy(path) }
}
