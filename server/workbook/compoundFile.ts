// The sector chains of a compound file (.xls, .et) walked once, so that no reader runs round in them.
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { FileRefusal } from '#shared/workbook/raw.ts'

const damaged: FileRefusal = { code: 'file.cfb.damaged', params: { what: 'chain' } }
const lastNormal = 0xfffffffa

/** Refuses cycles, chains that leave the file and directories that point in circles. Linear in the file's size. */
export function checkCompoundFile(bytes: Uint8Array): Result<void, FileRefusal> {
  if (bytes.length < 512) return err(damaged)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) return err(damaged)
  const size = 2 ** shift
  const sectors = Math.ceil(bytes.length / size)
  const offsetOf = (sector: number): number => (sector + 1) * size
  const table = readTable(view, { size, sectors, offsetOf })
  if (!table) return err(damaged)
  const directory = walk(table, view.getUint32(48, true), sectors)
  if (!directory) return err(damaged)
  for (const sector of directory) {
    for (let at = offsetOf(sector); at + 128 <= Math.min(offsetOf(sector) + size, bytes.length); at += 128) {
      const type = bytes[at + 66]
      const length = view.getUint32(at + 120, true)
      const isLong = type === 5 || (type === 2 && length >= view.getUint32(56, true))
      if (isLong && length > 0 && !walk(table, view.getUint32(at + 116, true), sectors)) return err(damaged)
    }
  }
  return ok(undefined)
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
