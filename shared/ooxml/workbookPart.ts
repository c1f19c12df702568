// xl/workbook.xml: sheets in order, defined names, which epoch the serials count from.
import type { RawSheet } from '../workbook/raw.ts'
import type { FindingLog } from './findings.ts'
import { refuse } from './refusal.ts'
import { isNamed, nextTag, type XmlCursor } from './xmlCursor.ts'
import { attribute, decodeEscapes, flagAttribute, readText } from './xmlText.ts'

export interface WorkbookPart {
  readonly epoch: 1900 | 1904
  readonly sheets: readonly {
    readonly name: string
    readonly visibility: RawSheet['visibility']
    /** Relationship id of the sheet's part. */
    readonly relationship: string
  }[]
  readonly definedNames: readonly { readonly name: string; readonly refersTo: string }[]
}

export function readWorkbookPart(cursor: XmlCursor, log: FindingLog): WorkbookPart {
  let epoch: 1900 | 1904 = 1900
  const sheets: WorkbookPart['sheets'][number][] = []
  const definedNames: { readonly name: string; readonly refersTo: string }[] = []
  let names = 0
  while (nextTag(cursor)) {
    if (cursor.isClosing) continue
    if (isNamed(cursor, 'workbookPr')) epoch = flagAttribute(cursor, 'date1904') ? 1904 : 1900
    else if (isNamed(cursor, 'sheet')) {
      const name = decodeEscapes(attribute(cursor, 'name') ?? '')
      sheets.push({
        name,
        visibility: visibilityOf(attribute(cursor, 'state')),
        relationship: attribute(cursor, 'id') ?? '',
      })
      if (sheets.length > cursor.limits.sheets) refuse('file.sheets.count', { limit: cursor.limits.sheets })
    } else if (isNamed(cursor, 'definedName')) {
      const name = attribute(cursor, 'name') ?? ''
      const refersTo = readText(cursor)
      if (++names <= cursor.limits.definedNames) definedNames.push({ name, refersTo })
    }
  }
  if (names > cursor.limits.definedNames)
    log.add({ code: 'file.names-cut', severity: 'hint', params: { count: names, limit: cursor.limits.definedNames } })
  return { epoch, sheets, definedNames }
}

function visibilityOf(state: string | undefined): RawSheet['visibility'] {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible'
}
