// My desk: what waits for me is told from what is merely open to me; what was logged of a row is counted; steps write for themselves.
import { create, push, row } from '#test/conformance/storeWorld.ts'
import { describe, expect, it } from 'vitest'
import {
  enter,
  file,
  hours,
  look,
  move,
  notice,
  openReviewWorld,
  pCase,
  schema,
  type OpenReviewStore,
} from './reviewWorld.ts'

export function describeDesk(open: OpenReviewStore): void {
  describe('the desk', () => {
    it('a step waits for those it is expected of; to others of its roles the row is open, and drafts and returns wait for nobody', async () => {
      const { store, ann, dora, chen, cas, axel, advance } = await openReviewWorld(open)
      const op = create(row('1', { owner: '组宣部' }), { p: pCase })
      await push(store, ann, [op], { schema })
      const steps = async (who: typeof ann) =>
        (await store.desk(who)).items.flatMap(({ type, transitions }) => (type === 'light' ? [] : [[type, ...transitions]])) // prettier-ignore
      expect(await Promise.all([ann, dora, chen].map(steps))).toEqual([[], [], []])
      await move(store, dora, { p: pCase, transition: 'hear' })
      expect(await Promise.all([ann, dora, chen].map(steps))).toEqual([[], [], [['review', 'agree']]])
      await file(store, ann, { p: pCase, content: notice() })
      advance(8 * 24 * hours)
      await move(store, chen, { p: pCase, transition: 'agree' })
      // cashier and chair may both pay; it is the cashier's
      expect(await Promise.all([cas, chen, dora, axel].map(steps))).toEqual([[['review', 'pay']], [['open', 'pay']], [], []]) // prettier-ignore
    })

    it('a step writes what is its own to write, in the same commit, as a change that anybody can see', async () => {
      const { store, ann, dora, chen, cas, advance } = await openReviewWorld(open)
      const op = create(row('1'), { p: pCase })
      await push(store, ann, [op], { schema })
      await move(store, dora, { p: pCase, transition: 'hear' })
      await file(store, ann, { p: pCase, content: notice() })
      advance(8 * 24 * hours)
      await move(store, chen, { p: pCase, transition: 'agree' })
      await move(store, cas, { p: pCase, transition: 'pay' })
      expect((await look(store, pCase, ann)).rows).toMatchObject([{ state: 'paid', values: { note: 'cas同志' } }])
      expect((await store.history(op.id, ann))?.slice(0, 2)).toMatchObject([
        { kind: 'update', field: 'note', was: '备注', now: 'cas同志', receipt: 'R5' },
        { kind: 'transition', now: 'paid', receipt: 'R5' },
      ])
      expect(await store.verifyChain({ tables: true })).toMatchObject({ intact: true })
    })

    it('催办 N 次: counted by row, of rows that one sees only', async () => {
      const { store, ann, dora, dep } = await openReviewWorld(open)
      const made = [create(row('1', { owner: '组宣部' }), { p: pCase }), create(row('2'), { p: pCase })]
      await push(store, ann, made, { schema })
      await move(store, dora, { p: pCase, transition: 'hear' })
      const [own, other] = made.map(({ id }) => id)
      for (const record of [own!, other!, own!])
        await enter(store, dora, { p: pCase, entry: { type: 'event', record, event: 'urge', fields: { how: '电话' } } })
      expect((await store.listRecords(pCase, dora))?.events).toEqual([
        { record: own, event: 'urge', times: 2 },
        { record: other, event: 'urge', times: 1 },
      ])
      expect((await store.listRecords(pCase, dep))?.events).toEqual([{ record: own, event: 'urge', times: 2 }])
    })
  })
}
