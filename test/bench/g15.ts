// G15: 100 cells patched in a workbook of 100,000 rows, against inflating and deflating the part they lie in.
import { readFileSync } from 'node:fs'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { openPackage } from '#shared/ooxml/openPackage.ts'
import { patchPackage } from '#shared/ooxml/patchPackage.ts'
import type { CellEdit, WorkbookEdit } from '#shared/workbook/port.ts'
import { nodeZipPorts } from '#server/workbook/nodeZip.ts'
import { cpuOf, median, ratioOf, type RunGoal } from './goal.ts'
import { benchWorkbook } from './workbookFile.ts'

const rows = 100_000
const rounds = 5
const sheetPath = 'xl/worksheets/sheet1.xml'

export const run: RunGoal = async () => {
  const bytes = new Uint8Array(readFileSync(await benchWorkbook(rows)))
  const cells = Array.from({ length: 100 }, (_, i): CellEdit => {
    const row = 3 + i * 997
    if (i % 2 === 0) return { row, column: 9, value: { kind: 'number', decimal: `${i}.05` } }
    return { row, column: 13, value: { kind: 'text', text: `改 ${i}` } }
  })
  const edits: readonly WorkbookEdit[] = [{ type: 'setCells', sheet: '慰问发放', cells }]
  const ours: number[] = []
  const floor: number[] = []
  let patched: Uint8Array = bytes
  for (let round = 0; round < rounds; round++) {
    const done = await cpuOf(() => patchPackage(bytes, edits, nodeZipPorts))
    if (!done.value.ok) throw new Error(done.value.error.detail)
    patched = done.value.value
    ours.push(done.cpuMs)
    floor.push((await cpuOf(() => repack(bytes))).cpuMs)
  }
  const ratio = ratioOf(median(ours), median(floor))
  const same = untouched(bytes, patched)
  return {
    goal: 'G15',
    title: '100 cells patched in 100k rows, CPU against inflate + deflate of the touched part',
    ratio,
    target: 3,
    holds: ratio <= 3 && same.isSame,
    detail: { oursMs: Math.round(median(ours)), floorMs: Math.round(median(floor)), ...same },
  }
}

/** What no patching can do without. */
function repack(bytes: Uint8Array): Uint8Array {
  const opened = openPackage(bytes, nodeZipPorts)
  const entry = opened.ok ? opened.value.find(sheetPath) : undefined
  if (!entry) throw new Error('no sheet')
  return deflateRawSync(inflateRawSync(entry.compressed), { level: 6 })
}

/** Entries other than the sheet and the workbook part (asked to calculate), byte for byte. */
function untouched(
  before: Uint8Array,
  after: Uint8Array,
): { readonly isSame: boolean; readonly untouchedEntries: number } {
  const [a, b] = [openPackage(before, nodeZipPorts), openPackage(after, nodeZipPorts)]
  if (!a.ok || !b.ok) return { isSame: false, untouchedEntries: 0 }
  const others = a.value.entries.filter(({ path }) => path !== sheetPath && path !== 'xl/workbook.xml')
  const isSame = others.every((entry) => {
    const other = b.value.find(entry.path)
    return other !== undefined && Buffer.from(entry.localBytes).equals(Buffer.from(other.localBytes))
  })
  return { isSame, untouchedEntries: others.length }
}
