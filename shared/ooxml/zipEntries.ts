// The entries of a zip archive, with names made safe and the local headers held against the directory.
import { refuse } from './refusal.ts'
import type { OoxmlLimits } from './limits.ts'
import type { DecodeUtf8 } from './ports.ts'
import { viewOf, type DirectoryRecord, type ZipDirectory } from './zipDirectory.ts'

/** One file of the archive; all byte arrays are views of the archive, not copies. */
export interface PackageEntry {
  /** Part name: `/` between folders, no leading slash; compare by `entryKey`. */
  readonly path: string
  /** 0 stored, 8 deflated. */
  readonly method: 0 | 8
  readonly crc32: number
  /** Inflated size as declared; `OoxmlPackage.read` holds it against the real one. */
  readonly size: number
  /** As it lies in the archive. */
  readonly compressed: Uint8Array
  /** The local record whole: header, name, extra, data, data descriptor. Copying it verbatim keeps the entry as it was. */
  readonly localBytes: Uint8Array
  /** The directory record whole; bytes 42–45 hold the local offset. */
  readonly centralBytes: Uint8Array
}

const archiveNames = /\.(zip|jar|7z|rar|gz|tgz|bz2|xz|zst|tar|cab|iso)$/i
/** Written by Excel for embedded objects; never opened by us. */
const embeddedPlaces = /(^|\/)(embeddings|activex|ctrlprops)\//i

/** How part names compare: without case. */
export function entryKey(path: string): string {
  return path.toLowerCase()
}

/** Refuses with `file.archive.*`, `file.encrypted`. Folders are left out. */
export function readEntries(
  bytes: Uint8Array,
  directory: ZipDirectory,
  ports: { readonly decodeUtf8: DecodeUtf8; readonly limits: OoxmlLimits },
): readonly PackageEntry[] {
  const seen = new Set<string>()
  const spans: { readonly start: number; readonly end: number }[] = []
  const entries: PackageEntry[] = []
  let declared = 0
  for (const record of directory.records) {
    const path = safeName(ports.decodeUtf8(record.nameBytes, 0, record.nameBytes.length))
    const key = entryKey(path)
    if (seen.has(key)) refuse('file.archive.duplicate', { name: path })
    seen.add(key)
    if (isLink(record)) refuse('file.archive.name', { name: path })
    const local = readLocal(bytes, record, directory.start)
    spans.push({ start: record.localOffset, end: local.dataEnd })
    if (path.endsWith('/')) continue
    if (record.size > ports.limits.entryBytes)
      refuse('file.archive.inflated', { name: path, limit: ports.limits.entryBytes })
    declared += record.size
    if (declared > ports.limits.totalBytes)
      refuse('file.archive.inflated', { name: path, limit: ports.limits.totalBytes })
    entries.push(toEntry(bytes, record, { path, local }))
  }
  refuseOverlap(spans)
  refuseNested(entries)
  return entries
}

/** `\` is what some exporters write for `/`; everything that points outside is refused. */
function safeName(raw: string): string {
  const path = raw.replaceAll('\\', '/')
  const isUnsafe =
    path === '' ||
    path.startsWith('/') ||
    path.includes('\0') ||
    /^[A-Za-z]:/.test(path) ||
    path.split('/').includes('..')
  if (isUnsafe) refuse('file.archive.name', { name: raw.slice(0, 80).replaceAll('\0', '␀') })
  return path.startsWith('./') ? path.slice(2) : path
}

function isLink(record: DirectoryRecord): boolean {
  return record.madeBy >> 8 === 3 && ((record.externalAttributes >>> 16) & 0xf000) === 0xa000
}

function readLocal(bytes: Uint8Array, record: DirectoryRecord, limit: number) {
  const view = viewOf(bytes)
  const at = record.localOffset
  if (at + 30 > limit || view.getUint32(at, true) !== 0x04034b50) refuse('file.archive.damaged', { what: 'header' })
  if (((record.flags | view.getUint16(at + 6, true)) & 1) !== 0) refuse('file.encrypted', { how: 'zip' })
  const nameLength = view.getUint16(at + 26, true)
  const dataStart = at + 30 + nameLength + view.getUint16(at + 28, true)
  const dataEnd = dataStart + record.compressedSize
  if (dataEnd > limit) refuse('file.archive.damaged', { what: 'cut' })
  if (!sameBytes(bytes.subarray(at + 30, at + 30 + nameLength), record.nameBytes))
    refuse('file.archive.damaged', { what: 'names' })
  if (view.getUint16(at + 8, true) !== record.method) refuse('file.archive.damaged', { what: 'method' })
  const isStreamed = (view.getUint16(at + 6, true) & 8) !== 0
  const disagrees = (declared: number, actual: number): boolean =>
    declared !== actual && declared !== 0xffffffff && !(isStreamed && declared === 0)
  if (
    disagrees(view.getUint32(at + 18, true), record.compressedSize) ||
    disagrees(view.getUint32(at + 22, true), record.size)
  )
    refuse('file.archive.damaged', { what: 'sizes' })
  return { dataStart, dataEnd, recordEnd: isStreamed ? descriptorEnd(view, dataEnd, limit) : dataEnd }
}

/** After a streamed entry: crc and sizes, with or without signature, 4 or 8 bytes each. */
function descriptorEnd(view: DataView, dataEnd: number, limit: number): number {
  if (dataEnd + 4 > limit) return dataEnd
  const signed = view.getUint32(dataEnd, true) === 0x08074b50 ? 4 : 0
  for (const length of [signed + 12, signed + 20]) {
    const end = dataEnd + length
    if (end === limit) return end
    if (end + 4 <= limit && view.getUint32(end, true) === 0x04034b50) return end
  }
  return Math.min(dataEnd + signed + 12, limit)
}

function toEntry(
  bytes: Uint8Array,
  record: DirectoryRecord,
  found: { readonly path: string; readonly local: ReturnType<typeof readLocal> },
): PackageEntry {
  const { path, local } = found
  const { method } = record
  if (method !== 0 && method !== 8) refuse('file.archive.damaged', { what: 'method', name: path })
  if (method === 0 && record.size !== record.compressedSize)
    refuse('file.archive.damaged', { what: 'sizes', name: path })
  return {
    path,
    method,
    crc32: record.crc32,
    size: record.size,
    compressed: bytes.subarray(local.dataStart, local.dataEnd),
    localBytes: bytes.subarray(record.localOffset, local.recordEnd),
    centralBytes: bytes.subarray(record.start, record.end),
  }
}

function refuseOverlap(spans: { readonly start: number; readonly end: number }[]): void {
  const sorted = spans.toSorted((a, b) => a.start - b.start)
  for (let i = 1; i < sorted.length; i++) {
    if ((sorted[i]?.start ?? 0) < (sorted[i - 1]?.end ?? 0)) refuse('file.archive.overlap')
  }
}

function refuseNested(entries: readonly PackageEntry[]): void {
  for (const entry of entries) {
    if (embeddedPlaces.test(entry.path)) continue
    const [a, b, c, d] = entry.compressed
    const isZip = entry.method === 0 && a === 0x50 && b === 0x4b && c === 3 && d === 4
    if (isZip || archiveNames.test(entry.path)) refuse('file.archive.nested', { name: entry.path })
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}
