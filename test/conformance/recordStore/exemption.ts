// 豁免 (domain.md §5.1): declared by a chair for others, dated, revocable at once, never for 经审; said before a step and in it.
import { grantsOf } from '#server/auth/grants.ts'
import type { Principal } from '#server/auth/principal.ts'
import type { RecordStore } from '#server/store/recordStore.ts'
import type { ExemptionRequest } from '#shared/contract/rightsResources.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import { addPerson, create, newRecordId, push, row } from '#test/conformance/storeWorld.ts'
import { describe, expect, it } from 'vitest'
import {
  file,
  first,
  hours,
  move,
  notice,
  only,
  openReviewWorld,
  pCase,
  pRoll,
  resolution,
  schema,
} from './reviewWorld.ts'
import type { OpenReviewStore } from './reviewWorld.ts'

const wish = (more: Partial<ExemptionRequest> = {}): ExemptionRequest => ({
  unitId: 'u1',
  personIds: ['ann'],
  excuses: ['own-draft'],
  from: '2026-03-02',
  to: '2026-06-30',
  reason: '本单位只有三人',
  ...more,
})

async function declare(store: RecordStore, principal: Principal, asked: ExemptionRequest) {
  const subject = newRecordId()
  const done = await store.exempt({ subject, principal, requestId: 'r1' }, asked)
  return { subject, code: done.ok ? 'ok' : done.error.code }
}

async function revoke(store: RecordStore, principal: Principal, subject: string): Promise<string> {
  const done = await store.revokeExemption({ subject, principal, requestId: 'r1' })
  return done.ok ? 'ok' : done.error.code
}

/** A further right, as an administrator gives it. */
async function grant(
  store: RecordStore,
  userId: string,
  more: { readonly role: string; readonly from?: string; readonly to?: string },
): Promise<Principal> {
  const { role, from: valid_from = null, to: valid_to = null } = more
  await store.db
    .insertInto('access_grant')
    .values({ id: newRecordId(), user_id: userId, role, unit_id: 'u1', kinds: '[]', department: null, valid_from, valid_to })
    .execute() // prettier-ignore
  return { userId, name: `${userId}同志`, sessionId: null, grants: await grantsOf(store.db, userId) }
}

/** Ann drafts a case, somebody else takes it on, its notice runs out: now a chair may agree. */
async function openDrafted(open: OpenReviewStore, before: (store: RecordStore, chen: Principal) => Promise<void>) {
  const world = await openReviewWorld(open)
  const { store, ann, dora, chen, advance } = world
  await before(store, chen)
  const one = create(row('1'), { p: pCase })
  await push(store, ann, [one], { schema })
  await move(store, dora, { p: pCase, transition: 'hear' })
  await file(store, ann, { p: pCase, content: notice() })
  advance(8 * 24 * hours)
  const agree = async (who: Principal, dryRun = true) =>
    first(await move(store, who, { p: pCase, transition: 'agree', rows: await only(store, who, one.id), dryRun }))
  return { ...world, id: one.id, agree }
}

async function stepOf(store: RecordStore, who: Principal, id: RecordId | null, name: string) {
  const info = await store.review(id === null ? pRoll : pCase, id, who)
  return info?.steps.find(({ transition }) => transition === name)
}

