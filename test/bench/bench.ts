// `npm run bench [-- --only G1,G2] [-- --json FILE]`: runs the goals of performance.md and prints what holds.
import { readdirSync, writeFileSync } from 'node:fs'
import type { GoalResult, RunGoal } from './goal.ts'
import { printGoal, printSummary } from './printGoal.ts'

const { only, jsonFile } = readArguments(process.argv.slice(2))
const folder = new URL('.', import.meta.url)
const goals = readdirSync(folder)
  .flatMap((file) => /^g(\d+)\.ts$/.exec(file) ?? [])
  .filter((part) => /^\d+$/.test(part))
  .map(Number)
  .toSorted((a, b) => a - b)
  .filter((n) => only === undefined || only.has(`G${n}`))

const results: GoalResult[] = []
for (const n of goals) {
  const { run } = (await import(new URL(`g${n}.ts`, folder).href)) as { readonly run: RunGoal }
  process.stderr.write(`G${n} …\n`)
  const result = await run()
  results.push(result)
  printGoal(result)
}
printSummary(results)
if (jsonFile !== undefined) writeFileSync(jsonFile, results.map((result) => `${JSON.stringify(result)}\n`).join(''))
process.exit(0)

function readArguments(args: readonly string[]): {
  readonly only: ReadonlySet<string> | undefined
  readonly jsonFile: string | undefined
} {
  const after = (flag: string): string | undefined => {
    const at = args.indexOf(flag)
    return at < 0 ? undefined : args[at + 1]
  }
  const list = after('--only')
  return { only: list === undefined ? undefined : new Set(list.toUpperCase().split(',')), jsonFile: after('--json') }
}
