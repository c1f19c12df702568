// What the core needs from the machine it runs on: inflating and decoding, so that Node and browsers give their own.
import type { Result } from '../kernel/result.ts'

/** `expected`: size by the file's own header, a hint only. `limit`: output may not pass it. Bytes. */
export interface InflateBounds {
  readonly expected: number
  readonly limit: number
}

/** Raw DEFLATE (no zlib header). Never allocates by `expected` alone; stops as soon as the output passes `limit`. */
export type Inflate = (compressed: Uint8Array, bounds: InflateBounds) => Result<Uint8Array, 'limit' | 'damaged'>

/** Bytes [start, end) as UTF-8; bad sequences become U+FFFD, a BOM is kept or not as the machine likes. */
export type DecodeUtf8 = (bytes: Uint8Array, start: number, end: number) => string

export interface OoxmlPorts {
  readonly inflate: Inflate
  readonly decodeUtf8: DecodeUtf8
  /** CRC-32 as in zip; without it checksums are not compared. */
  readonly crc32?: (bytes: Uint8Array) => number
}
