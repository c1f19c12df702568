// G7: push 100,000 validated, compared and logged records over HTTP; server CPU against one raw insert of the same rows.
import { ratioOf, type RunGoal } from './goal.ts'
import { journeyRows, medianOf, runJourneys } from './journey.ts'

export const run: RunGoal = async () => {
  const journeys = await runJourneys()
  const ratio = ratioOf(
    medianOf(journeys, (j) => j.pushMs / j.rawMs),
    1,
  )
  const wall = ratioOf(
    medianOf(journeys, (j) => j.pushWallMs / j.rawMs),
    1,
  )
  return {
    goal: 'G7',
    title: 'push 100k validated, compared, logged records over HTTP ÷ raw better-sqlite3 insert (CPU)',
    ratio,
    target: 2.8,
    holds: ratio <= 2.8,
    detail: {
      rows: journeyRows,
      rawMs: medianOf(journeys, (j) => j.rawMs),
      pushMs: medianOf(journeys, (j) => j.pushMs),
      ratios: journeys.map((j) => ratioOf(j.pushMs, j.rawMs)),
      wallOverRawCpu: wall,
    },
  }
}
