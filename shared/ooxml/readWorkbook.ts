// A spreadsheet package read whole: the door of this room.
import type { Result } from '../kernel/result.ts'
import type { Container, FileRefusal, RawSheet, RawWorkbook } from '../workbook/raw.ts'
import { createFindingLog, type FindingLog } from './findings.ts'
import { ooxmlLimits, type OoxmlLimits } from './limits.ts'
import { openPackage, type OoxmlPackage } from './openPackage.ts'
import { partOpener } from './openPart.ts'
import { readContentTypes, readRelationships, type OpenPart, type Relationship } from './partName.ts'
import type { OoxmlPorts } from './ports.ts'
import { catchRefusal, refuse } from './refusal.ts'
import { createValueCache, type ReadingBudget } from './rowBuilder.ts'
import { scanSheet } from './scanSheet.ts'
import { readSharedStrings } from './sharedStrings.ts'
import { similarNames } from './similarNames.ts'
import { noStyles, readStyles } from './stylesPart.ts'
import { readTable } from './tablePart.ts'
import { readWorkbookPart } from './workbookPart.ts'

export interface ReadOoxmlOptions extends OoxmlPorts {
  /** Only to narrow them in tests. */
  readonly limits?: OoxmlLimits
}

/**
 * Rows, formulas and styles of every worksheet, as stored; chart, dialog and macro sheets are named in a finding.
 * Refusals: all of `file.archive.*`, `file.xml.*`, `file.cell*`, `file.merge.count`, `file.sheets.count`, `file.encrypted`;
 * `file.type` for a package that is no workbook; `file.no-cells` when no sheet holds anything.
 */
export function readOoxml(bytes: Uint8Array, options: ReadOoxmlOptions): Result<RawWorkbook, FileRefusal> {
  const limits = options.limits ?? ooxmlLimits
  const opened = openPackage(bytes, { ...options, limits })
  return opened.ok ? catchRefusal(() => readPackage(opened.value, { ...options, limits })) : opened
}

/** The same from a package already opened; throws refusals (see refusal.ts). */
function readPackage(pack: OoxmlPackage, ports: OoxmlPorts & { readonly limits: OoxmlLimits }): RawWorkbook {
  const open = partOpener(pack, ports)
  const log = createFindingLog()
  const types = readContentTypes(pack, open)
  const main = findMainPart(pack, open)
  const entry = main === undefined ? undefined : pack.find(main)
  if (main === undefined || !entry) refuse('file.type', { what: 'package' })
  const mainType = types.typeOf(main) ?? ''
  if (/sheet\.binary/i.test(mainType) || main.toLowerCase().endsWith('.bin')) refuse('file.type', { what: 'xlsb' })
  if (/wordprocessing|presentation|drawing\.main/i.test(mainType)) refuse('file.type', { what: 'office' })
  const workbook = readWorkbookPart(open(entry), log)
  const related = readRelationships(pack, main, open)
  const partOf = (type: string): ReturnType<OoxmlPackage['find']> => {
    const found = related.find((relationship) => relationship.type === type && !relationship.isExternal)
    return found && pack.find(found.target)
  }
  const [stylesEntry, stringsEntry] = [partOf('styles'), partOf('sharedStrings')]
  const styles = stylesEntry ? readStyles(open(stylesEntry)) : noStyles
  const strings = stringsEntry ? readSharedStrings(open(stringsEntry)) : []
  noteContents(pack, { related, mainType, log })
  const budget: ReadingBudget = { cells: 0, slots: 0 }
  const cache = createValueCache(workbook.epoch)
  const byId = new Map(related.map((relationship) => [relationship.id, relationship]))
  const sheets: RawSheet[] = []
  workbook.sheets.forEach((sheet, index) => {
    const part = byId.get(sheet.relationship)
    const sheetEntry = part?.type === 'worksheet' ? pack.find(part.target) : undefined
    if (!sheetEntry) {
      const code = part && part.type !== 'worksheet' ? 'file.sheet-ignored' : 'file.sheet-missing'
      log.add({ code, severity: code === 'file.sheet-ignored' ? 'hint' : 'error', location: { sheet: sheet.name } })
      return
    }
    const context = { sheet: sheet.name, strings, styles, epoch: workbook.epoch, log, cache, budget }
    const { tableIds, ...scanned } = scanSheet(open(sheetEntry), context)
    const tables = tableIds.length === 0 ? [] : readTables(pack, { part: sheetEntry.path, tableIds, open })
    sheets.push({ index, name: sheet.name, visibility: sheet.visibility, ...scanned, tables })
  })
  for (const pair of similarNames(workbook.sheets.map((sheet) => sheet.name)))
    log.add({
      code: 'sheet.name-similar',
      severity: 'warning',
      location: { sheet: pair[1] },
      params: { other: pair[0] },
    })
  if (sheets.every((sheet) => sheet.rows.length === 0)) refuse('file.no-cells', { sheets: workbook.sheets.length })
  const container: Container = /macroenabled/i.test(mainType) ? 'xlsm' : 'xlsx'
  return {
    container,
    sheets,
    styles: styles.styles,
    definedNames: workbook.definedNames,
    epoch: workbook.epoch,
    findings: log.all(),
  }
}

/** By the package's own relationships; some exporters leave those out but use the usual name. */
function findMainPart(pack: OoxmlPackage, open: OpenPart): string | undefined {
  const main = readRelationships(pack, '', open).find((relationship) => relationship.type === 'officeDocument')
  if (main && pack.find(main.target)) return main.target
  return ['xl/workbook.xml', 'workbook.xml'].find((path) => pack.find(path))
}

function readTables(
  pack: OoxmlPackage,
  from: { readonly part: string; readonly tableIds: readonly string[]; readonly open: OpenPart },
): RawSheet['tables'] {
  const related = new Map(
    readRelationships(pack, from.part, from.open).map((relationship) => [relationship.id, relationship]),
  )
  return from.tableIds.flatMap((id) => {
    const entry = pack.find(related.get(id)?.target ?? '')
    const table = entry && readTable(from.open(entry))
    return table ? [table] : []
  })
}

/** What is in the file but is never run, followed or opened. */
function noteContents(
  pack: OoxmlPackage,
  found: { readonly related: readonly Relationship[]; readonly mainType: string; readonly log: FindingLog },
): void {
  const has = (pattern: RegExp): boolean => pack.entries.some((entry) => pattern.test(entry.path))
  const note = (code: string): void => found.log.add({ code, severity: 'hint' })
  if (has(/(^|\/)vbaProject\.bin$/i) || /macroenabled/i.test(found.mainType)) note('file.macro-ignored')
  if (has(/(^|\/)externalLinks\//i)) note('file.external-links')
  if (has(/(^|\/)(embeddings|activeX)\//i)) note('file.embedded-ignored')
  if (has(/(^|\/)connections\.xml$/i)) note('file.connections-ignored')
}
