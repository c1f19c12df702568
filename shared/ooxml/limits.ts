// How much a spreadsheet file may hold before it is refused (reliability.md §3.2).

export interface OoxmlLimits {
  /** Entries of the archive, folders included. */
  readonly entries: number
  /** Bytes of one entry's name. */
  readonly nameBytes: number
  /** Inflated bytes of one entry, counted while inflating. */
  readonly entryBytes: number
  /** Inflated bytes of all entries read, counted while inflating. */
  readonly totalBytes: number
  readonly xmlDepth: number
  readonly xmlAttributes: number
  /** Bytes of one text node, of one tag with its attributes, and of one attribute. */
  readonly xmlText: number
  /** Cells that hold something, all sheets together. */
  readonly cells: number
  /** Places of the dense row arrays, all sheets together: a cell in XFD costs 16,384 of them. */
  readonly slots: number
  readonly strings: number
  readonly stringBytes: number
  /** UTF-16 units of one cell's text, as Excel. */
  readonly cellText: number
  readonly merges: number
  readonly sheets: number
  readonly definedNames: number
}

export const ooxmlLimits: OoxmlLimits = {
  entries: 2_000,
  nameBytes: 255,
  entryBytes: 100 * 1024 * 1024,
  totalBytes: 300 * 1024 * 1024,
  xmlDepth: 64,
  xmlAttributes: 256,
  xmlText: 1024 * 1024,
  cells: 2_000_000,
  slots: 20_000_000,
  strings: 2_000_000,
  stringBytes: 64 * 1024 * 1024,
  cellText: 32_767,
  merges: 10_000,
  sheets: 200,
  definedNames: 5_000,
}

export const maxRows = 1_048_576
export const maxColumns = 16_384
