// G8: push 100 changed of 100,000 records (three fields each), server CPU against one raw insert of all.
import { ratioOf, type RunGoal } from './goal.ts'
import { medianOf, runJourneys } from './journey.ts'

export const run: RunGoal = async () => {
  const journeys = await runJourneys()
  const ratio = ratioOf(
    medianOf(journeys, (j) => j.changedMs / j.rawMs),
    1,
  )
  return {
    goal: 'G8',
    title: 'push 100 changed of 100k over HTTP ÷ raw insert of 100k (CPU)',
    ratio,
    target: 0.015,
    holds: ratio <= 0.015,
    detail: {
      pushMs: medianOf(journeys, (j) => j.changedMs),
      ratios: journeys.map((j) => ratioOf(j.changedMs, j.rawMs)),
    },
  }
}
