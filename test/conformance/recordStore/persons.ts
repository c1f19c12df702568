// 回避 (domain.md §5.3, V7) and one person with two accounts: what is entered is what the steps go by.
import type { Principal } from '#server/auth/principal.ts'
import type { RecordStore } from '#server/store/recordStore.ts'
import type { PersonEntry } from '#shared/contract/rightsResources.ts'
import { addPerson, create, newRecordId, push, row } from '#test/conformance/storeWorld.ts'
import { describe, expect, it } from 'vitest'
import { enter, file, first, hours, move, notice, only, openReviewWorld, pCase, schema } from './reviewWorld.ts'
import type { OpenReviewStore } from './reviewWorld.ts'

const own = (number: string): PersonEntry => ({ number, relation: 'self', name: '' })

async function set(store: RecordStore, by: Principal, userId: string, persons: readonly PersonEntry[]) {
  const done = await store.setPersons({ subject: newRecordId(), principal: by, requestId: 'r1' }, { userId, persons })
  return done.ok ? 'ok' : done.error.code
}

export function describePersons(open: OpenReviewStore): void {
  describe('persons', () => {
    it('sod-own-draft: two accounts with one own number are one person, however it is spelt, over several steps', async () => {
      const { store, ann, ben, cas, chen, dora, advance } = await openReviewWorld(open)
      const one = create(row('1'), { p: pCase })
      await push(store, ann, [one], { schema })
      await move(store, dora, { p: pCase, transition: 'hear' })
      await file(store, ann, { p: pCase, content: notice() })
      advance(8 * 24 * hours)
      const agree = async () =>
        first(await move(store, chen, { p: pCase, transition: 'agree', rows: await only(store, chen, one.id), dryRun: true })) // prettier-ignore
      expect(await agree()).toBe('applied')
      expect(await set(store, ann, 'ann', [own('hy-0007')])).toBe('ok')
      expect(await set(store, chen, 'chen', [own(' ＨＹ-0007 ')])).toBe('ok')
      expect(await agree()).toBe('sod-own-draft V2 sod-own-draft')
      const steps = (await store.review(pCase, one.id, chen))?.steps
      expect(steps?.find(({ transition }) => transition === 'agree')).toMatchObject({
        allowed: false,
        denials: [{ code: 'sod-own-draft' }],
      })
      // ann = ben = cas = chen, each pair by another number
      await set(store, chen, 'chen', [own('K3')])
      expect(await agree()).toBe('applied')
      await set(store, ann, 'ann', [own('K1')])
      await set(store, ben, 'ben', [own('K1'), own('K2')])
      await set(store, cas, 'cas', [own('K2'), own('K3')])
      expect(await agree()).toBe('sod-own-draft V2 sod-own-draft')
      await set(store, ben, 'ben', [own('K1')])
      expect(await agree()).toBe('applied')
      // a relative is somebody else
      await set(store, chen, 'chen', [{ number: 'K1', relation: 'spouse', name: '某某' }])
      expect(await agree()).toBe('applied')
      expect(await store.verifyChain({ tables: true })).toMatchObject({ intact: true })
    })

    it('V7: what concerns a relative is not decided from the other account either, nor on behalf of somebody', async () => {
      const { store, ann, ben, dora, chen, advance } = await openReviewWorld(open)
      const one = create(row('1', { person: 'e08' }), { p: pCase })
      await push(store, ann, [one], { schema })
      await move(store, ben, { p: pCase, transition: 'hear' })
      await file(store, ann, { p: pCase, content: notice() })
      advance(8 * 24 * hours)
      const agree = async (who: Principal) =>
        first(await move(store, who, { p: pCase, transition: 'agree', rows: await only(store, who, one.id), dryRun: true })) // prettier-ignore
      const second = await addPerson(store, { id: 'chen2', role: 'secretary', unitId: 'u1' })
      await set(store, second, 'chen2', [own('E07'), { number: 'E08', relation: 'child', name: '' }])
      expect(await agree(chen)).toBe('applied')
      await set(store, chen, 'chen', [own('E07')])
      expect(await agree(chen)).toBe('sod-beneficiary V7 sod-beneficiary')
      const wish = { takerId: 'dora', role: 'chair', unitId: 'u1', kinds: [], department: null, from: '2026-03-02', to: '2026-03-31', reason: '外出' } as const // prettier-ignore
      const call = { subject: newRecordId(), principal: chen, requestId: 'r1' }
      expect((await store.delegate(call, { ...wish, takerId: 'chen2' })).ok).toBe(false)
      expect((await store.delegate(call, wish)).ok).toBe(true)
      expect(await agree(dora)).toBe('sod-beneficiary V7 sod-beneficiary')
    })

    it('V9: nobody answers or ratifies what the same person asked for or did from another account', async () => {
      const { store, ann, dora, chen } = await openReviewWorld(open)
      const one = create(row('1'), { p: pCase })
      await push(store, ann, [one], { schema })
      const request = { type: 'request', kind: 'ask', record: one.id, transition: 'hurry', to: { roles: ['chair'], level: 'own' }, text: '请示' } as const // prettier-ignore
      const { subject } = await enter(store, dora, { p: pCase, entry: request })
      const consulted = ['甲', '乙'].map((name) => ({ name, opinion: '同意' }))
      const emergency = { p: pCase, transition: 'hurry', reason: '领导不在', consulted }
      expect(first(await move(store, dora, emergency))).toBe('applied')
      await set(store, dora, 'dora', [own('E07')])
      await set(store, chen, 'chen', [own('E07')])
      const answer = { type: 'answer', agreed: true, text: '同意' } as const
      expect((await enter(store, chen, { p: pCase, entry: answer, subject })).code).toBe('denied review/not-in-role')
      const done = (await store.review(pCase, null, chen))?.emergencies[0]
      const ratified = { type: 'emergency-ratified', text: '追认' } as const
      expect((await enter(store, chen, { p: pCase, entry: ratified, subject: done?.id ?? '' })).code).toBe(
        'denied review/not-in-role',
      )
      await set(store, chen, 'chen', [])
      expect((await enter(store, chen, { p: pCase, entry: ratified, subject: done?.id ?? '' })).code).toBe('ok')
    })

    it('is written and read by the person and by administrators of the unit only; an administrator’s word stays', async () => {
      const { store, ann, chen } = await openReviewWorld(open)
      const admin = await addPerson(store, { id: 'adm', role: 'admin', unitId: 'u1' })
      const stranger = await addPerson(store, { id: 'adm9', role: 'admin', unitId: 'u9' })
      expect(await set(store, chen, 'ann', [own('E01')])).toBe('not-found')
      expect(await set(store, stranger, 'ann', [own('E01')])).toBe('not-found')
      expect(await set(store, admin, 'ann', [own('E01')])).toBe('ok')
      expect(await set(store, ann, 'ann', [])).toBe('persons.kept')
      expect(await set(store, ann, 'ann', [{ number: 'E01', relation: 'other', name: '' }])).toBe('persons.kept')
      const spouse = { number: 'e02', relation: 'spouse', name: '某某' } as const
      expect(await set(store, ann, 'ann', [own('E01'), spouse])).toBe('ok')
      expect(await set(store, ann, 'ann', [own('E01'), own('e 01')])).toBe('persons.number')
      expect(await set(store, ann, 'ann', [own('E01'), own(' ')])).toBe('persons.number')
      await set(store, chen, 'chen', [own('E01')])
      expect(await store.persons('ann', ann)).toEqual({
        persons: [
          { ...own('E01'), kept: true },
          { ...spouse, number: 'E02', kept: false },
        ],
        sameAs: [],
      })
      expect((await store.persons('ann', admin))?.sameAs).toEqual(['chen同志'])
      // a number that is tried names nobody beyond the administrator’s units
      await addPerson(store, { id: 'pup9', role: 'finance', unitId: 'u9' })
      expect(await set(store, stranger, 'pup9', [own('E01')])).toBe('ok')
      expect((await store.persons('pup9', stranger))?.sameAs).toEqual([])
      expect((await store.persons('ann', admin))?.sameAs).toEqual(['chen同志'])
      for (const other of [chen, stranger]) expect(await store.persons('ann', other)).toBeUndefined()
      expect(await set(store, admin, 'ann', [])).toBe('ok')
      const notes = await store.db.selectFrom('proceeding').select('body').where('type', '=', 'persons').execute()
      expect(notes.length).toBeGreaterThan(2)
      for (const { body } of notes) expect(body).not.toMatch(/E0\d|某某/)
    })
  })
}
