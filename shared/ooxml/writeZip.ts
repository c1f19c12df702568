// Writes a zip container: entries that were there are copied byte for byte, new contents are deflated through a port.
import { crc32 as ownCrc32 } from './crc32.ts'
import { viewOf } from './zipDirectory.ts'
import type { PackageEntry } from './zipEntries.ts'

/** What writing needs from the machine. */
export interface ZipPorts {
  /** Raw DEFLATE (no zlib header): Node's zlib.deflateRawSync, or fflate's deflateSync in a page. */
  readonly deflate: (bytes: Uint8Array) => Uint8Array
  /** CRC-32 as in zip; ours in plain JavaScript when absent. */
  readonly crc32?: (bytes: Uint8Array) => number
}

/** An entry with contents of our own. */
export interface NewEntry {
  /** ASCII part name such as `xl/worksheets/sheet2.xml`. */
  readonly path: string
  /** As it will lie in the archive. */
  readonly compressed: Uint8Array
  readonly method: 0 | 8
  /** Of the inflated bytes, unsigned. */
  readonly crc32: number
  readonly size: number
  /** The entry whose contents it replaces: name, date and attributes are kept. */
  readonly replaces?: PackageEntry
}

/** 1980-01-01, the zip epoch, so that the same input gives the same bytes. */
const dosEpoch = 0x21
/** Names in UTF-8. */
const utf8Flag = 0x800

/** Small or incompressible contents are stored. */
export function packEntry(path: string, bytes: Uint8Array, ports: ZipPorts): NewEntry {
  const deflated = bytes.length > 0 ? ports.deflate(bytes) : bytes
  const isShorter = deflated.length < bytes.length
  const crc32 = (ports.crc32 ?? ownCrc32)(bytes)
  return { path, compressed: isShorter ? deflated : bytes, method: isShorter ? 8 : 0, crc32, size: bytes.length }
}

/** In the order given. No zip64: throws beyond 65,534 entries or 4 GiB, which the caps of reading never let through. */
export function writeZip(entries: readonly (PackageEntry | NewEntry)[]): Uint8Array {
  const records = entries.map(toRecord)
  const total = records.reduce((sum, record) => sum + record.size, 22)
  if (entries.length > 0xfffe || total > 0xfffffffe) throw new RangeError('writeZip: needs zip64')
  const out = new Uint8Array(total)
  const offsets: number[] = []
  let at = 0
  for (const record of records) {
    offsets.push(at)
    for (const bytes of record.local) {
      out.set(bytes, at)
      at += bytes.length
    }
  }
  const directory = at
  records.forEach((record, index) => {
    out.set(record.central, at)
    viewOf(out).setUint32(at + 42, offsets[index] ?? 0, true)
    at += record.central.length
  })
  const view = viewOf(out)
  view.setUint32(at, 0x06054b50, true)
  view.setUint16(at + 8, entries.length, true)
  view.setUint16(at + 10, entries.length, true)
  view.setUint32(at + 12, at - directory, true)
  view.setUint32(at + 16, directory, true)
  return out
}

interface ZipRecord {
  readonly local: readonly Uint8Array[]
  readonly central: Uint8Array
  readonly size: number
}

function toRecord(entry: PackageEntry | NewEntry): ZipRecord {
  if ('localBytes' in entry) {
    const size = entry.localBytes.length + entry.centralBytes.length
    return { local: [entry.localBytes], central: entry.centralBytes, size }
  }
  const old = entry.replaces && viewOf(entry.replaces.centralBytes)
  const name = entry.replaces
    ? entry.replaces.centralBytes.subarray(46, 46 + (old?.getUint16(28, true) ?? 0))
    : asciiBytes(entry.path)
  const head = new Uint8Array(30 + name.length)
  const central = new Uint8Array(46 + name.length)
  const headView = viewOf(head)
  const centralView = viewOf(central)
  headView.setUint32(0, 0x04034b50, true)
  centralView.setUint32(0, 0x02014b50, true)
  centralView.setUint16(4, old?.getUint16(4, true) ?? 20, true)
  centralView.setUint32(38, old?.getUint32(38, true) ?? 0, true)
  for (const [view, from] of [
    [headView, 4],
    [centralView, 6],
  ] as const) {
    view.setUint16(from, 20, true)
    view.setUint16(from + 2, (old?.getUint16(8, true) ?? 0) & utf8Flag, true)
    view.setUint16(from + 4, entry.method, true)
    view.setUint16(from + 6, old?.getUint16(12, true) ?? 0, true)
    view.setUint16(from + 8, old?.getUint16(14, true) ?? dosEpoch, true)
    view.setUint32(from + 10, entry.crc32, true)
    view.setUint32(from + 14, entry.compressed.length, true)
    view.setUint32(from + 18, entry.size, true)
    view.setUint16(from + 22, name.length, true)
  }
  head.set(name, 30)
  central.set(name, 46)
  return { local: [head, entry.compressed], central, size: head.length + entry.compressed.length + central.length }
}

function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0)
    if (letter.length > 1 || code > 126) throw new RangeError(`writeZip: not ASCII: ${text}`)
    return code
  })
}
