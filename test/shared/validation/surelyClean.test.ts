// The quick look learns the order of columns: no order, gap or foreign column may hide a finding.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ruleContext } from '#shared/definition/rule.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import type { Value, Values } from '#shared/kernel/value.ts'
import { validateRows } from '#shared/validation/validateRows.ts'
import { benchDefinition, toBenchValues } from '#test/bench/benchDefinition.ts'
import { benchRows } from '#test/bench/data.ts'

const context = ruleContext({ today: plainDate(2026, 7, 1)!, year: 2026, unitKind: 'primary' })
const clean = toBenchValues(benchRows(1)[0]!)
const keys = Object.keys(benchDefinition.columns)
const faults: Readonly<Record<string, Value>> = {
  name: '张\u202e三',
  phone: '12',
  count: 99,
  item: '别的',
  code: '',
  joined: null,
  amount: -1,
  account: `62${'1'.repeat(17)}\u200b`,
}

const found = (values: Values): readonly string[] =>
  validateRows(benchDefinition, [{ values, location: {} }], context).map(
    (finding) => `${finding.location.column} ${finding.code}`,
  )

test('V1 V12 rows with their columns in any order, with columns missing or unknown, give the same findings', () => {
  const row = fc.record({
    order: fc.shuffledSubarray([...keys, 'foreign'], { minLength: keys.length + 1 }),
    broken: fc.subarray(Object.keys(faults)),
    absent: fc.subarray(keys),
  })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
      for (const { order, broken, absent } of rows) {
        const full: Values = {
          ...clean,
          ...Object.fromEntries(broken.map((key) => [key, faults[key] ?? null])),
          ...Object.fromEntries(absent.map((key) => [key, null])),
        }
        const shown = order.filter((key) => !absent.includes(key))
        const mixed: Values = Object.fromEntries(
          shown.map((key) => [key, key === 'foreign' ? 'x' : (full[key] ?? null)]),
        )
        const expected = keys.filter((key) => {
          const required = benchDefinition.columns[key]?.required === true
          return absent.includes(key) ? required : broken.includes(key)
        })
        expect(found(mixed).map((line) => line.split(' ')[0])).toEqual(expected)
        expect(found(full)).toEqual(found(mixed))
      }
    }),
  )
})

test('V10 a row that names nothing lacks every required column', () => {
  const required = keys.filter((key) => benchDefinition.columns[key]?.required === true)
  expect(found({})).toEqual(required.map((key) => `${key} required`))
})
