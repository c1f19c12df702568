// G5: 100,000 records exported as a styled workbook, against exceljs whole and streaming.
import { benchRows, benchSumFen } from './data.ts'
import { measureCandidates, medians, ratioOf, type RunGoal } from './goal.ts'
import { module, type Written } from './writers.ts'

const rows = 100_000

export const run: RunGoal = async () => {
  const job = { module, input: String(rows) }
  const samples = await measureCandidates({ ...job, candidates: ['ours', 'exceljsFull', 'exceljsStream'], rounds: 3 })
  const checked = await measureCandidates({ ...job, candidates: ['oursChecked'], rounds: 1 })
  const [own, full, stream] = ['ours', 'exceljsFull', 'exceljsStream'].map((name) => medians(samples, name)) as [
    Medians,
    Medians,
    Medians,
  ]
  const size = (of: Medians): number => (of.found as Written).bytes
  const figures = {
    toStream: ratioOf(own.cpuMs, stream.cpuMs),
    memory: ratioOf(own.peakMb, full.peakMb),
    file: ratioOf(size(own), size(full)),
  }
  const ratio = ratioOf(own.cpuMs, full.cpuMs)
  const found = medians(checked, 'oursChecked').found as { rows: number; sumFen: number; isExact: boolean }
  const isRight = found.rows === rows && found.isExact && found.sumFen === benchSumFen(benchRows(rows))
  return {
    goal: 'G5',
    title: '100k styled rows → xlsx, CPU against exceljs',
    ratio,
    target: 0.2,
    holds: ratio <= 0.2 && figures.toStream <= 0.7 && figures.memory <= 0.2 && figures.file <= 1.35 && isRight,
    detail: {
      ...figures,
      targets: 'stream ≤ 0.7, memory ≤ 0.2, file ≤ 1.35',
      isRight,
      own,
      exceljsFull: full,
      exceljsStream: stream,
    },
  }
}

type Medians = ReturnType<typeof medians>
