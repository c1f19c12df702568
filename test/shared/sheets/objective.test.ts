// The breakdown of goals: cumulative quarters, weights, one department in the lead.
import { describe, expect, it } from 'vitest'
import { ruleContext } from '#shared/definition/rule.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import type { Values } from '#shared/kernel/value.ts'
import { completionOf } from '#shared/sheets/objective/derived.ts'
import { sampleGoal } from '#shared/sheets/objective/sample.ts'
import { objectiveSheet } from '#shared/sheets/objective.ts'
import { validateRows } from '#shared/validation/validateRows.ts'
import { validateSet } from '#shared/validation/setFindings.ts'

const context = ruleContext({ today: plainDate(2026, 3, 1)!, year: 2026, unitKind: 'primary' })
const codes = (change: Values, place = context) =>
  validateRows(objectiveSheet, [{ values: { ...sampleGoal, ...change }, location: {} }], place).map(({ code }) => code)

describe('completion', () => {
  it.each([
    [{}, null],
    [{ q1: 2_000 }, 2_000],
    [{ q1: 2_000, q3: 6_000 }, 6_000],
    [{ q1: 0 }, 0],
  ])('of %j is that of the latest quarter', (row, expected) => {
    expect(completionOf(row)).toBe(expected)
  })
})

describe('rules', () => {
  it('say nothing of a sound goal', () => {
    expect(codes({})).toEqual([])
  })

  it.each<readonly [string, Values, readonly string[]]>([
    ['no goal without a person', { owner: null }, ['objective/incomplete']],
    ['one lead', { lead: '组织部、财务部' }, ['objective/one-lead']],
    ['quarters never fall, over gaps too', { q1: 5_000, q3: 4_000 }, ['objective/quarter-falls']],
    ['targets of several years never fall', { yearTarget: 3_900 }, ['objective/target-falls']],
    ['a year that ends below 100 %', { q4: 9_900 }, ['objective/behind']],
  ])('%s', (_, change, expected) => {
    expect(codes(change)).toEqual(expected)
  })

  it('ask for a quarter once it is over', () => {
    const july = { ...context, today: plainDate(2026, 7, 1)! }
    expect(codes({ q1: 2_000 }, july)).toEqual(['objective/quarter-missing'])
    expect(codes({ q1: 2_000, q2: 2_000 }, july)).toEqual([])
  })

  it('want weights of 100 % in all', () => {
    const rows = [4_000, 5_999].map((weight, index) => ({
      id: String(index),
      values: { ...sampleGoal, goalNo: `MB-0${index}`, weight },
    }))
    expect(validateSet(objectiveSheet, rows, context).map(({ code }) => code)).toEqual(['objective/weights'])
  })
})
