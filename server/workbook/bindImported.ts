// A file that was imported gets its base: the package comes back with ids and state, every other byte as it was.
import { err, ok, type Result } from '#shared/kernel/result.ts'
import { openFileWorkbook } from '#shared/ooxml/fileWorkbook.ts'
import { bindTable, type BindTable } from '#shared/template/bindTable.ts'
import { nodeZipPorts } from './nodeZip.ts'

/** err: why this file cannot carry a base (no OOXML package, a protected sheet …). */
export async function bindImported(
  request: BindTable & { readonly bytes: Uint8Array },
): Promise<Result<Uint8Array, string>> {
  const workbook = openFileWorkbook(request.bytes, nodeZipPorts)
  const bound = await bindTable(workbook, request)
  return bound.ok ? ok(workbook.toBytes()) : err(bound.error.code)
}
