// What SQLite itself is asked for: durability, one process, a full disk, a file that is not ours.
import {
  addPerson,
  addUnits,
  context,
  create,
  envelope,
  openWorldStore,
  push,
  row,
} from '#test/conformance/storeWorld.ts'
import { StoreOpenError } from '#server/store/storeError.ts'
import { migrations } from '#server/store/migrations/migrate.ts'
import Sqlite from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'tongbiao-sqlite-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let file = ''
let made = 0
beforeEach(() => {
  file = join(folder, `${++made}.db`)
})

const problemOf = (error: unknown): string => (error instanceof StoreOpenError ? error.problem : String(error))

async function withPeople() {
  const store = await openWorldStore(file)
  await addUnits(store)
  return { store, ann: await addPerson(store, { id: 'ann', role: 'finance', unitId: 'u1' }) }
}

describe('durability', () => {
  it('every commit waits for the disk: synchronous is FULL after statements have run, the log is a WAL', async () => {
    const { store, ann } = await withPeople()
    await push(store, ann, [create(row('1'))])
    const pragma = async (name: string) =>
      Object.values((await sql`pragma ${sql.raw(name)}`.execute(store.db)).rows[0] as object)[0] as unknown
    expect(await pragma('synchronous')).toBe(2)
    expect(await pragma('journal_mode')).toBe('wal')
    expect(await pragma('foreign_keys')).toBe(1)
    expect(await pragma('trusted_schema')).toBe(0)
    await store.close()
  })

  it('closing leaves one file, and opening it again finds everything', async () => {
    const { store, ann } = await withPeople()
    const made = await push(store, ann, [create(row('1'))])
    await store.close()
    await store.close()
    const again = await openWorldStore(file)
    expect(await again.head()).toEqual(made.point)
    expect(again.epoch).toBe(store.epoch)
    await again.close()
  })
})

describe('opening', () => {
  it('a second server on the same file is refused', async () => {
    const store = await openWorldStore(file)
    expect(await openWorldStore(file).catch(problemOf)).toBe('in-use')
    await store.close()
    await (await openWorldStore(file)).close()
  })

  it('a SQLite file of another program is refused and left as it is', async () => {
    const other = new Sqlite(file)
    other.exec('create table theirs (a)')
    other.close()
    expect(await openWorldStore(file).catch(problemOf)).toBe('not-ours')
  })

  it('a schema newer than this program is refused', async () => {
    const store = await openWorldStore(file)
    await store.close()
    const db = new Sqlite(file)
    db.pragma(`user_version = ${migrations.length + 1}`)
    db.close()
    expect(await openWorldStore(file).catch(problemOf)).toBe('newer-schema')
  })

  it('a chain that does not verify at its end is refused', async () => {
    const { store, ann } = await withPeople()
    await push(store, ann, [create(row('1'))])
    await store.close()
    const db = new Sqlite(file)
    db.exec('drop trigger audit_no_update')
    db.exec(`update audit set record_id = '01950000-0000-7000-8000-ffffffffffff'`)
    db.close()
    expect(await openWorldStore(file).catch(problemOf)).toBe('damaged')
  })

  it('a migration that is killed at any statement leaves the database as it was', async () => {
    for (let at = 1; ; at++) {
      const name = join(folder, `migration-${at}.db`)
      let seen = 0
      const fault = (): void => {
        if (++seen === at) throw new Error('killed')
      }
      const opened = await openWorldStore(name, { fault }).catch(() => undefined)
      if (opened) {
        await opened.close()
        expect(at).toBeGreaterThan(30)
        return
      }
      const store = await openWorldStore(name)
      expect(await store.probe()).toMatchObject({ ok: true })
      await store.close()
    }
  })
})

describe('a full disk', () => {
  it('H11: refuses the push as storage-full, keeps nothing of it, and takes it when there is room again', async () => {
    const { store, ann } = await withPeople()
    await push(store, ann, [create(row('1'))])
    const pages = await sql<{ page_count: number }>`pragma page_count`.execute(store.db)
    const limit = (n: number) => sql`pragma max_page_count = ${sql.raw(String(n))}`.execute(store.db)
    await limit((pages.rows[0]?.page_count ?? 0) + 3)
    const large = envelope(
      Array.from({ length: 500 }, (_, i) => create(row(`n${i}`, { note: '很长的备注'.repeat(20) }))),
    )
    expect(await store.push(large, ann, context)).toMatchObject({ ok: false, error: { code: 'storage-full' } })
    expect(await store.receipt(large.pushId, ann)).toBeNull()
    expect((await store.head()).csn).toBe(1)
    expect(await store.verifyChain({ tables: true })).toMatchObject({ intact: true })
    const upload = {
      id: 'up',
      userId: 'ann',
      purpose: 'import',
      fileName: 'a.xlsx',
      sha256: 'a'.repeat(64),
      bytes: new Uint8Array(100_000),
      at: '2026',
    } as const
    expect(await store.files.saveUpload(upload)).toMatchObject({ ok: false, error: { code: 'storage-full' } })
    await limit(1_000_000)
    expect(await store.push(large, ann, context)).toMatchObject({ ok: true, value: { counts: { created: 500 } } })
    await store.close()
  })
})
