// Rules over several sheets: kept up by every push, judged over everything in reach, equal to a full evaluation.
import { openWorld, type OpenStore, type World } from './world.ts'
import { addPack, create, newRecordId, push, storeRules } from '#test/conformance/storeWorld.ts'
import type { Principal } from '#server/auth/principal.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import type { Fen } from '#shared/kernel/money.ts'
import type { Values } from '#shared/kernel/value.ts'
import { knownDay } from '#shared/policy/knownDay.ts'
import type { PackLimit, PolicyPack } from '#shared/policy/pack.ts'
import { templatePack } from '#shared/policy/packs/template.ts'
import { ruleContext } from '#shared/definition/rule.ts'
import { contentHash } from '#shared/sync/contentHash.ts'
import type { Op, StoredRecord } from '#shared/sync/record.ts'
import { evaluateLinked, type PlacedRow } from '#shared/validation/evaluateLinked.ts'
import { contributionsOf } from '#shared/validation/linkedPlan.ts'
import { linkedKinds } from '#test/arbitrary/linkedKinds.ts'
import fc from 'fast-check'
import { hash } from 'node:crypto'
import { describe, expect, it } from 'vitest'

const schema = Object.fromEntries(linkedKinds.map(({ kind }) => [kind, 1]))
const cited = { clause: '一', certainty: 'house' } as const
const limits: readonly PackLimit[] = [
  { form: 'perMemberYear', tags: ['节日慰问'], max: 1000 as Fen, ...cited },
  { form: 'duesMultiple', tags: ['春秋游'], multiple: 4, ...cited },
]
const pack: PolicyPack = { ...templatePack, id: 'test', layer: 'national', limits }

const place = (p: string) => parsePartitionId(p)!
const made = (p: string, values: Values, id = newRecordId()) => create(values, { p, id })

function moved(row: StoredRecord, to: string): Op {
  const seen = contentHash({ p: row.p, state: row.state, values: row.values }, (text) => hash('sha256', text, 'hex'))
  return { op: 'transition', id: row.id, rv: row.rv, to, seen }
}

async function rowsOf({ store }: World, p: string, who: Principal): Promise<readonly StoredRecord[]> {
  return (await store.listRecords(p, who))?.rows ?? []
}

/** Everything that is stored, read without rights. */
async function allRows({ store }: World): Promise<readonly PlacedRow[]> {
  const rows = await store.db.selectFrom('record').select(['p', 'state', 'content']).where('deleted', '=', 0).execute()
  return rows.flatMap(({ p, state, content }) => {
    const { kind, unitId, year } = place(p)
    const codec = storeRules.kinds.get(kind)
    return codec ? [{ kind, unitId, year, state, values: codec.decode(content) }] : []
  })
}

/** The stored sums, and those that counting every row anew gives. */
async function sumsOf(world: World): Promise<{ readonly stored: unknown; readonly counted: unknown }> {
  const stored = await world.store.db
    .selectFrom('linked_tally')
    .select(['slot', 'grp', 'year', 'count', 'sum'])
    .execute()
  const byKey = new Map<string, [number, bigint]>()
  const add = (key: string, count: number, sum: bigint): void => {
    const [had, before] = byKey.get(key) ?? [0, 0n]
    byKey.set(key, [had + count, before + sum])
  }
  const shown = () =>
    [...byKey]
      .filter(([, [count]]) => count !== 0)
      .map(([key, [count, sum]]) => `${key} ${count} ${sum}`)
      .sort()
  for (const { slot, grp, year, count, sum } of stored) add(`${slot} ${grp} ${year}`, count, BigInt(sum))
  const kept = shown()
  byKey.clear()
  for (const row of await allRows(world))
    for (const { planned, slot, group, sum } of contributionsOf(storeRules.linked, row.kind, row)) {
      const scope = planned.rule.linked.reach === 'unit' ? `${row.unitId} ` : ''
      add(`${slot.key} ${scope}${group} ${row.year}`, 1, sum)
    }
  return { stored: kept, counted: shown() }
}

