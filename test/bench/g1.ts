// G1: a workbook of 100,000 rows × 14 columns read into typed rows, against exceljs and read-excel-file.
import { benchRows, benchSumFen } from './data.ts'
import { measureCandidates, medians, ratioOf, type RunGoal } from './goal.ts'
import { module } from './readers.ts'
import { benchWorkbook } from './workbookFile.ts'

const rows = 100_000

export const run: RunGoal = async () => {
  const input = await benchWorkbook(rows)
  const samples = await measureCandidates({
    module,
    candidates: ['ours', 'oursHere', 'readExcelFile', 'exceljs'],
    input,
    rounds: 3,
  })
  const [own, here, read, full] = ['ours', 'oursHere', 'readExcelFile', 'exceljs'].map((name) =>
    medians(samples, name),
  ) as [Medians, Medians, Medians, Medians]
  const expected = { rows, sumFen: benchSumFen(benchRows(rows)) }
  const ratio = ratioOf(here.cpuMs, full.cpuMs)
  const toReader = ratioOf(here.cpuMs, read.cpuMs)
  const memory = ratioOf(here.peakMb, full.peakMb)
  const isRight = [own, here].every(
    ({ found }) => (found as Found).rows === expected.rows && (found as Found).sumFen === expected.sumFen,
  )
  return {
    goal: 'G1',
    title: '100k-row xlsx → rows in one thread, CPU against exceljs',
    ratio,
    target: 0.12,
    holds: ratio <= 0.12 && toReader <= 0.25 && memory <= 0.4 && here.peakMb <= 350 && isRight,
    detail: {
      toReadExcelFile: toReader,
      toReadExcelFileTarget: 0.25,
      memoryToExceljs: memory,
      memoryTarget: '≤ 0.4, ≤ 350 MB',
      isRight,
      own: here,
      inWorker: own,
      inWorkerRatio: ratioOf(own.cpuMs, full.cpuMs),
      readExcelFile: read,
      exceljs: full,
    },
  }
}

type Medians = ReturnType<typeof medians>
type Found = { readonly rows: number; readonly sumFen: number }
