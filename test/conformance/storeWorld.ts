// People, units, sheets and pushes for tests of the record store. No real kind, no real person.
import { makeSheetRules, type SheetRules } from '#server/store/sheetRules.ts'
import { openRecordStore, type StoreOptions } from '#server/store/openRecordStore.ts'
import type { PushContext } from '#server/store/pushContext.ts'
import type { RecordStore } from '#server/store/recordStore.ts'
import type { Grant, Principal } from '#server/auth/principal.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Role } from '#shared/definition/role.ts'
import type { Permission } from '#shared/definition/workflow.ts'
import type { RecordId, Values } from '#shared/kernel/value.ts'
import type {
  Group,
  Op,
  PullPage,
  PullRequest,
  PushEnvelope,
  PushId,
  PushResult,
  RecordRevision,
} from '#shared/sync/record.ts'
import { words } from '#shared/kernel/words.ts'
import { digestPack } from '#server/policy/policyBook.ts'
import type { PolicyPack } from '#shared/policy/pack.ts'
import { encodePack } from '#shared/policy/packFile.ts'
import { linkedKinds } from '#test/arbitrary/linkedKinds.ts'
import { caseDefinition, rollDefinition } from '#test/arbitrary/reviewDefinitions.ts'
import { ledgerColumn, ledgerDefinition } from '#test/arbitrary/ledgerDefinition.ts'

const same = (text: string) => words(text, text, text)
const house = { source: '本测试', clause: '第一条', certainty: 'house' } as const
const everywhere = ['draft', 'final'] as const

const permissions: readonly Permission[] = [
  { role: 'finance', states: everywhere, actions: ['read'], reach: 'unit' },
  { role: 'finance', states: ['draft'], actions: ['create', 'update', 'delete', 'transition'], reach: 'unit' },
  { role: 'director', states: everywhere, actions: ['read'], reach: 'subtree' },
  { role: 'director', states: ['draft'], actions: ['update', 'transition'], reach: 'subtree', columns: ['note'] },
  { role: 'auditor', states: ['final'], actions: ['read'], reach: 'subtree' },
  { role: 'department', states: everywhere, actions: ['read'], reach: 'own' },
  { role: 'department', states: ['draft'], actions: ['create', 'update'], reach: 'own' },
]

/** The ledger of the engine's tests, with states, owners, an atomic set and a limit that blocks saving. */
export const storeLedger: SheetDefinition = {
  ...ledgerDefinition,
  columns: {
    ...ledgerDefinition.columns,
    owner: ledgerColumn('list', '部门'),
    payee: ledgerColumn('text', '收款人'),
    account: ledgerColumn('text', '账号'),
    secret: ledgerColumn('text', '证件', { merge: 'sensitive', fieldClass: 'sensitive' }),
  },
  atomicSets: [['payee', 'account']],
  rules: [
    ...ledgerDefinition.rules,
    {
      scope: 'set',
      code: 'ledger/payee-limit',
      severity: 'error',
      blocks: 'save',
      citation: house,
      title: same('一人上限'),
      message: same('{group} 共 {sum}，上限 {maximum}'),
      set: {
        type: 'sum',
        groupBy: ['payee'],
        terms: [{ column: 'amount', where: [{ column: 'payee', blank: false }], times: 1 }],
        maximum: 50_000,
      },
      examples: { valid: [[{ payee: '甲', amount: 1 }]], invalid: [[{ payee: '甲', amount: 50_001 }]] },
    },
  ],
  workflow: {
    initial: 'draft',
    states: [
      { name: 'draft', label: same('草稿'), locked: false },
      { name: 'final', label: same('定稿'), locked: true },
    ],
    transitions: [{ name: 'finish', label: same('定稿'), from: ['draft'], to: 'final', by: ['director'] }],
    permissions,
    ownerColumn: 'owner',
  },
}

export const storeRules: SheetRules = makeSheetRules([storeLedger, ...linkedKinds, caseDefinition, rollDefinition])

/** u0 ─ u1 ─ u2, and u9 on its own. */
export const units = [
  { id: 'u0', name: '总会', kind: 'county', parent_id: null },
  { id: 'u1', name: '一分会', kind: 'primary', parent_id: 'u0' },
  { id: 'u2', name: '一分会小组', kind: 'primary', parent_id: 'u1' },
  { id: 'u9', name: '别家', kind: 'primary', parent_id: null },
] as const

const time = '2026-03-01T00:00:00.000Z'

export function makeClock(): () => Date {
  let ms = Date.parse('2026-03-02T02:00:00.000Z')
  return () => new Date((ms += 1000))
}

/** Bytes from a counter: unique in one store, the same in every run. */
export function makeRandom(seed = 1): (bytes: number) => Uint8Array {
  let state = seed
  return (bytes) =>
    Uint8Array.from({ length: bytes }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return state >>> 24
    })
}

export function openWorldStore(url: string, more: Partial<StoreOptions> = {}): Promise<RecordStore> {
  return openRecordStore({ url, rules: storeRules, clock: makeClock(), random: makeRandom(), ...more })
}

export async function addUnits(store: RecordStore): Promise<void> {
  await store.db
    .insertInto('unit')
    .values(units.map((unit) => ({ ...unit, created_at: time })))
    .execute()
}

