// `npm run bench:addin [-- --json FILE]`: the goals of the Excel pane, in Chromium on the Office.js test host.
import { writeFileSync } from 'node:fs'
import { run as runDiff } from './addinG13.ts'
import { runPublish, runRefresh } from './addinG19.ts'
import { run as runPaint } from './addinG20.ts'
import type { GoalResult } from './goal.ts'
import { printGoal, printSummary } from './printGoal.ts'

const at = process.argv.indexOf('--json')
const jsonFile = at < 0 ? undefined : process.argv[at + 1]
const results: GoalResult[] = []
for (const run of [runPaint, runDiff, runPublish, runRefresh]) {
  const result = await run()
  results.push(result)
  printGoal(result)
}
printSummary(results)
if (jsonFile !== undefined) writeFileSync(jsonFile, results.map((result) => `${JSON.stringify(result)}\n`).join(''))
process.exit(0)
