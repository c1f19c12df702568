// JSON of values with their keys in order, for hashing: rows of one push name like columns, so the order is looked for once.
import type { Values } from '#shared/kernel/value.ts'

/** @returns a writer; `blank` says what becomes of a blank: `null`, or nothing at all */
export function makeSortedJson(blank: 'kept' | 'left out'): (values: Values) => string {
  const seen = new Set<string>()
  // one object for all rows: what is undefined in it is not written
  let scratch: Record<string, Values[string] | undefined> = {}
  let order: readonly string[] = []
  return (values) => {
    let isNew = false
    for (const key in values)
      if (!seen.has(key)) {
        seen.add(key)
        isNew = true
      }
    if (isNew) {
      order = [...seen].toSorted()
      scratch = Object.fromEntries(order.map((key) => [key, undefined]))
    }
    for (const key of order) {
      const value = values[key]
      scratch[key] = value === null && blank === 'left out' ? undefined : value
    }
    return JSON.stringify(scratch)
  }
}
