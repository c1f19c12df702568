// Recognition of a sheet written as text, in a form that a test can hold in one line.
import { inspectWorkbook, type InspectReport } from '#shared/import/inspect.ts'
import type { RecognisedRow, RecognisedTable } from '#shared/import/plan.ts'
import { recogniseSheet } from '#shared/import/recogniseSheet.ts'
import type { RawSheet, RawWorkbook } from '#shared/workbook/raw.ts'
import { sheetText, textStyles, type SheetTextOptions } from './sheetText.ts'

const letters: Readonly<Record<RecognisedRow['role'], string>> = {
  title: 't',
  meta: 'm',
  header: 'h',
  'repeated-header': 'r',
  data: 'D',
  section: 's',
  subtotal: 'u',
  total: 'T',
  footer: 'f',
  note: 'n',
  blank: '.',
}

function letterOf(row: RecognisedRow): string {
  if (row.partOf !== undefined) return '+'
  return row.empty ? 'e' : letters[row.role]
}

export function recogniseText(text: string, options: SheetTextOptions = {}): readonly RecognisedTable[] {
  return recogniseSheet(sheetText(text, options), { styles: textStyles })
}

/** One letter a row: `thDDT` · D data, e empty, + further row of a tall record, u subtotal, T total, s section, . blank. */
export function rolesOf(table: RecognisedTable): string {
  return table.rowRoles.map(letterOf).join('')
}

/** Roles of every table of the sheet. */
export function shapeOf(text: string, options: SheetTextOptions = {}): readonly string[] {
  return recogniseText(text, options).map(rolesOf)
}

export function workbookOf(...sheets: readonly RawSheet[]): RawWorkbook {
  return { container: 'xlsx', sheets, styles: textStyles, definedNames: [], epoch: 1900, findings: [] }
}

export function inspectText(
  text: string,
  cells: readonly string[] = [],
  options: SheetTextOptions = {},
): InspectReport {
  return inspectWorkbook(workbookOf(sheetText(text, options)), { file: 'x.xlsx', locale: 'zh-Hans', cells })
}

/** Finding codes without `import/`, each once. */
export function doubtsOf(text: string, options: SheetTextOptions = {}): readonly string[] {
  const codes = inspectText(text, [], options).findings.map((finding) => finding.code.replace('import/', ''))
  return [...new Set(codes)]
}

/** `金额=30.00 of 30.00`, with ` ✗` when the file says otherwise. */
export function sumsOf(table: RecognisedTable): readonly string[] {
  return table.sums.map((sum) => {
    const header = table.columns.find((column) => column.index === sum.index)?.header ?? ''
    if (sum.declared === null) return `${header}=${sum.sum}`
    return `${header}=${sum.sum}${sum.ties ? ' ✓' : ` ✗ ${sum.declared}`}`
  })
}

/** A sheet as text with what was seen in it. */
export interface Seen {
  readonly text: string
  readonly shape: readonly string[]
  readonly sums: readonly string[]
}

export function seen(text: string): Seen {
  return { text, shape: shapeOf(text), sums: recogniseText(text).flatMap(sumsOf) }
}
