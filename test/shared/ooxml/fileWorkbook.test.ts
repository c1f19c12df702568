// The workbook as a file passes the common suite in every dialect, read anew from its bytes after each change.
import { openFileWorkbook, type FileWorkbook } from '#shared/ooxml/fileWorkbook.ts'
import type { WorkbookPort } from '#shared/workbook/port.ts'
import { nodeZipPorts } from '#server/workbook/nodeZip.ts'
import { describeWorkbookPort } from '#test/conformance/workbookPort.ts'
import { buildMinimalPackage, dialects } from '#test/fixtures/package/minimalPackage.ts'

for (const [name, dialect] of Object.entries(dialects)) {
  describeWorkbookPort(`fileWorkbook, ${name} package`, (sheets) =>
    Promise.resolve(openFileWorkbook(buildMinimalPackage(sheets, dialect), nodeZipPorts)),
  )
}

describeWorkbookPort('fileWorkbook, saved and opened before each call', (sheets) => {
  let file: FileWorkbook = openFileWorkbook(
    buildMinimalPackage(sheets, { prefix: '', hasReferences: true, epoch: 1900 }),
    nodeZipPorts,
  )
  const reopened = (): FileWorkbook => (file = openFileWorkbook(file.toBytes(), nodeZipPorts))
  const port: WorkbookPort = {
    readState: (call) => reopened().readState(call),
    readTable: (binding, call) => reopened().readTable(binding, call),
    apply: (edits, call) => reopened().apply(edits, call),
  }
  return Promise.resolve(port)
})
