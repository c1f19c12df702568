// Masked columns on every road out of the server and on the way back in (domain.md §6.1, reliability.md §2.5 and I12, ADR 0034).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RecordList } from '#shared/contract/resources.ts'
import { maskValue, maskedColumns } from '#shared/definition/mask.ts'
import { roles, type Role } from '#shared/definition/role.ts'
import type { Values } from '#shared/kernel/value.ts'
import { openPackage } from '#shared/ooxml/openPackage.ts'
import { nodeZipPorts } from '#server/workbook/nodeZip.ts'
import { startPostgres } from '../../harness/pg.ts'
import {
  idOf,
  kindOf,
  listOf,
  maskedKinds,
  mayEdit,
  mayRead,
  placeOf,
  plant,
  pullBody,
  type Planted,
} from '../masking.ts'
import { pushBody } from '../pushBody.ts'
import { openServerWorld, type ServerWorld, type SignedIn } from '../serverWorld.ts'

interface Reader {
  readonly role: Role
  readonly owns: boolean
  readonly who: SignedIn
}

/** All roles, and a department that owns none of the rows. */
async function readers(world: ServerWorld): Promise<readonly Reader[]> {
  const all: Reader[] = []
  for (const role of roles) {
    const department = role === 'department' ? { department: '甲部' } : {}
    all.push({ role, owns: true, who: await world.signIn(role, department) })
  }
  return [...all, { role: 'department', owns: false, who: await world.signIn('department', { department: '乙部' }) }]
}

const textOf = async (answer: Promise<Response>): Promise<string> => (await answer).text()

