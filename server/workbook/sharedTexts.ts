// Texts that repeat down a column, kept once: the shared strings of a big workbook.
import { appendChild, setAttribute } from '#shared/ooxml/patch/relations.ts'
import { applySplices } from '#shared/ooxml/patch/splice.ts'
import { childrenOf, parseXml } from '#shared/ooxml/patch/xmlTree.ts'
import { escapeCellText } from '#shared/ooxml/patch/xmlText.ts'

export interface SharedTexts {
  /** Number of the text in the part; undefined: it is not worth sharing. */
  find(column: number, text: string): number | undefined
  toBytes(): Uint8Array
}

/** A column with more different texts than this is one of names and notes, which do not repeat enough. */
const maxTexts = 256
const maxLength = 64

/** @param part the shared strings that are there already */
export function openSharedTexts(part: Uint8Array): SharedTexts {
  const root = parseXml(part)
  const present = childrenOf(root, 'si').length
  const added: string[] = []
  const numbers = new Map<string, number>()
  const columns: (Set<string> | null)[] = []
  return {
    find(column, text) {
      let seen = columns[column]
      if (seen === null || text.length > maxLength) return undefined
      if (seen === undefined) columns[column] = seen = new Set()
      if (!seen.has(text)) {
        if (seen.size >= maxTexts) {
          columns[column] = null
          return undefined
        }
        seen.add(text)
      }
      let number = numbers.get(text)
      if (number === undefined) numbers.set(text, (number = present + added.push(text) - 1))
      return number
    },
    toBytes() {
      const items = added.map((text) => `<si><t xml:space="preserve">${escapeCellText(text)}</t></si>`).join('')
      const unique = setAttribute(part, root, { name: 'uniqueCount', value: String(present + added.length) })
      // How often they are used is only a hint, and not counted.
      const count = setAttribute(part, root, { name: 'count', value: null })
      return applySplices(part, [unique, count, appendChild(root, items)])
    },
  }
}
