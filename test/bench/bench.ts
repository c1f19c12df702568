// `npm run bench [-- --only G1,G2] [-- --json FILE]`: runs the goals of performance.md and prints what holds.
import { readdirSync, writeFileSync } from 'node:fs'
import type { GoalResult, RunGoal } from './goal.ts'

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
  printResult(result)
}
const missed = results.filter((result) => !result.holds)
console.log(
  `\n${results.length - missed.length} of ${results.length} goals hold${missed.length > 0 ? `; missed: ${missed.map((r) => r.goal).join(', ')}` : ''}`,
)
if (jsonFile !== undefined) writeFileSync(jsonFile, results.map((result) => `${JSON.stringify(result)}\n`).join(''))
process.exit(0)

function printResult(result: GoalResult): void {
  const state = result.holds ? 'holds ' : 'MISSED'
  console.log(
    `${result.goal.padEnd(4)} ${state} ${String(result.ratio).padStart(8)} (target ${result.target})  ${result.title}`,
  )
  for (const [key, value] of Object.entries(result.detail)) {
    console.log(`       ${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
  }
}

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
