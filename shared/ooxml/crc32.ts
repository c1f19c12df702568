// CRC-32 as zip wants it (IEEE 802.3, reflected), four bytes a step.

const tables = makeTables()

function makeTables(): readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array] {
  const first = new Uint32Array(256)
  for (let n = 0; n < 256; n++) {
    let c = n
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
    first[n] = c
  }
  const rest = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)] as const
  for (let n = 0; n < 256; n++) {
    let c = first[n] ?? 0
    for (const table of rest) {
      c = (c >>> 8) ^ (first[c & 255] ?? 0)
      table[n] = c
    }
  }
  return [first, ...rest]
}

/** @param previous the CRC of what came before, to go on from @returns unsigned 32 bits */
export function crc32(bytes: Uint8Array, previous = 0): number {
  const [a, b, c, d] = tables
  let crc = ~previous
  let at = 0
  for (const end = bytes.length - 3; at < end; at += 4) {
    crc ^=
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24)
    crc =
      (d[crc & 255] as number) ^
      (c[(crc >>> 8) & 255] as number) ^
      (b[(crc >>> 16) & 255] as number) ^
      (a[crc >>> 24] as number)
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ (a[(crc ^ (bytes[at] as number)) & 255] as number)
  return ~crc >>> 0
}
