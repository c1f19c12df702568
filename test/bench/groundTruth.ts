// The ground truth of the corpus (corpus/open/groundtruth/O*.json) and the tables that it speaks of.
import { readdirSync, readFileSync } from 'node:fs'

/** Rows are 1-based; everything but id and file may be missing. */
export interface GroundTruth {
  readonly id: string
  readonly file: string
  readonly sheet_index?: number
  readonly layout?: string
  readonly title_rows?: readonly number[]
  readonly meta_rows?: readonly number[]
  readonly header_rows?: readonly number[]
  readonly repeated_header_rows?: readonly number[]
  readonly section_rows?: readonly number[]
  /** Both ends included; may enclose blank rows, sums and sections. */
  readonly data?: readonly (readonly [number, number])[]
  readonly total_rows?: readonly number[]
  readonly footer_rows?: readonly number[]
  readonly blank_rows?: readonly number[]
  readonly hidden_rows?: readonly number[]
  readonly records?: number
  readonly nonempty_data_rows?: number
  readonly fill_down?: readonly string[]
  readonly cells?: readonly { readonly ref: string; readonly value: string | number | null }[]
  readonly filled?: readonly { readonly ref: string; readonly value: string | number | null }[]
  readonly no_fill_down_sum?: string
  readonly unit?: string
  /** Of a CSV: header texts and the first cells of the first row of data. */
  readonly header?: readonly string[]
  readonly first?: readonly string[]
  readonly sums?: readonly { readonly col: string; readonly sum: string | number }[]
}

/** @param folder corpus/open */
export function readGroundTruth(folder: string): readonly GroundTruth[] {
  return readdirSync(`${folder}/groundtruth`)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => JSON.parse(readFileSync(`${folder}/groundtruth/${name}`, 'utf8')) as GroundTruth)
}

export function rowsIn(ranges: readonly (readonly [number, number])[]): readonly number[] {
  return ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i))
}
