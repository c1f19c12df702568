// What is kept: history, lists, files, units, the audit chain that nobody can change unseen.
import { openWorld, type OpenStore } from './world.ts'
import { context, create, envelope, p1, push, row, rvAt, update } from '#test/conformance/storeWorld.ts'
import { describe, expect, it } from 'vitest'

const at = '2026-03-01T00:00:00.000Z'

export function describeRecord(open: OpenStore): void {
  describe('what is kept', () => {
    it('the history of a cell goes back to the row of the file it came from', async () => {
      const { store, ann } = await openWorld(open)
      const op = create(row('1'))
      const origins = [{ id: op.id, sheet: '预算表', row: 9 }]
      const imported = { ...context, source: 'import', fileName: '旧表.xlsx', origins } as const
      const made = await store.push(envelope([op]), ann, imported)
      const rv = made.ok ? rvAt(made.value, 0) : ('' as never)
      await push(store, ann, [update(op.id, rv, [{ amount: 100 }, { amount: 250 }])])
      expect(await store.history(op.id, ann, 'amount')).toMatchObject([
        { kind: 'update', field: 'amount', was: 100, now: 250, by: 'ann同志', receipt: 'R2', source: null },
        {
          kind: 'create',
          field: 'amount',
          was: null,
          now: 100,
          source: { file: '旧表.xlsx', sheet: '预算表', row: 9 },
        },
      ])
      expect((await store.history(op.id, ann))?.map(({ kind, field }) => [kind, field])).toEqual([
        ['update', 'double'],
        ['update', 'amount'],
        ['create', null],
      ])
    })

    it('I2: one audit entry for a created record, one per changed field afterwards', async () => {
      const { store, ann } = await openWorld(open)
      const op = create(row('1'))
      const rv = rvAt(await push(store, ann, [op]), 0)
      await push(store, ann, [
        update(op.id, rv, [
          { note: '备注', name: '行1' },
          { note: null, name: '改' },
        ]),
      ])
      const entries = await store.db.selectFrom('audit').selectAll().orderBy('seq').execute()
      expect(entries.map(({ kind, field, was, now }) => [kind, field, was, kind === 'create' ? null : now])).toEqual([
        ['create', null, null, null],
        ['update', 'name', '"行1"', '"改"'],
        ['update', 'note', '"备注"', 'null'],
      ])
    })

    it('the home page: rows, totals, who changed last, what one may do', async () => {
      const { store, ann, zoe } = await openWorld(open)
      await push(store, ann, [create(row('1')), create(row('2'))])
      expect(await store.listPartitions(ann)).toMatchObject([
        {
          p: p1,
          unitName: '一分会',
          year: 2026,
          rows: 2,
          lastChange: { csn: 1, by: 'ann同志' },
          may: ['read', 'create', 'update', 'delete', 'transition'],
        },
      ])
      expect(await store.listPartitions(zoe)).toEqual([])
      expect(await store.listRecords(p1, zoe)).toBeUndefined()
      expect(await store.listRecords('u9/ledger/2030', zoe)).toMatchObject({ rows: [] })
      expect(await store.listPushes(zoe, { limit: 5 })).toEqual([])
    })

    it('pushes are listed newest first, by partition, in pages', async () => {
      const { store, ann } = await openWorld(open)
      for (let i = 0; i < 4; i++) await push(store, ann, [create(row(`${i}`))])
      const receipts = async (query: Parameters<typeof store.listPushes>[1]) =>
        (await store.listPushes(ann, query)).map(({ receipt }) => receipt)
      expect(await receipts({ limit: 2 })).toEqual(['R4', 'R3'])
      expect(await receipts({ limit: 2, before: 3 })).toEqual(['R2', 'R1'])
      expect(await receipts({ limit: 9, p: p1 })).toEqual(['R4', 'R3', 'R2', 'R1'])
      expect(await receipts({ limit: 9, p: 'u9/ledger/2026' })).toEqual([])
    })

    it('files, import runs and profiles are kept for their owner', async () => {
      const { store, ann, ben } = await openWorld(open)
      const { files } = store
      const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => i % 251)
      const upload = {
        id: 'up1',
        userId: 'ann',
        purpose: 'import',
        fileName: '旧.xlsx',
        sha256: 'a'.repeat(64),
        bytes,
        at,
      } as const
      expect(await files.saveUpload(upload)).toEqual({ ok: true, value: undefined })
      const found = await files.findUpload('up1', ann)
      expect({ ...found, bytes: null }).toEqual({ ...upload, bytes: null })
      expect(Buffer.compare(found?.bytes ?? new Uint8Array(), bytes)).toBe(0)
      expect(await files.findUpload('up1', ben)).toBeUndefined()
      const run = { id: 'run1', uploadId: 'up1', userId: 'ann', content: '{}', pushId: null, at }
      await files.saveImportRun(run)
      await files.saveImportRun({ ...run, content: '{"a":1}' })
      expect(await files.findImportRun('run1', ann)).toEqual({ ...run, content: '{"a":1}' })
      expect(await files.findImportRun('run1', ben)).toBeUndefined()
      const profile = { unitId: 'u1', kind: 'ledger', fingerprint: 'f1', content: '{}', at, by: 'ann' }
      await files.saveProfile(profile)
      await files.saveProfile({ ...profile, content: '{"b":2}' })
      await files.saveProfile({ ...profile, unitId: 'u2' })
      expect(await files.listProfiles(['u1'])).toEqual([{ ...profile, content: '{"b":2}' }])
      expect(await files.listProfiles(['u1', 'u2'])).toHaveLength(2)
      expect(await files.listProfiles(['u3'])).toEqual([])
      expect(await files.listProfiles([])).toEqual([])
      expect(await files.purgeUploads('2027-01-01')).toBe(1)
      expect(await files.findUpload('up1', ann)).toBeUndefined()
    })

    it('audit, chain and push rows cannot be changed, nor records outside a commit', async () => {
      const { store, ann } = await openWorld(open)
      await push(store, ann, [create(row('1'))])
      const { db } = store
      await expect(
        db
          .updateTable('audit')
          .set({ now: '0' } as never)
          .execute(),
      ).rejects.toThrow('append-only')
      await expect(db.deleteFrom('audit').execute()).rejects.toThrow('append-only')
      await expect(
        db
          .updateTable('chain')
          .set({ actor: 'x' } as never)
          .execute(),
      ).rejects.toThrow('append-only')
      await expect(db.deleteFrom('chain').execute()).rejects.toThrow('append-only')
      await expect(
        db
          .updateTable('push')
          .set({ result: '' } as never)
          .execute(),
      ).rejects.toThrow('append-only')
      if (store.engine === 'postgres')
        await expect(db.updateTable('record').set({ state: 'final' }).execute()).rejects.toThrow('outside-commit')
    })

    it('C22: the tree of units takes no cycle', async () => {
      const { store } = await openWorld(open)
      const move = (id: string, parent: string | null) =>
        store.db.updateTable('unit').set({ parent_id: parent }).where('id', '=', id).execute()
      await expect(move('u0', 'u2')).rejects.toThrow('unit-cycle')
      await expect(move('u1', 'u1')).rejects.toThrow()
      await expect(move('u1', 'u404')).rejects.toThrow()
      await move('u2', 'u0')
      await move('u1', 'u2')
    })

    it('the probe writes, reads, and agrees with the chain', async () => {
      const { store, ann } = await openWorld(open)
      expect(await store.probe()).toMatchObject({ ok: true, head: { csn: 0 } })
      await push(store, ann, [create(row('1'))])
      expect(await store.probe()).toMatchObject({ ok: true, head: { csn: 1 } })
    })

    it('I9: the audit replayed from its beginning gives the tables', async () => {
      const { store, ann } = await openWorld(open)
      const ops = Array.from({ length: 30 }, (_, i) => create(row(`${i}`, { amount: i, payee: `人${i % 3}` })))
      const made = await push(store, ann, ops)
      const edits = ops.slice(0, 20).map((op, i) =>
        update(op.id, rvAt(made, i), [
          { amount: i, note: '备注' },
          { amount: i + 1, note: null },
        ]),
      )
      await push(store, ann, edits)
      expect(await store.verifyChain({ tables: true })).toMatchObject({ intact: true, links: 2, entries: 30 + 20 * 3 })
      const tallies = await store.db.selectFrom('tally').selectAll().where('rule', '=', 'ledger/payee-limit').execute()
      expect(tallies.reduce((sum, { left_sum }) => sum + Number(left_sum), 0)).toBe((29 * 30) / 2 + 20)
    })
  })
}
