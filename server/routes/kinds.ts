// The kinds of sheets, and an empty form of each.
import type { KindInfo } from '#shared/contract/resources.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { readUnits } from '../auth/units.ts'
import { visibleUnits } from '../auth/visibleUnits.ts'
import type { AppDeps } from '../deps.ts'
import { ruleContextFor } from '../import/analyseFile.ts'
import { localDay } from '../localDay.ts'
import { json, refused } from '../request/answer.ts'
import type { HandlersOf } from '../request/call.ts'
import { refuse } from '../request/refusal.ts'
import { spreadsheetType, workbookName } from '../workbook/fileNames.ts'

export function kindHandlers(deps: AppDeps): HandlersOf<'listKinds' | 'template'> {
  return {
    listKinds: async () => json([...deps.definitions.values()].map(describeKind)),
    template: async ({ params, query, principal, locale }) => {
      const definition = deps.definitions.get(params['kind'] ?? '')
      if (definition === undefined) return refused(refuse('unknown'))
      const year = query['year'] ?? String(deps.clock().getFullYear())
      if (!/^(19|20)\d{2}$/.test(year)) return refused(refuse('query.invalid', { name: 'year' }))
      const today = localDay(deps.clock())
      const units = visibleUnits(await readUnits(deps.accounts.db), principal, today)
      const unit = query['unit'] === undefined ? units[0] : units.find((known) => known.id === query['unit'])
      if (unit === undefined) return refused(refuse('query.invalid', { name: 'unit' }))
      const context = ruleContextFor(deps, Number(year), unit.kind)
      const bytes = await deps.workbooks.build({ definition, context, unitName: unit.name, locale })
      const name = workbookName(definition.title[locale], unit.name, Number(year))
      return { type: 'file', bytes, name, contentType: spreadsheetType }
    },
  }
}

export function describeKind(definition: SheetDefinition): KindInfo {
  const { kind, version, title, description, naturalKey } = definition
  const columns = Object.entries(definition.columns).map(([key, { type, label, required, merge }]) => ({
    key,
    type,
    label,
    required,
    merge,
  }))
  return { kind, version, title, description, naturalKey, columns }
}
