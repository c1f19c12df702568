// Range.format with fill, font, borders and protection: every path below it is kept per cell.
import { boxOf, type Area } from '../model/area.ts'
import { cellAt } from '../model/sheet.ts'
import { writeFormat } from '../model/writeCells.ts'
import { behave, toObject, type Behaviour, type HostObject, type Rest } from '../hostObject.ts'

/** `path` from the cell: `format`, `format/fill`, `format/borders/EdgeTop`. */
interface FormatPart {
  readonly area: Area
  readonly path: string
}

const first: Readonly<Record<string, unknown>> = {
  'format/protection/locked': true,
  'format/protection/formulaHidden': false,
  'format/fill/color': '#FFFFFF',
  'format/font/color': '#000000',
  'format/font/bold': false,
  'format/font/italic': false,
  'format/font/strikethrough': false,
  'format/font/name': '宋体',
  'format/font/size': 11,
  'format/horizontalAlignment': 'General',
  'format/verticalAlignment': 'Center',
  'format/wrapText': false,
  'format/indentLevel': 0,
}

/** The value all cells share; null when they differ. */
function common({ area, path }: FormatPart, name: string): unknown {
  const { top, left, bottom, right } = boxOf(area)
  const full = `${path}/${name}`
  let shared: unknown
  for (let row = top; row <= Math.min(bottom, top + 5_000); row++) {
    for (let column = left; column <= Math.min(right, left + 200); column++) {
      const value = cellAt(area.sheet, row, column).format[full] ?? first[full] ?? null
      if (shared !== undefined && shared !== value) return null
      shared = value
    }
  }
  return shared
}

const rest: Rest<FormatPart> = {
  get: common,
  put: ({ area, path }, { name, value }) =>
    writeFormat(area.sheet, boxOf(area), { path: `${path}/${name}`, input: value }),
}

const below =
  (type: string, name: string) =>
  ({ area, path }: FormatPart): HostObject =>
    toObject(type, { area, path: `${path}/${name}` })

/** Widths and heights are of columns and rows, in points. */
function size(marks: 'columnWidths' | 'rowHeights', standard: number): Pick<Behaviour<FormatPart>, 'get' | 'put'> {
  const name = marks === 'columnWidths' ? 'columnWidth' : 'rowHeight'
  const span = ({ area }: FormatPart): readonly number[] => {
    const { top, left, bottom, right } = boxOf(area)
    const [from, to] = marks === 'columnWidths' ? [left, right] : [top, bottom]
    return Array.from({ length: Math.min(to - from + 1, 20_000) }, (_, at) => from + at)
  }
  return {
    get: {
      [name]: (part) => {
        const sizes = new Set(span(part).map((at) => part.area.sheet[marks].get(at) ?? standard))
        return sizes.size === 1 ? [...sizes][0] : null
      },
    },
    put: { [name]: (part, value) => span(part).forEach((at) => part.area.sheet[marks].set(at, Number(value))) },
  }
}

const [widths, heights] = [size('columnWidths', 54), size('rowHeights', 14.25)]

export const rangeFormat = behave<FormatPart>({
  get: {
    fill: below('RangeFill', 'fill'),
    font: below('RangeFont', 'font'),
    borders: below('RangeBorderCollection', 'borders'),
    protection: below('FormatProtection', 'protection'),
    ...widths.get,
    ...heights.get,
  },
  put: { ...widths.put, ...heights.put },
  rest,
  call: { autofitColumns: () => null, autofitRows: () => null },
})

export const formatPart = behave<FormatPart>({
  rest,
  call: {
    clear: ({ area, path }) => writeFormat(area.sheet, boxOf(area), { path: `${path}/color`, input: undefined }),
  },
})

export const rangeBorderCollection = behave<FormatPart>({
  rest,
  find: ({ area, path }, key) => toObject('RangeBorder', { area, path: `${path}/${String(key)}` }),
})
