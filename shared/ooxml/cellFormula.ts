// The formula of a cell as text; shared ones are written out for each cell.
import { moveFormula, parseFormulaMaster, type FormulaMaster } from './sharedFormula.ts'
import type { XmlCursor } from './xmlCursor.ts'
import { attribute, numberAttribute, readText } from './xmlText.ts'

/** Shared formulas of one sheet by their `si`. */
export interface SharedFormulas {
  readonly texts: Map<
    number,
    { readonly text: string; readonly row: number; readonly column: number; master?: FormulaMaster }
  >
  /** Work that may still be done, about in characters; then the first cell's text stands for the others too. */
  left: number
}

/** Writing a moved reference takes as long as copying so many characters. */
const costOfReference = 16

export function createSharedFormulas(): SharedFormulas {
  return { texts: new Map(), left: 32 * 1024 * 1024 }
}

/**
 * After the opening tag of `<f>`; ends after its closing tag.
 * '' for formulas without text: data tables, shared ones whose first cell is missing.
 */
export function readFormula(
  cursor: XmlCursor,
  shared: SharedFormulas,
  place: { readonly row: number; readonly column: number },
): string {
  const isShared = attribute(cursor, 't') === 'shared'
  const id = isShared ? numberAttribute(cursor, 'si') : undefined
  const text = readText(cursor)
  if (id === undefined) return text
  if (text !== '') {
    shared.texts.set(id, { text, row: place.row, column: place.column })
    return text
  }
  const first = shared.texts.get(id)
  if (!first) return ''
  if (shared.left < 0) return first.text
  first.master ??= parseFormulaMaster(first.text, first.row, first.column)
  shared.left -= first.text.length + first.master.references.length * costOfReference
  return moveFormula(first.master, place.row, place.column)
}
