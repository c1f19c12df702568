// G12: peak resident memory of the server through G7, G10, G11 and G8.
import type { RunGoal } from './goal.ts'
import { medianOf, runJourneys } from './journey.ts'

export const run: RunGoal = async () => {
  const journeys = await runJourneys()
  const peakMb = Math.round(medianOf(journeys, (j) => j.peakMb))
  return {
    goal: 'G12',
    title: 'server peak RSS through G7–G11, MB',
    ratio: peakMb,
    target: 180,
    holds: peakMb <= 180,
    detail: { each: journeys.map((j) => Math.round(j.peakMb)) },
  }
}
