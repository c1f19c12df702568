// Who may do what, and that what one may not see is as if it did not exist.
import { openWorld, type OpenStore } from './world.ts'
import {
  context,
  create,
  envelope,
  newRecordId,
  p1,
  p9,
  pullAll,
  push,
  remove,
  row,
  rvAt,
  update,
} from '#test/conformance/storeWorld.ts'
import type { RecordRevision } from '#shared/sync/record.ts'
import { authorOf } from '#server/store/lists/readAuthors.ts'
import { contentHash } from '#shared/sync/contentHash.ts'
import { hash } from 'node:crypto'
import { describe, expect, it } from 'vitest'

const sha256 = (text: string): string => hash('sha256', text, 'hex')

export function describeRights(open: OpenStore): void {
  describe('rights', () => {
    it('B19: a record that is not visible answers exactly like one that does not exist', async () => {
      const { store, ann, zoe } = await openWorld(open)
      const op = create(row('1'))
      const rv = rvAt(await push(store, ann, [op]), 0)
      const ids = [op.id, newRecordId()]
      const edits = ids.map((id) => update(id, rv, [{ note: '备注' }, { note: 'x' }]))
      const { results } = await push(store, zoe, [...edits, ...ids.map((id) => remove(id, rv))])
      const [hidden, missing, hiddenToo, missingToo] = results.map((result) =>
        JSON.stringify(result, (key, value: unknown) => (key === 'id' || key === 'g' ? undefined : value)),
      )
      expect(hidden).toBe(missing)
      expect(hiddenToo).toBe(missingToo)
      expect(results[0]).toMatchObject({ s: 'rejected', code: 'unknown' })
      const copied = await push(store, zoe, [create(row('1'), { id: op.id, p: p9 })])
      expect(copied.results[0]).toEqual({ g: 1, i: 0, s: 'conflict', code: 'id-exists' })
    })

    it('B20: creating in a unit that is not yours, or in none, is forbidden alike', async () => {
      const { store, ann } = await openWorld(open)
      const places = [p9, 'u404/ledger/2026', 'u1/other/2026', 'nonsense']
      const { results } = await push(
        store,
        ann,
        places.map((p, i) => create(row(`${i}`), { p })),
      )
      expect(results.map((result) => (result.s === 'rejected' ? result.code : result.s))).toEqual(
        Array(4).fill('forbidden'),
      )
    })

    it('columns that a role may change are the only ones it changes', async () => {
      const { store, ann, dora } = await openWorld(open)
      const op = create(row('1'))
      const rv = rvAt(await push(store, ann, [op]), 0)
      const { results } = await push(store, dora, [
        update(op.id, rv, [{ amount: 100 }, { amount: 1 }]),
        update(op.id, rv, [{ note: '备注' }, { note: '请核' }]),
        remove(op.id, rv),
        create(row('2')),
      ])
      expect(results).toMatchObject([
        { s: 'rejected', code: 'field-forbidden', findings: [{ location: { column: 'amount' } }] },
        { s: 'applied' },
        { s: 'rejected', code: 'forbidden' },
        { s: 'rejected', code: 'forbidden' },
      ])
    })

    it('a department sees and changes only its own rows, and may not give them away', async () => {
      const { store, ann, fin } = await openWorld(open)
      const own = create(row('1', { owner: '办公室、财务处' }))
      const other = create(row('2', { owner: '人事处' }))
      const made = await push(store, ann, [own, other, create(row('3'))])
      const pages = await pullAll(store, fin)
      expect(pages.flatMap(({ put }) => put.map(({ id }) => id))).toEqual([own.id])
      expect(pages[0]?.parts).toMatchObject([{ rows: 1, fen: '300' }])
      expect((await store.listRecords(p1, fin))?.rows).toHaveLength(1)
      expect(await store.listPartitions(fin)).toMatchObject([{ rows: 1, totals: [{ fen: 100 }, { fen: 200 }] }])
      expect(await store.history(other.id, fin)).toBeUndefined()
      const { results } = await push(store, fin, [
        update(own.id, rvAt(made, 0), [{ note: '备注' }, { note: '我的' }]),
        update(own.id, rvAt(made, 0), [{ owner: '办公室、财务处' }, { owner: '人事处' }]),
        update(other.id, rvAt(made, 1), [{ note: '备注' }, { note: '你的' }]),
        create(row('4', { owner: '人事处' })),
        create(row('5', { owner: '财务处' })),
      ])
      expect(results.map((result) => ('code' in result ? result.code : result.s))).toEqual([
        'applied',
        'forbidden',
        'unknown',
        'forbidden',
        'applied',
      ])
    })

    it('I12: pushes that touched only rows one may not see are not listed, others with counts of what one sees', async () => {
      const { store, ann, ben, fin } = await openWorld(open)
      const own = create(row('1', { owner: '财务处' }))
      const mixed = await push(store, ann, [own, create(row('2', { owner: '人事处' })), create(row('3'))])
      const hidden = await push(store, ann, [create(row('4')), create(row('5', { owner: '人事处' }))])
      const elsewhere = await push(store, ben, [create(row('6'))])
      const second = await push(store, fin, [update(own.id, rvAt(mixed, 0), [{ note: '备注' }, { note: '我的' }])])
      const listed = await store.listPushes(fin, { limit: 2 })
      expect(listed.map(({ receipt, counts }) => [receipt, counts.created, counts.updated])).toEqual([
        [second.receipt, 0, 1],
        [mixed.receipt, 1, 0],
      ])
      expect(await store.listPushes(fin, { limit: 1, before: second.point?.csn ?? 0 })).toMatchObject([
        { receipt: mixed.receipt },
      ])
      expect(await store.listPushes(fin, { limit: 9, p: p1 })).toHaveLength(2)
      // nor does the list of sheets say who changed the rows of others, and when
      await push(store, ann, [create(row('7', { owner: '人事处' }))])
      const [sheet] = await store.listPartitions(fin)
      expect(sheet?.lastChange?.csn).toBe(second.point?.csn)
      expect(
        (await store.listPushes(ann, { limit: 9 })).map(({ receipt, counts }) => [receipt, counts.created]),
      ).toEqual([
        [expect.any(String), 1],
        [second.receipt, 0],
        [elsewhere.receipt, 1],
        [hidden.receipt, 2],
        [mixed.receipt, 3],
      ])
      // Taking back what one sees of it says nothing of the rest, and cannot begin where there is nothing.
      const ask = { dryRun: true, force: [] }
      const undone = await store.undo(mixed.pushId, ask, fin)
      expect(undone).toMatchObject({ ok: true, value: { restored: [], refused: [], kept: [{ id: own.id }] } })
      expect(await store.undo(hidden.pushId, ask, fin)).toMatchObject({ ok: false, error: { code: 'not-found' } })
      expect(await store.receipt(mixed.pushId, fin)).toBeNull()
    })

    it('I12: a push over two sheets names to others only the one in which they see a row of it', async () => {
      const { store, ann, fin } = await openWorld(open)
      const p2 = 'u1/ledger/2025'
      const both = await push(store, ann, [create(row('1', { owner: '财务处' })), create(row('2'), { p: p2 })])
      const sheetsOf = async (who: Parameters<typeof store.listPushes>[0]) =>
        (await store.listPushes(who, { limit: 9 })).map(({ receipt, sheets }) => [receipt, [...sheets].toSorted()])
      expect(await sheetsOf(ann)).toEqual([[both.receipt, [p2, p1]]])
      expect(await sheetsOf(fin)).toEqual([[both.receipt, [p1]]])
    })

    it('I12: a receipt tells whoever sees some rows of a sheet the totals of those', async () => {
      const { store, ann, fin } = await openWorld(open)
      const own = create(row('1', { owner: '财务处', amount: 500 }))
      const made = await push(store, ann, [own, create(row('2', { amount: 7000 }))])
      const total = (totals: typeof made.totals) =>
        totals.filter(({ column }) => column === 'amount').map(({ before, after }) => [before, after])
      expect(total(made.totals)).toEqual([[0, 7500]])
      const changed = await push(store, fin, [
        update(own.id, rvAt(made, 0), [{ amount: 500 }, { amount: 650 }]),
        create(row('3', { owner: '财务处', amount: 30 })),
      ])
      expect(total(changed.totals)).toEqual([[500, 680]])
      // ids, hashes and seals may hold any digits
      const said = JSON.stringify(changed).replaceAll(/[0-9a-f]{8}(-?[0-9a-f]{4,})*/g, '')
      expect(said).not.toMatch(/7[05]00|7[168]\d\d/)
    })

    it('tells who last changed which field of many rows, to those who see them', async () => {
      const { store, ann, ben, dora, fin } = await openWorld(open)
      const one = create(row('1', { owner: '财务处' }))
      const two = create(row('2'))
      const made = await push(store, ann, [one, two])
      const later = await push(store, ben, [update(one.id, rvAt(made, 0), [{ amount: 100 }, { amount: 200 }])])
      await push(store, dora, [update(one.id, rvAt(later, 0), [{ note: '备注' }, { note: '请核' }])])
      const authors = await store.authors([one.id, two.id, newRecordId()], ann)
      expect([...authors.keys()].toSorted()).toEqual([one.id, two.id].toSorted())
      const found = authors.get(one.id)
      const by = (fields: readonly string[]) => found && authorOf(found, fields).by
      expect([by(['amount']), by(['note']), by(['name']), by(['amount', 'note']), by([])]).toEqual([
        'ben同志',
        'dora同志',
        'ann同志',
        'dora同志',
        'dora同志',
      ])
      expect(found?.last.at).toMatch(/^2026-03-02T/)
      expect([...(await store.authors([one.id, two.id], fin)).keys()]).toEqual([one.id])
      await push(store, ben, [remove(two.id, rvAt(made, 1))])
      expect((await store.authors([two.id], ann)).get(two.id)?.last.by).toBe('ben同志')
    })

    it('I11: what is final is locked, and only the named role brings it there, having seen it', async () => {
      const { store, ann, dora, axel } = await openWorld(open)
      const op = create(row('1'))
      const rv = rvAt(await push(store, ann, [op]), 0)
      const values = { ...row('1'), double: 200 }
      const seen = contentHash({ p: p1, state: 'draft', values }, sha256)
      const finish = (at: RecordRevision, shown = seen) =>
        ({ op: 'transition', id: op.id, rv: at, to: 'final', seen: shown }) as const
      expect((await push(store, ann, [finish(rv)])).results).toMatchObject([{ s: 'rejected', code: 'forbidden' }])
      expect((await push(store, dora, [finish(rv, '0'.repeat(64))])).results).toMatchObject([
        { s: 'conflict', code: 'stale-approval' },
      ])
      expect((await pullAll(store, axel)).flatMap(({ put }) => put)).toEqual([])
      const done = await push(store, dora, [finish(rv)])
      expect(done.results).toMatchObject([{ s: 'applied' }])
      expect((await pullAll(store, axel)).flatMap(({ put }) => put)).toMatchObject([{ id: op.id, state: 'final' }])
      const now = rvAt(done, 0)
      const { results } = await push(store, ann, [
        update(op.id, now, [{ note: '备注' }, { note: 'x' }]),
        remove(op.id, now),
      ])
      expect(results).toMatchObject([
        { s: 'rejected', code: 'state' },
        { s: 'rejected', code: 'state' },
      ])
      expect(await store.history(op.id, ann)).toMatchObject([
        { kind: 'transition', was: 'draft', now: 'final' },
        { kind: 'create' },
      ])
      expect(await store.verifyChain({ tables: true })).toMatchObject({ intact: true })
    })

    it('grants and the user are read inside the push: what was taken away is gone at once', async () => {
      const { store, ann, ben } = await openWorld(open)
      await store.db.deleteFrom('access_grant').where('user_id', '=', 'ann').execute()
      expect((await push(store, ann, [create(row('1'))])).results).toMatchObject([{ s: 'rejected', code: 'forbidden' }])
      await store.db.updateTable('user_account').set({ disabled: 1 }).where('id', '=', 'ben').execute()
      const sent = envelope([create(row('1'))])
      expect(await store.push(sent, ben, context)).toMatchObject({ ok: false, error: { code: 'session-ended' } })
      const ended = { ...ann, sessionId: 'no-such-session' }
      expect(await store.push(sent, ended, context)).toMatchObject({ ok: false, error: { code: 'session-ended' } })
    })

    it('a grant counts on its days only', async () => {
      const { store, ann } = await openWorld(open)
      await store.db
        .updateTable('access_grant')
        .set({ valid_to: '2026-02-28' } as never)
        .where('user_id', '=', 'ann')
        .execute()
      expect((await push(store, ann, [create(row('1'))])).results).toMatchObject([{ s: 'rejected', code: 'forbidden' }])
    })
  })
}