export interface PersonSpec {
  readonly id: string
  readonly role: Role
  readonly unitId: string
  readonly department?: string
  readonly to?: string
}

export async function addPerson(
  store: RecordStore,
  { id, role, unitId, department, to }: PersonSpec,
): Promise<Principal> {
  const grant: Grant = { role, unitId, kinds: [], department: department ?? null, from: null, to: to ?? null }
  await store.db
    .insertInto('user_account')
    .values({
      id,
      name: id,
      display_name: `${id}同志`,
      password: '-',
      disabled: 0,
      created_at: time,
      password_changed_at: time,
    })
    .execute()
  await store.db
    .insertInto('access_grant')
    .values({
      id: `${id}-grant`,
      user_id: id,
      role,
      unit_id: unitId,
      kinds: '[]',
      department: grant.department,
      valid_from: null,
      valid_to: grant.to,
    })
    .execute()
  return { userId: id, name: `${id}同志`, sessionId: null, grants: [grant] }
}

/** A pack that holds everywhere. */
export async function addPack(
  store: RecordStore,
  pack: PolicyPack,
  more: { readonly confirmed: boolean },
): Promise<void> {
  const content = encodePack(pack)
  const digest = digestPack(pack)
  const by_user = 'ann'
  await store.db.insertInto('policy_pack').values({ id: pack.id, content, digest, at: time, by_user }).execute()
  if (more.confirmed)
    await store.db.insertInto('policy_confirmation').values({ pack_id: pack.id, digest, at: time, by_user }).execute()
  await store.db
    .updateTable('meta')
    .set((eb) => ({ policy_version: eb('policy_version', '+', 1) }))
    .execute()
}

export const p1 = 'u1/ledger/2026'
export const p9 = 'u9/ledger/2026'

let made = 0
/** Ordered like UUIDv7, never twice in one process. */
export function newRecordId(): RecordId {
  return `01950000-0000-7000-8000-${(++made).toString(16).padStart(12, '0')}` as RecordId
}

export function newPushId(): PushId {
  return (++made).toString(16).padStart(32, '0') as PushId
}

export function row(code: string, more: Values = {}): Values {
  return { code, name: `行${code}`, side: '支出', amount: 100, note: '备注', ...more }
}

export function create(
  values: Values,
  more: { readonly id?: RecordId; readonly p?: string } = {},
): Op & { readonly op: 'create' } {
  return { op: 'create', id: more.id ?? newRecordId(), p: more.p ?? p1, values }
}

export function update(
  id: RecordId,
  rv: RecordRevision,
  [base, set]: readonly [Values, Values],
): Op & { readonly op: 'update' } {
  return { op: 'update', id, rv, base, set }
}

export function remove(id: RecordId, rv: RecordRevision): Op & { readonly op: 'delete' } {
  return { op: 'delete', id, rv }
}

/** Each op its own group, unless groups are given. */
export function envelope(ops: readonly (Op | readonly Op[])[], more: Partial<PushEnvelope> = {}): PushEnvelope {
  const groups: readonly Group[] = ops.map((part, index) => ({ g: index + 1, ops: 'op' in part ? [part] : part }))
  const deletes = groups.flatMap((group) => group.ops).filter(({ op }) => op === 'delete').length
  return {
    pushId: newPushId(),
    api: 1,
    schema: { ledger: 1 },
    workbook: 'w',
    witness: [],
    mode: 'groups',
    dryRun: false,
    confirmedDeletes: deletes,
    groups,
    ...more,
  }
}

export const context: PushContext = { bodyHash: null, requestId: 'r1', source: 'push', fileName: null }

/** Throws where the store refused. */
export async function push(
  store: RecordStore,
  who: Principal,
  ops: readonly (Op | readonly Op[])[],
  more: Partial<PushEnvelope> = {},
): Promise<PushResult> {
  const result = await store.push(envelope(ops, more), who, context)
  if (!result.ok) throw new Error(`refused: ${result.error.code}`)
  return result.value
}

/** rv of an applied op. */
export function rvAt(result: PushResult, index: number): RecordRevision {
  const outcome = result.results[index]
  if (!outcome || !('rv' in outcome) || outcome.rv === null)
    throw new Error(`no rv at ${index}: ${JSON.stringify(outcome)}`)
  return outcome.rv
}

export function pullRequest(more: Partial<PullRequest> = {}): PullRequest {
  const page = { token: null, maxRows: 2000, maxBytes: 1_500_000 }
  return {
    api: 1,
    schema: { ledger: 1 },
    workbook: 'w',
    cursor: null,
    witness: [],
    history: [],
    held: [],
    page,
    ...more,
  }
}

/** All pages of one pull. */
export async function pullAll(
  store: RecordStore,
  who: Principal,
  more: Partial<PullRequest> = {},
): Promise<readonly PullPage[]> {
  const pages: PullPage[] = []
  const first = pullRequest(more)
  for (let token: string | null = first.page.token; ;) {
    const page = await store.pull({ ...first, page: { ...first.page, token } }, who)
    if (!page.ok) throw new Error(`refused: ${page.error.code}`)
    pages.push(page.value)
    if (!page.value.more) return pages
    token = page.value.pageToken
  }
}
