// Every sheet kind, present and to come: sound, unambiguous, its rules true to their examples, its rows whole after a round trip.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDefinition } from '#shared/definition/check.ts'
import type { RuleContext } from '#shared/definition/rule.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { matchColumns } from '#shared/import/matchColumns.ts'
import type { RecognisedTable } from '#shared/import/plan.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import type { Value, Values } from '#shared/kernel/value.ts'
import { locales } from '#shared/kernel/words.ts'
import { sheets } from '#shared/sheets/index.ts'
import { validateSet } from '#shared/validation/setFindings.ts'
import { formatFinding } from '#shared/validation/formatFinding.ts'
import { validateRows } from '#shared/validation/validateRows.ts'
import { validationWords } from '#shared/validation/validationWords.ts'
import { valueTypes } from '#shared/values/index.ts'
import type { RawSheet } from '#shared/workbook/raw.ts'
import { arbitraryRow } from '#test/arbitrary/row.ts'
import { writtenCell } from '#test/shared/values/cells.ts'

const context: RuleContext = { today: plainDate(2026, 3, 1)!, year: 2026, unitKind: 'primary' }
const own = { unitFen: 100, year: 2026, legacy: false }

const codesOf = (definition: SheetDefinition, row: Values): readonly string[] =>
  validateRows(definition, [{ values: row, location: {} }], context).map((finding) => finding.code)
const setCodesOf = (definition: SheetDefinition, rows: readonly Values[]): readonly string[] =>
  validateSet(
    definition,
    rows.map((values, index) => ({ id: String(index), values })),
    context,
  ).map((finding) => finding.code)

describe.each(sheets)('$kind', (definition) => {
  it('is sound: words in each language, no ambiguous synonym, no unknown column, no dead state, every rule cited', () => {
    expect(checkDefinition(definition)).toEqual([])
  })

  it('V21 keeps the examples of its rules', () => {
    for (const rule of definition.rules) {
      if (rule.scope === 'row') {
        for (const row of rule.examples.valid) expect(codesOf(definition, row), rule.code).not.toContain(rule.code)
        for (const row of rule.examples.invalid) expect(codesOf(definition, row), rule.code).toContain(rule.code)
      } else if (rule.scope === 'field') {
        for (const value of rule.examples.valid) expect(rule.check(value, context), rule.code).toBeNull()
        for (const value of rule.examples.invalid) expect(rule.check(value, context), rule.code).not.toBeNull()
      } else {
        for (const rows of rule.examples.valid) expect(setCodesOf(definition, rows), rule.code).not.toContain(rule.code)
        for (const rows of rule.examples.invalid) expect(setCodesOf(definition, rows), rule.code).toContain(rule.code)
      }
    }
  })

  it('V3 fills every place of its rules’ sentences, in each language', () => {
    const sentences = (findings: ReturnType<typeof validateRows>): readonly string[] =>
      findings.flatMap((finding) =>
        locales.map((locale) => formatFinding(finding, { words: [validationWords], definition, locale })),
      )
    for (const rule of definition.rules) {
      if (rule.scope === 'field') continue
      const findings =
        rule.scope === 'row'
          ? rule.examples.invalid.flatMap((row) => validateRows(definition, [{ values: row, location: {} }], context))
          : rule.examples.invalid.flatMap((rows) =>
              validateSet(
                definition,
                rows.map((values, index) => ({ id: String(index), values })),
                context,
              ),
            )
      for (const sentence of sentences(findings)) expect(sentence).not.toMatch(/\{\w+\}/)
    }
  })

  it('V22 clears the finding by its own suggestion', () => {
    for (const rule of definition.rules) {
      if (rule.scope !== 'row' || rule.suggest === undefined) continue
      for (const row of rule.examples.invalid) {
        const fix = rule.suggest(row, context)
        if (fix !== undefined) expect(rule.check({ ...row, [fix.column]: fix.value }, context), rule.code).toBeNull()
      }
    }
  })

  it('never throws in a rule, whatever a row holds, and never blocks by an uncertain source', () => {
    fc.assert(
      fc.property(arbitraryRow(definition), (row) => {
        codesOf(definition, row)
        definition.light?.(row, context)
      }),
      { numRuns: 50 },
    )
    for (const rule of definition.rules)
      if (rule.severity === 'error') expect(rule.citation.certainty).not.toBe('memory-medium')
  })

  it('writes a row into cells and reads the same row back', () => {
    fc.assert(
      fc.property(arbitraryRow(definition), (row) => {
        const back: Record<string, Value> = {}
        for (const [key, value] of Object.entries(row)) {
          const column = definition.columns[key]!
          const type = valueTypes[column.type]
          const cell = value === null ? null : writtenCell(type.toCell(value, column, own))
          const reading = type.parse(cell, column, own)
          back[key] = reading.ok ? reading.value.value : 'unreadable'
        }
        expect(back).toEqual(row)
      }),
      { numRuns: 50 },
    )
  })

  it('IM67 maps every printed column of its own template exactly', () => {
    const groupOf = (key: string) => definition.layout.groups.find((group) => group.columns.includes(key))
    const columns = definition.layout.columns.map((key, index) => {
      const label = definition.columns[key]!.label['zh-Hans']
      const group = groupOf(key)
      return {
        index,
        header: label,
        path: group === undefined ? [label] : [group.label['zh-Hans'], label],
        type: 'text' as const,
        unit: null,
        fillDown: false,
      }
    })
    const table = { columns, rowRoles: [] } as unknown as RecognisedTable
    const sheet = { rows: [] } as unknown as RawSheet
    const mappings = matchColumns(definition, { sheet, table }, { ...own, legacy: true, sheetYear: 2026 })
    expect(mappings.map((mapping) => [mapping.target, mapping.basis])).toEqual(
      definition.layout.columns.map((key) => [key, 'exact']),
    )
  })

  it('leaves a row that was interpreted once as it is', () => {
    const { interpret } = definition
    if (interpret === undefined) return
    fc.assert(
      fc.property(arbitraryRow(definition), fc.constantFrom(2019, 2026), (row, year) => {
        const place = { ...context, year, codes: new Set<string>() }
        const once = interpret(row, place).values
        expect(interpret(once, place).values).toEqual(once)
      }),
      { numRuns: 200 },
    )
  })

  it('starts with rows that are its own: readable, kept by interpretation, blank until filled in', () => {
    for (const unitKind of ['primary', 'county'] as const) {
      for (const year of [2020, 2026]) {
        const place = { ...context, year, unitKind }
        const rows = definition.starterRows?.(place) ?? []
        for (const row of rows) {
          const meaning = definition.interpret?.(row, { ...place, codes: new Set<string>() })
          expect(meaning?.findings ?? []).toEqual([])
          expect(meaning?.values ?? row).toMatchObject(row)
        }
      }
    }
  })
})
