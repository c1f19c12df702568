// What people typed and must find again: unique texts, and every move of money by the code of its row.
import { columnOf, type Desk } from './desk.ts'
import { readRows } from './person.ts'

export interface Typed {
  /** Texts that have to reach the server. */
  readonly owed: Set<string>
  /** Code → 分 that all moves together should have brought it. */
  readonly moved: Map<string, number>
}

export interface Snapshot {
  readonly texts: ReadonlySet<string>
  readonly amounts: ReadonlyMap<string, number>
}

const isToken = (value: unknown): value is string => typeof value === 'string' && /^[文新抄]\d+$/.test(value)

export function snapshot(desk: Desk): Snapshot {
  const texts = new Set<string>()
  const amounts = new Map<string, number>()
  for (const { cells } of readRows(desk)) {
    for (const key of ['title', 'note'] as const) {
      const value = cells.get(columnOf(key))?.value
      if (isToken(value)) texts.add(value)
    }
    const code = cells.get(columnOf('code'))?.value
    const amount = cells.get(columnOf('amount'))?.value
    if (typeof code !== 'string') continue
    // Two rows may show one code for a while: what somebody deleted beside what somebody kept.
    amounts.set(code, (amounts.get(code) ?? 0) + (typeof amount === 'number' ? Math.round(amount * 100) : 0))
  }
  return { texts, amounts }
}

/** After a person's edit: what appeared is owed, what they overwrote or deleted is not any more. */
export function note(typed: Typed, before: Snapshot, after: Snapshot): void {
  for (const text of after.texts) if (!before.texts.has(text)) typed.owed.add(text)
  for (const text of before.texts) if (!after.texts.has(text)) typed.owed.delete(text)
  for (const code of new Set([...before.amounts.keys(), ...after.amounts.keys()])) {
    const moved = (after.amounts.get(code) ?? 0) - (before.amounts.get(code) ?? 0)
    if (moved !== 0) typed.moved.set(code, (typed.moved.get(code) ?? 0) + moved)
  }
}
