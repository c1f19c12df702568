// What somebody tries who wants more than is theirs: around 追认, duties apart, 公示, hidden rows, whole sheets.
import type { Principal } from '#server/auth/principal.ts'
import { sha256 } from '#server/store/sha256.ts'
import type { PushId } from '#shared/sync/record.ts'
import { create, newPushId, push, row, update } from '#test/conformance/storeWorld.ts'
import { describe, expect, it } from 'vitest'
import {
  openReviewWorld,
  look,
  move,
  told,
  first,
  enter,
  file,
  notice,
  only,
  pCase,
  pRoll,
  schema,
  hours,
  type OpenReviewStore,
} from './reviewWorld.ts'

const consulted = [{ name: '李干事', opinion: '同意' }, { name: '王会计', opinion: '同意' }] // prettier-ignore
const urgent = { reason: '主席出差，等不及', consulted }

export function describeReviewAttacks(open: OpenReviewStore): void {
  describe('attacks on procedure', () => {
    it('72 小时追认: whoever took an emergency cannot take the id of the push that takes it back', async () => {
      const { store, ann, dora, advance } = await openReviewWorld(open)
      const op = create(row('1'), { p: pCase })
      await push(store, ann, [op], { schema })
      const pushId = newPushId()
      const rows = await only(store, dora, op.id)
      expect(first(await move(store, dora, { p: pCase, transition: 'hurry', pushId, rows, ...urgent }))).toBe('applied')
      // all that dora knows of it: its id, and how ids are made from texts
      for (const text of [`revert ${pushId}-${op.id}-e`, `own push revert ${pushId}-${op.id}-e`])
        await push(store, dora, [create(row('x'), { p: pCase })], {
          schema,
          pushId: sha256(text).slice(0, 32) as PushId,
        })
      advance(73 * hours)
      await store.revertEmergencies()
      expect((await look(store, pCase, dora)).rows[0]?.state).toBe('draft')
    })

    it('72 小时追认: nothing that was built on an emergency keeps it from being taken back', async () => {
      const { store, ann, dora, advance } = await openReviewWorld(open)
      const [grants, spending] = ['u1/grant/2026', 'u1/spending/2026']
      const linked = { schema: { grant: 1, spending: 1 } }
      const rowsOf = async (who: Principal) => (await look(store, grants, who)).rows
      await push(store, ann, [create({ account: 'A', amount: 10 }, { p: grants })], linked)
      expect(first(await move(store, ann, { p: grants, transition: 'approve' }))).toBe('applied')
      await push(store, ann, [create({ account: 'A', amount: 100 }, { p: grants })], linked)
      const rows = (await rowsOf(dora)).filter(({ state }) => state === 'draft').map(({ id, rv, seen }) => ({ id, rv, seen })) // prettier-ignore
      expect(first(await move(store, dora, { p: grants, transition: 'approve', rows, ...urgent }))).toBe('applied')
      const spent = create({ account: 'A', amount: 80 }, { p: spending })
      expect((await push(store, ann, [spent], linked)).results.map(told)).toEqual(['applied'])
      advance(73 * hours)
      await store.revertEmergencies()
      expect((await rowsOf(ann)).map(({ state }) => state).toSorted()).toEqual(['approved', 'draft'])
      const broken = await store.linked(spending, ann)
      expect(broken?.map(({ finding }) => finding?.code)).toEqual(['spending/over-grant'])
      expect(await store.verifyChain({ tables: true })).toMatchObject({ intact: true })
    })

    it('I10: whoever drafted it does not ratify the emergency either', async () => {
      const { store, ann, dora, chen, advance } = await openReviewWorld(open)
      const op = create(row('1'), { p: pCase })
      await push(store, ann, [op], { schema })
      await move(store, chen, { p: pCase, transition: 'hear' })
      await move(store, dora, { p: pCase, transition: 'hear' })
      await file(store, ann, { p: pCase, content: notice() })
      advance(8 * 24 * hours)
      // not dora: she submitted it
      const grant = { unit_id: 'u1', kinds: '[]', department: null, valid_from: null, valid_to: null }
      await store.db.insertInto('access_grant').values([{ ...grant, id: 'g-ann', user_id: 'ann', role: 'chair' }, { ...grant, id: 'g-ben', user_id: 'ben', role: 'director' }]).execute() // prettier-ignore
      const ben = { userId: 'ben', name: 'ben', sessionId: null, grants: [] }
      const rows = await only(store, dora, op.id)
      expect(first(await move(store, dora, { p: pCase, transition: 'agree', rows, ...urgent }))).toBe(
        'sod-own-draft V2 sod-own-draft',
      )
      const taken = await store.move(
        { pushId: newPushId(), p: pCase, transition: 'agree', rows, seen: '', dryRun: false, ...urgent },
        ben,
        { bodyHash: null, requestId: 'r1', source: 'push', fileName: null },
      )
      expect(taken.ok && taken.value.results.map(told)).toEqual(['applied'])
      const subject = (await store.review(pCase, null, chen))?.emergencies[0]?.id ?? ''
      const entry = { type: 'emergency-ratified', text: '同意' } as const
      expect((await enter(store, ann, { p: pCase, entry, subject })).code).toBe('denied review/sod-own-draft')
      expect((await enter(store, chen, { p: pCase, entry, subject })).code).toBe('ok')
    })

    it('I10: what somebody wrote and still stands is not washed off by sending the row back', async () => {
      const { store, ann, ben, dora, advance } = await openReviewWorld(open)
      const op = create(row('1'), { p: pCase })
      await push(store, ann, [op], { schema })
      const write = async (who: Principal, note: string) => {
        const [seen] = (await look(store, pCase, who)).rows
        const edit = update(op.id, seen!.rv, [{ note: seen!.values['note'] ?? null }, { note }])
        expect((await push(store, who, [edit], { schema })).results[0]?.s).toBe('applied')
      }
      const agree = async () =>
        first(await move(store, dora, { p: pCase, transition: 'agree', dryRun: true, ...urgent }))
      const back = async () => {
        expect(first(await move(store, dora, { p: pCase, transition: 'return', reason: '重填' }))).toBe('applied')
      }
      await write(dora, '主任写的')
      await move(store, ben, { p: pCase, transition: 'hear' })
      await file(store, ann, { p: pCase, content: notice() })
      advance(8 * 24 * hours)
      expect(await agree()).toBe('sod-own-draft V2 sod-own-draft')
      await back()
      await move(store, ben, { p: pCase, transition: 'hear' })
      expect(await agree()).toBe('sod-own-draft V2 sod-own-draft')
      // what another has written over it is no longer dora's
      await back()
      await write(ann, '会计改写的')
      await move(store, ben, { p: pCase, transition: 'hear' })
      expect(await agree()).toBe('applied')
    })

    it('G-03: an objection is answered, not got rid of by taking down the notice it was made against', async () => {
      const { store, ann, dora, chen, advance } = await openReviewWorld(open)
      await push(store, ann, [create(row('1'), { p: pCase })], { schema })
      await move(store, dora, { p: pCase, transition: 'hear' })
      const filed = await file(store, ann, { p: pCase, content: notice() })
      expect((await file(store, ann, { p: pCase, content: notice() })).code).toBe('ok')
      const objection = { type: 'objection', notice: filed.subject, ids: [], from: '会员', text: '金额不对' } as const
      const { subject } = await enter(store, dora, { p: pCase, entry: objection })
      const entry = { type: 'evidence-withdrawn', reason: '登错' } as const
      expect((await enter(store, ann, { p: pCase, entry, subject: filed.subject })).code).toBe('ok')
      advance(8 * 24 * hours)
      expect(first(await move(store, chen, { p: pCase, transition: 'agree' }))).toBe(
        'not-ready V4 lacks-objections-closed',
      )
      const closed = { type: 'objection-closed', upheld: false, answer: '已核对，金额无误' } as const
      expect((await enter(store, ann, { p: pCase, entry: closed, subject })).code).toBe('ok')
      expect(first(await move(store, chen, { p: pCase, transition: 'agree' }))).toBe('applied')
    })

    it('B19, V8: a department sees of the log, the evidence and the desk only what is about its own rows', async () => {
      const { store, ann, dora, dep } = await openReviewWorld(open)
      const mine = create(row('1', { owner: '组宣部' }), { p: pCase })
      const other = create(row('2', { owner: '财务部' }), { p: pCase })
      await push(store, ann, [mine, other], { schema })
      await move(store, dora, { p: pCase, transition: 'hear' })
      const ask = { type: 'request', kind: 'ask', transition: null, to: { roles: ['department'], level: 'own' } } as const // prettier-ignore
      const asked = await enter(store, ann, { p: pCase, entry: { ...ask, record: other.id, text: '别部门的家庭情况' } })
      await enter(store, ann, { p: pCase, entry: { ...ask, record: mine.id, text: '本部门' } })
      for (const { id } of [mine, other]) {
        await file(store, ann, { p: pCase, content: notice(), ids: [id] })
        await enter(store, dora, { p: pCase, entry: { type: 'event', record: id, event: 'urge', fields: { how: '电话' } } }) // prettier-ignore
      }
      await file(store, ann, { p: pCase, content: notice() })
      const whole = await store.review(pCase, null, dora)
      expect([whole?.events.length, whole?.requests.length, whole?.evidence.length]).toEqual([2, 2, 3])
      for (const record of [null, mine.id]) {
        const seen = await store.review(pCase, record, dep)
        expect([seen?.events.length, seen?.requests.length, seen?.evidence.length]).toEqual([1, 1, 2])
        expect(JSON.stringify(seen)).not.toContain(other.id)
        expect(JSON.stringify(seen)).not.toContain('别部门')
      }
      expect((await store.desk(dep)).items.filter(({ type }) => type === 'request')).toMatchObject([{ text: '本部门' }])
      const entry = { type: 'answer', agreed: true, text: '知道了' } as const
      expect((await enter(store, dep, { p: pCase, entry, subject: asked.subject })).code).toBe('not-found')
    })

    it('I10: undoing a deletion adds no row to a sheet that has gone on; a hidden sheet answers as none', async () => {
      const { store, ann, chen, dora } = await openReviewWorld(open)
      const [kept, gone] = [create(row('1'), { p: pRoll }), create(row('2'), { p: pRoll })]
      await push(store, ann, [kept, gone], { schema })
      const { rv } = (await look(store, pRoll, ann)).rows.find(({ id }) => id === gone.id)!
      const { pushId } = await push(store, ann, [{ op: 'delete', id: gone.id, rv }], { schema })
      await move(store, ann, { p: pRoll, transition: 'submit' })
      const undone = await store.undo(pushId, { dryRun: false, force: [] }, ann)
      expect(undone.ok && undone.value).toMatchObject({ restored: [], refused: [{ id: gone.id, reason: 'state' }] })
      expect((await look(store, pRoll, chen)).rows).toHaveLength(1)
      const strange = { pushId: newPushId(), transition: 'submit', rows: null, seen: '0'.repeat(64), reason: '', consulted: null, dryRun: false } as const // prettier-ignore
      const context = { bodyHash: null, requestId: 'r1', source: 'push', fileName: null } as const
      for (const p of [pRoll, 'u9/roll/2026'])
        expect(await store.move({ ...strange, p }, dora, context)).toMatchObject({
          ok: false,
          error: { code: 'not-found' },
        })
    })
  })
}
