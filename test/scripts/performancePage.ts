// Rewrites a table of docs/performance.md from a benchmark's file: `node test/scripts/performancePage.ts BENCH.json [addin]`.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { GoalResult } from '../bench/goal.ts'

const page = new URL('../../docs/performance.md', import.meta.url)
/** Between which lines each table stands: that of `npm run bench`, and that of `npm run bench:addin`. */
const markers = {
  bench: ['<!-- table: written by test/scripts/performancePage.ts -->', '<!-- end of table -->'],
  addin: ['<!-- pane table: written by test/scripts/performancePage.ts -->', '<!-- end of pane table -->'],
} as const

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

/** Lines of the table that stands on the page, by goal. */
export function readTable(text: string, which: keyof typeof markers = 'bench'): ReadonlyMap<string, string> {
  const [start, end] = markers[which]
  const lines = text.slice(text.indexOf(start), text.indexOf(end)).split('\n')
  return new Map(
    lines.flatMap(
      (line) =>
        /^\| (G\d+b?) \|/
          .exec(line)
          ?.slice(1)
          .map((goal) => [goal, line] as const) ?? [],
    ),
  )
}

/** @param known lines of other runs, kept for the goals that this run did not measure */
export function performanceTable(results: readonly GoalResult[], known: ReadonlyMap<string, string>): string {
  const lines = new Map(known)
  for (const { goal, title, ratio, target, holds, detail } of results) {
    const cells = [goal, title, `≤ ${target}`, String(ratio), holds ? 'holds' : '**missed**', sideFigures(detail)]
    lines.set(goal, `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
  }
  const rows = [...lines]
    .toSorted(([a], [b]) => parseInt(a.slice(1)) - parseInt(b.slice(1)) || a.localeCompare(b))
    .map(([, line]) => line)
  const held = rows.filter((line) => line.includes('| holds |')).length
  return [
    '| goal | what | target | measured | state | side figures |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    `${held} of ${rows.length} goals hold.`,
  ].join('\n')
}

/** @throws when the page has lost its markers */
export function replaceTable(text: string, table: string, which: keyof typeof markers = 'bench'): string {
  const [start, end] = markers[which]
  const from = text.indexOf(start)
  const to = text.indexOf(end)
  if (from < 0 || to < from) throw new Error(`no table between "${start}" and "${end}"`)
  return `${text.slice(0, from + start.length)}\n${table}\n${text.slice(to)}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file, which] = process.argv.slice(2)
  if (file === undefined) throw new Error('usage: node test/scripts/performancePage.ts BENCH.json [addin]')
  const results = readResults(readFileSync(file, 'utf8'))
  const text = readFileSync(page, 'utf8')
  const table = which === 'addin' ? 'addin' : 'bench'
  writeFileSync(page, replaceTable(text, performanceTable(results, readTable(text, table)), table))
}
