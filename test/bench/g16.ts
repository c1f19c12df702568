// G16: a push of 100 changed rows costs the same at 1,000, 100,000 and 1,000,000 stored records.
import { makeSheetRules } from '#server/store/sheetRules.ts'
import { openRecordStore } from '#server/store/openRecordStore.ts'
import type { RecordStore } from '#server/store/recordStore.ts'
import { cpuOf, median, ratioOf, type RunGoal } from './goal.ts'
import { addBenchClerk, benchId, benchPartition, benchValues, storedBench } from './storeWorld.ts'
import type { Principal } from '#server/auth/principal.ts'
import type { PushEnvelope, PushId, RecordRevision } from '#shared/sync/record.ts'
import { sql } from 'kysely'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const sizes = [1000, 100_000, 1_000_000]
/** Pushed as people would; larger tables are filled up with copies by SQL, audit left as it is. */
const pushed = 1000
const warmUps = 15
const measured = 25

export const run: RunGoal = async () => {
  const costs: number[] = []
  for (const size of sizes) costs.push(await costAt(size))
  const [small = Number.NaN, ...larger] = costs
  const ratio = ratioOf(Math.max(...larger), small)
  return {
    goal: 'G16',
    title: 'CPU of a 100-row push at 100 k and 1 M stored records ÷ at 1 k',
    ratio,
    target: 1.5,
    holds: ratio <= 1.5,
    detail: { sizes, cpuMs: costs.map((ms) => Math.round(ms * 100) / 100) },
  }
}

async function costAt(size: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'tongbiao-g16-'))
  const store = await openRecordStore({
    url: join(folder, 'data.db'),
    rules: makeSheetRules([storedBench]),
    clock: () => new Date(),
    random: (bytes) => randomBytes(bytes),
  })
  const clerk = await addBenchClerk(store)
  const values = benchValues(pushed)
  const creates = values.map((row, i) => ({
    g: i + 1,
    ops: [{ op: 'create', id: benchId(i), p: benchPartition, values: row }] as const,
  }))
  await push(store, clerk, creates)
  await fill(store, size)
  const costs: number[] = []
  for (let turn = 0; turn < warmUps + measured; turn++) {
    const rows = await store.db
      .selectFrom('record')
      .select(['id', 'csn', 'hash', 'content'])
      // spread over the whole table
      .where(sql<number>`seq % ${Math.max(1, size / 100)}`, '=', turn % Math.max(1, size / 100))
      .limit(100)
      .execute()
    const groups = rows.map(({ id, csn, hash, content }, i) => {
      const wire = JSON.parse(content) as Record<string, string>
      const base = { name: wire['name'] ?? null, amount: Number(wire['amount']), phone: wire['phone'] ?? null }
      const set = { name: `改名${turn}`, amount: base.amount + 100, phone: `139${String(turn).padStart(8, '0')}` }
      const rv = `${csn}-${hash}` as RecordRevision
      return { g: i + 1, ops: [{ op: 'update', id: id as never, rv, base, set }] as const }
    })
    const { cpuMs } = await cpuOf(() => push(store, clerk, groups))
    if (turn >= warmUps) costs.push(cpuMs)
  }
  await store.close()
  rmSync(folder, { recursive: true })
  return median(costs)
}

async function push(store: RecordStore, clerk: Principal, groups: PushEnvelope['groups']): Promise<void> {
  const answer = await store.push(
    {
      pushId: Buffer.from(randomBytes(16)).toString('hex') as PushId,
      api: 1,
      schema: { bench: 1 },
      workbook: 'bench',
      witness: [],
      mode: 'groups',
      dryRun: false,
      confirmedDeletes: 0,
      groups,
    },
    clerk,
    { bodyHash: '0'.repeat(64), requestId: 'bench', source: 'push', fileName: null },
  )
  if (!answer.ok) throw new Error(answer.error.code)
  const { created, updated } = answer.value.counts
  if (created + updated !== groups.length) throw new Error(JSON.stringify(answer.value.counts))
}

/** Copies of the thousand, each with its own id and key, in the same partition. */
async function fill(store: RecordStore, size: number): Promise<void> {
  const copies = size / pushed - 1
  if (copies < 1) return
  await sql`
    with recursive n (i) as (select 1 union all select i + 1 from n where i < ${copies}),
      copy as (
        select *, printf('W%06d', (seq + i * ${pushed}) % 1000000) as code,
          printf('0196%04x-%04x-7000-8000-%012x', i >> 8, i & 255, seq + i * 4096) as copied
        from n, record where seq <= ${pushed})
    insert into record (id, p, state, csn, hash, deleted, nkey, owner, last_entry, content)
    select copied, p, state, csn, hash, deleted, code, owner, last_entry,
      replace(content, '"code":"' || nkey || '"', '"code":"' || code || '"')
    from copy`.execute(store.db)
  await sql`update partition set rows = ${size}`.execute(store.db)
}
