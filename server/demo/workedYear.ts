// A whole year of one union: 300 members, budget and adjustment, seven festivals, hardship, awards, the office's own work.
import { awardSteps, hardshipSteps } from './aid.ts'
import { festivalSteps } from './festivals.ts'
import { fundSteps } from './funds.ts'
import { makeMembers, rosterSteps } from './members.ts'
import { assetSteps, documentSteps, objectiveSteps, planSteps, taskSteps, trainingSteps } from './office.ts'
import type { Step } from './step.ts'

/** The year that is played; its festivals and working days are those of 2025. */
export const demoYear = 2025

/** @param size of the union; fewer members make a quicker play with the same roads */
export function workedYear(size = 300): readonly Step[] {
  const all = makeMembers()
  const apart = Math.max(1, Math.floor(all.length / size))
  const members = all.filter((_, index) => index % apart === 0).slice(0, size)
  return [
    ...rosterSteps(members, demoYear),
    ...fundSteps(members, demoYear),
    ...festivalSteps(members, demoYear),
    ...hardshipSteps(members, demoYear),
    ...awardSteps(members, demoYear),
    ...taskSteps(demoYear),
    ...documentSteps(demoYear),
    ...planSteps(demoYear),
    ...objectiveSteps(demoYear),
    ...trainingSteps(demoYear),
    ...assetSteps(demoYear),
  ]
}
