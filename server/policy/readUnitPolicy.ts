// What holds for a unit, as it goes along to the thread that reads its files.
import type { UnitKind } from '#shared/definition/rule.ts'
import { pathOf } from '#shared/policy/adoption.ts'
import type { UnitPolicy } from '#shared/policy/unitPolicy.ts'
import { readUnits } from '../auth/units.ts'
import type { AppDeps } from '../deps.ts'

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
  const unit = units.get(unitId ?? '')
  const path = unit === undefined ? [] : pathOf((id) => units.get(id)?.parentId, unit.id)
  return { unitKind: unit?.kind ?? 'primary', unitPolicy: (await store.policies()).unitPolicy(path) }
}
