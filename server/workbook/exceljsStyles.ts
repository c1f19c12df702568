// How a built workbook looks: the printed form that Chinese offices know.
import type ExcelJS from 'exceljs'
import type { CellLook, CellStyle } from '#shared/template/blueprint.ts'

const fontName = '宋体'
const black = { argb: 'FF000000' }
const thin = { style: 'thin', color: black } as const
const faint = { style: 'thin', color: { argb: 'FFD9D9D9' } } as const
const ruled = { top: thin, left: thin, bottom: thin, right: thin }
const faintly = { top: faint, left: faint, bottom: faint, right: faint }

interface Look {
  readonly size: number
  readonly bold: boolean
  readonly fill?: string
  readonly color?: string
  readonly border?: Partial<ExcelJS.Borders>
  readonly wrap: boolean
}

const looks: Readonly<Record<CellLook, Look>> = {
  title: { size: 16, bold: true, wrap: false },
  meta: { size: 11, bold: false, wrap: false },
  header: { size: 11, bold: true, fill: 'FFEDEDED', border: ruled, wrap: true },
  section: { size: 11, bold: true, fill: 'FFF7F7F7', border: ruled, wrap: false },
  data: { size: 11, bold: false, border: ruled, wrap: true },
  parent: { size: 11, bold: true, border: ruled, wrap: true },
  total: { size: 11, bold: true, fill: 'FFF7F7F7', border: ruled, wrap: false },
  signature: { size: 11, bold: false, wrap: false },
  'marks-header': { size: 11, bold: false, color: 'FF595959', fill: 'FFF7F7F7', border: faintly, wrap: true },
  marks: { size: 10, bold: false, color: 'FF404040', border: faintly, wrap: true },
  id: { size: 9, bold: false, color: 'FF7F7F7F', wrap: false },
}

/** A new object each time: make one per style and share it, or exceljs is slow. */
export function toExceljsStyle(style: CellStyle): Partial<ExcelJS.Style> {
  const look = looks[style.look]
  return {
    numFmt: style.numberFormat,
    font: { name: fontName, charset: 134, size: look.size, bold: look.bold, color: { argb: look.color ?? 'FF000000' } },
    alignment: { horizontal: style.align, vertical: 'middle', wrapText: look.wrap, indent: style.indent },
    ...(look.border ? { border: look.border } : {}),
    ...(look.fill ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: look.fill } } } : {}),
  }
}

/** Of the cell in the findings column itself; nothing else is coloured. */
export const severityStyles = {
  error: { font: 'FFA4262C', fill: 'FFFDE7E9' },
  warning: { font: 'FF7A5B00', fill: 'FFFFF4CE' },
  hint: { font: 'FF1F4E79', fill: 'FFDEECF9' },
} as const
