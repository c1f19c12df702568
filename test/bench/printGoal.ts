// A goal's result as lines for people.
import type { GoalResult } from './goal.ts'

export function printGoal(result: GoalResult): void {
  const state = result.holds ? 'holds ' : 'MISSED'
  console.log(
    `${result.goal.padEnd(4)} ${state} ${String(result.ratio).padStart(8)} (target ${result.target})  ${result.title}`,
  )
  for (const [key, value] of Object.entries(result.detail)) {
    console.log(`       ${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
  }
}

export function printSummary(results: readonly GoalResult[]): void {
  const missed = results.filter((result) => !result.holds)
  console.log(
    `\n${results.length - missed.length} of ${results.length} goals hold${missed.length > 0 ? `; missed: ${missed.map((r) => r.goal).join(', ')}` : ''}`,
  )
}
