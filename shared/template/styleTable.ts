// Each style once, known by its place in a list.
import type { CellLook, CellStyle, StyleIndex } from './blueprint.ts'

export interface StyleTable {
  readonly styles: readonly CellStyle[]
  index(look: CellLook, more?: Partial<Omit<CellStyle, 'look'>>): StyleIndex
}

export function createStyleTable(): StyleTable {
  const styles: CellStyle[] = []
  const known = new Map<string, StyleIndex>()
  return {
    styles,
    index(look, more = {}) {
      const style: CellStyle = { look, align: 'left', indent: 0, numberFormat: 'General', ...more }
      const key = JSON.stringify(style)
      const at = known.get(key) ?? styles.push(style) - 1
      known.set(key, at)
      return at
    },
  }
}
