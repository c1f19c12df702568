// The order-free checksum of a partition: XOR of its rows' hashes, held as two 32-bit halves.

export interface Mark {
  readonly high: number
  readonly low: number
}

/** @param hash its first 16 hex digits count */
export function parseMark(hash: string): Mark {
  return { high: Number.parseInt(hash.slice(0, 8), 16) | 0, low: Number.parseInt(hash.slice(8, 16), 16) | 0 }
}

/** Adding and taking away a row are the same step. */
export function xorMark(a: Mark, b: Mark): Mark {
  return { high: a.high ^ b.high, low: a.low ^ b.low }
}

export function formatMark({ high, low }: Mark): string {
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0')
}
