// A zip archive as a package of parts: everything checked before anything is inflated, parts inflated when asked for.
import type { Result } from '../kernel/result.ts'
import type { FileRefusal } from '../workbook/raw.ts'
import { ooxmlLimits, type OoxmlLimits } from './limits.ts'
import type { OoxmlPorts } from './ports.ts'
import { catchRefusal, refuse } from './refusal.ts'
import { readDirectory } from './zipDirectory.ts'
import { entryKey, readEntries, type PackageEntry } from './zipEntries.ts'

export type { PackageEntry } from './zipEntries.ts'

export interface OoxmlPackage {
  /** In the order of the directory, without folders. */
  readonly entries: readonly PackageEntry[]
  /** Archive comment, mostly empty. */
  readonly comment: Uint8Array
  /** By part name without leading slash; case does not count. */
  find(path: string): PackageEntry | undefined
  /**
   * The entry's content, inflated anew at every call and counted against the limits once.
   * Refusals: `file.archive.inflated`, `file.archive.damaged` (size or checksum differ), `file.archive.nested`.
   */
  read(entry: PackageEntry): Result<Uint8Array, FileRefusal>
}

/** @param ports `limits` only to narrow them in tests */
export function openPackage(
  bytes: Uint8Array,
  ports: OoxmlPorts & { readonly limits?: OoxmlLimits },
): Result<OoxmlPackage, FileRefusal> {
  const limits = ports.limits ?? ooxmlLimits
  return catchRefusal(() => {
    const directory = readDirectory(bytes, limits)
    const entries = readEntries(bytes, directory, { decodeUtf8: ports.decodeUtf8, limits })
    const byKey = new Map(entries.map((entry) => [entryKey(entry.path), entry]))
    const counted = new Set<PackageEntry>()
    let total = 0
    return {
      entries,
      comment: directory.comment,
      find: (path) => byKey.get(entryKey(path)),
      read: (entry) =>
        catchRefusal(() => {
          const isFirst = !counted.has(entry)
          const left = isFirst ? limits.totalBytes - total : limits.totalBytes
          const content = inflateEntry(entry, { ...ports, limit: Math.min(limits.entryBytes, left) })
          if (isFirst) total += content.length
          counted.add(entry)
          return content
        }),
    }
  })
}

function inflateEntry(entry: PackageEntry, ports: OoxmlPorts & { readonly limit: number }): Uint8Array {
  const { path, size } = entry
  if (entry.method === 0 && size > ports.limit) refuse('file.archive.inflated', { name: path, limit: ports.limit })
  const inflated =
    entry.method === 0
      ? ({ ok: true, value: entry.compressed } as const)
      : ports.inflate(entry.compressed, { expected: size, limit: ports.limit })
  if (!inflated.ok) {
    if (inflated.error === 'limit') refuse('file.archive.inflated', { name: path, limit: ports.limit })
    refuse('file.archive.damaged', { what: 'data', name: path })
  }
  if (inflated.value.length !== size) refuse('file.archive.damaged', { what: 'sizes', name: path })
  if (ports.crc32 && ports.crc32(inflated.value) !== entry.crc32)
    refuse('file.archive.damaged', { what: 'checksum', name: path })
  return inflated.value
}
