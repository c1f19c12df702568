// The form of every kind in the list, built, read and recognised: as itself, and clearly rather than as any other.
import { describe, expect, it } from 'vitest'
import { ruleContext } from '#shared/definition/rule.ts'
import { guessKind, rateKind } from '#shared/import/guessKind.ts'
import { unitFenOf } from '#shared/import/planImport.ts'
import { recogniseSheet } from '#shared/import/recogniseSheet.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import { sheets } from '#shared/sheets/index.ts'
import { createWorkbookMaker } from '#server/workbook/createWorkbookMaker.ts'
import { readFile } from '#server/workbook/readFile.ts'

const context = ruleContext({ today: plainDate(2026, 7, 1)!, year: 2026, unitKind: 'primary' })

describe('own templates', () => {
  it.each(sheets.map((sheet) => [sheet.kind, sheet] as const))(
    'IM53 %s is recognised as itself',
    async (kind, definition) => {
      const form = { definition, context, unitName: '某某工会', locale: 'zh-Hans' as const }
      const read = await readFile(await createWorkbookMaker().build(form), 'form.xlsx')
      if (!read.ok) throw new Error(read.error.code)
      const workbook = read.value
      const sheet = workbook.sheets.find(({ visibility }) => visibility === 'visible')!
      const [table] = recogniseSheet(sheet, workbook)
      if (table === undefined) throw new Error('no table')
      const year = table.year ?? 2026
      const reading = { unitFen: unitFenOf(table), year, legacy: true, sheetYear: year }
      const rated = sheets.map((each) => rateKind(each, { sheet, table }, reading)).toSorted((a, b) => b.rank - a.rank)
      const [best, next] = rated
      expect(guessKind(sheets, { sheet, table }, reading)?.kind).toBe(kind)
      expect(best?.kind).toBe(kind)
      expect(best?.confidence).toBeGreaterThan(0.9)
      expect((best?.rank ?? 0) - (next?.rank ?? 0)).toBeGreaterThan(0.05)
    },
  )
})
