// Which sheets the desk looks through row by row: what one request may cost is bounded, however many sheets somebody sees.

export interface DeskLimits {
  /** Rows of one sheet. */
  readonly each: number
  /** Rows of all sheets together. */
  readonly together: number
}

export const deskLimits: DeskLimits = { each: 20_000, together: 100_000 }

/** Small ones first, so that as many as possible are in. @returns ids of the sheets that are left out, in the order given */
export function leftOut(
  sheets: readonly { readonly p: string; readonly rows: number }[],
  { each, together }: DeskLimits,
): readonly string[] {
  let left = together
  const kept = new Set<string>()
  for (const { p, rows } of sheets.toSorted((a, b) => a.rows - b.rows)) {
    if (rows > Math.min(each, left)) break
    left -= rows
    kept.add(p)
  }
  return sheets.flatMap(({ p }) => (kept.has(p) ? [] : [p]))
}
