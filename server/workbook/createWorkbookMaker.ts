// The workbooks we hand out: built from definitions by exceljs, their base put in by patching.
import { err, ok, type Result } from '#shared/kernel/result.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import { openFileWorkbook } from '#shared/ooxml/fileWorkbook.ts'
import { encodeState } from '#shared/sync/state/encodeState.ts'
import type { WorkbookState } from '#shared/sync/state/base.ts'
import { buildTemplate } from '#shared/template/buildTemplate.ts'
import type { TemplateContext } from '#shared/template/context.ts'
import { exportTable } from '#shared/template/exportTable.ts'
import { printTable } from '#shared/template/printTable.ts'
import type { WorkbookEdit } from '#shared/workbook/port.ts'
import { nodeZipPorts } from './nodeZip.ts'
import type { BuildRequest, WorkbookMaker } from './workbookMaker.ts'

/** Forms show 元. */
const yuanFen = 100

export function createWorkbookMaker(): WorkbookMaker {
  return {
    async build(request) {
      const { definition, records } = request
      // exceljs takes 33 MB: it is loaded when the first workbook is built.
      const { buildWorkbook } = await import('./exceljsWorkbook.ts')
      const context = toTemplateContext(request)
      if (records === undefined) return buildWorkbook(buildTemplate(definition, context))
      const blueprint = exportTable(definition, context, records.rows)
      const bytes = await buildWorkbook(blueprint)
      const state: WorkbookState = { ...records.state, bindings: [blueprint.binding] }
      const bound = await applyEdits(bytes, [{ type: 'setState', rows: encodeState(state) }])
      if (!bound.ok) throw new Error(`a workbook of our own cannot carry its base: ${bound.error}`)
      return bound.value
    },
    async print(request) {
      const { definition, unitId, rows } = request
      const { buildWorkbook } = await import('./exceljsWorkbook.ts')
      const context = toTemplateContext(request)
      const partition = { kind: definition.kind, unitId, year: request.context.year }
      return buildWorkbook(printTable(definition, { ...context, partition }, rows))
    },
  }
}

function toTemplateContext({ definition, context, unitName, locale, records }: BuildRequest): TemplateContext {
  const partition = records === undefined ? undefined : parsePartitionId(records.p)
  const { today, year, unitKind } = context
  return {
    partition: partition ?? { kind: definition.kind, unitId: '', year },
    unitName,
    unitKind,
    today,
    locale,
    unitFen: yuanFen,
  }
}

async function applyEdits(bytes: Uint8Array, edits: readonly WorkbookEdit[]): Promise<Result<Uint8Array, string>> {
  const workbook = openFileWorkbook(bytes, nodeZipPorts)
  const applied = await workbook.apply(edits)
  return applied.ok ? ok(workbook.toBytes()) : err(applied.error.code)
}
