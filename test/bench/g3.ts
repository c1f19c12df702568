// G3: a .xls of 60,000 rows read into rows, against SheetJS by itself (which reads it for us). Read where it is understood, as
// the server does it in one of its threads.
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type * as SheetJS from '@e965/xlsx'
import { benchColumns, benchFile, benchRows, benchSerial, benchSumFen } from './data.ts'
import { measureCandidates, medians, ratioOf, type RunGoal } from './goal.ts'
import { module } from './readers.ts'

const rows = 60_000

export const run: RunGoal = async () => {
  const input = await benchFile(`welfare-${rows}.xls`, writeXls)
  const samples = await measureCandidates({ module, candidates: ['oursHere', 'sheetjs'], input, rounds: 3 })
  const [own, sheet] = [medians(samples, 'oursHere'), medians(samples, 'sheetjs')]
  const ratio = ratioOf(own.cpuMs, sheet.cpuMs)
  const found = own.found as { readonly rows: number; readonly sumFen: number }
  const isRight = found.rows === rows && found.sumFen === benchSumFen(benchRows(rows))
  return {
    goal: 'G3',
    title: '60k-row xls → rows, CPU against SheetJS dense',
    ratio,
    target: 1.1,
    holds: ratio <= 1.1 && isRight,
    detail: { stretchTarget: 0.3, isRight, own, sheetjs: sheet },
  }
}

/** Written by SheetJS as BIFF8. */
function writeXls(path: string): Promise<void> {
  const library = createRequire(import.meta.url)('@e965/xlsx') as typeof SheetJS
  const day = (text: string): SheetJS.CellObject => ({ t: 'n', v: benchSerial(text), z: 'yyyy-mm-dd' })
  const data = benchRows(rows).map((row) => [
    row.code,
    row.name,
    row.idCard,
    row.department,
    row.post,
    day(row.joined),
    row.item,
    row.standard,
    row.count,
    row.amount,
    day(row.paid),
    row.account,
    row.phone,
    row.note || null,
  ])
  const book = library.utils.book_new()
  library.utils.book_append_sheet(
    book,
    library.utils.aoa_to_sheet([['2024 年度职工慰问发放明细表'], [...benchColumns], ...data], { dense: true }),
    '慰问发放',
  )
  writeFileSync(path, library.write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer)
  return Promise.resolve()
}
