// My sheets, their rows, a row's history, and the sheet as a workbook that carries its base.
import { toPartitionId } from '#shared/definition/sheet.ts'
import type { PartitionInfo, RecordList } from '#shared/contract/resources.ts'
import { decodeRecordId } from '#shared/contract/decodeScalars.ts'
import type { AppDeps } from '../deps.ts'
import { createSheetFigures, findingsOfRows } from '../partition/findingsOf.ts'
import { json, refused } from '../request/answer.ts'
import type { HandlersOf } from '../request/call.ts'
import { refuse } from '../request/refusal.ts'
import { spreadsheetType } from '../workbook/fileNames.ts'
import { issueWorkbook } from '../workbook/issueWorkbook.ts'

type Names = 'listPartitions' | 'listRecords' | 'downloadWorkbook' | 'recordHistory' | 'recordLights'

/** undefined: an address that cannot be a sheet's. */
export function partitionOf(params: Readonly<Record<string, string>>): string | undefined {
  const { unit = '', kind = '', year = '' } = params
  const id = toPartitionId({ unitId: unit, kind, year: Number(year) })
  return /^[a-z0-9-]{1,40}\/[a-z][a-z0-9-]{0,30}\/(?:19|20)\d{2}$/.test(id) ? id : undefined
}

export function partitionHandlers(deps: AppDeps): HandlersOf<Names> {
  const { store } = deps
  const figuresOf = createSheetFigures(deps)
  return {
    listPartitions: async ({ principal }) => {
      const summaries = await store.listPartitions(principal)
      const figures = await figuresOf(summaries, principal)
      const partitions = summaries.flatMap((summary, index): readonly PartitionInfo[] => {
        const ofSheet = figures[index]
        const { lastCsn: _, ...told } = summary
        return ofSheet === undefined ? [] : [{ ...told, ...ofSheet }]
      })
      return json(partitions)
    },
    listRecords: async ({ principal, params }) => {
      const p = partitionOf(params)
      const records = p === undefined ? undefined : await store.listRecords(p, principal)
      if (records === undefined) return refused(refuse('unknown'))
      const list: RecordList = {
        p: records.p,
        point: records.point,
        rows: records.rows.map(({ id, rv, state, values }) => ({ id, rv, state, values })),
        events: records.events,
        findings: [
          ...(await findingsOfRows(deps, records)),
          ...((await store.linked(records.p, principal)) ?? []).flatMap(({ finding }) => finding ?? []),
        ],
      }
      return json(list)
    },
    downloadWorkbook: async ({ principal, params, locale }) => {
      const p = partitionOf(params)
      const workbook = p === undefined ? undefined : await issueWorkbook(deps, { p, principal, locale })
      if (workbook === undefined) return refused(refuse('unknown'))
      return { type: 'file', bytes: workbook.bytes, name: workbook.name, contentType: spreadsheetType }
    },
    recordHistory: async ({ principal, params, query }) => {
      const id = decodeRecordId(params['id'], '')
      const history = id.ok ? await store.history(id.value, principal, query['field']) : undefined
      return history === undefined ? refused(refuse('unknown')) : json(history)
    },
    recordLights: async ({ principal, params }) => {
      const id = decodeRecordId(params['id'], '')
      const lights = id.ok ? await store.lights(id.value, principal) : undefined
      return lights === undefined ? refused(refuse('unknown')) : json(lights)
    },
  }
}
