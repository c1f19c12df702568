// What a unit adopted, as plain data, and what rules may ask of it afterwards.
import { expect, it } from 'vitest'
import { plainDate } from '#shared/kernel/plainDate.ts'
import { makeRuleContext, shippedUnitPolicy } from '#shared/policy/unitPolicy.ts'

const day = (year: number, month: number, date: number) => plainDate(year, month, date)!

it('crosses to a thread and says the same there', () => {
  const unitPolicy = structuredClone(shippedUnitPolicy)
  const context = makeRuleContext({ today: day(2026, 7, 1), year: 2026, unitKind: 'primary', unitPolicy })
  expect(context.calendar.isWorkingDay(day(2026, 10, 1))).toBe(false)
  expect(context).not.toHaveProperty('unitPolicy')
})

it('a sheet of a past year is judged by the packs in force at its end', () => {
  const [adopted] = shippedUnitPolicy.adopted
  const limit = { form: 'perFestival', festivals: [], max: 50_000, clause: '一', certainty: 'house' } as never
  const pack = { ...adopted!.pack, from: day(2026, 1, 1), limits: [limit] }
  const unitPolicy = { ...shippedUnitPolicy, adopted: [{ pack, confirmed: true }] }
  const limits = (year: number) =>
    makeRuleContext({ today: day(2026, 7, 1), year, unitKind: 'primary', unitPolicy }).policy.limits({
      tag: '节日慰问',
      form: 'perFestival',
      festival: '春节',
    })
  expect(limits(2026)).toMatchObject([{ confirmed: true, limit: { max: 50_000 } }])
  expect(limits(2025)).toEqual([])
})
