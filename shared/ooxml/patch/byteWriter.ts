// Bytes appended piece by piece.

export interface ByteWriter {
  /** Bytes [start, end) of another array. */
  copy(bytes: Uint8Array, start: number, end: number): void
  /** ASCII only: numbers, references, tags. */
  ascii(text: string): void
  toBytes(): Uint8Array
}

export function byteWriter(expected: number): ByteWriter {
  let out = new Uint8Array(Math.max(64, expected))
  let at = 0
  const reserve = (more: number): void => {
    if (at + more <= out.length) return
    const larger = new Uint8Array(Math.max(out.length * 2, at + more))
    larger.set(out.subarray(0, at))
    out = larger
  }
  return {
    copy(bytes, start, end) {
      reserve(end - start)
      out.set(bytes.subarray(start, end), at)
      at += end - start
    },
    ascii(text) {
      reserve(text.length)
      for (let i = 0; i < text.length; i++) out[at++] = text.charCodeAt(i)
    },
    toBytes: () => out.subarray(0, at),
  }
}
