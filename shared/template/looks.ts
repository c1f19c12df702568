// How a built sheet looks: the printed form that Chinese offices know. Plain data, for the file writer and for Excel.
import type { CellLook } from './blueprint.ts'

export const fontName = '宋体'

export interface Look {
  /** Points. */
  readonly size: number
  readonly bold: boolean
  /** `#RRGGBB`; absent: black. */
  readonly color?: string
  readonly fill?: string
  /** Thin lines on all four sides of this colour. */
  readonly border?: string
  readonly wrap: boolean
}

const [black, faint] = ['#000000', '#D9D9D9']

export const looks: Readonly<Record<CellLook, Look>> = {
  title: { size: 16, bold: true, wrap: false },
  meta: { size: 11, bold: false, wrap: false },
  header: { size: 11, bold: true, fill: '#EDEDED', border: black, wrap: true },
  section: { size: 11, bold: true, fill: '#F7F7F7', border: black, wrap: false },
  data: { size: 11, bold: false, border: black, wrap: true },
  parent: { size: 11, bold: true, border: black, wrap: true },
  total: { size: 11, bold: true, fill: '#F7F7F7', border: black, wrap: false },
  signature: { size: 11, bold: false, wrap: false },
  'marks-header': { size: 11, bold: false, color: '#595959', fill: '#F7F7F7', border: faint, wrap: true },
  marks: { size: 10, bold: false, color: '#404040', border: faint, wrap: true },
  id: { size: 9, bold: false, color: '#7F7F7F', wrap: false },
}

/** Of the cell in the findings column itself; nothing else is coloured. */
export const severityColors = {
  error: { font: '#A4262C', fill: '#FDE7E9' },
  warning: { font: '#7A5B00', fill: '#FFF4CE' },
  hint: { font: '#1F4E79', fill: '#DEECF9' },
} as const
