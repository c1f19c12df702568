// G23: rules over several sheets: one changed row among 100,000, pushed into a real SQLite store, against checking all of them.
import { makeSheetRules } from '#server/store/sheetRules.ts'
import { openRecordStore } from '#server/store/openRecordStore.ts'
import { ruleContext } from '#shared/definition/rule.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import type { PushId } from '#shared/sync/record.ts'
import { evaluateLinked } from '#shared/validation/evaluateLinked.ts'
import { gifts, linkedKinds } from '#test/arbitrary/linkedKinds.ts'
import { cpuOf, median, ratioOf, type RunGoal } from './goal.ts'
import { addBenchClerk, benchId } from './storeWorld.ts'

const rows = 100_000
const members = 10_000
const p = 'u1/gifts/2026'
const times = 200

export const run: RunGoal = async () => {
  const rules = makeSheetRules(linkedKinds)
  const today = plainDate(2026, 7, 1)!
  let seed = 1
  const store = await openRecordStore({
    url: ':memory:',
    rules,
    clock: () => new Date('2026-07-01T02:00:00.000Z'),
    random: (bytes) => Uint8Array.from({ length: bytes }, () => (seed = (seed * 75 + 74) % 65_537) & 255),
  })
  const clerk = await addBenchClerk(store)
  const context = { bodyHash: null, requestId: 'b', source: 'import', fileName: null } as const
  let made = 0
  const push = async (ops: Parameters<typeof store.push>[0]['groups'][number]['ops']) => {
    const groups = ops.map((op, index) => ({ g: index + 1, ops: [op] }))
    const pushId = (++made).toString(16).padStart(32, '0') as PushId
    const common = {
      api: 1,
      schema: { gifts: 1 },
      workbook: 'w',
      witness: [],
      dryRun: false,
      confirmedDeletes: 0,
    } as const
    const done = await store.push({ ...common, pushId, mode: 'groups', groups }, clerk, context)
    if (!done.ok) throw new Error(done.error.code)
    return done.value
  }
  await push(
    Array.from({ length: rows }, (_, index) => ({
      op: 'create' as const,
      id: benchId(index),
      p,
      values: { member: `HY-${index % members}`, amount: 100 + (index % 7) },
    })),
  )
  const full: number[] = []
  for (let round = 0; round < 5; round++) {
    const { cpuMs } = await cpuOf(async () => {
      const list = (await store.listRecords(p, clerk))?.rows ?? []
      const placed = list.map(({ state, values }) => ({ kind: gifts.kind, unitId: 'u1', year: 2026, state, values }))
      const policies = await store.policies()
      const policy = policies.policyFor(['u1'], today)
      evaluateLinked(rules.linked, placed, {
        unitId: 'u1',
        year: 2026,
        context: { ...ruleContext({ today, year: 2026, unitKind: 'primary' }), policy },
      })
      return list.length
    })
    full.push(cpuMs)
  }
  const [row] = (await store.listRecords(p, clerk))?.rows ?? []
  if (!row) throw new Error('no row')
  let rv = row.rv
  const { cpuMs } = await cpuOf(async () => {
    for (let i = 0; i < times; i++) {
      const set = { amount: 1000 + i, member: `HY-${i % members}` }
      const base = i === 0 ? row.values : { amount: 999 + i, member: `HY-${(i - 1) % members}` }
      const [outcome] = (await push([{ op: 'update', id: row.id, rv, base, set }])).results
      if (outcome?.s !== 'applied') throw new Error(JSON.stringify(outcome))
      rv = outcome.rv
    }
  })
  await store.close()
  const fullMs = median(full)
  const ratio = ratioOf(cpuMs / times, fullMs)
  return {
    goal: 'G23',
    title: 'one changed row of 100,000 under rules over several sheets: its whole push ÷ the full check (CPU)',
    ratio,
    target: 0.01,
    holds: ratio <= 0.01,
    detail: { rows, members, fullMs, onePushMs: Math.round((cpuMs / times) * 1000) / 1000 },
  }
}
