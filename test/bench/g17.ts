// G17: re-check one changed row of 100,000, set rules included, against the full check.
import { ruleContext } from '#shared/definition/rule.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import { changeSetSums, createSetSums, setFindings, validateSet } from '#shared/validation/setFindings.ts'
import { validateRows } from '#shared/validation/validateRows.ts'
import { benchDefinition, toBenchValues } from './benchDefinition.ts'
import { benchRows } from './data.ts'
import { cpuOf, median, ratioOf, type RunGoal } from './goal.ts'

export const run: RunGoal = async () => {
  const context = ruleContext({ today: plainDate(2026, 7, 1)!, year: 2026, unitKind: 'primary' })
  const rows = benchRows(100_000).map((row, index) => ({ id: `r${index}`, values: toBenchValues(row) }))
  const located = rows.map(({ values }, index) => ({ values, location: { row: index + 1 } }))
  const full: number[] = []
  for (let round = 0; round < 5; round++) {
    const { cpuMs } = await cpuOf(() => [
      validateRows(benchDefinition, located, context),
      validateSet(benchDefinition, rows, context),
    ])
    full.push(cpuMs)
  }
  const sums = createSetSums(benchDefinition, context)
  changeSetSums(
    sums,
    rows.map(({ id, values }) => ({ id, before: null, after: values })),
  )
  const times = 2_000
  let current = rows[5]!.values
  const { cpuMs } = await cpuOf(() => {
    for (let i = 0; i < times; i++) {
      const next = { ...current, amount: 1000 + i, department: i % 2 === 0 ? '财务处' : '办公室' }
      validateRows(benchDefinition, [{ values: next, location: { row: 6 } }], context)
      setFindings(sums, changeSetSums(sums, [{ id: 'r5', before: current, after: next }]))
      current = next
    }
  })
  const fullMs = median(full)
  const ratio = ratioOf(cpuMs / times, fullMs)
  return {
    goal: 'G17',
    title: 're-check one changed row of 100,000, set rules included',
    ratio,
    target: 0.01,
    holds: ratio <= 0.01,
    detail: { fullMs, oneRowMs: Math.round((cpuMs / times) * 10_000) / 10_000 },
  }
}
