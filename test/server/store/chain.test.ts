// D24: whoever changes what was recorded is found out, to the commit.
import {
  addPerson,
  addUnits,
  create,
  openWorldStore,
  push,
  row,
  rvAt,
  storeRules,
  update,
} from '#test/conformance/storeWorld.ts'
import { toSeq } from '#server/store/chain.ts'
import type { RecordStore, VerifyOptions } from '#server/store/recordStore.ts'
import type { Point } from '#shared/sync/record.ts'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'

interface Written {
  readonly store: RecordStore
  readonly points: readonly Point[]
}

/** Six commits; the guards against changing the audit are off, as they would be for someone with the file in hand. */
async function write(): Promise<Written> {
  const store = await openWorldStore(':memory:')
  await addUnits(store)
  const ann = await addPerson(store, { id: 'ann', role: 'finance', unitId: 'u1' })
  const points: Point[] = []
  const op = create(row('0'))
  let last = await push(store, ann, [op, create(row('a'))])
  points.push(last.point as Point)
  for (let i = 1; i < 6; i++) {
    last = await push(store, ann, [update(op.id, rvAt(last, 0), [{ amount: 100 * i }, { amount: 100 * (i + 1) }])])
    points.push(last.point as Point)
  }
  for (const name of ['audit_no_update', 'audit_no_delete', 'chain_no_update', 'chain_no_delete'])
    await sql`drop trigger ${sql.raw(name)}`.execute(store.db)
  return { store, points }
}

const run = (store: RecordStore, text: string) => sql.raw(text).execute(store.db)

describe('D24: the audit chain', () => {
  it.each<readonly [string, string, number, string]>([
    ['an entry is altered', `update audit set now = '"1"' where seq = ${toSeq(3, 0)}`, 3, 'link'],
    [
      'a whole record is altered',
      `update audit set now = replace(now, '行0', '行9') where seq = ${toSeq(1, 0)}`,
      1,
      'link',
    ],
    ['an entry is deleted', `delete from audit where seq = ${toSeq(4, 1)}`, 4, 'link'],
    [
      'the entries of a commit are deleted',
      `delete from audit where seq >= ${toSeq(4, 0)} and seq < ${toSeq(5, 0)}`,
      4,
      'link',
    ],
    [
      'an entry is inserted',
      `insert into audit select seq + 2, g, kind, record_id, p, field, was, now, prev from audit where seq = ${toSeq(2, 0)}`,
      2,
      'link',
    ],
    [
      'entries are re-ordered',
      `update audit set seq = case seq when ${toSeq(5, 0)} then ${toSeq(5, 1)} + 1000 else seq end`,
      5,
      'link',
    ],
    [
      'entries of a commit that is not there',
      `insert into audit select ${toSeq(40, 0)}, g, kind, record_id, p, field, was, now, prev from audit where seq = ${toSeq(2, 0)}`,
      6,
      'truncated',
    ],
    ['the author is altered', `update chain set actor = 'ben' where csn = 2`, 2, 'link'],
    ['the time is altered', `update chain set at = '2020' where csn = 5`, 5, 'link'],
    ['a link is deleted', `delete from chain where csn = 3`, 3, 'gap'],
    ['the end is cut', `delete from chain where csn = 6`, 6, 'gap'],
    ['the head is altered', `update meta set head = '${'e'.repeat(64)}'`, 6, 'truncated'],
  ])('%s: the commit is named', async (_, text, brokenAt, problem) => {
    const { store } = await write()
    await run(store, text)
    expect(await store.verifyChain({})).toMatchObject({ intact: false, brokenAt, problem })
  })

  it('the last commits cut clean, head and all, are found only by a point from outside', async () => {
    const { store, points } = await write()
    for (const text of [
      `delete from audit where seq >= ${toSeq(5, 0)}`,
      `delete from chain where csn >= 5`,
      `update meta set csn = 4, head = (select h from chain where csn = 4)`,
    ])
      await run(store, text)
    expect(await store.verifyChain({})).toMatchObject({ intact: true, links: 4 })
    const witnesses = { witnesses: points } satisfies VerifyOptions
    expect(await store.verifyChain(witnesses)).toMatchObject({ intact: false, brokenAt: 5, problem: 'witness' })
  })

  it('a chain computed anew over changed entries is found only by a point from outside', async () => {
    const { store, points } = await write()
    const other = await write()
    await run(other.store, `update audit set now = '"1"' where seq = ${toSeq(6, 0)}`)
    expect(await store.verifyChain({ witnesses: points })).toMatchObject({ intact: true })
    const forged = points.map(({ csn, h }) => ({ csn, h: csn === 6 ? h.replace(/./g, '0') : h }))
    expect(await store.verifyChain({ witnesses: forged })).toMatchObject({
      intact: false,
      brokenAt: 6,
      problem: 'witness',
    })
  })

  it.each([
    ['a value', `update record set content = replace(content, '"amount":"600"', '"amount":"601"')`],
    ['a state', `update record set state = 'final'`],
    ['a row taken away', `delete from record where nkey = 'a'`],
    ['a partition sum', `update partition set totals = '{"amount":"1"}'`],
    ['the thread of a history', `update audit set prev = null`],
    ['a checksum', `update partition set x = '${'0'.repeat(16)}'`],
  ])('the live tables are held against the audit: %s', async (_, text) => {
    const { store } = await write()
    expect(await store.verifyChain({ tables: true })).toMatchObject({ intact: true })
    await run(store, text)
    expect(await store.verifyChain({})).toMatchObject({ intact: true })
    expect(await store.verifyChain({ tables: true })).toMatchObject({ intact: false, problem: 'tables' })
  })

  it('sums of set rules are counted anew when the rules have changed', async () => {
    const { store } = await write()
    const known = await store.db.selectFrom('setting').select('k').where('k', 'like', 'tally:%').orderBy('k').execute()
    expect(known.map(({ k }) => k)).toEqual([...storeRules.kinds.keys()].map((kind) => `tally:${kind}`).sort())
  })
})
