// What people call a row by: its first filled texts and codes, in the order printed.
import type { SheetDefinition } from './sheet.ts'
import type { Values } from '../kernel/value.ts'

const shownParts = 2

/** At most two columns; {} for a row without any text. */
export function pickNaming({ columns, layout }: SheetDefinition, values: Values): Values {
  const named = layout.columns.flatMap((key) => {
    const type = columns[key]?.type
    const value = values[key] ?? null
    return (type === 'text' || type === 'code') && value !== null && value !== '' ? [[key, value] as const] : []
  })
  return Object.fromEntries(named.slice(0, shownParts))
}
