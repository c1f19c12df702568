// 授权 (domain.md §5.4, 充分授权): explicit, dated, revocable at once; never more than one holds, never onward, never 经审.
import { grantsOf } from '#server/auth/grants.ts'
import type { Principal } from '#server/auth/principal.ts'
import type { RecordStore } from '#server/store/recordStore.ts'
import type { DelegationRequest } from '#shared/contract/rightsResources.ts'
import { addPerson, create, newRecordId, push, row, rvAt, update } from '#test/conformance/storeWorld.ts'
import { describe, expect, it } from 'vitest'
import { enter, file, first, hours, move, notice, openReviewWorld, only, pCase, schema } from './reviewWorld.ts'
import type { OpenReviewStore } from './reviewWorld.ts'

const wish = (takerId: string, more: Partial<DelegationRequest> = {}): DelegationRequest => ({
  takerId,
  role: 'chair',
  unitId: 'u1',
  kinds: [],
  department: null,
  from: '2026-03-02',
  to: '2026-03-31',
  reason: '外出学习',
  ...more,
})

async function give(store: RecordStore, principal: Principal, asked: DelegationRequest) {
  const subject = newRecordId()
  const done = await store.delegate({ subject, principal, requestId: 'r1' }, asked)
  return { subject, code: done.ok ? 'ok' : done.error.code }
}

async function take(store: RecordStore, principal: Principal, subject: string): Promise<string> {
  const done = await store.revokeDelegation({ subject, principal, requestId: 'r1' })
  return done.ok ? 'ok' : done.error.code
}

