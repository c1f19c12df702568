// xl/styles.xml: for each cell format what recognition needs of it, and whether its numbers are days or times.
import type { RawStyle } from '../workbook/raw.ts'
import { builtInFormat, timeFormat, type TimeFormat } from './numberFormat.ts'
import { eachChild, isNamed, nextTag, type XmlCursor } from './xmlCursor.ts'
import { attribute, numberAttribute } from './xmlText.ts'

export interface CellStyles {
  /** Distinct styles; 0 is the default style. */
  readonly styles: readonly RawStyle[]
  /** By index of a cell's format (attribute `s`): index into `styles`. */
  readonly styleOf: ArrayLike<number>
  /** By index of a cell's format. */
  readonly timeOf: readonly (TimeFormat | undefined)[]
}

interface Font {
  readonly bold: boolean
  readonly strike: boolean
}

export const plainStyle: RawStyle = { numberFormat: 'General', bold: false, strike: false, indent: 0 }

export const noStyles: CellStyles = { styles: [plainStyle], styleOf: [0], timeOf: [undefined] }

export function readStyles(cursor: XmlCursor): CellStyles {
  const formats = new Map<number, string>()
  const fonts: Font[] = []
  const list = createStyleList()
  while (nextTag(cursor)) {
    if (cursor.isClosing) continue
    if (isNamed(cursor, 'numFmts')) {
      eachChild(cursor, () => {
        const id = numberAttribute(cursor, 'numFmtId')
        if (id !== undefined) formats.set(id, (attribute(cursor, 'formatCode') ?? 'General').slice(0, 1_000))
      })
    } else if (isNamed(cursor, 'fonts')) eachChild(cursor, () => fonts.push(readFont(cursor)))
    else if (isNamed(cursor, 'cellXfs')) {
      eachChild(cursor, () => {
        if (isNamed(cursor, 'xf')) list.add(readFormat(cursor, { formats, fonts }))
      })
    } else if (isNamed(cursor, 'cellStyleXfs') || isNamed(cursor, 'dxfs') || isNamed(cursor, 'extLst'))
      eachChild(cursor, () => undefined)
  }
  return list.done()
}

function readFont(cursor: XmlCursor): Font {
  let bold = false
  let strike = false
  eachChild(cursor, () => {
    if (isNamed(cursor, 'b')) bold = isOn(cursor)
    else if (isNamed(cursor, 'strike')) strike = isOn(cursor)
  })
  return { bold, strike }
}

/** `<b/>` is on, `<b val="0"/>` is off. */
function isOn(cursor: XmlCursor): boolean {
  const value = attribute(cursor, 'val')
  return value === undefined || value === '1' || value === 'true'
}

function readFormat(
  cursor: XmlCursor,
  known: { readonly formats: ReadonlyMap<number, string>; readonly fonts: readonly Font[] },
): RawStyle {
  const id = numberAttribute(cursor, 'numFmtId') ?? 0
  const font = known.fonts[numberAttribute(cursor, 'fontId') ?? 0]
  let indent = 0
  eachChild(cursor, () => {
    if (isNamed(cursor, 'alignment')) indent = Math.min(numberAttribute(cursor, 'indent') ?? 0, 255)
  })
  const numberFormat = known.formats.get(id) ?? builtInFormat(id)
  return { numberFormat, bold: font?.bold ?? false, strike: font?.strike ?? false, indent }
}

/** Distinct styles in order of appearance, and for each added format which one it is. */
export function createStyleList(): { add(style: RawStyle): number; done(): CellStyles } {
  const styles: RawStyle[] = [plainStyle]
  const byKey = new Map<string, number>([[keyOf(plainStyle), 0]])
  const times = new Map<string, TimeFormat | undefined>()
  const styleOf: number[] = []
  const timeOf: (TimeFormat | undefined)[] = []
  return {
    add(style) {
      const key = keyOf(style)
      let index = byKey.get(key)
      if (index === undefined) {
        index = styles.push(style) - 1
        byKey.set(key, index)
      }
      if (!times.has(style.numberFormat)) times.set(style.numberFormat, timeFormat(style.numberFormat))
      styleOf.push(index)
      timeOf.push(times.get(style.numberFormat))
      return index
    },
    done: () => ({ styles, styleOf, timeOf }),
  }
}

function keyOf(style: RawStyle): string {
  return `${style.bold ? 'b' : ''}${style.strike ? 's' : ''}${style.indent} ${style.numberFormat}`
}
