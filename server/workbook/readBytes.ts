// One file read in this thread, whichever reader it takes: what the worker runs, and what small files need no worker for.
import { err, ok, type Result } from '#shared/kernel/result.ts'
import { readCsv } from '#shared/csv/readCsv.ts'
import { ooxmlLimits } from '#shared/ooxml/limits.ts'
import { openPackage } from '#shared/ooxml/openPackage.ts'
import { checkXml, partOpener } from '#shared/ooxml/openPart.ts'
import { readOoxml } from '#shared/ooxml/readWorkbook.ts'
import type { FileRefusal, RawWorkbook } from '#shared/workbook/raw.ts'
import type { SniffedFile } from '#shared/workbook/sniffContainer.ts'
import { nodeDecode } from './nodeDecode.ts'
import { nodePorts } from './nodeInflate.ts'

/** @param sheetName for a CSV's one sheet */
export async function readBytes(
  bytes: Uint8Array,
  sniffed: SniffedFile,
  sheetName: string,
): Promise<Result<RawWorkbook, FileRefusal>> {
  const read = await readByContainer(bytes, sniffed, sheetName)
  if (!read.ok || sniffed.findings.length === 0) return read
  return ok({ ...read.value, findings: [...sniffed.findings, ...read.value.findings] })
}

async function readByContainer(
  bytes: Uint8Array,
  sniffed: SniffedFile,
  sheetName: string,
): Promise<Result<RawWorkbook, FileRefusal>> {
  const { container } = sniffed
  if (container === 'csv') return readCsv(bytes, sheetName, { decode: nodeDecode })
  if (container === 'xlsx' || container === 'xlsm') {
    const own = readOoxml(bytes, nodePorts)
    if (own.ok || !isOdd(own.error)) return own
  }
  const isPackage = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (isPackage) {
    const checked = checkPackage(bytes)
    if (!checked.ok) return checked
  }
  // Loaded only when needed: it costs more than reading a small .xlsx.
  const { readBySheetjs } = await import('./sheetjsRead.ts')
  return readBySheetjs(bytes, container)
}

/** What our own core does not read though it may be sound: binary workbooks under another name, XML in old code pages. */
function isOdd(refusal: FileRefusal): boolean {
  return (
    (refusal.code === 'file.type' && refusal.params['what'] === 'xlsb') ||
    (refusal.code === 'file.xml.damaged' && refusal.params['encoding'] !== undefined)
  )
}

/** Every part inflated and counted, every XML part without DTD, before another reader sees the package. */
function checkPackage(bytes: Uint8Array): Result<void, FileRefusal> {
  const opened = openPackage(bytes, nodePorts)
  if (!opened.ok) return opened
  const open = partOpener(opened.value, { ...nodePorts, limits: ooxmlLimits })
  for (const entry of opened.value.entries) {
    const isXml = /\.(xml|rels)$/i.test(entry.path)
    const checked = isXml ? checkXml(open, entry) : opened.value.read(entry)
    if (!checked.ok && !(isXml && isOdd(checked.error))) return err(checked.error)
  }
  return ok(undefined)
}
