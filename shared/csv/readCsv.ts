// A CSV or TSV file as a workbook of one sheet: the door of this room.
import type { Finding } from '../kernel/finding.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { FileRefusal, RawWorkbook } from '../workbook/raw.ts'
import { decodeCsv, type DecodeBytes } from './decodeCsv.ts'
import { declaredDelimiter, findDelimiter } from './findDelimiter.ts'
import { csvLimits, splitCsv, type CsvFault, type CsvLimits, type SplitCsv } from './splitCsv.ts'

export interface ReadCsvOptions {
  readonly decode: DecodeBytes
  /** Only to narrow them in tests. */
  readonly limits?: CsvLimits
}

/**
 * All values are text. Refusals: `csv.encoding`, `csv.rows`, `csv.damaged`, `file.cells.count`, `file.no-cells`.
 * @param name of the one sheet
 */
export function readCsv(bytes: Uint8Array, name: string, options: ReadCsvOptions): Result<RawWorkbook, FileRefusal> {
  const limits = options.limits ?? csvLimits
  const decoded = decodeCsv(bytes, options.decode)
  if (!decoded.ok) return decoded
  const declared = declaredDelimiter(decoded.value.text)
  const text = declared ? decoded.value.text.slice(declared.end) : decoded.value.text
  const split = splitCsv(text, declared?.delimiter ?? findDelimiter(text), limits)
  const refusal = refusalOf(split, limits)
  if (refusal) return err(refusal)
  const skipped = declared ? 1 : 0
  const ragged = raggedRows(split)
  if (ragged.length > limits.faults)
    return err({ code: 'csv.damaged', params: { what: 'ragged', count: ragged.length } })
  const findings = [
    ...decoded.value.findings,
    ...split.faults.map((fault) => faultFinding(fault, name, skipped)),
    ...ragged.map(({ position, columns, expected }): Finding => {
      const location = { sheet: name, row: split.rows[position]?.index ?? 0 }
      const params = { line: (split.lines[position] ?? 0) + skipped, columns, expected }
      return { code: 'csv.ragged', severity: 'warning', location, params }
    }),
  ]
  return ok(toWorkbook(split, name, findings))
}

function refusalOf(split: SplitCsv, limits: CsvLimits): FileRefusal | undefined {
  if (split.stopped === 'rows') return { code: 'csv.rows', params: { limit: limits.rows } }
  if (split.stopped === 'cells') return { code: 'file.cells.count', params: { what: 'cells', limit: limits.cells } }
  if (split.stopped === 'columns') return { code: 'csv.damaged', params: { what: 'columns', count: limits.columns } }
  if (split.stopped === 'faults' || split.faults.length > limits.faults)
    return { code: 'csv.damaged', params: { what: 'faults', count: split.faults.length } }
  return split.rows.length === 0 ? { code: 'file.no-cells', params: { sheets: 1 } } : undefined
}

function faultFinding(fault: CsvFault, sheet: string, skipped: number): Finding {
  const codes = { quote: 'csv.quote', nul: 'csv.nul', cut: 'cell.text-cut' } as const
  const severity = fault.type === 'quote' ? 'warning' : 'error'
  const params = { sheet, row: fault.row, line: fault.line + skipped, limit: csvLimits.fieldText }
  return { code: codes[fault.type], severity, location: { sheet, row: fault.row }, params }
}

/** Rows wider than the usual width, where their own width is no usual one either (a second table has one). */
function raggedRows(
  split: SplitCsv,
): readonly { readonly position: number; readonly columns: number; readonly expected: number }[] {
  const usualFrom = Math.max(3, split.rows.length * 0.02)
  const usual = split.widths.flatMap((times = 0, width) => (times >= usualFrom ? [width] : []))
  if (usual.length === 0) return []
  const expected = Math.max(...usual)
  if (split.widths.length - 1 <= expected) return []
  return split.rows.flatMap((row, position) =>
    row.cells.length > expected ? [{ position, columns: row.cells.length, expected }] : [],
  )
}

function toWorkbook({ rows, widths, left }: SplitCsv, name: string, findings: readonly Finding[]): RawWorkbook {
  const right = Math.max(0, widths.length - 2)
  const trueRange = { top: rows[0]?.index ?? 1, left, bottom: rows.at(-1)?.index ?? 1, right }
  const sheet = {
    index: 0,
    name,
    visibility: 'visible',
    rows,
    merges: [],
    hiddenRows: new Set<number>(),
    hiddenColumns: new Set<number>(),
    trueRange,
    tables: [],
  } as const
  const style = { numberFormat: 'General', bold: false, strike: false, indent: 0 }
  return { container: 'csv', sheets: [sheet], styles: [style], definedNames: [], epoch: 1900, findings }
}
