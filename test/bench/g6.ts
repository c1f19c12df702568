// G6: validate 100,000 rows × 14 rules, every error located, against ajv with allErrors and against one raw insert.
import { createRequire } from 'node:module'
import { ruleContext } from '#shared/definition/rule.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import type { Values } from '#shared/kernel/value.ts'
import { validateRows } from '#shared/validation/validateRows.ts'
import { benchDefinition, benchSchema, toBenchValues } from './benchDefinition.ts'
import { benchRows } from './data.ts'
import { cpuOf, measureCandidates, median, ratioOf, type Candidate, type Measure, type RunGoal } from './goal.ts'
import { rawInsert } from './journey.ts'

const rowCount = 100_000
const passes = 7

/** 5 % of the rows carry three faults each. */
function rows(): readonly Values[] {
  return benchRows(rowCount).map((row, index) => {
    const values = toBenchValues(row)
    return index % 20 === 0 ? { ...values, phone: '12', count: 99, item: '别的' } : values
  })
}

/** CPU of the median warm pass, in ms. */
async function warm(
  measure: Measure,
  pass: () => number,
): Promise<{ readonly errors: number; readonly passMs: number }> {
  const times: number[] = []
  let errors = 0
  await measure(() => {
    for (let i = 0; i < passes; i++) {
      const start = process.cpuUsage()
      errors = pass()
      const used = process.cpuUsage(start)
      times.push((used.user + used.system) / 1000)
    }
  })
  return { errors, passMs: median(times) }
}

export const ours: Candidate = async (measure) => {
  const located = rows().map((values, index) => ({ values, location: { row: index + 1 } }))
  const context = ruleContext({ today: plainDate(2026, 7, 1)!, year: 2026, unitKind: 'primary' })
  return warm(measure, () => validateRows(benchDefinition, located, context).length)
}

export const ajvAllErrors: Candidate = async (measure) => {
  const { Ajv } = createRequire(import.meta.url)('ajv') as typeof import('ajv')
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(benchSchema)
  const data = rows()
  return warm(measure, () => {
    const found: unknown[] = []
    data.forEach((row, index) => {
      if (!validate(row)) for (const error of validate.errors ?? []) found.push({ row: index + 1, error })
    })
    return found.length
  })
}

/** The raw insert of the store goals: performance.md §4. */
export const insert: Candidate = async (measure) => {
  let insertMs = 0
  await rawInsert(async (work) => {
    const { cpuMs, value } = await cpuOf(() => measure(work))
    insertMs = cpuMs
    return value
  }, '')
  return { errors: 0, passMs: insertMs }
}

export const run: RunGoal = async () => {
  const candidates = ['ours', 'ajvAllErrors', 'insert'] as const
  const samples = await measureCandidates({ module: import.meta.url, candidates, input: '', rounds: 3 })
  const of = (name: (typeof candidates)[number]): { readonly passMs: number; readonly errors: number } => {
    const found = (samples.get(name) ?? []).map(
      (sample) => sample.found as { readonly passMs: number; readonly errors: number },
    )
    return { passMs: median(found.map((each) => each.passMs)), errors: found[0]?.errors ?? 0 }
  }
  const [own, ajv, raw] = [of('ours'), of('ajvAllErrors'), of('insert')]
  const ratio = ratioOf(own.passMs, ajv.passMs)
  const ofInsert = ratioOf(own.passMs, raw.passMs)
  return {
    goal: 'G6',
    title: 'validate 100,000 rows × 14 rules, all errors located',
    ratio,
    target: 1.8,
    holds: ratio <= 1.8 && ofInsert <= 0.15 && own.errors === ajv.errors,
    detail: {
      oursMs: own.passMs,
      ajvMs: ajv.passMs,
      rawInsertMs: raw.passMs,
      ofRawInsert: ofInsert,
      ofRawInsertTarget: 0.15,
      errors: own.errors,
      ajvErrors: ajv.errors,
    },
  }
}
