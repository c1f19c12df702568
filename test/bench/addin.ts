// `npm run bench:addin [-- --only G13,G19] [--json FILE]`: the goals of the Excel pane, in Chromium on the Office.js test host.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { run as runDiff } from './addinG13.ts'
import { runPublish, runRefresh } from './addinG19.ts'
import { run as runPaint } from './addinG20.ts'
import type { GoalResult, RunGoal } from './goal.ts'
import { printGoal, printSummary } from './printGoal.ts'

const runs: Readonly<Record<string, RunGoal>> = { G20: runPaint, G13: runDiff, G19: runPublish, G19b: runRefresh }
const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } })
const only = values.only?.split(',')
const jsonFile = values.json
const results: GoalResult[] = []
for (const [goal, run] of Object.entries(runs)) {
  if (only && !only.includes(goal)) continue
  const result = await run()
  results.push(result)
  printGoal(result)
}
printSummary(results)
if (jsonFile !== undefined) writeFileSync(jsonFile, results.map((result) => `${JSON.stringify(result)}\n`).join(''))
process.exit(0)
