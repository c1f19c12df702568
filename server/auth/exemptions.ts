// 豁免: what can be excused at all, and what holds for one person at one sheet today. Pure: what is on file is handed in.
import { incompatiblePairs } from './incompatible.ts'
import { isExcusable } from './excusesRoles.ts'
import { isCurrent } from './isCurrent.ts'
import type { Grant } from './principal.ts'
import { excusableDuties, type Excused } from '#shared/definition/duty.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { daysState, type ExemptionOnFile } from '#shared/review/foldRevocable.ts'
import type { Excuse } from '#shared/review/facts.ts'

const excusablePairs = incompatiblePairs.filter(isExcusable)

/** All that can be excused, as exemptions name it. */
export const excusable: readonly Excused[] = [
  ...excusablePairs.map(({ first, second }): Excused => `${first}+${second}`),
  ...excusableDuties,
]

/** What may excuse one person: exemptions that were not revoked. */
export function exemptionsOf(
  exemptions: readonly ExemptionOnFile[],
  userIds: readonly string[],
): readonly ExemptionOnFile[] {
  return exemptions.filter(({ revoked, persons }) => revoked === null && persons.some(({ id }) => userIds.includes(id)))
}

/** What holds for somebody who takes a step at a sheet of the unit. @param acting the person's accounts; of whoever the step is taken for, too */
export function excusesFor(
  exemptions: readonly ExemptionOnFile[],
  {
    unitId,
    today,
    acting,
    grants,
  }: {
    readonly unitId: string
    readonly today: PlainDate
    readonly acting: readonly (readonly string[])[]
    readonly grants: readonly Grant[]
  },
): readonly Excuse[] {
  const held = new Set(
    grants.flatMap((grant) =>
      grant.unitId === unitId && grant.delegatedBy === undefined && isCurrent(grant, today) ? [grant.role] : [],
    ),
  )
  return exemptions
    .filter((exemption) => exemption.unitId === unitId && daysState(exemption, today) === 'standing')
    .filter((exemption) => acting.every((userIds) => exemptionsOf([exemption], userIds).length > 0))
    .map(({ id, excuses }) => ({
      id,
      duties: excusableDuties.filter((duty) => excuses.includes(duty)),
      roles: excusablePairs
        .filter(({ first, second }) => excuses.includes(`${first}+${second}`) && held.has(first) && held.has(second))
        .map(({ first, second }) => [first, second] as const),
    }))
}
