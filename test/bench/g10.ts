// G10: push all 100,000 again unchanged (a client that lost its base), server CPU against one raw insert; nothing is logged.
import { ratioOf, type RunGoal } from './goal.ts'
import { medianOf, runJourneys } from './journey.ts'

export const run: RunGoal = async () => {
  const journeys = await runJourneys()
  const ratio = ratioOf(
    medianOf(journeys, (j) => j.againMs / j.rawMs),
    1,
  )
  const entries = Math.max(...journeys.map((j) => j.againEntries))
  return {
    goal: 'G10',
    title: 're-push of 100k unchanged ÷ raw insert (CPU), with 0 log rows',
    ratio,
    target: 2,
    holds: ratio <= 2 && entries === 0,
    detail: { logRows: entries, ratios: journeys.map((j) => ratioOf(j.againMs, j.rawMs)) },
  }
}
