// How each type of column shows its values.
import type { ColumnDefinition } from '../definition/column.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { CellStyle } from './blueprint.ts'

const fenPerYuan = 100

/** @param unitFen 分 per displayed unit; beyond 元 as many decimals as are needed to keep every 分 */
export function numberFormatOf(column: ColumnDefinition, unitFen: number): string {
  switch (column.type) {
    case 'money':
      return unitFen === fenPerYuan ? '#,##0.00' : '#,##0.00####'
    case 'integer':
      return '0'
    case 'percent':
      return column.isFactor === true ? '0.00##' : '0.00%'
    case 'date':
    case 'deadline':
      return 'yyyy-mm-dd'
    case 'text':
    case 'code':
    case 'choice':
    case 'list':
    case 'boolean':
      return '@'
    default:
      return unreachable(column.type)
  }
}

export function alignOf(column: ColumnDefinition): CellStyle['align'] {
  switch (column.type) {
    case 'money':
    case 'percent':
    case 'integer':
      return 'right'
    case 'date':
    case 'deadline':
    case 'choice':
    case 'boolean':
      return 'center'
    case 'text':
    case 'code':
    case 'list':
      return 'left'
    default:
      return unreachable(column.type)
  }
}
