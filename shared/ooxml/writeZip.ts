// Writes a zip container: entries already compressed are copied as they are, new ones are deflated through a port.
import { crc32 } from './crc32.ts'

/** Raw deflate (RFC 1951, no zlib header): Node's zlib.deflateRawSync, or fflate's deflateSync in a page. */
export type Deflate = (bytes: Uint8Array) => Uint8Array

/** One entry as it lies in a zip; `packed` are the bytes between its local header and the next one. */
export interface PackedEntry {
  /** As in the central directory, undecoded. */
  readonly nameBytes: Uint8Array
  readonly packed: Uint8Array
  /** 0 stored, 8 deflated. */
  readonly method: number
  /** Of the unpacked bytes, unsigned. */
  readonly crc: number
  readonly size: number
  /** General purpose flags; the data-descriptor bit is cleared when written. */
  readonly flags: number
  /** MS-DOS time and date as stored. */
  readonly time: number
  readonly date: number
  readonly externalAttributes: number
}

/** 1980-01-01 00:00, the zip epoch: the same input gives the same bytes. */
const dosEpoch = 0x21
const utf8Flag = 0x800
const descriptorFlag = 0x8

/**
 * A new entry. Small or incompressible contents are stored.
 * @param name ASCII part name such as `xl/worksheets/sheet2.xml`; throws on anything else (a bug)
 */
export function packEntry(name: string, bytes: Uint8Array, deflate: Deflate): PackedEntry {
  const deflated = bytes.length > 0 ? deflate(bytes) : bytes
  const shorter = deflated.length < bytes.length
  return {
    nameBytes: asciiBytes(name),
    packed: shorter ? deflated : bytes,
    method: shorter ? 8 : 0,
    crc: crc32(bytes),
    size: bytes.length,
    flags: 0,
    time: 0,
    date: dosEpoch,
    externalAttributes: 0,
  }
}

/** Other contents under the name, date and attributes of an entry that was there. */
export function repackEntry(entry: PackedEntry, bytes: Uint8Array, deflate: Deflate): PackedEntry {
  const made = packEntry('', bytes, deflate)
  return {
    ...entry,
    packed: made.packed,
    method: made.method,
    crc: made.crc,
    size: made.size,
    flags: entry.flags & utf8Flag,
  }
}

/** In the order given. No zip64: throws beyond 65,534 entries or 4 GiB, which the caps of reading never let through. */
export function writeZip(entries: readonly PackedEntry[]): Uint8Array {
  let total = 22
  for (const entry of entries) total += 30 + 46 + 2 * entry.nameBytes.length + entry.packed.length
  if (entries.length > 0xfffe || total > 0xfffffffe) throw new RangeError('writeZip: needs zip64')
  const out = new Uint8Array(total)
  const view = new DataView(out.buffer)
  const offsets: number[] = []
  let at = 0
  for (const entry of entries) {
    offsets.push(at)
    view.setUint32(at, 0x04034b50, true)
    writeCommon(view, at + 4, entry)
    out.set(entry.nameBytes, at + 30)
    out.set(entry.packed, at + 30 + entry.nameBytes.length)
    at += 30 + entry.nameBytes.length + entry.packed.length
  }
  const directory = at
  entries.forEach((entry, index) => {
    view.setUint32(at, 0x02014b50, true)
    view.setUint16(at + 4, 20, true)
    writeCommon(view, at + 6, entry)
    view.setUint32(at + 38, entry.externalAttributes, true)
    view.setUint32(at + 42, offsets[index] ?? 0, true)
    out.set(entry.nameBytes, at + 46)
    at += 46 + entry.nameBytes.length
  })
  view.setUint32(at, 0x06054b50, true)
  view.setUint16(at + 8, entries.length, true)
  view.setUint16(at + 10, entries.length, true)
  view.setUint32(at + 12, at - directory, true)
  view.setUint32(at + 16, directory, true)
  return out
}

/** The 26 bytes that local header and central directory have alike: version needed … extra length (none). */
function writeCommon(view: DataView, at: number, entry: PackedEntry): void {
  view.setUint16(at, 20, true)
  view.setUint16(at + 2, entry.flags & ~descriptorFlag, true)
  view.setUint16(at + 4, entry.method, true)
  view.setUint16(at + 6, entry.time, true)
  view.setUint16(at + 8, entry.date, true)
  view.setUint32(at + 10, entry.crc, true)
  view.setUint32(at + 14, entry.packed.length, true)
  view.setUint32(at + 18, entry.size, true)
  view.setUint16(at + 22, entry.nameBytes.length, true)
}

function asciiBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 126) throw new RangeError(`writeZip: not ASCII: ${text}`)
    bytes[i] = code
  }
  return bytes
}