export function describeExemptions(open: OpenReviewStore): void {
  describe('exemption', () => {
    it('sod-own-draft: is said before the step, stands in its decision, and ends with the revocation, rights included', async () => {
      let subject = ''
      const { store, chen, id, agree, axel } = await openDrafted(open, async (at, by) => {
        const excuses = ['own-draft', 'finance+chair']
        subject = (await declare(at, by, wish({ excuses }))).subject
      })
      const ann = await grant(store, 'ann', { role: 'chair', from: '2026-03-02', to: '2026-06-30' })
      const excused = [
        { exemption: subject, duty: 'finance+chair' },
        { exemption: subject, duty: 'own-draft' },
      ]
      const why = { by: 'chen同志', until: '2026-06-30', reason: '本单位只有三人' }
      expect(await stepOf(store, ann, id, 'agree')).toMatchObject({
        allowed: true,
        denials: [],
        excused: excused.map((one) => ({ ...one, ...why })),
      })
      // whoever keeps the duties apart is told nothing of it
      expect(await stepOf(store, chen, id, 'agree')).toMatchObject({ allowed: true, excused: [] })
      expect(await agree(ann)).toBe('applied')
      expect(await revoke(store, axel, subject)).toBe('not-found')
      expect(await agree(ann, false)).toBe('applied')
      expect((await store.review(pCase, id, axel))?.decisions.at(-1)).toMatchObject({ transition: 'agree', excused })

      expect((await store.listExemptions(axel)).exemptions).toMatchObject([
        { id: subject, persons: [{ id: 'ann', name: 'ann同志' }], state: 'standing', mayRevoke: false },
      ])
      expect(await revoke(store, chen, subject)).toBe('ok')
      expect(await revoke(store, chen, subject)).toBe('ok')
      expect((await grantsOf(store.db, 'ann')).map(({ role }) => role)).toEqual(['finance'])
      expect((await store.listExemptions(chen)).exemptions).toMatchObject([
        { state: 'revoked', revoked: { by: 'chen同志' }, mayRevoke: false },
      ])
      const log = await store.db
        .selectFrom('proceeding')
        .select(['type', 'body'])
        .where('subject', '=', subject)
        .execute()
      expect(log.map(({ type }) => type)).toEqual(['exemption', 'exemption-revoked'])
      expect(JSON.parse(log[1]?.body ?? '')).toEqual({ ended: [{ userId: 'ann', role: 'chair' }] })
      expect(await store.verifyChain({ tables: true })).toMatchObject({ intact: true })
    })

    it('counts for the unit, the person, the duty and the days that it names, and only until it is revoked', async () => {
      const { store, chen, sun, agree } = await openDrafted(open, async () => undefined)
      const ann = await grant(store, 'ann', { role: 'chair' })
      const refusal = 'sod-own-draft V2 sod-own-draft'
      expect(await agree(ann)).toBe(refusal)
      const told: Record<string, string> = {}
      for (const [name, more] of Object.entries<Partial<ExemptionRequest>>({
        standing: {},
        coming: { from: '2026-05-01' },
        unitAbove: { unitId: 'u0' },
        unitBelow: { unitId: 'u2' },
        otherPerson: { personIds: ['ben'] },
        otherDuty: { excuses: ['two-levels', 'pay', 'editor', 'finance+chair'] },
      })) {
        const { code, subject } = await declare(store, sun, wish({ from: '2026-03-10', ...more }))
        expect(code).toBe('ok')
        told[name] = await agree(ann)
        expect(await revoke(store, name === 'standing' ? chen : sun, subject)).toBe('ok')
        expect(await agree(ann)).toBe(refusal)
      }
      expect(told).toEqual({
        standing: 'applied',
        coming: refusal,
        unitAbove: refusal,
        unitBelow: refusal,
        otherPerson: refusal,
        otherDuty: refusal,
      })
    })

    it('no longer counts on the day after its last', async () => {
      const { store, chen, agree, advance } = await openDrafted(open, async () => undefined)
      const ann = await grant(store, 'ann', { role: 'chair' })
      await declare(store, chen, wish({ from: '2026-03-10', to: '2026-03-11' }))
      expect(await agree(ann)).toBe('applied')
      advance(24 * hours)
      expect(await agree(ann)).toBe('applied')
      advance(24 * hours)
      expect(await agree(ann)).toBe('sod-own-draft V2 sod-own-draft')
      expect((await store.listExemptions(ann)).exemptions).toMatchObject([{ state: 'ended' }])
    })

    it('is the person’s: not of one who acts for the person, nor of one for whom the person acts', async () => {
      const { store, chen, dora, agree } = await openDrafted(open, async () => undefined)
      await declare(store, chen, wish({ from: '2026-03-10', personIds: ['dora'] }))
      const asked = { takerId: 'dora', role: 'chair', unitId: 'u1', kinds: [], department: null, from: '2026-03-10', to: '2026-03-31', reason: '外出' } as const // prettier-ignore
      expect((await store.delegate({ subject: newRecordId(), principal: chen, requestId: 'r1' }, asked)).ok).toBe(true)
      // dora took the case on: exempted herself, but not chen, for whom she would agree
      const acting = { ...dora, grants: await grantsOf(store.db, 'dora') }
      expect(await agree(acting)).toBe('sod-own-draft V2 sod-own-draft')
    })

    it('V3: never one’s own draft where the sum is so large that the kind asks for a resolution', async () => {
      const { store, chen } = await openReviewWorld(open)
      const ann = await grant(store, 'ann', { role: 'chair' })
      await declare(store, chen, wish())
      const small = create(row('1', { amount: 999 }), { p: pRoll })
      await push(store, ann, [small], { schema })
      await move(store, ann, { p: pRoll, transition: 'submit' })
      await file(store, ann, { p: pRoll, content: resolution('committee') })
      expect(await stepOf(store, ann, null, 'adopt')).toMatchObject({ allowed: true, excused: [{ duty: 'own-draft' }] })
      await move(store, ann, { p: pRoll, transition: 'return', reason: '改' })
      await push(store, ann, [create(row('2', { amount: 1 }), { p: pRoll })], { schema })
      await move(store, ann, { p: pRoll, transition: 'submit' })
      await file(store, ann, { p: pRoll, content: resolution('committee') })
      await file(store, ann, { p: pRoll, content: resolution('congress') })
      expect(await stepOf(store, ann, null, 'adopt')).toMatchObject({
        allowed: false,
        denials: [{ code: 'sod-own-draft' }],
        excused: [],
      })
      expect(first(await move(store, ann, { p: pRoll, transition: 'adopt' }))).toBe('sod-own-draft V2 sod-own-draft')
    })

    it('is declared by a chair there or above, in person, for others, from today on, for a year, of what can be excused', async () => {
      const { store, ann, axel, chen, sun, dora } = await openReviewWorld(open)
      const admin = await addPerson(store, { id: 'adm', role: 'admin', unitId: 'u1' })
      const code = async (who: Principal, more: Partial<ExemptionRequest> = {}) =>
        (await declare(store, who, wish(more))).code
      const given = { takerId: 'dora', role: 'chair', unitId: 'u1', kinds: [], department: null, from: '2026-03-02', to: '2026-03-31', reason: '外出' } as const // prettier-ignore
      await store.delegate({ subject: newRecordId(), principal: chen, requestId: 'r1' }, given)
      await addPerson(store, { id: 'chen2', role: 'secretary', unitId: 'u1' })
      const number = [{ number: 'E07', relation: 'self', name: '' }] as const
      for (const userId of ['chen', 'chen2'])
        await store.setPersons({ subject: newRecordId(), principal: userId === 'chen' ? chen : admin, requestId: 'r1' }, { userId, persons: number }) // prettier-ignore
      expect({
        finance: await code(ann),
        auditor: await code(axel),
        administrator: await code(admin),
        delegated: await code({ ...dora, grants: await grantsOf(store.db, 'dora') }),
        chairBelow: await code(chen, { unitId: 'u0' }),
        nowhere: await code(chen, { unitId: 'u77' }),
        reversed: await code(chen, { to: '2026-03-01' }),
        backdated: await code(chen, { from: '2026-03-01' }),
        tooLong: await code(chen, { to: '2027-03-03' }),
        silent: await code(chen, { reason: ' ' }),
        nothing: await code(chen, { excuses: [] }),
        beneficiary: await code(chen, { excuses: ['beneficiary', 'pay'] }),
        period: await code(chen, { excuses: ['period'] }),
        auditing: await code(chen, { excuses: ['finance+auditor'] }),
        administering: await code(chen, { excuses: ['admin+chair'] }),
        oneself: await code(chen, { personIds: ['ann', 'chen'] }),
        ownOther: await code(chen, { personIds: ['chen2'] }),
        nobody: await code(chen, { personIds: [] }),
        unknown: await code(chen, { personIds: ['ann', 'x'] }),
        anAdministrator: await code(chen, { personIds: ['adm'] }),
      }).toEqual({
        finance: 'exemption.not-chair',
        auditor: 'exemption.not-chair',
        administrator: 'exemption.not-chair',
        delegated: 'exemption.not-chair',
        chairBelow: 'exemption.not-chair',
        nowhere: 'exemption.not-chair',
        reversed: 'grants.period',
        backdated: 'exemption.days',
        tooLong: 'exemption.days',
        silent: 'exemption.reason',
        nothing: 'exemption.excuse',
        beneficiary: 'exemption.excuse',
        period: 'exemption.excuse',
        auditing: 'exemption.excuse',
        administering: 'exemption.excuse',
        oneself: 'exemption.self',
        ownOther: 'exemption.self',
        nobody: 'exemption.person',
        unknown: 'exemption.person',
        anAdministrator: 'exemption.person',
      })
      // the chair of the unit above exempts the chair
      expect(await code(sun, { personIds: ['chen'], to: '2027-03-02' })).toBe('ok')
      const seen = async (who: Principal) => (await store.listExemptions(who)).exemptions.length
      expect([await seen(ann), await seen(axel), await seen(chen)]).toEqual([1, 1, 1])
      const stranger = await addPerson(store, { id: 'far', role: 'finance', unitId: 'u9' })
      expect(await seen(stranger)).toBe(0)
      const offered = await store.listExemptions(chen)
      expect(offered.units.map(({ id }) => id)).toContain('u1')
      expect(offered.units.flatMap(({ persons }) => persons.map(({ id }) => id))).not.toContain('chen')
      expect((await store.listExemptions(ann)).units).toEqual([])
    })
  })
}
