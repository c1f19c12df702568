// A compound file (.xls, .et): its sector chains walked once, so that no reader runs round in them, and its streams taken out.
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { FileRefusal } from '#shared/workbook/raw.ts'

const damaged: FileRefusal = { code: 'file.cfb.damaged', params: { what: 'chain' } }
const lastNormal = 0xfffffffa

export interface CompoundFile {
  /** Names of streams and storages, in the order of the directory. */
  readonly names: readonly string[]
  /** Content of a stream of at least 4,096 bytes whose chain is whole; undefined for others. */
  readStream(name: string): Uint8Array | undefined
}

interface DirectoryEntry {
  readonly name: string
  readonly type: number
  readonly first: number
  readonly length: number
}

/** Refuses cycles and directories that point in circles; chains that just end are left to the reader. Linear in the file's size. */
export function openCompoundFile(bytes: Uint8Array): Result<CompoundFile, FileRefusal> {
  if (bytes.length < 512) return err(damaged)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) return err(damaged)
  const size = 2 ** shift
  const sectors = Math.ceil(bytes.length / size)
  const offsetOf = (sector: number): number => (sector + 1) * size
  const table = readTable(view, { size, sectors, offsetOf })
  const directory = table && walk(table, view.getUint32(48, true), sectors)
  if (!table || !directory) return err(damaged)
  const entries = directory.flatMap((sector) => readEntries(view, offsetOf(sector), size))
  const shortest = view.getUint32(56, true)
  for (const { type, first, length } of entries) {
    const isLong = type === 5 || (type === 2 && length >= shortest)
    if (isLong && length > 0 && !walk(table, first, sectors)) return err(damaged)
  }
  return ok({
    names: entries.map((entry) => entry.name),
    readStream(name) {
      const entry = entries.find((candidate) => candidate.type === 2 && candidate.name === name)
      if (!entry || entry.length < Math.max(shortest, 4096) || entry.length > bytes.length) return undefined
      const chain = walk(table, entry.first, sectors)
      if (!chain || chain.length * size < entry.length) return undefined
      const stream = new Uint8Array(chain.length * size)
      chain.forEach((sector, i) => stream.set(bytes.subarray(offsetOf(sector), offsetOf(sector) + size), i * size))
      return stream.subarray(0, entry.length)
    },
  })
}

function readEntries(view: DataView, start: number, size: number): readonly DirectoryEntry[] {
  const entries: DirectoryEntry[] = []
  for (let at = start; at + 128 <= Math.min(start + size, view.byteLength); at += 128) {
    const units = Math.min(31, Math.max(0, view.getUint16(at + 64, true) / 2 - 1))
    let name = ''
    for (let i = 0; i < units; i++) name += String.fromCharCode(view.getUint16(at + i * 2, true))
    entries.push({
      name,
      type: view.getUint8(at + 66),
      first: view.getUint32(at + 116, true),
      length: view.getUint32(at + 120, true),
    })
  }
  return entries
}

/** Sector → next sector; undefined when the table's own sectors repeat. */
function readTable(
  view: DataView,
  file: { readonly size: number; readonly sectors: number; readonly offsetOf: (sector: number) => number },
): Uint32Array | undefined {
  const places: number[] = []
  for (let i = 0; i < 109; i++) places.push(view.getUint32(76 + i * 4, true))
  const seen = new Set<number>()
  let more = view.getUint32(68, true)
  while (more < lastNormal) {
    const at = file.offsetOf(more)
    if (seen.has(more) || at + file.size > view.byteLength) return undefined
    seen.add(more)
    for (let i = 0; i < file.size - 4; i += 4) places.push(view.getUint32(at + i, true))
    more = view.getUint32(at + file.size - 4, true)
  }
  const used = places.filter((sector) => sector < lastNormal && file.offsetOf(sector) + file.size <= view.byteLength)
  if (new Set(used).size !== used.length) return undefined
  const table = new Uint32Array((used.length * file.size) / 4)
  used.forEach((sector, i) => {
    for (let k = 0; k < file.size / 4; k++)
      table[(i * file.size) / 4 + k] = view.getUint32(file.offsetOf(sector) + k * 4, true)
  })
  return table
}

/** The chain from `first`; undefined when it comes back to itself. One that runs off the table just ends. */
function walk(table: Uint32Array, first: number, sectors: number): readonly number[] | undefined {
  const chain: number[] = []
  let sector = first
  while (sector < lastNormal && sector < table.length) {
    chain.push(sector)
    if (chain.length > sectors + 1) return undefined
    sector = table[sector] as number
  }
  return chain
}
