// Pushes that meet what others did meanwhile: merges and conflicts.
import { openWorld, type OpenStore } from './world.ts'
import { create, p1, push, remove, row, rvAt, update } from '#test/conformance/storeWorld.ts'
import type { Op } from '#shared/sync/record.ts'
import { describe, expect, it } from 'vitest'

export function describeMeanwhile(open: OpenStore): void {
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
}
