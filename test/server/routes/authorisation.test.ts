// Who may call what: every route of the contract × every role, held in a golden table that people read (default deny).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodies } from '#shared/contract/bodies.ts'
import { routes, type Route, type RouteName } from '#shared/contract/routes.ts'
import type { RecordList } from '#shared/contract/resources.ts'
import { roles } from '#shared/definition/role.ts'
import type { PushResult } from '#shared/sync/record.ts'
import { expectGolden } from '../../harness/golden.ts'
import { createOp, freshId, pushBody } from '../pushBody.ts'
import { openServerWorld, type ServerWorld, type SignedIn, type TestRequest } from '../serverWorld.ts'

let world: ServerWorld
let recordId: string
let pushId: string
const people = new Map<string, SignedIn | undefined>([['anonymous', undefined]])

beforeAll(async () => {
  world = await openServerWorld()
  for (const role of roles)
    people.set(role, role === 'admin' ? await world.admin() : await world.signIn(role, { department: '组织部' }))
  const body = pushBody([createOp({ department: '宣传部', project: marker })])
  pushId = body.pushId
  const pushed = await world.call('push', { token: people.get('finance')?.token ?? '', body })
  expect(((await pushed.json()) as PushResult).counts.created).toBe(1)
  const list = await world.call('listRecords', { token: people.get('finance')?.token ?? '', params: place })
  recordId = ((await list.json()) as RecordList).rows[0]?.id ?? ''
})
afterAll(() => world.close())

/** Stands in the one record; whoever may not see that record must not meet it anywhere. */
const marker = '密标记甲乙丙'
const blind = ['anonymous', 'department', 'admin']
const leaks: string[] = []

const place = { unit: 'u1', kind: 'budget', year: '2026' }
const page = { token: null, maxRows: 10, maxBytes: 10_000 }
const plan = {
  kind: 'budget',
  schema: 1,
  sheetName: 'a',
  tableIndex: 0,
  fingerprint: 'x',
  mappings: [],
  conventions: { unitFen: 100, year: 2026, blankMoney: 'null' },
  roles: [],
  corrections: [],
  aliases: [],
  onMatch: 'replace-all',
  accepted: [],
}
const planned = { params: { id: 'x' }, body: { plan, unitId: 'u1', year: 2026 } }

/** A sound request for each route, so that only rights decide; made anew for each call. */
const requests: { readonly [N in RouteName]?: () => TestRequest } = {
  setup: () => ({
    body: { code: 'x', name: 'a', displayName: 'a', password: 'x', unitName: 'u', unitKind: 'primary' },
  }),
  signIn: () => ({ body: { name: 'nobody', password: 'x' } }),
  endSession: () => ({ params: { id: 'x' } }),
  changePassword: () => ({ body: { current: 'wrong', next: 'x' } }),
  createUnit: () => ({ body: { name: `单位${freshId()}`, kind: 'primary', parentId: 'u1' } }),
  createUser: () => ({
    body: { name: freshId().slice(-12), displayName: 'x', password: '梧桐树下三只猫 2026', grants: [] },
  }),
  setGrants: () => ({ params: { id: 'x' }, body: { grants: [] } }),
  disableUser: () => ({ params: { id: 'x' } }),
  delegate: () => ({
    body: { takerId: 'x', role: 'chair', unitId: 'u1', kinds: [], department: null, from: '2026-11-20', to: '2026-11-21', reason: '外出' },
  }), // prettier-ignore
  declareExemption: () => ({
    body: { unitId: 'u1', personIds: ['x'], excuses: ['pay'], from: '2026-11-20', to: '2026-11-21', reason: '三人单位' },
  }), // prettier-ignore
  revokeExemption: () => ({ params: { id: 'x' } }),
  revokeDelegation: () => ({ params: { id: 'x' } }),
  setPersons: () => ({ params: { id: 'x' }, body: { persons: [] } }),
  readPersons: () => ({ params: { id: 'x' } }),
  template: () => ({ params: { kind: 'budget' }, query: 'year=2026' }),
  listRecords: () => ({ params: place }),
  linkedStandings: () => ({ params: place }),
  seriesDifference: () => ({ params: place }),
  loadPack: () => ({ body: { file: '{}' } }),
  confirmPack: () => ({ params: { id: 'x' }, body: { digest: '0'.repeat(64) } }),
  withdrawPack: () => ({ params: { id: 'x' } }),
  setUnitPolicy: () => ({ params: { id: 'u1' }, body: { packs: [], facts: { retainedPerHead: null, nature: null } } }),
  loadHolidays: () => ({ body: { file: '{}' } }),
  downloadWorkbook: () => ({ params: place }),
  review: () => ({ params: place }),
  proceed: () => ({
    params: place,
    body: {
      subject: freshId(),
      entry: {
        type: 'request',
        kind: 'report',
        record: null,
        transition: null,
        to: { roles: ['chair'], level: 'own' },
        text: '请示',
      },
    },
  }),
  move: () => ({
    params: place,
    body: {
      pushId,
      transition: 'submit',
      rows: null,
      seen: '0'.repeat(64),
      reason: '',
      consulted: null,
      dryRun: true,
    },
  }),
  reveal: () => ({ params: place, body: { record: recordId, column: 'remark', reason: '核对' } }),
  notice: () => ({ params: { ...place, id: 'x' } }),
  recordHistory: () => ({ params: { id: recordId } }),
  recordLights: () => ({ params: { id: recordId } }),
  pull: () => ({
    body: { api: 1, schema: { budget: 1 }, workbook: 'w', cursor: null, witness: [], history: [], held: [], page },
  }),
  push: () => ({ body: pushBody() }),
  receipt: () => ({ params: { pushId } }),
  vouch: () => ({ body: { pushes: [{ push: pushBody(), point: { csn: 1, h: '0'.repeat(32) }, seal: '' }] } }),
  undo: () => ({ params: { pushId }, body: { dryRun: true, force: [] } }),
  uploadImport: () => ({ query: 'name=a.xlsx', body: new Uint8Array(0) }),
  planImport: () => planned,
  rehearseImport: () => planned,
  applyImport: () => planned,
  importedWorkbook: () => ({ params: { id: 'x' } }),
  uploadWorkbook: () => ({ query: 'name=a.xlsx', body: new Uint8Array(0) }),
  publishWorkbook: () => ({ params: { id: 'x' }, body: { dryRun: true, resolutions: [], confirmedDeletes: [] } }),
  publishedWorkbook: () => ({ params: { id: 'x' } }),
}

