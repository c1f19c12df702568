// Which rows of the hidden sheet are other than before: rows that only moved down or up are moved, not written.

import { inOneGo, type Steps } from '#shared/kernel/steps.ts'

export type StateRows = readonly (readonly string[])[]

/** A row is a text of up to 30,000 characters. */
const rowsOfStep = 20

export interface StateDiff {
  /** To be done in this order, bottom up: `count` rows inserted before row `at` (0-based), or deleted from it on when below 0. */
  readonly shifts: readonly { readonly at: number; readonly count: number }[]
  /** 0-based rows to be written afterwards, ascending; those past the end are to be blank. */
  readonly changed: readonly number[]
}

/** Texts are unique but for accidents, and mostly keep their order: each is looked for below the one found before. */
export function diffState(before: StateRows, wanted: StateRows): StateDiff {
  return inOneGo(diffInSteps(before, wanted))
}

export function* diffInSteps(before: StateRows, wanted: StateRows): Steps<StateDiff> {
  const shifts: { at: number; count: number }[] = []
  const changed: number[] = []
  // The first row is nobody else's place; of the others most stay as they are down to the first that changed.
  const height = Math.min(before.length, wanted.length)
  let same = Math.min(1, height)
  if (height > 0 && !isSameRow(before[0] ?? [], wanted[0] ?? [])) changed.push(0)
  while (same < height && isSameRow(before[same] ?? [], wanted[same] ?? [])) {
    same += 1
    if (same % rowsOfStep === 0) yield
  }
  const places = new Map<string, number>()
  for (let there = same; there < before.length; there++) {
    places.set(keyOf(before[there] ?? []), there)
    if (there % rowsOfStep === 0) yield
  }
  let [from, to] = [same, same]
  const close = (there: number, here: number): void => {
    for (let at = to; at < here; at++) changed.push(at)
    const count = here - to - (there - from)
    if (count !== 0) shifts.push({ at: from + Math.min(there - from, here - to), count })
  }
  for (let here = same; here < wanted.length; here++) {
    if (here % rowsOfStep === 0) yield
    const there = places.get(keyOf(wanted[here] ?? []))
    if (there === undefined || there < from || (here === 0) !== (there === 0)) continue
    close(there, here)
    from = there + 1
    to = here + 1
  }
  // At the end nothing has to be moved: rows are written below, or blanked.
  for (let at = to; at < Math.max(wanted.length, to + before.length - from); at++) changed.push(at)
  return { shifts: shifts.toReversed(), changed }
}

/** Blank cells at the end do not count. */
export function isSameRow(a: readonly string[], b: readonly string[]): boolean {
  const length = Math.max(a.length, b.length)
  for (let at = 0; at < length; at++) if ((a[at] ?? '') !== (b[at] ?? '')) return false
  return true
}

/** Blank cells at the end do not count. */
function keyOf(row: readonly string[]): string {
  let end = row.length
  while (end > 0 && row[end - 1] === '') end -= 1
  return row.slice(0, end).join('\u0000')
}
