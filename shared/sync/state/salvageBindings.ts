// A state sheet that does not add up is not believed (W8); only where the tables lie is taken from it, to compare by value.
import type { TableBinding } from '../../workbook/port.ts'
import * as shape from './stateShapes.ts'

/** Bindings that can still be read, the last of each partition. Whatever they say wrongly is seen in the comparison. */
export function salvageBindings(rows: readonly (readonly string[])[]): readonly TableBinding[] {
  const found = rows.filter(([tag]) => tag === 'bindings').flatMap(([, ...cells]) => readBindings(cells.join('')))
  return [...new Map(found.map((binding) => [binding.partition, binding])).values()]
}

function readBindings(json: string): readonly TableBinding[] {
  try {
    return shape.toList(JSON.parse(json), shape.toBinding)
  } catch (problem) {
    if (problem instanceof shape.ShapeError || problem instanceof SyntaxError) return []
    throw problem
  }
}
