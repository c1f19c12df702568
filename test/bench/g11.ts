// G11: full pull of 100,000 records to a fresh client over HTTP, server CPU against one raw insert; streamed in pages.
import { ratioOf, type RunGoal } from './goal.ts'
import { journeyRows, medianOf, runJourneys } from './journey.ts'

export const run: RunGoal = async () => {
  const journeys = await runJourneys()
  const ratio = ratioOf(
    medianOf(journeys, (j) => j.pullMs / j.rawMs),
    1,
  )
  const whole = journeys.every((j) => j.pulledRows === journeyRows && j.firstBytesMs < j.pullWallMs / 4)
  return {
    goal: 'G11',
    title: 'full pull of 100k to a fresh client ÷ raw insert (CPU), first bytes before the last row is read',
    ratio,
    target: 0.7,
    holds: ratio <= 0.7 && whole,
    detail: {
      ratios: journeys.map((j) => ratioOf(j.pullMs, j.rawMs)),
      firstBytesMs: Math.round(medianOf(journeys, (j) => j.firstBytesMs)),
      wallMs: Math.round(medianOf(journeys, (j) => j.pullWallMs)),
    },
  }
}
