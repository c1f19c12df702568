// The central directory of a zip archive, believed only as far as it agrees with itself.
import { refuse } from './refusal.ts'
import type { OoxmlLimits } from './limits.ts'

/** One record of the central directory; offsets are from the start of the file. */
export interface DirectoryRecord {
  readonly nameBytes: Uint8Array
  readonly flags: number
  readonly method: number
  readonly crc32: number
  readonly compressedSize: number
  readonly size: number
  readonly localOffset: number
  readonly externalAttributes: number
  readonly madeBy: number
  readonly start: number
  readonly end: number
}

export interface ZipDirectory {
  readonly records: readonly DirectoryRecord[]
  readonly start: number
  readonly end: number
  /** Archive comment. */
  readonly comment: Uint8Array
}

interface DirectoryPlace {
  readonly count: number
  readonly size: number
  readonly offset: number
  /** Where the directory must end: its end record, the 64-bit one where there is one. */
  readonly limit: number
  readonly comment: Uint8Array
}

const endSignature = 0x06054b50
const end64Signature = 0x06064b50
const locator64Signature = 0x07064b50
const recordSignature = 0x02014b50

/** Position of the end record, or undefined: the file is no zip or is cut. */
export function findEndRecord(bytes: Uint8Array): number | undefined {
  const view = viewOf(bytes)
  const last = bytes.length - 22
  for (let at = last; at >= 0 && at >= last - 0xffff; at--) {
    if (bytes[at] !== 0x50 || view.getUint32(at, true) !== endSignature) continue
    if (at + 22 + view.getUint16(at + 20, true) <= bytes.length) return at
  }
  return undefined
}

/** Refuses with `file.archive.damaged`, `.entries`, `.name`. */
export function readDirectory(bytes: Uint8Array, limits: OoxmlLimits): ZipDirectory {
  const end = findEndRecord(bytes)
  if (end === undefined) refuse('file.archive.damaged', { what: 'directory' })
  const view = viewOf(bytes)
  const place = readPlace(view, bytes, end)
  if (place.count > limits.entries) refuse('file.archive.entries', { count: place.count, limit: limits.entries })
  if (place.offset + place.size !== place.limit) refuse('file.archive.damaged', { what: 'directory' })
  const records: DirectoryRecord[] = []
  let at = place.offset
  while (at < place.limit) {
    const record = readRecord(view, bytes, { at, limit: place.limit })
    if (record.nameBytes.length > limits.nameBytes)
      refuse('file.archive.name', { name: `…(${record.nameBytes.length})` })
    records.push(record)
    if (records.length > limits.entries)
      refuse('file.archive.entries', { count: records.length, limit: limits.entries })
    at = record.end
  }
  if (records.length !== place.count) refuse('file.archive.damaged', { what: 'count' })
  return { records, start: place.offset, end: place.limit, comment: place.comment }
}

function readPlace(view: DataView, bytes: Uint8Array, end: number): DirectoryPlace {
  if (view.getUint16(end + 4, true) !== 0 && view.getUint16(end + 4, true) !== 0xffff)
    refuse('file.archive.damaged', { what: 'disks' })
  const comment = bytes.subarray(end + 22, end + 22 + view.getUint16(end + 20, true))
  const count = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  const offset = view.getUint32(end + 16, true)
  const isLong = count === 0xffff || size === 0xffffffff || offset === 0xffffffff
  const locator = end - 20
  if (!isLong || locator < 0 || view.getUint32(locator, true) !== locator64Signature)
    return { count, size, offset, limit: longEnd(view, end), comment }
  const at = safe64(view, locator + 8)
  if (at + 56 > locator || view.getUint32(at, true) !== end64Signature)
    refuse('file.archive.damaged', { what: 'directory' })
  return {
    count: safe64(view, at + 32),
    size: safe64(view, at + 40),
    offset: safe64(view, at + 48),
    limit: at,
    comment,
  }
}

/** Some writers add 64-bit end records that they do not need; the directory then ends before those. */
function longEnd(view: DataView, end: number): number {
  const locator = end - 20
  if (locator < 56 || view.getUint32(locator, true) !== locator64Signature) return end
  const at = safe64(view, locator + 8)
  return at + 56 <= locator && view.getUint32(at, true) === end64Signature ? at : end
}

function readRecord(
  view: DataView,
  bytes: Uint8Array,
  span: { readonly at: number; readonly limit: number },
): DirectoryRecord {
  const { at, limit } = span
  if (at + 46 > limit || view.getUint32(at, true) !== recordSignature)
    refuse('file.archive.damaged', { what: 'directory' })
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  const end = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  if (end > limit) refuse('file.archive.damaged', { what: 'directory' })
  const sizes = longSizes(view, at, { from: at + 46 + nameLength, to: at + 46 + nameLength + extraLength })
  return {
    nameBytes: bytes.subarray(at + 46, at + 46 + nameLength),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    ...sizes,
    externalAttributes: view.getUint32(at + 38, true),
    madeBy: view.getUint16(at + 4, true),
    start: at,
    end,
  }
}

/** Sizes and offset, from the zip64 extra field where the short ones say so. */
function longSizes(view: DataView, at: number, extra: { readonly from: number; readonly to: number }) {
  let size = view.getUint32(at + 24, true)
  let compressedSize = view.getUint32(at + 20, true)
  let localOffset = view.getUint32(at + 42, true)
  for (let place = extra.from; place + 4 <= extra.to;) {
    const id = view.getUint16(place, true)
    const end = place + 4 + view.getUint16(place + 2, true)
    if (end > extra.to) break
    if (id === 1) {
      let field = place + 4
      const next = (): number => {
        if (field + 8 > end) refuse('file.archive.damaged', { what: 'zip64' })
        field += 8
        return safe64(view, field - 8)
      }
      if (size === 0xffffffff) size = next()
      if (compressedSize === 0xffffffff) compressedSize = next()
      if (localOffset === 0xffffffff) localOffset = next()
    }
    place = end
  }
  return { size, compressedSize, localOffset }
}

function safe64(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true)
  return value > 0xffff_ffff_ffffn ? 0xffff_ffff_ffff : Number(value)
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
