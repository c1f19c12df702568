// The workbook in memory passes the common suite.
import { createMemoryWorkbook } from '#shared/workbook/memoryWorkbook.ts'
import { describeWorkbookPort } from '#test/conformance/workbookPort.ts'

describeWorkbookPort('memoryWorkbook', (sheets) => Promise.resolve(createMemoryWorkbook(sheets)))