/** Status, and the code or what became of the one op. */
async function outcome(name: RouteName, person: string): Promise<string> {
  const who = people.get(person)
  const request = requests[name]?.() ?? {}
  const answer = await world.call(name, { ...request, ...(who === undefined ? {} : { token: who.token }) })
  const text = await answer.text()
  if (text.includes(marker) && blind.includes(person)) leaks.push(`${name} ${person}`)
  if (!text.startsWith('{')) return String(answer.status)
  const value = JSON.parse(text.split('\n')[0] ?? '') as Partial<PushResult> & {
    readonly code?: string
    readonly rows?: readonly unknown[]
  }
  const [result] = value.results ?? []
  const detail =
    value.code ?? (name === 'push' && result ? `${result.s}${'code' in result ? ` ${result.code}` : ''}` : undefined)
  const rows = name === 'listRecords' && value.rows ? `${value.rows.length > 0 ? '' : 'no '}rows` : undefined
  return [answer.status, detail ?? rows].filter((part) => part !== undefined).join(' ')
}

describe('authorisation', () => {
  it('every route × every role is as the table says', async () => {
    const names = [...people.keys()]
    const lines = [`| route | ${names.join(' | ')} |`, `|${'---|'.repeat(names.length + 1)}`]
    // Signing out ends the session of the row's person, so it comes last.
    const ordered = [...routes].sort((a, b) => Number(a.name === 'signOut') - Number(b.name === 'signOut'))
    for (const { name } of ordered) {
      const cells: string[] = []
      for (const person of names) cells.push(await outcome(name, person))
      lines.push(`| ${name} | ${cells.join(' | ')} |`)
    }
    expectGolden('test/golden/authorisation.md', `${lines.join('\n')}\n`)
  })

  it('I12: nothing of a record reaches whoever may not see it, on any route', () => {
    expect(leaks).toEqual([])
  })

  it('no route but the public ones answers anybody who is not signed in', async () => {
    for (const { name, auth } of routes as readonly Route[]) {
      const answer = await world.call(name as RouteName, requests[name as RouteName]?.() ?? {})
      if (auth !== 'public') expect([name, answer.status]).toEqual([name, 401])
    }
  })

  it('every route that takes a JSON body has a decoder, and every body a closed shape', () => {
    const known = new Set([...Object.keys(bodies), 'PushRequest', 'PullRequest', 'VouchRequest', 'Bytes'])
    expect(
      (routes as readonly Route[]).flatMap(({ body }) => (body === null || known.has(body) ? [] : [body])),
    ).toEqual([])
  })
})
