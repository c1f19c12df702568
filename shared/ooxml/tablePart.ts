// xl/tables/tableN.xml: an Excel table's name, range and column headings.
import type { RawSheet } from '../workbook/raw.ts'
import { parseRange } from './ranges.ts'
import { isNamed, nextTag, type XmlCursor } from './xmlCursor.ts'
import { attribute, decodeEscapes } from './xmlText.ts'

/** undefined when the range makes no sense. */
export function readTable(cursor: XmlCursor): RawSheet['tables'][number] | undefined {
  let name = ''
  let ref = ''
  const columns: string[] = []
  while (nextTag(cursor)) {
    if (cursor.isClosing) continue
    if (isNamed(cursor, 'table')) {
      name = attribute(cursor, 'displayName') ?? attribute(cursor, 'name') ?? ''
      ref = attribute(cursor, 'ref') ?? ''
    } else if (isNamed(cursor, 'tableColumn')) columns.push(decodeEscapes(attribute(cursor, 'name') ?? ''))
  }
  const range = parseRange(ref)
  return range && { name, range, columns }
}
