// What others see of personal data (domain.md §6.1, reliability.md §2.5): a property of the column, done by the server.
import type { ColumnDefinition, Mask } from './column.ts'
import type { SheetDefinition } from './sheet.ts'
import type { Value, Values } from '../kernel/value.ts'

const star = '*'
/** Family names of two characters, so that 欧阳* keeps both. */
const doubleNames: ReadonlySet<string> = new Set(
  (
    '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 司徒 夏侯 长孙 宇文 端木 ' + '歐陽 司馬 諸葛 東方 尉遲 公孫 長孫'
  ).split(' '),
)

/** undefined: shown whole. Sensitive columns are always masked. */
export function maskOf(column: ColumnDefinition): Mask | undefined {
  if (column.mask !== undefined || column.fieldClass !== 'sensitive') return column.mask
  switch (column.format) {
    case 'idcard':
      return 'idcard'
    case 'bankcard':
      return 'tail4'
    default:
      return 'whole'
  }
}

/** What is left of `text`; the number of characters is kept for codes, and says nothing for words. */
export function maskText(text: string, mask: Mask): string {
  const characters = Array.from(text)
  const keep = (first: number, last: number): string =>
    characters.length <= first + last
      ? star.repeat(characters.length)
      : characters
          .map((character, index) => (index < first || index >= characters.length - last ? character : star))
          .join('')
  switch (mask) {
    case 'idcard':
      return keep(3, 4)
    case 'tail4':
      return keep(0, 4)
    case 'phone':
      return keep(3, 4)
    case 'name': {
      const family = doubleNames.has(characters.slice(0, 2).join('')) && characters.length > 2 ? 2 : 1
      return `${characters.slice(0, family).join('')}${star}`
    }
    case 'whole':
      return star.repeat(3)
  }
}

/** Blank stays blank: that nothing was entered is no secret, and no mask looks like an answer. */
export function maskValue(value: Value, mask: Mask): Value {
  return value === null || value === '' ? value : maskText(String(value), mask)
}

const known = new WeakMap<SheetDefinition, ReadonlyMap<string, Mask>>()

/** Stored columns of a kind that are masked, with their masks; empty for most. Sensitive ones are not stored (ADR 0030). */
export function maskedColumns(definition: SheetDefinition): ReadonlyMap<string, Mask> {
  const found = known.get(definition)
  if (found) return found
  const masks = new Map<string, Mask>()
  for (const [key, column] of Object.entries(definition.columns)) {
    const mask = maskOf(column)
    if (mask !== undefined && column.fieldClass !== 'sensitive') masks.set(key, mask)
  }
  known.set(definition, masks)
  return masks
}

/** The row as it leaves the server. */
export function maskValues(values: Values, masks: ReadonlyMap<string, Mask>): Values {
  if (masks.size === 0) return values
  const shown: Record<string, Value> = { ...values }
  for (const [key, mask] of masks) if (shown[key] !== undefined) shown[key] = maskValue(shown[key], mask)
  return shown
}

/** Is this what the server shows of `full`, or `full` itself? Then it says nothing new. */
export function isShownAs(value: Value, full: Value, mask: Mask): boolean {
  return value === full || value === maskValue(full, mask)
}

/** Holds stars where a value should stand: shown by us, not entered. */
export function looksMasked(value: Value): boolean {
  return typeof value === 'string' && value.includes(star)
}

export interface PublishedColumn {
  readonly key: string
  readonly mask: Mask | undefined
}

/** The columns of a 公示 in order, with the mask each is shown under. */
export function publishedColumns(definition: SheetDefinition): readonly PublishedColumn[] {
  return definition.layout.columns.flatMap((key): readonly PublishedColumn[] => {
    const column = definition.columns[key]
    if (column === undefined) return []
    const mask = maskOf(column)
    switch (column.publish ?? (mask === undefined ? 'full' : 'omit')) {
      case 'full':
        // a sensitive column is never published, whatever a definition says
        return column.fieldClass === 'sensitive' ? [] : [{ key, mask: undefined }]
      case 'masked':
        return column.fieldClass === 'sensitive' ? [] : [{ key, mask: mask ?? 'name' }]
      case 'omit':
        return []
    }
  })
}
