// Plan coordination and training plans: what a plan needs, where plans collide, and the budget above both.
import { describe, expect, it } from 'vitest'
import { ruleContext } from '#shared/definition/rule.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import type { Values } from '#shared/kernel/value.ts'
import { samplePlan } from '#shared/sheets/plan/sample.ts'
import { planSheet } from '#shared/sheets/plan.ts'
import { coverageOf, perHeadDayOf } from '#shared/sheets/training/derived.ts'
import { sampleCourse } from '#shared/sheets/training/sample.ts'
import { trainingSheet } from '#shared/sheets/training.ts'
import { sheets } from '#shared/sheets/index.ts'
import { evaluateLinked } from '#shared/validation/evaluateLinked.ts'
import { planLinked } from '#shared/validation/linkedPlan.ts'
import { validateRows } from '#shared/validation/validateRows.ts'
import { validateSet } from '#shared/validation/setFindings.ts'

const context = ruleContext({ today: plainDate(2026, 3, 1)!, year: 2026, unitKind: 'primary' })
const planCodes = (change: Values) =>
  validateRows(planSheet, [{ values: { ...samplePlan, ...change }, location: {} }], context).map(({ code }) => code)
const courseCodes = (change: Values) =>
  validateRows(trainingSheet, [{ values: { ...sampleCourse, ...change }, location: {} }], context).map(
    ({ code }) => code,
  )

describe('plans', () => {
  it('say nothing of a sound plan', () => {
    expect(planCodes({})).toEqual([])
  })

  it.each<readonly [string, Values, readonly string[]]>([
    ['against goals from above', { fit: '冲突' }, ['plan/conflicting-goal']],
    ['a problem without an opinion', { problem: '场地不够' }, ['plan/unanswered-problem']],
    ['money without an account', { accountCode: null }, ['plan/account-missing']],
    ['a deviation without a report', { deviation: '不合作' }, ['plan/deviation']],
    ['days in the wrong order', { until: '2026-05-10' }, ['plan/day-order']],
  ])('%s', (_, change, expected) => {
    expect(planCodes(change)).toEqual(expected)
  })

  it('collide at a place, over a leader, in their business', () => {
    const rows = [samplePlan, { ...samplePlan, planNo: 'JH-2026-02' }].map((values, index) => ({
      id: String(index),
      values,
    }))
    expect(validateSet(planSheet, rows, context).map(({ code }) => code)).toEqual([
      'plan/same-place',
      'plan/same-leader',
      'plan/same-business',
    ])
  })
})

describe('courses', () => {
  it('say nothing of a sound course', () => {
    expect(courseCodes({})).toEqual([])
  })

  it.each<readonly [string, Values, readonly string[]]>([
    ['workers are taught from 50101', { group: '职工' }, ['training/account']],
    ['more persons than there are', { eligible: 39 }, ['training/more-than-all']],
    ['not held in time', { outcome: '未开展', from: '2026-02-28' }, ['training/not-held']],
    ['done without a count', { outcome: '已完成' }, ['training/done-without-count']],
    ['ends before it begins', { until: '2026-05-10' }, ['training/day-order']],
  ])('%s', (_, change, expected) => {
    expect(courseCodes(change)).toEqual(expected)
  })

  it('work out cost per person and day, and coverage', () => {
    expect(perHeadDayOf(sampleCourse)).toBe(20_000)
    expect(perHeadDayOf({ ...sampleCourse, cost: 100_001, persons: 3, days: 1 })).toBe(33_334)
    expect(perHeadDayOf({ ...sampleCourse, days: 0 })).toBeNull()
    expect(coverageOf({ eligible: 40, persons: 38, attended: 30 })).toBe(7_500)
  })
})

describe('the budget above both', () => {
  const row = (kind: string, values: Values, state?: string) => ({
    kind,
    values,
    state: state ?? sheets.find((sheet) => sheet.kind === kind)!.workflow.initial,
    unitId: 'u1',
    year: 2026,
  })
  const budget = (fen: number) =>
    row('budget', { side: '支出', accountCode: '50501', accountName: '培训支出', budget: fen })
  const raise = (fen: number, state: string) =>
    row('adjustment', { side: '支出', accountCode: '50501', accountName: '培训支出', change: fen }, state)
  const codes = (...rows: readonly ReturnType<typeof row>[]) =>
    evaluateLinked(planLinked(sheets), rows, { unitId: 'u1', year: 2026, context })
      .map(({ code }) => code)
      .filter((code) => code.endsWith('/over-budget'))

  it('B-06 holds what is planned, and counts adjustments only once they are approved', () => {
    const planned = row('training', sampleCourse)
    expect(codes(planned, budget(1_600_000))).toEqual([])
    expect(codes(planned, budget(1_599_999))).toEqual(['training/over-budget'])
    expect(codes(planned, budget(1_500_000), raise(100_000, 'draft'))).toEqual(['training/over-budget'])
    expect(codes(planned, budget(1_500_000), raise(100_000, 'approved'))).toEqual([])
    expect(codes(row('training', { ...sampleCourse, outcome: '已取消' }), budget(1))).toEqual([])
    expect(codes(row('plan', samplePlan), budget(1))).toEqual(['plan/over-budget'])
  })
})
