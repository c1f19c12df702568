// People, sheets and steps for the tests of procedure.
import type { Principal } from '#server/auth/principal.ts'
import type { MoveRequest } from '#server/store/pushContext.ts'
import type { RecordStore } from '#server/store/recordStore.ts'
import { sha256 } from '#server/store/sha256.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import { sheetSeen } from '#shared/review/covered.ts'
import type { Entry } from '#shared/review/proceeding.ts'
import { contentHash } from '#shared/sync/contentHash.ts'
import type { OpResult, PushResult } from '#shared/sync/record.ts'
import { addPerson, addUnits, context, newPushId, newRecordId } from '#test/conformance/storeWorld.ts'
import { onTestFinished } from 'vitest'

export interface ReviewWorld {
  readonly store: RecordStore
  readonly advance: (ms: number) => void
  /** finance of u1, both */
  readonly ann: Principal
  readonly ben: Principal
  /** cashier of u1 */
  readonly cas: Principal
  /** director of u0 and below */
  readonly dora: Principal
  /** chair of u1 */
  readonly chen: Principal
  /** chair of u0: the superior union */
  readonly sun: Principal
  /** auditor of u0 and below */
  readonly axel: Principal
  /** 组宣部 of u1 */
  readonly dep: Principal
}

export type OpenReviewStore = (clock: () => Date) => Promise<RecordStore>

export const pCase = 'u1/case/2026'
export const pRoll = 'u1/roll/2026'
export const schema = { case: 1, roll: 1 }
export const hours = 3_600_000

export async function openReviewWorld(open: OpenReviewStore): Promise<ReviewWorld> {
  let now = Date.parse('2026-03-02T02:00:00.000Z') // a Monday
  const store = await open(() => new Date((now += 1000)))
  onTestFinished(() => store.close())
  await addUnits(store)
  const person = (id: string, role: Parameters<typeof addPerson>[1]['role'], unitId = 'u1') =>
    addPerson(store, { id, role, unitId, ...(role === 'department' ? { department: '组宣部' } : {}) })
  return {
    store,
    advance: (ms) => {
      now += ms
    },
    ann: await person('ann', 'finance'),
    ben: await person('ben', 'finance'),
    cas: await person('cas', 'cashier'),
    dora: await person('dora', 'director', 'u0'),
    chen: await person('chen', 'chair'),
    sun: await person('sun', 'chair', 'u0'),
    axel: await person('axel', 'auditor', 'u0'),
    dep: await person('dep', 'department'),
  }
}

/** As the person sees it: rows of the sheet with what a step must name. */
export async function look(store: RecordStore, p: string, who: Principal) {
  const list = await store.listRecords(p, who)
  const rows = (list?.rows ?? []).map(({ id, rv, state, values }) => ({
    id,
    rv,
    state,
    values,
    seen: contentHash({ p, state, values }, sha256),
  }))
  return { rows, seen: sheetSeen(rows, sha256) }
}

export async function move(
  store: RecordStore,
  who: Principal,
  more: Pick<MoveRequest, 'p' | 'transition'> & Partial<MoveRequest>,
): Promise<PushResult> {
  const { rows, seen } = await look(store, more.p, who)
  const request = {
    pushId: newPushId(),
    rows: more.p === pRoll ? null : rows.map(({ id, rv, seen: content }) => ({ id, rv, seen: content })),
    seen: more.p === pRoll ? seen : '',
    reason: '',
    consulted: null,
    dryRun: false,
    ...more,
  }
  const result = await store.move(request, who, context)
  if (!result.ok) throw new Error(`refused: ${result.error.code}`)
  return result.value
}

export const told = (result: OpResult | undefined): string =>
  result?.s === 'rejected'
    ? `${result.code} ${result.denial?.vires ?? ''} ${result.denial?.code ?? ''}`
    : (result?.s ?? '')
export const first = (result: PushResult): string => told(result.results[0])

export async function enter(
  store: RecordStore,
  who: Principal,
  more: { readonly p: string; readonly entry: Entry; readonly subject?: string },
) {
  const subject = more.subject ?? newRecordId()
  const result = await store.proceed({ subject, p: more.p, entry: more.entry, requestId: 'r1' }, who)
  return {
    subject,
    code: result.ok ? 'ok' : [result.error.code, ...result.error.findings.map(({ code }) => code)].join(' '),
  }
}

export async function file(
  store: RecordStore,
  who: Principal,
  more: { readonly p: string; readonly content: object; readonly ids?: readonly RecordId[] },
) {
  const { rows } = await look(store, more.p, who)
  const covered = more.ids ? rows.filter(({ id }) => more.ids?.includes(id)) : rows
  const covers = more.ids ? ({ type: 'records', ids: more.ids } as const) : ({ type: 'sheet' } as const)
  const entry = { type: 'evidence', covers, seen: sheetSeen(covered, sha256), content: more.content } as Entry
  return enter(store, who, { p: more.p, entry })
}

export const notice = (from = '2026-03-02', to = '2026-03-09') => ({
  type: 'notice',
  from,
  to,
  place: '一楼公告栏',
  contact: '办公室 8000',
})
export const resolution = (body: string, agreed = 6) => ({
  type: 'resolution', body, term: '第三届', meeting: '第5次', date: '2026-03-02', expected: 9, present: 8, agreed, summary: '通过',
}) // prettier-ignore

export async function only(store: RecordStore, who: Principal, id: RecordId): Promise<MoveRequest['rows']> {
  const { rows } = await look(store, pCase, who)
  return rows.filter((one) => one.id === id).map(({ id: same, rv, seen }) => ({ id: same, rv, seen }))
}
