// G2: a workbook of 1,000 rows read for the first time in a process, against exceljs and SheetJS.
import { benchRows, benchSumFen } from './data.ts'
import { measureCandidates, medians, ratioOf, type RunGoal } from './goal.ts'
import { module } from './readers.ts'
import { benchWorkbook } from './workbookFile.ts'

const rows = 1_000

export const run: RunGoal = async () => {
  const input = await benchWorkbook(rows)
  const samples = await measureCandidates({ module, candidates: ['ours', 'sheetjs', 'exceljs'], input, rounds: 7 })
  const own = medians(samples, 'ours')
  const [sheet, full] = [medians(samples, 'sheetjs'), medians(samples, 'exceljs')]
  const ratio = ratioOf(own.cpuMs, full.cpuMs)
  const toSheetjs = ratioOf(own.cpuMs, sheet.cpuMs)
  const found = own.found as { readonly rows: number; readonly sumFen: number }
  const isRight = found.rows === rows && found.sumFen === benchSumFen(benchRows(rows))
  return {
    goal: 'G2',
    title: '1k-row xlsx, first call, CPU against exceljs',
    ratio,
    target: 0.15,
    holds: ratio <= 0.15 && toSheetjs <= 0.3 && isRight,
    detail: { toSheetjs, toSheetjsTarget: 0.3, isRight, own, sheetjs: sheet, exceljs: full },
  }
}