describe.each(['SQLite', 'PostgreSQL'])('masked columns on %s', (engine) => {
  let world: ServerWorld
  let stop = async (): Promise<void> => {}
  let everybody: readonly Reader[]
  let finance: SignedIn
  const rows = new Map<string, readonly Planted[]>()
  beforeAll(async () => {
    if (engine === 'PostgreSQL') {
      const postgres = await startPostgres()
      stop = () => postgres.stop()
      world = await openServerWorld({ environment: { DATABASE_URL: postgres.url } })
    } else world = await openServerWorld()
    everybody = await readers(world)
    finance = everybody.find(({ role }) => role === 'finance')!.who
    for (const definition of maskedKinds) rows.set(definition.kind, await plant(world, finance, definition))
  }, 60_000)
  afterAll(async () => {
    await world.close()
    await stop()
  })

  it('are those of domain.md §6.1', () => {
    expect(
      Object.fromEntries(maskedKinds.map((sheet) => [sheet.kind, Object.fromEntries(maskedColumns(sheet))])),
    ).toEqual({
      hardship: { phone: 'phone', address: 'whole', bankName: 'whole' },
      member: { phone: 'phone', emergencyContact: 'whole' },
      signoff: { phone: 'phone', bankName: 'whole' },
    })
  })

  it.each(maskedKinds.map(({ kind }) => kind))(
    'I12 %s: list, pull, history and workbook show each value to whoever may edit it there, and else its mask',
    async (kind) => {
      const definition = kindOf(kind)
      const params = placeOf(definition)
      let whole = 0
      let masked = 0
      for (const { role, owns, who } of everybody) {
        const { token } = who
        const listed = await world.call('listRecords', { token, params })
        const list = await listed.text()
        const pulled = await textOf(world.call('pull', { token, body: pullBody(definition) }))
        const book = await world.call('downloadWorkbook', { token, params })
        const file = book.status === 200 ? partsOf(new Uint8Array(await book.arrayBuffer())) : ''
        for (const { id, state, column, value, secret } of rows.get(kind) ?? []) {
          const at = `${role} ${owns} ${state} ${column}`
          const sees = mayRead(definition, role, { state, owns })
          const isWhole = sees && mayEdit(definition, role, { state, column, owns })
          const history = await textOf(world.call('recordHistory', { token, params: { id }, query: `field=${column}` }))
          const shown = String(maskValue(value, maskedColumns(definition).get(column)!))
          for (const [road, text] of Object.entries({ list, pulled, file, history })) {
            if (road === 'file' && text === '') continue
            expect(text.includes(value), `${at} ${road}`).toBe(isWhole)
            if (sees && !isWhole && road !== 'file') expect(text, `${at} ${road}`).toContain(shown)
          }
          if (!isWhole && column === 'phone')
            for (const text of [list, pulled, history]) expect(text).not.toContain(`138${secret}`)
          if (listed.status === 200 && sees) {
            const row = (JSON.parse(list) as RecordList).rows.find((known) => known.id === id)
            expect(row?.values[column], at).toBe(isWhole ? value : shown)
          }
          if (isWhole) whole++
          else if (sees) masked++
        }
      }
      expect(whole).toBeGreaterThan(2)
      expect(masked).toBeGreaterThan(15)
    },
    60_000,
  )

  it('N7 no rv, checksum or digest of a masked row is made of what is masked: guessing four digits finds nothing', async () => {
    const definition = kindOf('member')
    const auditor = everybody.find(({ role }) => role === 'auditor')!.who
    const revisions = async (who: SignedIn) =>
      new Map((await listOf(world, who, definition)).rows.map(({ id, rv }) => [id, rv]))
    const [open, masked] = [await revisions(finance), await revisions(auditor)]
    const draft = rows.get('member')!.find(({ state }) => state === 'draft')!
    expect(open.get(draft.id)).not.toBe(masked.get(draft.id))
    expect(open.get(draft.id)?.split('-')[0]).toBe(masked.get(draft.id)?.split('-')[0])
    const review = await textOf(
      world.call('review', { token: auditor.token, params: placeOf(definition), query: `record=${draft.id}` }),
    )
    const ofFinance = await textOf(
      world.call('review', { token: finance.token, params: placeOf(definition), query: `record=${draft.id}` }),
    )
    const digests = ({ rv, content, seen }: Values) => [rv, content, seen]
    const [theirs, ours] = [digests(JSON.parse(review) as Values), digests(JSON.parse(ofFinance) as Values)]
    for (const [index, digest] of theirs.entries()) expect(digest).not.toBe(ours[index])
    // the checksum of the pull is that of the revisions it sent
    const pulled = await textOf(world.call('pull', { token: auditor.token, body: pullBody(definition) }))
    const last = JSON.parse(pulled.trim().split('\n').at(-1) ?? '') as { parts: { x: string }[] }
    const x = [...masked.values()].reduce((sum, rv) => sum ^ BigInt(`0x${rv.slice(-16)}`), 0n)
    expect(last.parts[0]?.x).toBe(x.toString(16).padStart(16, '0'))
  })

  it('whoever gets the right later gets the whole value with the next pull, and loses it with the right', async () => {
    const definition = kindOf('member')
    const p = idOf(definition)
    const { value, id } = rows.get('member')!.find(({ state }) => state === 'draft')!
    const who = await world.signIn('auditor')
    const { token } = await world.admin()
    const give = async (role: Role) => {
      const grants = [{ role, unitId: 'u1', kinds: [], department: null, from: null, to: null }]
      const given = await world.call('setGrants', { token, params: { id: who.userId }, body: { grants } })
      expect(given.status).toBe(200)
    }
    const pull = async (held: object[], cursor: unknown) => {
      const text = await textOf(world.call('pull', { token: who.token, body: pullBody(definition, { held, cursor }) }))
      const lines = text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown)
      return { text, last: lines.at(-1) as { to: unknown; drop: string[]; parts: { p: string; proj: string }[] } }
    }
    const first = await pull([], null)
    const held = first.last.parts.map(({ proj }) => ({ p, proj }))
    expect(first.text).not.toContain(value)
    expect((await pull(held, first.last.to)).text).not.toContain(id)
    await give('finance')
    const second = await pull(held, first.last.to)
    expect(second.last.drop).toEqual([p])
    expect(second.text).toContain(value)
    await give('auditor')
    const third = await pull(
      second.last.parts.map(({ proj }) => ({ p, proj })),
      second.last.to,
    )
    expect(third.last.drop).toEqual([p])
    expect(third.text).not.toContain(value)
    expect(third.text).toContain(id)
  })

  it('I12: a receipt asked for again shows of others’ rows what its author may see by then, and so does a push sent again', async () => {
    const definition = kindOf('member')
    const { value, id } = rows.get('member')!.find(({ state }) => state === 'draft')!
    const who = await world.signIn('finance')
    const { token } = await world.admin()
    const op = { op: 'create', id, p: idOf(definition), values: { name: '另一人' } }
    const body = pushBody([op], { schema: { member: definition.version } })
    const read = async () => [
      await textOf(world.call('receipt', { token: who.token, params: { pushId: body.pushId } })),
      await textOf(world.call('push', { token: who.token, body })),
    ]
    expect(await textOf(world.call('push', { token: who.token, body }))).toContain(value)
    for (const text of await read()) expect(text).toContain(value)
    const give = async (role: Role, department: string | null) => {
      const grants = [{ role, unitId: 'u1', kinds: [], department, from: null, to: null }]
      const given = await world.call('setGrants', { token, params: { id: who.userId }, body: { grants } })
      expect(given.status).toBe(200)
    }
    await give('auditor', null)
    for (const text of await read()) {
      expect(text).toContain('id-exists')
      expect(text).toContain(String(maskValue(value, 'phone')))
      expect(text).not.toContain(value)
    }
    await give('department', '乙部')
    for (const text of await read()) {
      expect(text).toContain('id-exists')
      expect(text).not.toContain('memberNo')
    }
  })
})

/** Every part of a workbook as one text. */
function partsOf(bytes: Uint8Array): string {
  const opened = openPackage(bytes, nodeZipPorts)
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value.entries
    .map((entry) => {
      const part = opened.value.read(entry)
      return part.ok ? new TextDecoder().decode(part.value) : ''
    })
    .join('\n')
}