export function describeDelegations(open: OpenReviewStore): void {
  describe('delegation', () => {
    it('acts for the giver while it stands, says so on the approval, and ends with the revocation', async () => {
      const { store, ann, ben, dora, chen, advance } = await openReviewWorld(open)
      const rows = [create(row('1'), { p: pCase }), create(row('2'), { p: pCase })]
      await push(store, ann, rows, { schema })
      await move(store, ben, { p: pCase, transition: 'hear' })
      await file(store, ann, { p: pCase, content: notice() })
      advance(8 * 24 * hours)
      const agree = async (at: number) => {
        const one = await only(store, dora, rows[at]?.id ?? newRecordId())
        return first(await move(store, dora, { p: pCase, transition: 'agree', rows: one }))
      }
      expect(await agree(0)).toBe('forbidden V2 not-in-role')
      const given = await give(store, chen, wish('dora', { kinds: ['case'] }))
      expect(given.code).toBe('ok')
      expect(await agree(0)).toBe('applied')
      const id = rows[0]?.id ?? newRecordId()
      expect((await store.review(pCase, id, chen))?.decisions.at(-1)).toMatchObject({ onBehalfOf: 'chen同志' })
      for (const who of [chen, dora])
        expect((await store.listDelegations(who)).delegations).toMatchObject([
          { id: given.subject, giver: { id: 'chen' }, taker: { id: 'dora' }, kinds: ['case'], state: 'standing' },
        ])
      expect((await store.listDelegations(ann)).delegations).toEqual([])
      expect(await take(store, ann, given.subject)).toBe('not-found')
      expect(await take(store, chen, given.subject)).toBe('ok')
      expect(await take(store, chen, given.subject)).toBe('ok')
      expect(await agree(1)).toBe('forbidden V2 not-in-role')
      expect((await store.listDelegations(dora)).delegations).toMatchObject([
        { state: 'revoked', revoked: { by: 'chen同志' } },
      ])
      expect(await store.verifyChain({ tables: true })).toMatchObject({ intact: true })
    })

    it('refuses what one does not hold, onward, 经审, oneself, strangers, incompatible duties, days gone by', async () => {
      const { store, chen, dora, axel, ben, sun } = await openReviewWorld(open)
      const code = async (who: Principal, asked: DelegationRequest) => (await give(store, who, asked)).code
      expect({
        otherRole: await code(chen, wish('dora', { role: 'director' })),
        unitBelow: await code(chen, wish('dora', { unitId: 'u2' })),
        unitAbove: await code(chen, wish('dora', { unitId: 'u0' })),
        department: await code(chen, wish('dora', { department: '组宣部' })),
        auditor: await code(axel, wish('dora', { role: 'auditor', unitId: 'u0' })),
        self: await code(chen, wish('chen')),
        nobody: await code(chen, wish('nobody')),
        incompatible: await code(chen, wish('ben')),
        toAuditor: await code(chen, wish('axel')),
        reversed: await code(chen, wish('dora', { from: '2026-03-09', to: '2026-03-08' })),
        ended: await code(chen, wish('dora', { from: '2026-02-01', to: '2026-03-01' })),
        silent: await code(chen, wish('dora', { reason: ' ' })),
      }).toEqual({
        otherRole: 'delegation.not-held',
        unitBelow: 'delegation.not-held',
        unitAbove: 'delegation.not-held',
        department: 'delegation.not-held',
        auditor: 'delegation.role',
        self: 'delegation.self',
        nobody: 'delegation.taker',
        incompatible: 'grants.incompatible',
        toAuditor: 'grants.incompatible',
        reversed: 'grants.period',
        ended: 'delegation.ended',
        silent: 'delegation.reason',
      })
      expect(await code(sun, wish('dora', { unitId: 'u0' }))).toBe('ok')
      // dora acts for sun, and gives that to nobody
      expect(await code(dora, wish('chen', { unitId: 'u0' }))).toBe('delegation.not-held')
      const offered = async (who: Principal) =>
        (await store.listDelegations(who)).takers.map(({ role, unitId, id }) => `${role} ${unitId} ${id}`)
      expect(await offered(chen)).toEqual(['chair u1 dep', 'chair u1 dora', 'chair u1 sun'])
      expect(await offered(axel)).toEqual([])
      expect(await offered(ben)).toEqual(['finance u1 ann', 'finance u1 dep'])
    })

    it('sod-own-draft: what the giver may not do in an emergency, nobody does in the giver’s stead', async () => {
      const { store, ann, ben, dora, dep, advance } = await openReviewWorld(open)
      const one = create(row('1', { owner: '组宣部' }), { p: pCase })
      const rv = rvAt(await push(store, ann, [one], { schema }), 0)
      const edited = await push(store, dora, [update(one.id, rv, [{ note: '备注' }, { note: '主任写的' }])], { schema })
      expect(edited.results[0]?.s).toBe('applied')
      await move(store, ben, { p: pCase, transition: 'hear' })
      await file(store, ann, { p: pCase, content: notice() })
      advance(8 * 24 * hours)
      const consulted = ['甲', '乙'].map((name) => ({ name, opinion: '同意' }))
      const agree = async (who: Principal) =>
        first(await move(store, who, { p: pCase, transition: 'agree', reason: '主席不在', consulted }))
      expect(await agree(dora)).toBe('sod-own-draft V2 sod-own-draft')
      expect((await give(store, dora, wish('dep', { role: 'director', unitId: 'u0' }))).code).toBe('ok')
      expect(await agree(dep)).toBe('sod-own-draft V2 sod-own-draft')
    })

    it('V9: nobody answers or ratifies in the stead of the very person who asked or did it', async () => {
      const { store, ann, dora, dep, chen } = await openReviewWorld(open)
      const second = await addPerson(store, { id: 'dora2', role: 'chair', unitId: 'u1' })
      for (const who of [dora, second])
        await store.setPersons(
          { subject: newRecordId(), principal: who, requestId: 'r1' },
          { userId: who.userId, persons: [{ number: 'E07', relation: 'self', name: '' }] },
        )
      const one = create(row('1', { owner: '组宣部' }), { p: pCase })
      await push(store, ann, [one], { schema })
      const request = { type: 'request', kind: 'ask', record: one.id, transition: 'hurry', to: { roles: ['chair'], level: 'own' }, text: '请示' } as const // prettier-ignore
      const { subject } = await enter(store, dora, { p: pCase, entry: request })
      const consulted = ['甲', '乙'].map((name) => ({ name, opinion: '同意' }))
      const hurry = { p: pCase, transition: 'hurry', reason: '领导不在', consulted }
      expect(first(await move(store, dora, hurry))).toBe('applied')
      const done = (await store.review(pCase, null, chen))?.emergencies[0]
      const answered = async () => (await enter(store, dep, { p: pCase, entry: { type: 'answer', agreed: true, text: '同意' }, subject })).code // prettier-ignore
      const ratified = async () => (await enter(store, dep, { p: pCase, entry: { type: 'emergency-ratified', text: '追认' }, subject: done?.id ?? '' })).code // prettier-ignore
      expect((await give(store, second, wish('dep'))).code).toBe('ok')
      expect([await answered(), await ratified()]).toEqual(Array(2).fill('denied review/not-in-role'))
      // the same right from somebody else is good
      expect((await give(store, chen, wish('dep'))).code).toBe('ok')
      expect([await answered(), await ratified()]).toEqual(['ok', 'ok'])
    })

    it('is never more than the giver holds at that moment: kinds, days, the right itself', async () => {
      const { store, chen, dora, advance } = await openReviewWorld(open)
      const { db } = store
      expect((await give(store, chen, wish('dora'))).code).toBe('ok')
      const held = async () => {
        const view = await store.review(pCase, null, { ...dora, grants: await grantsOf(db, 'dora') })
        const [one] = (await store.listDelegations(chen)).delegations
        return `${view ? 'sees' : 'blind'} ${one?.state ?? ''}`
      }
      // the director of u0 sees the sheet anyway: without that right only the delegation is left
      await db.deleteFrom('access_grant').where('id', '=', 'dora-grant').execute()
      expect(await held()).toBe('sees standing')
      const limit = (set: Record<string, string | null>) =>
        db.updateTable('access_grant').set(set).where('id', '=', 'chen-grant').execute()
      await limit({ kinds: '["roll"]' })
      expect(await held()).toBe('blind standing')
      await limit({ kinds: '[]', valid_to: '2026-03-01' })
      expect(await held()).toBe('blind lapsed')
      await limit({ valid_to: null })
      expect(await held()).toBe('sees standing')
      const disable = (disabled: number) =>
        db.updateTable('user_account').set({ disabled }).where('id', '=', 'chen').execute()
      await disable(1)
      expect(await held()).toBe('blind lapsed')
      await disable(0)
      advance(30 * 24 * hours)
      expect(await held()).toBe('blind ended')
    })
  })
}
