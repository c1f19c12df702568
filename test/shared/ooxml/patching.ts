// Patching the hand-made legacy workbook in tests.
import { patchPackage, type PatchFailure } from '#shared/ooxml/patchPackage.ts'
import { readOoxml } from '#shared/ooxml/readWorkbook.ts'
import type { WorkbookEdit } from '#shared/workbook/port.ts'
import type { RawSheet } from '#shared/workbook/raw.ts'
import { nodeZipPorts } from '#server/workbook/nodeZip.ts'
import { buildLegacyPackage, unpack } from '#test/fixtures/package/legacyPackage.ts'

export const sheetPath = 'xl/worksheets/sheet1.xml'
export const legacy = buildLegacyPackage()

export function patch(edits: readonly WorkbookEdit[], bytes = legacy): Uint8Array {
  const patched = patchPackage(bytes, edits, nodeZipPorts)
  if (!patched.ok) throw new Error(JSON.stringify(patched.error))
  return patched.value
}

export function refusal(edits: readonly WorkbookEdit[], bytes = legacy): PatchFailure | undefined {
  const patched = patchPackage(bytes, edits, nodeZipPorts)
  return patched.ok ? undefined : patched.error
}

export function textOf(bytes: Uint8Array, path: string): string {
  return unpack(bytes).get(path)?.text ?? ''
}

export function read(bytes: Uint8Array, name = '预算表'): RawSheet {
  const workbook = readOoxml(bytes, nodeZipPorts)
  const sheet = workbook.ok ? workbook.value.sheets.find((each) => each.name === name) : undefined
  if (!sheet) throw new Error(`no ${name}`)
  return sheet
}

export const set = (...cells: Extract<WorkbookEdit, { type: 'setCells' }>['cells']): WorkbookEdit => ({
  type: 'setCells',
  sheet: '预算表',
  cells,
})
export const amount = (row: number, decimal: string) =>
  ({ row, column: 3, value: { kind: 'number', decimal } }) as const
