// Large pushes are decided and written chunk by chunk; nobody can tell from answer, records or chain.
import { openWorld, type OpenStore } from './world.ts'
import {
  context,
  create,
  envelope,
  newRecordId,
  p1,
  push,
  remove,
  row,
  rvAt,
  update,
} from '#test/conformance/storeWorld.ts'
import type { Op, PushEnvelope, RecordRevision } from '#shared/sync/record.ts'
import type { RecordId, Values } from '#shared/kernel/value.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const ids = Array.from({ length: 6 }, () => newRecordId())
const unseen = '0-0000000000000000' as RecordRevision

const values: fc.Arbitrary<Values> = fc.record({
  code: fc.constantFrom('1', '2', '3', '4'),
  name: fc.constantFrom('甲', '乙', null),
  payee: fc.constantFrom('丙', '丁', null),
  amount: fc.constantFrom(100, 30_000, 49_000),
})

const anyOp: fc.Arbitrary<Op> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      op: fc.constant('create'),
      id: fc.constantFrom(...ids),
      p: fc.constant(p1),
      values: values.map((some) => ({ side: '支出', ...some })),
    }),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...ids),
        values,
        values,
        fc.subarray(['code', 'name', 'payee', 'amount'], { minLength: 1 }),
      )
      .map(([id, base, set, keys]) => {
        const pick = (from: Values) => Object.fromEntries(keys.map((key) => [key, from[key] ?? null]))
        return update(id, unseen, [pick(base), pick(set)])
      }),
  },
  fc.constantFrom(...ids).map((id) => remove(id, unseen)),
) as fc.Arbitrary<Op>

const anyPush = fc.record({
  groups: fc.array(fc.oneof(anyOp, fc.array(anyOp, { minLength: 1, maxLength: 3 })), { minLength: 1, maxLength: 14 }),
  mode: fc.constantFrom<PushEnvelope['mode']>('groups', 'groups', 'all'),
})

export function describeChunks(open: OpenStore): void {
  const clock = () => new Date('2026-03-02T02:00:00.000Z')
  const openCut = (opsAtOnce: number) => openWorld(open, { opsAtOnce, clock })

  describe('large pushes', () => {
    it('law: however a push is cut, answers, records and chain are the same', async () => {
      const worlds = [await openCut(1), await openCut(3), await openCut(1000)]
      await fc.assert(
        fc.asyncProperty(anyPush, async ({ groups, mode }) => {
          const sent = envelope(groups, { mode })
          const seen: string[] = []
          for (const { store, ann } of worlds)
            seen.push(
              JSON.stringify([
                await store.push(sent, ann, context),
                (await store.listRecords(p1, ann))?.rows,
                await store.listPartitions(ann),
                await store.head(),
              ]),
            )
          expect(new Set(seen).size, seen.join('\n')).toBe(1)
        }),
        { numRuns: 25 },
      )
      for (const { store } of worlds) expect(await store.verifyChain({ tables: true })).toMatchObject({ intact: true })
    })

    it('a key taken or freed by an earlier chunk counts in a later one', async () => {
      const { store, ann } = await openCut(2)
      const [a, b, c, d] = [create(row('1')), create(row('2')), create(row('1')), create(row('3'))] as const
      const first = await push(store, ann, [a, b, c, d])
      expect(first.results).toMatchObject([
        { s: 'applied' },
        { s: 'applied' },
        { s: 'conflict', code: 'key-taken', by: 'ann同志', theirs: { id: a.id } },
        { s: 'applied' },
      ])
      const second = await push(store, ann, [
        create(row('1')),
        update(a.id, rvAt(first, 0), [{ code: '1' }, { code: '9' }]),
        create(row('1')),
        remove(b.id, rvAt(first, 1)),
        create(row('2')),
      ])
      expect(second.results.map(({ s }) => s)).toEqual(['conflict', 'applied', 'applied', 'applied', 'applied'])
      expect(await store.verifyChain({ tables: true })).toMatchObject({ intact: true })
    })

    it('a rehearsal says what would become of it, taken keys included, and writes nothing', async () => {
      const { store, ann } = await openCut(2)
      await push(store, ann, [create(row('1'))])
      const before = await store.head()
      const sent = envelope([create(row('5')), create(row('6')), create(row('1'))], { dryRun: true })
      expect(await store.push(sent, ann, context)).toMatchObject({
        ok: true,
        value: {
          point: null,
          counts: { created: 2, conflicts: 1 },
          totals: [
            { column: 'amount', before: 100, after: 300 },
            { column: 'double', before: 200, after: 600 },
          ],
        },
      })
      expect(await store.head()).toEqual(before)
      expect(await store.receipt(sent.pushId, ann)).toBeNull()
      expect((await store.push({ ...sent, dryRun: false }, ann, context)).ok).toBe(true)
    })

    it('a record that is made, changed and deleted in one chunk keeps its whole history and its place', async () => {
      const { store, ann } = await openCut(1000)
      const [a, b, c]: readonly RecordId[] = [newRecordId(), newRecordId(), newRecordId()]
      const made = (id: RecordId | undefined, code: string) => ({ ...create(row(code)), id: id as RecordId })
      await push(store, ann, [
        made(a, '1'),
        made(b, '2'),
        made(c, '3'),
        update(a as RecordId, unseen, [{ note: '备注' }, { note: '改' }]),
      ])
      expect((await store.listRecords(p1, ann))?.rows.map(({ id }) => id)).toEqual([a, b, c])
      const lines = await store.history(a as RecordId, ann)
      expect(lines?.map(({ field }) => field)).toEqual(['note', null])
      expect(await store.verifyChain({ tables: true })).toMatchObject({ intact: true, entries: 4 })
    })
  })
}
