// The benchmark list as a sheet kind that a server keeps, its rows as wire text, and the raw insert they are measured against.
import type { Principal } from '#server/auth/principal.ts'
import type { RecordStore } from '#server/store/recordStore.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { RecordId, Values } from '#shared/kernel/value.ts'
import { benchDefinition } from './benchDefinition.ts'
import { benchRows, type BenchRow } from './data.ts'
import type Sqlite from 'better-sqlite3'

const { idCard } = benchDefinition.columns
if (!idCard) throw new Error('the benchmark list has lost its idCard')

/** As benchDefinition, with rights; ID numbers are personal here, for sensitive fields never travel in a push. */
export const storedBench: SheetDefinition = {
  ...benchDefinition,
  columns: { ...benchDefinition.columns, idCard: { ...idCard, fieldClass: 'personal' } },
  workflow: {
    ...benchDefinition.workflow,
    initial: 'draft',
    states: [{ name: 'draft', label: benchDefinition.title, locked: false }],
    permissions: [
      { role: 'finance', states: ['draft'], actions: ['read', 'create', 'update', 'delete'], reach: 'unit' },
    ],
  },
}

export const benchPartition = 'u1/bench/2026'

/** UUIDv7-like: ordered. */
export function benchId(index: number): RecordId {
  return `01950000-${(index >>> 12).toString(16).padStart(4, '0')}-7${(index & 0xfff).toString(16).padStart(3, '0')}-8000-${index.toString(16).padStart(12, '0')}` as RecordId
}

/** Money in 分. */
export function toBenchValues(row: BenchRow): Values {
  return {
    ...row,
    standard: row.standard * 100,
    amount: Math.round(row.amount * 100),
    note: row.note === '' ? null : row.note,
  }
}

export function benchValues(count: number): readonly Values[] {
  return benchRows(count).map(toBenchValues)
}

/** One unit, one finance clerk. */
export async function addBenchClerk(store: RecordStore, password = '-'): Promise<Principal> {
  const at = '2026-01-01T00:00:00.000Z'
  const { db } = store
  await db
    .insertInto('unit')
    .values({ id: 'u1', name: '分会', kind: 'primary', parent_id: null, created_at: at })
    .execute()
  const user = { id: 'clerk', name: 'clerk', display_name: '财务', password, disabled: 0, created_at: at }
  await db
    .insertInto('user_account')
    .values({ ...user, password_changed_at: at })
    .execute()
  const none = { department: null, valid_from: null, valid_to: null }
  await db
    .insertInto('access_grant')
    .values({ id: 'g1', user_id: 'clerk', role: 'finance', unit_id: 'u1', kinds: '[]', ...none })
    .execute()
  const grant = { role: 'finance', unitId: 'u1', kinds: [], department: null, from: null, to: null } as const
  return { userId: 'clerk', name: '财务', sessionId: null, grants: [grant] }
}

/** The floor of performance.md §4: 16 bound columns, text primary key, index on the revision, one transaction, WAL. */
export function insertRaw(db: Sqlite.Database, values: readonly Values[]): void {
  const columns = Object.keys(storedBench.columns)
  db.exec(
    `create table raw (id text primary key, ${columns.map((key) => `"${key}"`).join(', ')}, rev integer, deleted integer)`,
  )
  db.exec('create index raw_rev on raw (rev)')
  const places = Array.from({ length: columns.length + 3 }, () => '?').join(', ')
  const insert = db.prepare(`insert into raw values (${places})`)
  db.exec('begin')
  for (const [index, row] of values.entries())
    insert.run(benchId(index), ...columns.map((key) => row[key] ?? null), index, 0)
  db.exec('commit')
}
