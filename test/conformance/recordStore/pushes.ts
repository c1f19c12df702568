// Pushes: idempotence, groups, merging, conflicts, set rules, receipts.
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
import type { Op, PushEnvelope, RecordRevision } from '#shared/sync/record.ts'
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

  describe('what others did meanwhile', () => {
    const start = async () => {
      const world = await openWorld(open)
      const op = create(row('1'))
      const rv = rvAt(await push(world.store, world.ann, [op]), 0)
      return { ...world, id: op.id, rv }
    }

    it('M8, P-4: different fields merge and are listed', async () => {
      const { store, ann, ben, id, rv } = await start()
      await push(store, ben, [update(id, rv, [{ note: '备注' }, { note: '乙' }])])
      const result = await push(store, ann, [update(id, rv, [{ name: '行1' }, { name: '甲' }])])
      expect(result.results).toMatchObject([{ s: 'merged', merged: ['name'] }])
      expect(result.counts).toMatchObject({ updated: 1, merged: 1 })
      expect((await store.listRecords(p1, ann))?.rows[0]?.values).toMatchObject({ name: '甲', note: '乙' })
    })

    it('M1, K1: the same field is a conflict with theirs, who and when', async () => {
      const { store, ann, ben, id, rv } = await start()
      const theirs = await push(store, ben, [update(id, rv, [{ note: '备注' }, { note: '乙' }])])
      const mine = await push(store, ann, [update(id, rv, [{ note: '备注' }, { note: '甲' }])])
      expect(mine.results).toMatchObject([
        {
          s: 'conflict',
          code: 'edit-edit',
          fields: ['note'],
          theirs: { values: { note: '乙' } },
          by: 'ben同志',
          at: theirs.at,
        },
      ])
    })

    it('M2: equal amounts typed by both sides in a group are a conflict, alone they agree', async () => {
      const { store, ann, ben, id, rv } = await start()
      const other = create(row('2'))
      const rv2 = rvAt(await push(store, ann, [other]), 0)
      await push(store, ben, [
        update(id, rv, [
          { people: null, amount: 100 },
          { people: 2, amount: 900 },
        ]),
      ])
      const move = (set: number): Op => update(id, rv, [{ amount: 100 }, { amount: set }])
      const grouped = [move(900), update(other.id, rv2, [{ amount: 100 }, { amount: 0 }])]
      expect((await push(store, ann, [grouped])).results).toMatchObject([
        { s: 'conflict', fields: ['amount'] },
        { s: 'skipped' },
      ])
    })

    it('M6: a set of fields that belong together conflicts as a whole', async () => {
      const { store, ann, ben, id, rv } = await start()
      const blank = { payee: null, account: null }
      await push(store, ben, [update(id, rv, [blank, { payee: '乙', account: null }])])
      const mine = await push(store, ann, [update(id, rv, [blank, { payee: null, account: '62' }])])
      expect(mine.results).toMatchObject([{ s: 'conflict', code: 'edit-edit' }])
    })

    it('P-4: sides that are sound alone but break a rule together are a conflict', async () => {
      const { store, ann, ben, id, rv } = await start()
      await push(store, ben, [update(id, rv, [{ note: '备注' }, { note: null }])])
      const mine = await push(store, ann, [update(id, rv, [{ side: '支出' }, { side: '收入' }])])
      expect(mine.results).toMatchObject([{ s: 'conflict', code: 'merge-breaks-rule', fields: ['side'] }])
    })

    it('K4, K3, K5: deletions and edits that cross', async () => {
      const { store, ann, ben, id, rv } = await start()
      const edited = await push(store, ben, [update(id, rv, [{ note: '备注' }, { note: '乙' }])])
      expect((await push(store, ann, [remove(id, rv)])).results).toMatchObject([
        { s: 'conflict', code: 'delete-edited', theirs: { values: { note: '乙' } }, by: 'ben同志' },
      ])
      const now = rvAt(edited, 0)
      await push(store, ann, [remove(id, now)])
      expect((await push(store, ben, [remove(id, now)])).results).toMatchObject([{ s: 'noop' }])
      const late = update(id, now, [{ note: '乙' }, { note: '丙' }])
      expect((await push(store, ben, [late])).results).toMatchObject([
        { s: 'conflict', code: 'edit-deleted', theirs: null, by: 'ann同志' },
      ])
    })

    it('K6: a create whose id exists is nothing to do with the same content, else a conflict', async () => {
      const { store, ann, id, rv } = await start()
      expect((await push(store, ann, [create(row('1'), { id })])).results).toMatchObject([{ s: 'noop', rv }])
      expect((await push(store, ann, [create(row('7'), { id })])).results).toMatchObject([
        { s: 'conflict', code: 'id-exists' },
      ])
      expect((await store.head()).csn).toBe(1)
    })

    it('key-taken: the other record is shown; it holds under writers that race', async () => {
      const { store, ann, ben } = await start()
      expect((await push(store, ben, [create(row('1', { name: '又一' }))])).results).toMatchObject([
        { s: 'conflict', code: 'key-taken', theirs: { values: { name: '行1' } }, by: 'ann同志' },
      ])
      const racing = await Promise.all(
        Array.from({ length: 12 }, (_, i) =>
          push(store, i % 2 === 0 ? ann : ben, [create(row('77')), create(row(`9${i}`))]),
        ),
      )
      const outcomes = racing.map(({ results }) => results[0])
      expect(outcomes.filter((outcome) => outcome?.s === 'applied')).toHaveLength(1)
      expect(outcomes.filter((outcome) => outcome?.s === 'conflict' && outcome.code === 'key-taken')).toHaveLength(11)
      expect(racing.every(({ results }) => results[1]?.s === 'applied')).toBe(true)
    })
  })

  describe('rules and totals', () => {
    it('V23: errors that block saving reject their op with the finding; warnings do not', async () => {
      const { store, ann } = await openWorld(open)
      const result = await push(store, ann, [create(row('1', { side: '收入', note: null })), create(row('X2'))])
      expect(result.results).toMatchObject([
        { s: 'rejected', code: 'invalid', findings: [{ code: 'ledger/income-needs-note' }] },
        { s: 'applied' },
      ])
      expect(result.findings).toMatchObject([{ code: 'ledger/odd-code', severity: 'warning' }])
    })

    it('M4, M5: derived and sensitive fields are not taken; an equal derived value passes', async () => {
      const { store, ann } = await openWorld(open)
      const result = await push(store, ann, [
        create(row('1', { double: 5 })),
        create(row('2', { double: 200 })),
        create(row('3', { secret: '110' })),
        create(row('4', { nothing: 'x' })),
      ])
      expect(result.results).toMatchObject([
        { s: 'rejected', code: 'derived-field' },
        { s: 'applied' },
        { s: 'rejected', code: 'field-forbidden' },
        { s: 'rejected', code: 'invalid' },
      ])
    })

    it('I6: a limit over many rows holds per group of ops and under racing writers', async () => {
      const { store, ann, ben } = await openWorld(open)
      const paid = (code: string, amount: number): Op => create(row(code, { payee: '甲', amount }))
      const first = await push(store, ann, [
        paid('1', 30_000),
        paid('2', 30_000),
        [paid('3', 10_000), paid('4', 10_000)],
      ])
      expect(first.results).toMatchObject([
        { s: 'applied' },
        { s: 'rejected', code: 'limit', findings: [{ code: 'ledger/payee-limit' }] },
        { s: 'applied' },
        { s: 'applied' },
      ])
      await Promise.all(Array.from({ length: 10 }, (_, i) => push(store, i % 2 === 0 ? ann : ben, [paid(`r${i}`, 1)])))
      const rows = (await store.listRecords(p1, ann))?.rows ?? []
      expect(rows.reduce((sum, { values }) => sum + Number(values['amount']), 0)).toBe(50_000)
    })

    it('P-3: control totals before and after conserve, with counts that add up', async () => {
      const { store, ann } = await openWorld(open)
      const a = create(row('1', { amount: 1000 }))
      const b = create(row('2', { amount: 500 }))
      const made = await push(store, ann, [a, b])
      expect(made.totals.find(({ column }) => column === 'amount')).toEqual({
        p: p1,
        column: 'amount',
        before: 0,
        after: 1500,
      })
      const moved = await push(store, ann, [
        [
          update(a.id, rvAt(made, 0), [{ amount: 1000 }, { amount: 800 }]),
          update(b.id, rvAt(made, 1), [{ amount: 500 }, { amount: 700 }]),
        ],
      ])
      expect(moved.totals.find(({ column }) => column === 'amount')).toMatchObject({ before: 1500, after: 1500 })
      expect(moved.counts).toEqual({
        created: 0,
        updated: 2,
        deleted: 0,
        merged: 0,
        noop: 0,
        conflicts: 0,
        rejected: 0,
        skipped: 0,
      })
      expect(moved.receipt).toBe('R2')
    })

    it('B12: sums past 2⁵³ are refused, never rounded', async () => {
      const { store, ann } = await openWorld(open)
      const ops = Array.from({ length: 8 }, (_, i) => create(row(`${i}`, { amount: 1e15 })))
      const result = await push(store, ann, ops)
      expect(result.results.some((outcome) => outcome.s === 'rejected' && outcome.code === 'limit')).toBe(true)
      expect(result.totals.every(({ after }) => Number.isSafeInteger(after))).toBe(true)
      expect(await store.verifyChain({ tables: true })).toMatchObject({ intact: true })
    })

    it('P-6: a rehearsal answers everything and leaves nothing', async () => {
      const { store, ann } = await openWorld(open)
      const sent = envelope([create(row('1')), create(row('2', { name: null }))], { dryRun: true })
      const rehearsed = await store.push(sent, ann, context)
      expect(rehearsed).toMatchObject({
        ok: true,
        value: {
          point: null,
          receipt: '',
          counts: { created: 1, rejected: 1 },
          totals: [{ column: 'amount', after: 100 }, {}],
        },
      })
      expect((await store.head()).csn).toBe(0)
      expect(await store.receipt(sent.pushId, ann)).toBeNull()
      expect(await store.push({ ...sent, dryRun: false }, ann, context)).toMatchObject({
        ok: true,
        value: { replay: false },
      })
    })
  })
}
