// P-7: undo of a push in three baskets.
import { openWorld, type OpenStore } from './world.ts'
import { create, newPushId, p1, push, remove, row, rvAt, update } from '#test/conformance/storeWorld.ts'
import type { UndoReport, UndoRequest } from '#shared/contract/resources.ts'
import type { RecordStore } from '#server/store/recordStore.ts'
import type { Principal } from '#server/auth/principal.ts'
import type { PushId } from '#shared/sync/record.ts'
import { describe, expect, it } from 'vitest'

async function undo(
  store: RecordStore,
  who: Principal,
  pushId: PushId,
  more: Partial<UndoRequest> = {},
): Promise<UndoReport> {
  const report = await store.undo(pushId, { dryRun: false, force: [], ...more }, who)
  if (!report.ok) throw new Error(`refused: ${report.error.code}`)
  return report.value
}

const codes = async (store: RecordStore, who: Principal) =>
  (await store.listRecords(p1, who))?.rows.map(({ values }) => values['code'])

export function describeUndo(open: OpenStore): void {
  describe('undo (P-7)', () => {
    it('an import goes away whole, and its undo brings it back', async () => {
      const { store, ann } = await openWorld(open)
      const made = await push(store, ann, [create(row('1')), create(row('2'))])
      const back = await undo(store, ann, made.pushId)
      expect(back).toMatchObject({
        restored: [{ label: '1' }, { label: '2' }],
        kept: [],
        refused: [],
        result: { receipt: 'R2' },
      })
      expect(await codes(store, ann)).toEqual([])
      const again = await undo(store, ann, back.result?.pushId ?? newPushId())
      expect(again.restored).toHaveLength(2)
      expect(await codes(store, ann)).toEqual(['1', '2'])
      expect(await store.listPushes(ann, { limit: 10 })).toMatchObject([
        { source: 'undo', undone: false },
        { source: 'undo', undone: true },
        { source: 'push', undone: true },
      ])
      expect(await store.verifyChain({ tables: true })).toMatchObject({ intact: true })
    })

    it('what was edited since is kept, field by field, unless it is named', async () => {
      const { store, ann, ben } = await openWorld(open)
      const a = create(row('1'))
      const b = create(row('2'))
      const made = await push(store, ann, [a, b])
      const changed = await push(store, ann, [
        update(a.id, rvAt(made, 0), [
          { amount: 100, name: '行1' },
          { amount: 300, name: '改' },
        ]),
        remove(b.id, rvAt(made, 1)),
      ])
      await push(store, ben, [update(a.id, rvAt(changed, 0), [{ name: '改' }, { name: '再改' }])])
      const rehearsed = await undo(store, ann, changed.pushId, { dryRun: true })
      expect(rehearsed).toMatchObject({
        result: { point: null },
        restored: [
          { id: a.id, fields: ['amount'], values: { amount: { from: 300, to: 100 } } },
          { id: b.id, fields: [], whole: 'restore' },
        ],
        kept: [{ id: a.id, fields: ['name'], values: { name: { from: '再改', to: '行1' } } }],
      })
      expect(await codes(store, ann)).toEqual(['1'])
      await undo(store, ann, changed.pushId, { force: [a.id] })
      expect(
        (await store.listRecords(p1, ann))?.rows.map(({ values }) => [
          values['code'],
          values['name'],
          values['amount'],
        ]),
      ).toEqual([
        ['1', '行1', 100],
        ['2', '行2', 100],
      ])
    })

    it('what was done together is undone together or kept together', async () => {
      const { store, ann, ben } = await openWorld(open)
      const a = create(row('1'))
      const b = create(row('2'))
      const made = await push(store, ann, [a, b])
      const moved = await push(store, ann, [
        [
          update(a.id, rvAt(made, 0), [{ amount: 100 }, { amount: 0 }]),
          update(b.id, rvAt(made, 1), [{ amount: 100 }, { amount: 200 }]),
        ],
      ])
      await push(store, ben, [update(b.id, rvAt(moved, 1), [{ amount: 200 }, { amount: 250 }])])
      const report = await undo(store, ann, moved.pushId)
      expect(report).toMatchObject({ result: null, restored: [], kept: [{ id: a.id }, { id: b.id }] })
      expect((await store.head()).csn).toBe(3)
    })

    it('what may not be restored is refused with its reason', async () => {
      const { store, ann, dora } = await openWorld(open)
      const a = create(row('1'))
      const made = await push(store, ann, [a])
      const gone = await push(store, ann, [remove(a.id, rvAt(made, 0))])
      await push(store, ann, [create(row('1'))])
      expect(await undo(store, ann, gone.pushId)).toMatchObject({
        restored: [],
        refused: [{ id: a.id, reason: 'key-taken' }],
      })
      expect(await undo(store, dora, gone.pushId)).toMatchObject({ refused: [{ id: a.id, reason: 'forbidden' }] })
    })

    it('a push that nobody knows, that one may not see, or that changed nothing', async () => {
      const { store, ann, zoe } = await openWorld(open)
      const made = await push(store, ann, [create(row('1'))])
      const empty = await push(store, ann, [create(row('2', { name: null }))])
      const request = { dryRun: false, force: [] }
      expect(await store.undo(newPushId(), request, ann)).toMatchObject({ ok: false, error: { code: 'not-found' } })
      expect(await store.undo(made.pushId, request, zoe)).toMatchObject({ ok: false, error: { code: 'not-found' } })
      expect(await store.undo(empty.pushId, request, ann)).toMatchObject({ ok: false, error: { code: 'undo-nothing' } })
    })
  })
}
