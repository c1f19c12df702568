// G4: a GB18030 CSV of 100,000 rows read into rows, against SheetJS with code page 936; ids and 4-byte characters intact.
import { writeFileSync } from 'node:fs'
import { benchColumns, benchFile, benchRows, benchSumFen } from './data.ts'
import { measureCandidates, medians, ratioOf, type RunGoal } from './goal.ts'
import { module } from './readers.ts'
import { encodeGb18030 } from './encodeGb18030.ts'
import { readFile } from '#server/workbook/readFile.ts'
import { readFileSync } from 'node:fs'

const rows = 100_000

export const run: RunGoal = async () => {
  const input = await benchFile(`welfare-${rows}-gb18030.csv`, writeCsv)
  const samples = await measureCandidates({ module, candidates: ['ours', 'sheetjs'], input, rounds: 3 })
  const [own, sheet] = [medians(samples, 'ours'), medians(samples, 'sheetjs')]
  const ratio = ratioOf(own.cpuMs, sheet.cpuMs)
  const found = own.found as { readonly rows: number; readonly sumFen: number }
  const isRight = found.rows === rows && found.sumFen === benchSumFen(csvRows())
  const isText = await isExact(input)
  return {
    goal: 'G4',
    title: '100k-row GB18030 CSV → rows, CPU against SheetJS (936)',
    ratio,
    target: 0.45,
    holds: ratio <= 0.45 && isRight && isText,
    detail: { isRight, idsAndRareCharactersIntact: isText, own, sheetjs: sheet },
  }
}

const csvRows = (): ReturnType<typeof benchRows> => benchRows(rows, { rare: true })

const fieldsOf = (row: ReturnType<typeof benchRows>[number]): readonly string[] => [
  row.code,
  row.name,
  row.idCard,
  row.department,
  row.post,
  row.joined,
  row.item,
  String(row.standard),
  String(row.count),
  String(row.amount),
  row.paid,
  row.account,
  row.phone,
  row.note,
]

function writeCsv(path: string): Promise<void> {
  const quote = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const lines = [[...benchColumns], ...csvRows().map(fieldsOf)].map((fields) => fields.map(quote).join(','))
  writeFileSync(path, encodeGb18030(`${lines.join('\r\n')}\r\n`))
  return Promise.resolve()
}

/** Every text of every row as it was written. */
async function isExact(path: string): Promise<boolean> {
  const read = await readFile(readFileSync(path), path)
  if (!read.ok) return false
  const got = read.value.sheets[0]?.rows.slice(1) ?? []
  return csvRows().every((row, i) => fieldsOf(row).every((text, column) => (got[i]?.cells[column] ?? '') === text))
}