export function describeLinked(open: OpenStore): void {
  describe('rules over several sheets', () => {
    const [spend, granted] = ['u1/spending/2026', 'u1/grant/2026']

    it('V50: a push to any of the kinds is judged, and one that breaks a blocking rule is refused with the sums', async () => {
      const world = await openWorld(open)
      const { store, ann } = world
      const send = (ops: readonly Op[]) => push(store, ann, ops, { schema })
      const grants = [made(granted, { account: '501', amount: 500 }), made(granted, { account: '501', amount: 500 })]
      const first = await send([...grants, made(spend, { account: '501', amount: 700 })])
      expect(first.findings).toEqual([])
      for (const row of await rowsOf(world, granted, ann)) {
        const result = await send([moved(row, 'approved')])
        // with one grant of 500 approved the 700 would be too much
        expect(result.results[0]?.s).toBe('rejected')
      }
      const both = (await rowsOf(world, granted, ann)).map((row) => moved(row, 'approved'))
      const together = await push(store, ann, [both], { schema })
      expect(together.results.map(({ s }) => s)).toEqual(['applied', 'applied'])
      const more = await send([made(spend, { account: '501', amount: 301 })])
      expect(more.results).toMatchObject([
        {
          s: 'rejected',
          code: 'limit',
          findings: [
            {
              code: 'spending/over-grant',
              params: { account: '501', left: '10.01', right: '10.00', difference: '0.01' },
            },
          ],
        },
      ])
      // taking a grant back breaks it from the other side; an undo of it all is counted as well
      const [row] = await rowsOf(world, granted, ann)
      const back = await send([moved(row!, 'draft')])
      expect(back.results).toMatchObject([{ s: 'rejected', code: 'limit', findings: [{ location: {} }] }])
      const undone = await store.undo(together.pushId, { dryRun: false, force: [] }, ann)
      expect(undone.ok).toBe(true)
      const { stored, counted } = await sumsOf(world)
      expect(stored).toEqual(counted)
    })

    it('V51, V52: totals reach over units and years; the confirmed pack stops, an unconfirmed one warns', async () => {
      const world = await openWorld(open)
      const { store, ann, zoe } = world
      await addPack(store, pack, { confirmed: false })
      await push(store, ann, [made('u1/gifts/2026', { member: '007', amount: 600 })], { schema })
      const warned = await push(store, zoe, [made('u9/gifts/2026', { member: '007', amount: 401 })], { schema })
      expect(warned.results[0]?.s).toBe('applied')
      expect(warned.findings).toMatchObject([
        { code: 'gifts/yearly-total', severity: 'warning', params: { left: '10.01', limit: '10.00' } },
      ])
      await store.db
        .insertInto('policy_confirmation')
        .values({
          pack_id: pack.id,
          digest: (await store.policies()).packs.find(({ pack: { id } }) => id === pack.id)!.digest,
          at: '2026-01-01',
          by_user: 'ann',
        })
        .execute()
      await store.db
        .updateTable('meta')
        .set((eb) => ({ policy_version: eb('policy_version', '+', 1) }))
        .execute()
      const over = await push(
        store,
        ann,
        [made('u1/gifts/2026', { member: '007', amount: 1 }), made('u1/gifts/2026', { member: '008', amount: 1001 })],
        { schema },
      )
      // what was broken already may go on; what breaks newly is refused
      expect(over.results.map(({ s }) => s)).toEqual(['applied', 'rejected'])
      expect(over.findings).toMatchObject([
        {
          code: 'gifts/yearly-total',
          severity: 'error',
          citation: { source: expect.stringContaining(templatePack.title) as string },
        },
      ])
      // another year is another sum, a whole life is one
      const once = await push(
        store,
        zoe,
        [made('u9/gifts/2025', { member: '009', amount: 77 }), made('u9/gifts/2024', { member: '009', amount: 77 })],
        { schema },
      )
      expect(once.findings).toMatchObject([{ code: 'gifts/once-in-life', severity: 'warning', params: { left: '2' } }])

      const standings = await store.linked('u1/gifts/2026', ann)
      expect(standings?.find(({ group, rule }) => group[0] === '007' && rule === 'gifts/yearly-total')).toMatchObject({
        own: '601',
        total: '1002',
        bound: '1000',
        finding: { severity: 'error' },
      })
      expect(await store.linked('u1/gifts/2026', zoe)).toBeUndefined()
    })

    it('C20: of two pushes at once that pass a cap together one is applied, the other refused', async () => {
      const { store, ann, zoe } = await openWorld(open)
      await addPack(store, pack, { confirmed: true })
      const given = (who: Principal, unit: string) =>
        push(store, who, [made(`${unit}/gifts/2026`, { member: '007', amount: 600 })], { schema })
      const answers = await Promise.all([given(ann, 'u1'), given(zoe, 'u9')])
      const results = answers.flatMap((answer) => answer.results).toSorted((a, b) => (a.s < b.s ? -1 : 1))
      const finding = { code: 'gifts/yearly-total', severity: 'error', params: { left: '12.00', limit: '10.00' } }
      expect(results).toMatchObject([{ s: 'applied' }, { s: 'rejected', findings: [finding] }])
    })

    it('errors of sums keep rows from going on, but not from being sent back', async () => {
      const world = await openWorld(open)
      const { store, ann } = world
      await addPack(store, pack, { confirmed: true })
      const dues = made('u1/roster/2026', { member: '1', dues: 100 })
      const outing = made('u1/limited/2026', { outing: 'x', amount: 400 })
      await push(store, ann, [dues, outing], { schema })
      const [row] = await rowsOf(world, 'u1/limited/2026', ann)
      const [member] = await rowsOf(world, 'u1/roster/2026', ann)
      const lowered = await push(
        store,
        ann,
        [{ op: 'update', id: member!.id, rv: member!.rv, base: { dues: 100 }, set: { dues: 99 } }],
        { schema },
      )
      expect(lowered.results).toMatchObject([{ s: 'rejected', code: 'limit', findings: [{ code: 'limited/dues' }] }])
      expect((await push(store, ann, [moved(row!, 'approved')], { schema })).results[0]?.s).toBe('applied')
    })

    it('V53: sums kept push by push are those of counting everything anew, and say what a full evaluation says', async () => {
      const units = ['u1', 'u9'] as const
      const step = fc.record({
        kind: fc.constantFrom(...linkedKinds),
        unit: fc.constantFrom(...units),
        year: fc.constantFrom(2025, 2026),
        key: fc.constantFrom('1', '2', null),
        amount: fc.constantFrom(0, 77, 300, 900, null),
        act: fc.constantFrom('create', 'create', 'update', 'delete', 'move', 'undo'),
        pick: fc.nat({ max: 20 }),
      })
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
          const world = await openWorld(open)
          const { store, ann, zoe } = world
          await addPack(store, pack, { confirmed: true })
          let last: Parameters<typeof store.undo>[0] | undefined
          for (const { kind, unit, year, key, amount, act, pick } of steps) {
            const who = unit === 'u1' ? ann : zoe
            const p = `${unit}/${kind.kind}/${year}`
            const [code, money] = Object.keys(kind.columns) as [string, string]
            const rows = await rowsOf(world, p, who)
            const row = rows[pick % Math.max(rows.length, 1)]
            const values = { [code]: key, [money]: amount }
            const ops: readonly Op[] =
              act === 'create' || row === undefined
                ? [made(p, values), made(p, { ...values, [money]: 1 })]
                : act === 'update'
                  ? [{ op: 'update', id: row.id, rv: row.rv, base: row.values, set: values }]
                  : act === 'delete'
                    ? [{ op: 'delete', id: row.id, rv: row.rv }]
                    : [moved(row, row.state === 'draft' ? 'approved' : 'draft')]
            if (act === 'undo' && last !== undefined) await store.undo(last, { dryRun: false, force: [] }, who)
            else last = (await push(store, who, ops, { schema })).pushId
          }
          const { stored, counted } = await sumsOf(world)
          expect(stored).toEqual(counted)
          const rows = await allRows(world)
          const today = knownDay('2026-03-02')
          const policies = await store.policies()
          // years that are over are judged as at their end, coming ones as at their beginning
          const policy = (year: number) =>
            policies.policyFor(
              ['u1'],
              year === 2026 ? today : knownDay(year < 2026 ? `${year}-12-31` : `${year}-01-01`),
            )
          for (const unitId of units) {
            const who = unitId === 'u1' ? ann : zoe
            const told = new Set<string>()
            for (const { kind } of linkedKinds)
              for (const year of [2025, 2026])
                for (const { finding, year: asked } of (await store.linked(`${unitId}/${kind}/${year}`, who)) ?? [])
                  if (finding) told.add(`${asked} ${finding.code} ${finding.params['group']} ${finding.params['left']}`)
            const mine = new Set(
              rows
                .filter((row) => row.unitId === unitId)
                .flatMap((row) =>
                  contributionsOf(storeRules.linked, row.kind, row).map(({ planned, slot, group }) => {
                    const asked = slot.years === 'previous' ? row.year + 1 : row.year
                    return `${asked} ${planned.rule.code} ${(JSON.parse(group) as unknown[]).join(' · ')}`
                  }),
                ),
            )
            const full = [2025, 2026, 2027].flatMap((year) =>
              evaluateLinked(storeRules.linked, rows, {
                unitId,
                year,
                context: ruleContext({ today, year, unitKind: 'primary', policy: policy(year) }),
              })
                .filter(({ code, params }) => mine.has(`${year} ${code} ${params['group']}`))
                .map(({ code, params }) => `${year} ${code} ${params['group']} ${params['left']}`),
            )
            expect([...told].sort()).toEqual([...new Set(full)].sort())
          }
        }),
        { numRuns: 8 },
      )
    })
  })
}
