// Every sheet kind, present and to come: sound, unambiguous, its rules true to their examples, its rows whole after a round trip.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDefinition } from '#shared/definition/check.ts'
import { checkLinkedKinds } from '#shared/definition/checkLinked.ts'
import type { LinkedRow } from '#shared/definition/linked.ts'
import { ruleContext, type Rule } from '#shared/definition/rule.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { matchColumns } from '#shared/import/matchColumns.ts'
import type { RecognisedTable } from '#shared/import/plan.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import type { Value, Values } from '#shared/kernel/value.ts'
import { locales } from '#shared/kernel/words.ts'
import { samplePolicy } from '#shared/policy/resolvePolicy.ts'
import { sheets } from '#shared/sheets/index.ts'
import { evaluateLinked } from '#shared/validation/evaluateLinked.ts'
import { planLinked } from '#shared/validation/linkedPlan.ts'
import { validateSet } from '#shared/validation/setFindings.ts'
import { formatFinding } from '#shared/validation/formatFinding.ts'
import { validateBefore, validateRows } from '#shared/validation/validateRows.ts'
import { validationWords } from '#shared/validation/validationWords.ts'
import { valueTypes } from '#shared/values/index.ts'
import type { RawSheet } from '#shared/workbook/raw.ts'
import { arbitraryRow } from '#test/arbitrary/row.ts'
import { writtenCell } from '#test/shared/values/cells.ts'

const context = ruleContext({ today: plainDate(2026, 3, 1)!, year: 2026, unitKind: 'primary' })
const own = { unitFen: 100, year: 2026, legacy: false }

const plan = planLinked(sheets)

/** What the rule's own examples give: its codes, in a world where only its own limits hold. */
const findingsOf = (definition: SheetDefinition, rule: Rule, example: unknown): readonly Finding[] => {
  const { limits, today = context.today } = rule.examples
  const policy = limits === undefined ? context.policy : samplePolicy(limits, today)
  const known = { ...context, today, policy }
  switch (rule.scope) {
    case 'field': {
      const row = { [rule.column]: example as Value }
      return validateRows(definition, [{ values: row, location: {} }], known)
    }
    case 'row': {
      const row = { values: example as Values, location: {} }
      return rule.at === undefined
        ? validateRows(definition, [row], known)
        : validateBefore(definition, rule.at[0] ?? '', { row, context: known })
    }
    case 'set':
      return validateSet(
        definition,
        (example as readonly Values[]).map((values, index) => ({ id: String(index), values })),
        known,
      )
    case 'linked': {
      const rows = (example as readonly LinkedRow[]).map(({ kind, values, state, unitId = 'u1', yearOffset = 0 }) => {
        const initial = sheets.find((sheet) => sheet.kind === kind)?.workflow.initial ?? ''
        return { kind, values, state: state ?? initial, unitId, year: known.year + yearOffset }
      })
      return evaluateLinked(plan, rows, { unitId: 'u1', year: known.year, context: known })
    }
  }
}

it('rules over several sheets name kinds, columns and states that are there', () => {
  expect(checkLinkedKinds(sheets)).toEqual([])
})

describe.each(sheets)('$kind', (definition) => {
  it('is sound: words in each language, no ambiguous synonym, no unknown column, no dead state, every rule cited', () => {
    expect(checkDefinition(definition)).toEqual([])
  })

  it('V21 keeps the examples of its rules', () => {
    for (const rule of definition.rules) {
      const codes = (example: unknown) => findingsOf(definition, rule, example).map(({ code }) => code)
      for (const example of rule.examples.valid) expect(codes(example), rule.code).not.toContain(rule.code)
      for (const example of rule.examples.invalid) expect(codes(example), rule.code).toContain(rule.code)
    }
  })

  it('V3 fills every place of its rules’ sentences, in each language', () => {
    const sentences = (findings: ReturnType<typeof validateRows>): readonly string[] =>
      findings.flatMap((finding) =>
        locales.map((locale) => formatFinding(finding, { words: [validationWords], definition, locale })),
      )
    for (const rule of definition.rules) {
      const findings = rule.examples.invalid.flatMap((example) => findingsOf(definition, rule, example))
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
        validateRows(definition, [{ values: row, location: {} }], context)
        const verdict = definition.light?.of(row, context)
        if (verdict) expect(Object.keys(definition.words ?? {})).toContain(verdict.reason)
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
