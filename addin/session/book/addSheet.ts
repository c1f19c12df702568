// A new sheet from the kind's template, or from the records the server has of it already.
import { toPartitionId, type SheetDefinition } from '#shared/definition/sheet.ts'
import type { UnitInfo } from '#shared/contract/resources.ts'
import { err, type Result } from '#shared/kernel/result.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Locale } from '#shared/kernel/words.ts'
import type { Session, SessionFailure } from '#shared/sync/session/session.ts'
import type { LiveWorkbook } from '../../workbook/liveWorkbook.ts'
import { pullOne, saveBound, type BookPlace } from './bindSheet.ts'

export interface NewSheet {
  readonly definition: SheetDefinition
  readonly unit: UnitInfo
  readonly year: number
  readonly locale: Locale
  readonly today: PlainDate
}

/** Forms show 元. */
const yuanFen = 100

export async function addSheet(
  book: BookPlace & { readonly workbook: LiveWorkbook },
  { definition, unit, year, locale, today }: NewSheet,
): Promise<Result<Session, SessionFailure>> {
  const { buildTemplate } = await import('#shared/template/buildTemplate.ts')
  const { exportTable } = await import('#shared/template/exportTable.ts')
  const partition = { kind: definition.kind, unitId: unit.id, year }
  const context = { partition, unitName: unit.name, unitKind: unit.kind, today, locale, unitFen: yuanFen }
  const blank = buildTemplate(definition, context)
  const pulled = await pullOne(book, { ...blank.binding, partition: toPartitionId(partition) })
  if (!pulled.ok) return pulled
  const records = [...pulled.value.base.values()].map(({ id, values }) => ({ id, values }))
  const blueprint = records.length === 0 ? blank : exportTable(definition, context, records)
  const added = await book.workbook.addSheetFromBlueprint(blueprint)
  if (!added.ok) return err({ code: 'workbook', failure: added.error })
  return saveBound(book, { ...pulled.value, bindings: [added.value] })
}
