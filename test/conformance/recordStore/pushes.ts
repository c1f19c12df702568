// Pushes: identity, shape, groups.
import { openWorld, type OpenStore } from './world.ts'
import {
  context,
  create,
  envelope,
  newPushId,
  newRecordId,
  p1,
  push,
  remove,
  row,
  rvAt,
  update,
} from '#test/conformance/storeWorld.ts'
import type { PushEnvelope, RecordRevision } from '#shared/sync/record.ts'
import { describe, expect, it } from 'vitest'

export function describePushes(open: OpenStore): void {
  describe('identity and shape of a push', () => {
    it('N4, B17: the same push sent fifty times at once is applied once and replayed 49 times', async () => {
      const { store, ann } = await openWorld(open)
      const sent = envelope([create(row('1')), create(row('2'))])
      const answers = await Promise.all(Array.from({ length: 50 }, () => store.push(sent, ann, context)))
      const results = answers.flatMap((answer) => (answer.ok ? [answer.value] : []))
      expect(results).toHaveLength(50)
      expect(results.filter(({ replay }) => !replay)).toHaveLength(1)
      expect(new Set(results.map((result) => JSON.stringify({ ...result, replay: true }))).size).toBe(1)
      expect((await store.head()).csn).toBe(1)
    })

    it('N4, B16: a push id reused with other content, or by another user, is refused and nothing is written', async () => {
      const { store, ann, ben } = await openWorld(open)
      const sent = envelope([create(row('1'))])
      await store.push(sent, ann, context)
      const other = { ...sent, groups: [{ g: 1, ops: [create(row('2'))] }] }
      expect(await store.push(other, ann, context)).toMatchObject({ ok: false, error: { code: 'push-id-reused' } })
      expect(await store.push(sent, ben, context)).toMatchObject({ ok: false, error: { code: 'push-id-reused' } })
      expect((await store.head()).csn).toBe(1)
    })

    it('N4, W7: sent again with more witnesses it is the same push', async () => {
      const { store, ann } = await openWorld(open)
      const sent = envelope([create(row('1'))])
      const first = await store.push(sent, ann, context)
      const point = first.ok ? first.value.point : null
      const again = { ...sent, witness: point ? [point] : [] }
      expect(await store.push(again, ann, context)).toMatchObject({ ok: true, value: { replay: true, point } })
      expect((await store.head()).csn).toBe(1)
    })

    it('H1: the receipt is the recorded result, for its own user only', async () => {
      const { store, ann, ben } = await openWorld(open)
      const result = await push(store, ann, [create(row('1'))])
      expect(await store.receipt(result.pushId, ann)).toEqual({ ...result, replay: true })
      expect(await store.receipt(result.pushId, ben)).toBeNull()
      expect(await store.receipt(newPushId(), ann)).toBeNull()
    })

    it('a push that changes nothing takes no commit number, but is remembered', async () => {
      const { store, ann } = await openWorld(open)
      const missing = update(newRecordId(), '0-0000000000000000' as RecordRevision, [{ note: 'a' }, { note: 'b' }])
      const result = await push(store, ann, [missing])
      expect(result).toMatchObject({ point: null, receipt: '', results: [{ s: 'rejected', code: 'unknown' }] })
      expect(await store.receipt(result.pushId, ann)).toMatchObject({ point: null })
      expect((await store.head()).csn).toBe(0)
    })

    it.each<readonly [string, Partial<PushEnvelope>]>([
      ['push.ops', { groups: [] }],
      ['push.group-order', { groups: [{ g: 1, ops: [] }] }],
      [
        'push.group-order',
        {
          groups: [
            { g: 2, ops: [create(row('1'))] },
            { g: 2, ops: [create(row('2'))] },
          ],
        },
      ],
      ['rv.format', { groups: [{ g: 1, ops: [remove(newRecordId(), '1-x' as RecordRevision)] }], confirmedDeletes: 1 }],
      ['history-diverged', { witness: [{ csn: 7, h: '0'.repeat(32) }] }],
      ['history-diverged', { witness: [{ csn: 0, h: 'f'.repeat(32) }] }],
      ['schema-too-new', { schema: { ledger: 2 } }],
      ['schema-too-old', { schema: { ledger: 0 } }],
      ['kind-unknown', { schema: { other: 1 } }],
    ])('B13, B15, B21, B25: a push of another shape is refused whole: %s', async (code, more) => {
      const { store, ann } = await openWorld(open)
      expect(await store.push(envelope([create(row('1'))], more), ann, context)).toMatchObject({
        ok: false,
        error: { code },
      })
      expect((await store.head()).csn).toBe(0)
    })

    it('B13: 5,001 ops are refused, 5,000 are not', async () => {
      const { store, ann } = await openWorld(open)
      const ops = Array.from({ length: 5001 }, (_, i) => create(row(String(i))))
      expect(await store.push(envelope(ops), ann, context)).toMatchObject({ ok: false, error: { code: 'push.ops' } })
      expect((await push(store, ann, ops.slice(0, 5000))).counts.created).toBe(5000)
    })

    it('B21: a revision of the future says that history diverged', async () => {
      const { store, ann } = await openWorld(open)
      const first = create(row('1'))
      await push(store, ann, [first])
      const sent = envelope([remove(first.id, '99-0123456789abcdef' as RecordRevision)])
      expect(await store.push(sent, ann, context)).toMatchObject({ ok: false, error: { code: 'history-diverged' } })
    })

    it('W7: every point the server named is a valid witness', async () => {
      const { store, ann } = await openWorld(open)
      const one = await push(store, ann, [create(row('1'))])
      const two = await push(store, ann, [create(row('2'))])
      const witness = [one.point, two.point].flatMap((point) => point ?? [])
      expect((await push(store, ann, [create(row('3'))], { witness })).counts.created).toBe(1)
    })

    it('mass deletion without a count is refused and takes no push id', async () => {
      const { store, ann } = await openWorld(open)
      const ops = [create(row('1')), create(row('2'))]
      const made = await push(store, ann, ops)
      const removal = envelope(
        ops.map(({ id }, i) => remove(id, rvAt(made, i))),
        { confirmedDeletes: 1 },
      )
      expect(await store.push(removal, ann, context)).toMatchObject({
        ok: false,
        error: { code: 'mass-delete', params: { count: 2, confirmed: 1 } },
      })
      expect(await store.push({ ...removal, confirmedDeletes: 2 }, ann, context)).toMatchObject({
        ok: true,
        value: { counts: { deleted: 2 } },
      })
    })
  })

  describe('groups', () => {
    it('K7, I8: one bad op undoes its whole group; other groups go on', async () => {
      const { store, ann } = await openWorld(open)
      const bad = create(row('2', { name: null }))
      const result = await push(store, ann, [[create(row('1')), bad], create(row('3'))])
      expect(result.results.map(({ s }) => s)).toEqual(['skipped', 'rejected', 'applied'])
      expect(result.counts).toMatchObject({ created: 1, rejected: 1, skipped: 1 })
      expect((await store.listRecords(p1, ann))?.rows.map(({ values }) => values['code'])).toEqual(['3'])
    })

    it('K7: with mode all one bad group leaves nothing', async () => {
      const { store, ann } = await openWorld(open)
      const ops = [create(row('1')), create(row('2', { name: null })), create(row('3'))]
      const result = await push(store, ann, ops, { mode: 'all' })
      expect(result.results.map(({ s }) => s)).toEqual(['skipped', 'rejected', 'skipped'])
      expect(result).toMatchObject({ point: null, totals: [] })
      expect((await store.listRecords(p1, ann))?.rows).toEqual([])
      expect(await store.verifyChain({ tables: true })).toMatchObject({ intact: true, links: 0 })
    })

    it('B14: one record twice in a group is a finding; in a second group the first one counts', async () => {
      const { store, ann } = await openWorld(open)
      const op = create(row('1'))
      const rv = rvAt(await push(store, ann, [op]), 0)
      const twice = [
        update(op.id, rv, [{ note: '备注' }, { note: 'a' }]),
        update(op.id, rv, [{ name: '行1' }, { name: 'b' }]),
      ]
      expect((await push(store, ann, [twice])).results).toMatchObject([
        { s: 'skipped' },
        { s: 'rejected', code: 'duplicate-record', findings: [{ code: 'push/duplicate-record' }] },
      ])
      const later = [...twice, update(op.id, rv, [{ note: '备注' }, { note: 'c' }])]
      expect((await push(store, ann, later)).results).toMatchObject([
        { s: 'applied' },
        { s: 'merged', merged: ['name'] },
        { s: 'conflict', code: 'edit-edit', fields: ['note'], by: 'ann同志' },
      ])
    })

    it('two rows may exchange their natural keys in one group, and a freed key may be taken', async () => {
      const { store, ann } = await openWorld(open)
      const ops = [create(row('1')), create(row('2')), create(row('3'))] as const
      const made = await push(store, ann, ops)
      const exchange = [
        update(ops[0].id, rvAt(made, 0), [{ code: '1' }, { code: '9' }]),
        update(ops[1].id, rvAt(made, 1), [{ code: '2' }, { code: '1' }]),
        remove(ops[2].id, rvAt(made, 2)),
        create(row('3')),
      ]
      expect((await push(store, ann, [exchange])).results.map(({ s }) => s)).toEqual(Array(4).fill('applied'))
      const codes = (await store.listRecords(p1, ann))?.rows.map(({ values }) => values['code'])
      expect(codes).toEqual(['9', '1', '3'])
    })
  })
}
