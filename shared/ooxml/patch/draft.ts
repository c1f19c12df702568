// A package while it is being changed: parts as they are now, and which of them differ from the file.
import { packEntry, writeZip, type NewEntry, type ZipPorts } from '../writeZip.ts'
import { entryKey, type PackageEntry } from '../zipEntries.ts'
import type { OoxmlPackage } from '../openPackage.ts'
import { fail } from './failure.ts'
import type { ReadText } from './xmlText.ts'

export interface Draft {
  readonly readText: ReadText
  /** Part names as in the file, then added ones. */
  paths(): readonly string[]
  /** Contents now; undefined when there is no such part. Inflated once and kept. */
  read(path: string): Uint8Array | undefined
  /** Replaces or adds; the same contents leave the part untouched. */
  write(path: string, bytes: Uint8Array): void
  remove(path: string): void
  toBytes(ports: ZipPorts): Uint8Array
}

export function openDraft(source: OoxmlPackage, readText: ReadText): Draft {
  const kept = new Map<string, Uint8Array>()
  const added = new Map<string, string>()
  const changed = new Set<string>()
  const removed = new Set<string>()
  return {
    readText,
    paths: () => [
      ...source.entries.map((entry) => entry.path).filter((path) => !removed.has(entryKey(path))),
      ...added.values(),
    ],
    read(path) {
      const key = entryKey(path)
      if (removed.has(key)) return undefined
      const known = kept.get(key)
      if (known) return known
      const entry = source.find(path)
      if (!entry) return undefined
      const content = source.read(entry)
      if (!content.ok) fail('damaged', `${path}: ${content.error.code}`)
      kept.set(key, content.value)
      return content.value
    },
    write(path, bytes) {
      const key = entryKey(path)
      if (kept.get(key) === bytes) return
      kept.set(key, bytes)
      removed.delete(key)
      if (source.find(path)) changed.add(key)
      else added.set(key, path)
    },
    remove(path) {
      const key = entryKey(path)
      kept.delete(key)
      changed.delete(key)
      if (!added.delete(key)) removed.add(key)
    },
    toBytes(ports) {
      const entries: (PackageEntry | NewEntry)[] = []
      for (const entry of source.entries) {
        const key = entryKey(entry.path)
        if (removed.has(key)) continue
        const bytes = changed.has(key) ? kept.get(key) : undefined
        entries.push(bytes ? { ...packEntry(entry.path, bytes, ports), replaces: entry } : entry)
      }
      for (const [key, path] of added) entries.push(packEntry(path, kept.get(key) ?? new Uint8Array(), ports))
      return writeZip(entries)
    },
  }
}

/** A part that must be there. */
export function need(draft: Draft, path: string): Uint8Array {
  return draft.read(path) ?? fail('damaged', `no ${path}`)
}
