// Rows of text as a spreadsheet keeps them: blanks at the ends are not there.

export function trimRows(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const trimmed = rows.map((row) => row.slice(0, row.findLastIndex((text) => text !== '') + 1))
  return trimmed.slice(0, trimmed.findLastIndex((row) => row.length > 0) + 1)
}
