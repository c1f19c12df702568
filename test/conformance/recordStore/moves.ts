// Whole sheets in one step, emergencies, requests and events, and the log of it all.
import type { MoveRequest } from '#server/store/pushContext.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import { context, create, newPushId, newRecordId, push, row, update } from '#test/conformance/storeWorld.ts'
import { describe, expect, it } from 'vitest'
import {
  openReviewWorld,
  look,
  move,
  told,
  first,
  enter,
  file,
  resolution,
  only,
  pCase,
  pRoll,
  schema,
  hours,
  type OpenReviewStore,
} from './reviewWorld.ts'

export function describeMoves(open: OpenReviewStore): void {
  describe('moves and the log', () => {
    it('the list of receipts tells a step from amounts that were changed', async () => {
      const { store, ann } = await openReviewWorld(open)
      const made = [create(row('1'), { p: pRoll }), create(row('2'), { p: pRoll })]
      await push(store, ann, made, { schema })
      await move(store, ann, { p: pRoll, transition: 'submit' })
      expect(await store.listPushes(ann, { limit: 5 })).toMatchObject([
        { source: 'step', counts: { updated: 2 } },
        { source: 'push', counts: { created: 2 } },
      ])
    })

    it('V9, 72 小时追认: an emergency needs two who were heard and a reason, and is taken back unless ratified', async () => {
      const { store, ann, dora, chen, advance } = await openReviewWorld(open)
      const made = [create(row('1'), { p: pCase }), create(row('2'), { p: pCase })]
      await push(store, ann, made, { schema })
      const consulted = [{ name: '李干事', opinion: '同意' }, { name: '王会计', opinion: '同意' }] // prettier-ignore
      const hurry = async (id: RecordId, more: Partial<MoveRequest>) =>
        move(store, dora, { p: pCase, transition: 'hurry', rows: await only(store, dora, id), ...more })
      const [a, b] = [made[0]!.id, made[1]!.id]
      expect(first(await hurry(a, {}))).toBe('forbidden V2 not-in-role')
      expect(first(await hurry(a, { reason: '急', consulted: consulted.slice(0, 1) }))).toBe(
        'not-ready V9 emergency-unconsulted',
      )
      expect(first(await hurry(a, { reason: ' ', consulted }))).toBe('not-ready V9 emergency-unconsulted')
      expect(first(await hurry(a, { reason: '主席出差，等不及', consulted }))).toBe('applied')
      expect(first(await hurry(b, { reason: '主席出差，等不及', consulted }))).toBe('applied')
      const taken = (await store.review(pCase, null, chen))?.emergencies ?? []
      expect(taken).toMatchObject([
        { by: 'dora同志', end: null },
        { by: 'dora同志', end: null },
      ])
      const ofB = taken.find(({ ids }) => ids[0] === b)?.id ?? ''
      const ratified = { type: 'emergency-ratified', text: '同意' } as const
      expect((await enter(store, dora, { p: pCase, entry: ratified, subject: ofB })).code).toBe(
        'denied review/not-in-role',
      )
      expect((await store.desk(chen)).items.filter(({ type }) => type === 'emergency')).toHaveLength(2)
      expect((await enter(store, chen, { p: pCase, entry: ratified, subject: ofB })).code).toBe('ok')
      expect(await store.revertEmergencies()).toBe(0)
      advance(73 * hours)
      expect(await store.revertEmergencies()).toBe(1)
      expect(await store.revertEmergencies()).toBe(0)
      expect((await look(store, pCase, dora)).rows.map(({ id, state }) => [id === a, state])).toEqual([[true, 'draft'], [false, 'heard']]) // prettier-ignore
      expect((await store.history(a, dora))?.[0]).toMatchObject({ kind: 'transition', now: 'draft', by: '系统' })
      expect((await store.review(pCase, null, chen))?.emergencies.map(({ end }) => end?.type).toSorted()).toEqual([
        'ratified',
        'reverted',
      ])
      expect(await store.verifyChain({ tables: true })).toMatchObject({ intact: true })
    })

    it('I10: a sheet is adopted as a whole, as it was seen, on resolutions of a real majority', async () => {
      const { store, ann, chen, sun } = await openReviewWorld(open)
      const rows = Array.from({ length: 12 }, (_, i) => create(row(`${i}`), { p: pRoll }))
      await push(store, ann, rows, { schema })
      const stale = (await look(store, pRoll, ann)).seen
      const lone = (await look(store, pRoll, ann)).rows[0]!
      const { results } = await push(store, ann, [{ op: 'transition', id: lone.id, rv: lone.rv, to: 'submitted', seen: lone.seen }], { schema }) // prettier-ignore
      expect(told(results[0])).toBe('whole-sheet  ')
      await push(store, ann, [update(lone.id, lone.rv, [{ note: '备注' }, { note: '改' }])], { schema })
      const request = { pushId: newPushId(), p: pRoll, transition: 'submit', rows: null, reason: '', consulted: null, dryRun: false } // prettier-ignore
      expect(await store.move({ ...request, seen: stale }, ann, context)).toMatchObject({
        ok: false,
        error: { code: 'sheet-changed' },
      })
      const submitted = await move(store, ann, { p: pRoll, transition: 'submit' })
      expect(submitted).toMatchObject({ counts: { updated: 12 } })
      expect(told((await push(store, ann, [create(row('new'), { p: pRoll })], { schema })).results[0])).toBe(
        'state V6 sheet-under-way',
      )
      const locked = (await look(store, pRoll, ann)).rows[1]!
      expect(
        told(
          (await push(store, ann, [update(locked.id, locked.rv, [{ note: '备注' }, { note: 'x' }])], { schema }))
            .results[0],
        ),
      ).toBe('state V6 locked-amend')
      expect(first(await move(store, chen, { p: pRoll, transition: 'adopt' }))).toBe('not-ready V4 lacks-resolution')
      expect((await file(store, chen, { p: pRoll, content: resolution('committee', 9) })).code).toBe(
        'entry-invalid review/entry-votes',
      )
      await file(store, chen, { p: pRoll, content: resolution('committee', 4) })
      expect(first(await move(store, chen, { p: pRoll, transition: 'adopt' }))).toBe('not-ready V4 lacks-resolution')
      await file(store, chen, { p: pRoll, content: resolution('committee') })
      expect(first(await move(store, chen, { p: pRoll, transition: 'adopt' }))).toBe('not-ready V3 over-own-limit')
      await file(store, chen, { p: pRoll, content: resolution('congress') })
      const adopted = await move(store, chen, { p: pRoll, transition: 'adopt' })
      expect(adopted.results.map(told)).toEqual(Array(12).fill('applied'))
      const again = await look(store, pRoll, chen)
      expect(new Set(again.rows.map(({ state }) => state))).toEqual(new Set(['adopted']))
      // 上级批准: the unit's own chair may not, the superior's may
      expect(first(await move(store, chen, { p: pRoll, transition: 'approve' }))).toBe('forbidden V9 superior-only')
      expect((await store.desk(chen)).items.filter(({ type }) => type === 'review')).toEqual([])
      expect((await store.desk(sun)).items.filter(({ type }) => type === 'review')).toMatchObject([
        { p: pRoll, transitions: ['approve'] },
      ])
      expect(first(await move(store, sun, { p: pRoll, transition: 'approve' }))).toBe('applied')
      expect(first(await move(store, sun, { p: pRoll, transition: 'return' }))).toBe('not-ready V4 lacks-reason')
      expect(first(await move(store, sun, { p: pRoll, transition: 'return', reason: '口径有误' }))).toBe('applied')
      expect((await store.review(pRoll, null, sun))?.decisions.at(-1)).toMatchObject({
        transition: 'return',
        reason: '口径有误',
        rows: 12,
      })
      expect(await store.verifyChain({ tables: true })).toMatchObject({ intact: true })
    })

    it('a sheet whose sums are in error does not go on, but may be sent back; repeating a move is answered from the record', async () => {
      const { store, ann, chen } = await openReviewWorld(open)
      await push(store, ann, [create(row('1', { side: '收入' }), { p: pRoll })], { schema })
      const { seen } = await look(store, pRoll, ann)
      const request = { pushId: newPushId(), p: pRoll, transition: 'submit', rows: null, seen, reason: '', consulted: null, dryRun: false } // prettier-ignore
      const rehearsal = await store.move({ ...request, dryRun: true }, ann, context)
      expect(rehearsal).toMatchObject({ ok: true, value: { point: null, counts: { updated: 1 } } })
      const once = await store.move(request, ann, context)
      const twice = await store.move(request, ann, context)
      expect([once, twice]).toMatchObject([
        { ok: true, value: { replay: false } },
        { ok: true, value: { replay: true } },
      ])
      await move(store, chen, { p: pRoll, transition: 'return', reason: '改' })
      await push(store, ann, [create(row('2', { amount: 900 }), { p: pRoll })], { schema })
      const { results } = await move(store, ann, { p: pRoll, transition: 'submit' })
      expect(results.find(({ s }) => s === 'rejected')).toMatchObject({
        s: 'rejected',
        code: 'invalid',
        findings: [{ code: 'roll/deficit' }],
      })
      expect((await look(store, pRoll, ann)).rows.map(({ state }) => state)).toEqual(['draft', 'draft'])
    })

    it('请示 and 催办: a request waits on the desk of whoever may, its answer on the asker’s; events keep who, how and the reply', async () => {
      const { store, ann, ben, dora, chen, dep } = await openReviewWorld(open)
      const op = create(row('1', { owner: '组宣部' }), { p: pCase })
      await push(store, ann, [op], { schema })
      await move(store, dora, { p: pCase, transition: 'hear' })
      const ask = { type: 'request', kind: 'ask', record: op.id, transition: 'agree', to: { roles: ['chair'], level: 'own' }, text: '请您审批' } as const // prettier-ignore
      const { subject } = await enter(store, dora, { p: pCase, entry: ask })
      expect((await store.desk(chen)).items).toMatchObject([{ type: 'request', subject, text: '请您审批' }, { type: 'review', transitions: ['agree'] }]) // prettier-ignore
      const answer = { type: 'answer', agreed: true, text: '同意，请公示' } as const
      expect((await enter(store, ben, { p: pCase, entry: answer, subject })).code).toBe('denied review/not-in-role')
      expect((await enter(store, chen, { p: pCase, entry: answer, subject })).code).toBe('ok')
      expect((await store.desk(dora)).items).toMatchObject([{ type: 'answer', text: '同意，请公示', by: 'chen同志' }])
      const urge = (how: string) => ({ type: 'event', record: op.id, event: 'urge', fields: { how } }) as const
      expect((await enter(store, dora, { p: pCase, entry: urge('喊话') })).code).toBe(
        'entry-invalid review/entry-event',
      )
      expect((await enter(store, ann, { p: pCase, entry: urge('电话') })).code).toBe('denied review/not-in-role')
      const urged = await enter(store, dora, { p: pCase, entry: urge('电话') })
      expect(
        (
          await enter(store, ann, {
            p: pCase,
            entry: { type: 'event-reply', text: '今天办完' },
            subject: urged.subject,
          })
        ).code,
      ).toBe('ok')
      expect((await store.review(pCase, op.id, dep))?.events).toMatchObject([{ event: 'urge', fields: { how: '电话' }, by: 'dora同志', reply: { text: '今天办完', by: 'ann同志' } }]) // prettier-ignore
      const strange = { ...ask, record: newRecordId() }
      expect((await enter(store, dora, { p: pCase, entry: strange })).code).toBe('not-found')
      expect((await enter(store, ann, { p: 'u9/case/2026', entry: { ...ask, record: null } })).code).toBe('not-found')
      const sent = await enter(store, dora, { p: pCase, entry: { ...ask, text: '第二次' }, subject })
      expect(sent.code).toBe('push-id-reused')
    })

    it('the log cannot be changed, and a forged entry breaks the chain', async () => {
      const { store, ann } = await openReviewWorld(open)
      await push(store, ann, [create(row('1'), { p: pCase })], { schema })
      await enter(store, ann, { p: pCase, entry: { type: 'request', kind: 'report', record: null, transition: null, to: { roles: ['chair'], level: 'own' }, text: '报告' } }) // prettier-ignore
      expect(await store.verifyChain({})).toMatchObject({ intact: true, links: 2 })
      await expect(
        store.db
          .updateTable('proceeding')
          .set({ body: '{}' } as never)
          .execute(),
      ).rejects.toThrow('append-only')
      await expect(store.db.deleteFrom('proceeding').execute()).rejects.toThrow('append-only')
      const forged = { type: 'answer', subject: 'x', p: pCase, record_id: null, body: '{}', seq: 2 * 2 ** 24 + 1 }
      await store.db.insertInto('proceeding').values(forged).execute()
      expect(await store.verifyChain({})).toMatchObject({ intact: false, problem: 'link', brokenAt: 2 })
    })
  })
}
