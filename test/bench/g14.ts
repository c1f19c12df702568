// G14: recognise + plan + validate + control totals on 100,000 rows, against our own reading of the same file.
import { readFileSync } from 'node:fs'
import { ruleContext } from '#shared/definition/rule.ts'
import { applyImportPlan } from '#shared/import/applyImportPlan.ts'
import { planImport } from '#shared/import/planImport.ts'
import { recogniseSheet } from '#shared/import/recogniseSheet.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import { readFile } from '#server/workbook/readFile.ts'
import { benchDefinition } from './benchDefinition.ts'
import { benchRows, benchSumFen } from './data.ts'
import { measureCandidates, medians, ratioOf, type Candidate, type RunGoal } from './goal.ts'
import { benchWorkbook } from './workbookFile.ts'

const rowCount = 100_000

async function readBench(path: string) {
  const read = await readFile(readFileSync(path), 'bench.xlsx', { where: 'here' })
  if (!read.ok) throw new Error(read.error.code)
  return read.value
}

export const reading: Candidate = async (measure, path) => (await measure(() => readBench(path))).sheets.length

export const understanding: Candidate = async (measure, path) => {
  const workbook = await readBench(path)
  const sheet = workbook.sheets[0]!
  return measure(() => {
    const [table] = recogniseSheet(sheet, workbook)
    if (!table) throw new Error('no table found')
    const plan = planImport(benchDefinition, { sheet, table, tableIndex: 0 }, { year: 2024 })
    const context = ruleContext({ today: plainDate(2026, 7, 1)!, year: 2024, unitKind: 'primary' })
    const result = applyImportPlan(benchDefinition, plan, { sheet, table }, context)
    if (!result.ok) throw new Error(result.error)
    const sum = result.value.rows.reduce((total, row) => total + Number(row.values['amount']), 0)
    return {
      rows: result.value.rows.length,
      rejected: result.value.rejected.length,
      sum,
      mapped: plan.mappings.filter((mapping) => mapping.target !== null).length,
    }
  })
}

export const run: RunGoal = async () => {
  const path = await benchWorkbook(rowCount)
  const samples = await measureCandidates({
    module: import.meta.url,
    candidates: ['reading', 'understanding'],
    input: path,
    rounds: 3,
  })
  const [read, understood] = [medians(samples, 'reading'), medians(samples, 'understanding')]
  const ratio = ratioOf(understood.cpuMs, read.cpuMs)
  const found = understood.found as { readonly rows: number; readonly sum: number; readonly mapped: number }
  const right = found.rows === rowCount && found.sum === benchSumFen(benchRows(rowCount)) && found.mapped === 14
  return {
    goal: 'G14',
    title: 'recognise + plan + validate + control totals on 100,000 rows, of our own reading',
    ratio,
    target: 1,
    holds: ratio <= 1 && right,
    detail: { readingMs: read.cpuMs, understandingMs: understood.cpuMs, peakMb: understood.peakMb, found },
  }
}
