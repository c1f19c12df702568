// The looks of a built workbook in exceljs' words.
import type ExcelJS from 'exceljs'
import type { CellStyle } from '#shared/template/blueprint.ts'
import { fontName, looks, severityColors } from '#shared/template/looks.ts'

/** A new object each time: make one per style and share it, or exceljs is slow. */
export function toExceljsStyle(style: CellStyle): Partial<ExcelJS.Style> {
  const { size, bold, color, fill, border, wrap } = looks[style.look]
  return {
    numFmt: style.numberFormat,
    font: { name: fontName, charset: 134, size, bold, color: toArgb(color ?? '#000000') },
    alignment: { horizontal: style.align, vertical: 'middle', wrapText: wrap, indent: style.indent },
    ...(border === undefined ? {} : { border: toBorders(border) }),
    ...(fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: toArgb(fill) } }),
  }
}

/** Font and background of a cell in the findings column. */
export function toSeverityStyle(severity: keyof typeof severityColors): Partial<ExcelJS.Style> {
  const { font, fill } = severityColors[severity]
  return { font: { color: toArgb(font) }, fill: { type: 'pattern', pattern: 'solid', bgColor: toArgb(fill) } }
}

function toArgb(color: string): { readonly argb: string } {
  return { argb: color.replace('#', 'FF') }
}

function toBorders(color: string): Partial<ExcelJS.Borders> {
  const line = { style: 'thin', color: toArgb(color) } as const
  return { top: line, left: line, bottom: line, right: line }
}
