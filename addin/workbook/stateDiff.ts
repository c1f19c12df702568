// Which rows of the hidden sheet are other than before: rows that only moved down or up are moved, not written.

export type StateRows = readonly (readonly string[])[]

export interface StateDiff {
  /** To be done in this order, bottom up: `count` rows inserted before row `at` (0-based), or deleted from it on when below 0. */
  readonly shifts: readonly { readonly at: number; readonly count: number }[]
  /** 0-based rows to be written afterwards, ascending; those past the end are to be blank. */
  readonly changed: readonly number[]
}

/** Texts are unique but for accidents, and mostly keep their order: each is looked for below the one found before. */
export function diffState(before: StateRows, wanted: StateRows): StateDiff {
  const places = new Map(before.map((row, at) => [keyOf(row), at]))
  const shifts: { at: number; count: number }[] = []
  const changed: number[] = []
  let [from, to] = [0, 0]
  const close = (there: number, here: number): void => {
    for (let at = to; at < here; at++) changed.push(at)
    const count = here - to - (there - from)
    if (count !== 0) shifts.push({ at: from + Math.min(there - from, here - to), count })
  }
  wanted.forEach((row, here) => {
    const there = places.get(keyOf(row))
    if (there === undefined || there < from || (here === 0) !== (there === 0)) return
    close(there, here)
    from = there + 1
    to = here + 1
  })
  // At the end nothing has to be moved: rows are written below, or blanked.
  for (let at = to; at < Math.max(wanted.length, to + before.length - from); at++) changed.push(at)
  return { shifts: shifts.toReversed(), changed }
}

/** Blank cells at the end do not count. */
function keyOf(row: readonly string[]): string {
  let end = row.length
  while (end > 0 && row[end - 1] === '') end -= 1
  return row.slice(0, end).join('\u0000')
}
