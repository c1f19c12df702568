// What people say of a row: seen by whoever sees the row, in the chain, never changed, and no step of the procedure.
import { create, push, row } from '#test/conformance/storeWorld.ts'
import { describe, expect, it } from 'vitest'
import { enter, openReviewWorld, pCase, schema, type OpenReviewStore } from './reviewWorld.ts'

export function describeComments(open: OpenReviewStore): void {
  describe('comments', () => {
    it('are kept in the chain with who and when, oldest first, for those who may see the row', async () => {
      const { store, ann, ben, sun } = await openReviewWorld(open)
      const made = [create(row('1'), { p: pCase }), create(row('2'), { p: pCase })]
      await push(store, ann, made, { schema })
      const [a, b] = [made[0]!.id, made[1]!.id]
      const before = await store.head()
      const say = (who: typeof ann, text: string, record = a, subject?: string) =>
        enter(store, who, { p: pCase, entry: { type: 'comment', record, text }, ...(subject ? { subject } : {}) })
      const first = await say(ann, '请核对人数')
      expect(first.code).toBe('ok')
      expect((await say(ben, '已核对，120 人')).code).toBe('ok')
      expect((await say(ann, '另一行', b)).code).toBe('ok')
      // sent again after a lost answer: once
      expect((await say(ann, '请核对人数', a, first.subject)).code).toBe('ok')
      expect((await say(ann, '改过的话', a, first.subject)).code).toBe('push-id-reused')
      expect((await say(ann, ' ')).code).toBe('entry-invalid review/entry-blank')
      const seen = (await store.review(pCase, a, ben))?.comments ?? []
      expect(seen.map(({ by, text }) => [by, text])).toEqual([
        ['ann同志', '请核对人数'],
        ['ben同志', '已核对，120 人'],
      ])
      expect(seen.every(({ at }) => !Number.isNaN(Date.parse(at)))).toBe(true)
      expect((await store.review(pCase, null, sun))?.comments).toHaveLength(3)
      expect((await store.head()).csn).toBe(before.csn + 3)
      expect(await store.verifyChain({ tables: true })).toMatchObject({ intact: true })
    })

    it('of a row that is not seen are not told, and none can be made there', async () => {
      const { store, ann, dep } = await openReviewWorld(open)
      const made = [create(row('1'), { p: pCase })]
      await push(store, ann, made, { schema })
      const record = made[0]!.id
      await enter(store, ann, { p: pCase, entry: { type: 'comment', record, text: '内部意见' } })
      const asked = await store.review(pCase, null, dep)
      expect(JSON.stringify(asked ?? null)).not.toContain('内部意见')
      expect((await enter(store, dep, { p: pCase, entry: { type: 'comment', record, text: '？' } })).code).toBe(
        'not-found',
      )
    })
  })
}
