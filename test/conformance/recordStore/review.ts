// Procedure: evidence bound to content, duties apart, recusal and delegation.
import type { RecordId } from '#shared/kernel/value.ts'
import { create, newRecordId, push, row, update } from '#test/conformance/storeWorld.ts'
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
  resolution,
  only,
  pCase,
  schema,
  hours,
  type OpenReviewStore,
} from './reviewWorld.ts'

export function describeReview(open: OpenReviewStore): void {
  describe('procedure', () => {
    it('G-03, V4: a step waits for a notice of five working days that has run out, and for its objections', async () => {
      const { store, ann, dora, chen, advance, axel } = await openReviewWorld(open)
      await push(store, ann, [create(row('1'), { p: pCase }), create(row('2'), { p: pCase })], { schema })
      expect(first(await move(store, dora, { p: pCase, transition: 'hear' }))).toBe('applied')
      expect(first(await move(store, chen, { p: pCase, transition: 'agree' }))).toBe('not-ready V4 lacks-notice')
      expect((await file(store, axel, { p: pCase, content: notice() })).code).toBe('denied review/not-in-role')
      expect((await file(store, ann, { p: pCase, content: notice('2026-03-01') })).code).toBe(
        'entry-invalid review/entry-notice-days',
      )
      expect((await file(store, ann, { p: pCase, content: resolution('committee') })).code).toBe(
        'entry-invalid review/entry-not-asked',
      )
      const filed = await file(store, ann, { p: pCase, content: notice() })
      expect(filed.code).toBe('ok')
      const objection = {
        type: 'objection',
        notice: filed.subject,
        ids: [],
        from: '一位会员',
        text: '金额不对',
      } as const
      const { subject } = await enter(store, ann, { p: pCase, entry: objection })
      expect(first(await move(store, chen, { p: pCase, transition: 'agree' }))).toBe('not-ready V4 lacks-notice')
      advance(8 * 24 * hours)
      expect(first(await move(store, chen, { p: pCase, transition: 'agree' }))).toBe(
        'not-ready V4 lacks-objections-closed',
      )
      const closed = { type: 'objection-closed', upheld: false, answer: '已核对，金额无误' } as const
      expect((await enter(store, dora, { p: pCase, entry: closed, subject })).code).toBe('denied review/not-in-role')
      expect((await enter(store, ann, { p: pCase, entry: closed, subject })).code).toBe('ok')
      expect((await enter(store, ann, { p: pCase, entry: closed, subject })).code).toBe('ok')
      const agreed = await move(store, chen, { p: pCase, transition: 'agree' })
      expect(agreed.results.map(told)).toEqual(['applied', 'applied'])
      const info = await store.review(pCase, null, chen)
      expect(info?.decisions).toMatchObject([{ restsOn: [filed.subject] }, { restsOn: [filed.subject] }])
      const withdrawal = { type: 'evidence-withdrawn', reason: '登错' } as const
      expect((await enter(store, ann, { p: pCase, entry: withdrawal, subject: filed.subject })).code).toBe(
        'entry-invalid review/entry-rests',
      )
      expect(await store.verifyChain({ tables: true })).toMatchObject({ intact: true })
    })

    it('P-8: a later change of covered content voids the evidence for that row only, other columns do not', async () => {
      const { store, ann, dora, chen, advance } = await openReviewWorld(open)
      const made = [create(row('1'), { p: pCase }), create(row('2'), { p: pCase }), create(row('3'), { p: pCase })]
      await push(store, ann, made, { schema })
      await move(store, dora, { p: pCase, transition: 'hear' })
      const { subject } = await file(store, ann, { p: pCase, content: notice() })
      const rows = (await look(store, pCase, dora)).rows
      await push(store, dora, [
        update(rows[0]!.id, rows[0]!.rv, [{ amount: 100 }, { amount: 300 }]),
        update(rows[1]!.id, rows[1]!.rv, [{ note: '备注' }, { note: '新备注' }]),
      ], { schema }) // prettier-ignore
      advance(8 * 24 * hours)
      const { results } = await move(store, chen, { p: pCase, transition: 'agree' })
      expect(results.map(told)).toEqual(['not-ready V4 void-evidence', 'applied', 'applied'])
      const standing = (await store.review(pCase, null, chen))?.evidence.find(({ id }) => id === subject)?.standing
      expect(standing).toMatchObject({ changed: [rows[0]!.id], added: [], withdrawn: false })
      expect(standing?.holds).toHaveLength(2)
      const steps = (await store.review(pCase, rows[0]!.id, chen))?.steps
      expect(steps?.find(({ transition }) => transition === 'agree')).toMatchObject({
        allowed: false,
        denials: [{ code: 'void-evidence', vires: 'V4', whose: ['finance'] }],
      })
    })

    it('I10, C19: whoever drafted, submitted, paid or gains does not decide; the same by delegation', async () => {
      const { store, ann, ben, dora, chen, cas, advance } = await openReviewWorld(open)
      const own = create(row('1', { person: 'E07' }), { p: pCase })
      const other = create(row('2'), { p: pCase })
      const third = create(row('3'), { p: pCase })
      await push(store, ann, [own, other, third], { schema })
      const without = async (id: RecordId) =>
        (await look(store, pCase, chen)).rows.flatMap(({ id: same, rv, seen }) =>
          same === id ? [] : [{ id: same, rv, seen }],
        )
      await move(store, dora, { p: pCase, transition: 'hear' })
      await file(store, ann, { p: pCase, content: notice() })
      advance(8 * 24 * hours)
      const persons = [
        { number: 'E07', relation: 'self', name: '' },
        { number: 'E08', relation: 'spouse', name: '某某' },
      ] as const
      const entered = { subject: newRecordId(), principal: chen, requestId: 'r1' }
      expect((await store.setPersons(entered, { userId: 'chen', persons })).ok).toBe(true)
      const { results } = await move(store, chen, { p: pCase, transition: 'agree', rows: await without(third.id) })
      expect(results.map(told)).toEqual(['sod-beneficiary V7 sod-beneficiary', 'applied'])
      // dora submitted (draft → heard): given the chair's right, she still may not agree
      const delegated = { role: 'chair', unit_id: 'u1', kinds: '[]', department: null, valid_from: null, valid_to: '2026-03-31', delegated_by: 'chen', delegation: 'd1' } as const // prettier-ignore
      await store.db.insertInto('access_grant').values([{ id: 'g-dora', user_id: 'dora', ...delegated }, { id: 'g-ben', user_id: 'ben', ...delegated }]).execute() // prettier-ignore
      expect(
        first(await move(store, dora, { p: pCase, transition: 'agree', rows: await only(store, dora, third.id) })),
      ).toBe('sod-own-draft V2 sod-own-draft')
      // V7: what concerns chen is not decided on chen's behalf either
      expect(
        first(await move(store, ben, { p: pCase, transition: 'agree', rows: await only(store, ben, own.id) })),
      ).toBe('sod-beneficiary V7 sod-beneficiary')
      expect((await store.review(pCase, own.id, ben))?.steps.find(({ transition }) => transition === 'agree')).toMatchObject({ allowed: false }) // prettier-ignore
      // nor by anybody on behalf of one who has been disabled
      const disable = (disabled: number) =>
        store.db.updateTable('user_account').set({ disabled }).where('id', '=', 'chen').execute()
      const agree = async () =>
        first(await move(store, ben, { p: pCase, transition: 'agree', rows: await only(store, ben, third.id) }))
      await disable(1)
      expect(await agree()).toBe('forbidden V2 not-in-role')
      await disable(0)
      expect(await agree()).toBe('applied')
      const decisions = (await store.review(pCase, third.id, ben))?.decisions
      expect(decisions?.at(-1)).toMatchObject({ onBehalfOf: 'chen同志', by: 'ben同志' })
      // chen agreed to the second; ben acted for chen on the third: neither pays what they agreed to
      expect(
        (await move(store, chen, { p: pCase, transition: 'pay', rows: await without(own.id) })).results
          .map(told)
          .toSorted(),
      ).toEqual(['applied', 'sod-pay V2 sod-pay'])
      expect(
        (await move(store, ben, { p: pCase, transition: 'pay', rows: await only(store, ben, other.id) })).results.map(
          told,
        ),
      ).toEqual(['sod-pay V2 sod-pay'])
      expect(
        (await move(store, cas, { p: pCase, transition: 'pay', rows: await only(store, cas, other.id) })).results.map(
          told,
        ),
      ).toEqual(['applied'])
      expect(await store.verifyChain({ tables: true })).toMatchObject({ intact: true })
    })
  })
}
