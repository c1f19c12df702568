// The workbook in Excel passes the common suite, through the real Office.js in Chromium.
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { describeWorkbookPort } from '#test/conformance/workbookPort.ts'
import { openWorkbookStage, type WorkbookStage } from './stage.ts'

let stage: WorkbookStage

beforeAll(async () => {
  stage = await openWorkbookStage()
})
afterEach(() => {
  expect(stage.host.missing).toEqual([])
  expect(stage.pane.complaints).toEqual([])
})
afterAll(() => stage.close())

describeWorkbookPort('officeWorkbook', (sheets) => stage.open(sheets), { calculates: true })
