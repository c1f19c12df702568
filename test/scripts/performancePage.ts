// Rewrites the table of docs/performance.md from a benchmark's file: `node test/scripts/performancePage.ts BENCH.json`.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { GoalResult } from '../bench/goal.ts'

const page = new URL('../../docs/performance.md', import.meta.url)
const start = '<!-- table: written by test/scripts/performancePage.ts -->'
const end = '<!-- end of table -->'

/** One object a line, as `npm run bench -- --json FILE` writes them. */
export function readResults(text: string): readonly GoalResult[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as GoalResult)
}

/** Side figures that are a number or a yes or no; what was read stays in the JSON file. */
function sideFigures(detail: GoalResult['detail']): string {
  return Object.entries(detail)
    .filter(([, value]) => typeof value === 'number' || typeof value === 'boolean')
    .map(([name, value]) => `${name} ${typeof value === 'number' ? Math.round(value * 1000) / 1000 : String(value)}`)
    .join(' · ')
}

export function performanceTable(results: readonly GoalResult[]): string {
  const rows = results.map(({ goal, title, ratio, target, holds, detail }) => {
    const cells = [goal, title, `≤ ${target}`, String(ratio), holds ? 'holds' : '**missed**', sideFigures(detail)]
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  })
  const held = results.filter((result) => result.holds).length
  return [
    '| goal | what | target | measured | state | side figures |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    `${held} of ${results.length} goals hold in this run.`,
  ].join('\n')
}

/** @throws when the page has lost its markers */
export function replaceTable(text: string, table: string): string {
  const from = text.indexOf(start)
  const to = text.indexOf(end)
  if (from < 0 || to < from) throw new Error(`no table between "${start}" and "${end}"`)
  return `${text.slice(0, from + start.length)}\n${table}\n${text.slice(to)}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = process.argv[2]
  if (file === undefined) throw new Error('usage: node test/scripts/performancePage.ts BENCH.json')
  const results = readResults(readFileSync(file, 'utf8'))
  writeFileSync(page, replaceTable(readFileSync(page, 'utf8'), performanceTable(results)))
}
