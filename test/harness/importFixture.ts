// A legacy fixture through the whole import: bytes → reading → recognition → plan → result.
import { applyImportPlan } from '#shared/import/applyImportPlan.ts'
import { guessKind, type KindMatch } from '#shared/import/guessKind.ts'
import type { ImportPlan, ImportResult, RecognisedTable } from '#shared/import/plan.ts'
import { planImport, unitFenOf } from '#shared/import/planImport.ts'
import { recogniseSheet } from '#shared/import/recogniseSheet.ts'
import { ruleContext, type UnitKind } from '#shared/definition/rule.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import { sheets } from '#shared/sheets/index.ts'
import type { RawSheet } from '#shared/workbook/raw.ts'
import { readFile } from '#server/workbook/readFile.ts'
import { buildFixture, type Fixture } from '#test/fixtures/legacy/sheetDescription.ts'

export interface ImportedTable {
  readonly sheet: RawSheet
  readonly table: RecognisedTable
  readonly guess: KindMatch | undefined
  readonly plan: ImportPlan | undefined
  readonly result: ImportResult | undefined
}

export interface FixtureWish {
  readonly unitKind?: UnitKind
  /** A person's corrections to the plan. */
  readonly correct?: (plan: ImportPlan) => ImportPlan
}

/** Every table found in the fixture, imported as the kind it was recognised as. */
export async function importFixture(fixture: Fixture, wish: FixtureWish = {}): Promise<readonly ImportedTable[]> {
  const read = await readFile(await buildFixture(fixture), fixture.fileName)
  if (!read.ok) throw new Error(`${fixture.fileName}: ${read.error.code}`)
  const workbook = read.value
  return workbook.sheets.flatMap((sheet) =>
    recogniseSheet(sheet, workbook).map((table, tableIndex): ImportedTable => {
      const year = table.year ?? 2026
      const guess = guessKind(
        sheets,
        { sheet, table },
        { unitFen: unitFenOf(table), year, legacy: true, sheetYear: year },
      )
      const definition = sheets.find((candidate) => candidate.kind === guess?.kind)
      if (!definition) return { sheet, table, guess, plan: undefined, result: undefined }
      const fresh = planImport(definition, { sheet, table, tableIndex }, { year })
      const plan = wish.correct?.(fresh) ?? fresh
      const context = ruleContext({
        today: plainDate(2026, 7, 1)!,
        year: plan.conventions.year,
        unitKind: wish.unitKind ?? 'primary',
      })
      const applied = applyImportPlan(definition, plan, { sheet, table }, context)
      if (!applied.ok) throw new Error(applied.error)
      return { sheet, table, guess, plan, result: applied.value }
    }),
  )
}
