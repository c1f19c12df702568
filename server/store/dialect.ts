// Every difference between SQLite and PostgreSQL that reaches SQL text or error codes.
import type { Batch, Param, Trouble } from './batch.ts'
import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'

export type BatchType = 'text' | 'integer'

export interface BatchSpec {
  readonly table: string
  /** In the order of each row's values. */
  readonly columns: readonly (readonly [name: string, type: BatchType])[]
  /** Only of mode insert: columns whose value all rows of a call share, so that it is bound once. */
  readonly shared?: readonly (readonly [name: string, type: BatchType])[]
  /** insert: no key · update: rows are found by the key columns, the rest is set · upsert: both. */
  readonly mode: 'insert' | 'update' | 'upsert'
  readonly key: readonly string[]
}

export interface Dialect {
  readonly name: 'sqlite' | 'postgres'
  batch(spec: BatchSpec): Batch
  /** `column in (list)`, the list being one parameter made by `list`. */
  among(column: Expression<string | null> | RawBuilder<string>, list: Param): RawBuilder<SqlBool>
  /** The same for a column of whole numbers; the list holds decimal texts. */
  amongNumbers(column: Expression<number>, list: Param): RawBuilder<SqlBool>
  list(values: readonly string[]): Param
  /** The department `name` is one of the names in the 、-joined text of `column`. */
  names(column: Expression<string | null>, name: Param): RawBuilder<SqlBool>
  /** UTF-8 of a text: read without becoming a text of this process. */
  bytes(text: RawBuilder<string>): RawBuilder<Uint8Array<ArrayBuffer>>
  troubleOf(error: unknown): Trouble | null
}

export const sqliteDialect: Dialect = {
  name: 'sqlite',
  batch: (spec) => ({ ...rowStatement(spec), columns: spec.columns.map(([name]) => name) }),
  among: (column, list) => sql<SqlBool>`${column} in (select value from json_each(${list}))`,
  amongNumbers: (column, list) => sql<SqlBool>`${column} in (select cast(value as integer) from json_each(${list}))`,
  list: (values) => JSON.stringify(values),
  names: (column, name) => sql<SqlBool>`instr('、' || ${column} || '、', '、' || ${name} || '、') > 0`,
  bytes: (text) => sql<Uint8Array<ArrayBuffer>>`cast(${text} as blob)`,
  troubleOf: (error) => sqliteTrouble.get(codeOf(error)) ?? null,
}

export const postgresDialect: Dialect = {
  name: 'postgres',
  batch: (spec) => ({
    sql: arrayStatement(spec),
    columns: spec.columns.map(([name]) => name),
    order: null,
    many: null,
  }),
  among: (column, list) => sql<SqlBool>`${column} = any(${list}::text[])`,
  amongNumbers: (column, list) => sql<SqlBool>`${column} = any(${list}::bigint[])`,
  list: (values) => values,
  names: (column, name) => sql<SqlBool>`strpos('、' || ${column} || '、', '、' || ${name} || '、') > 0`,
  bytes: (text) => sql<Uint8Array<ArrayBuffer>>`convert_to(${text}, 'UTF8')`,
  troubleOf: (error) => {
    const code = codeOf(error)
    if (code === '23505') return 'key-taken'
    if (code === '53100') return 'storage-full'
    if (code === '53300') return 'busy'
    return lostCodes.test(code) || lostSocket.test(code) || /terminat|Connection/i.test(messageOf(error))
      ? 'lost'
      : null
  },
}

const sqliteTrouble: ReadonlyMap<string, Trouble> = new Map<string, Trouble>([
  ['SQLITE_CONSTRAINT_UNIQUE', 'key-taken'],
  ['SQLITE_FULL', 'storage-full'],
  ['SQLITE_IOERR_WRITE', 'storage-full'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_BUSY_SNAPSHOT', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
])

/** Serialisation, deadlock, lock timeout, administrator's shutdown, connection classes: PostgreSQL's advice is to run again. */
const lostCodes = /^(40001|40P01|55P03|57P0[1-3]|08\w{3})$/
const lostSocket = /^(ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT)$/

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : ''
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ')
}

function conflictClause({ columns, key }: BatchSpec): string {
  const rest = columns.filter(([name]) => !key.includes(name)).map(([name]) => `"${name}" = excluded."${name}"`)
  return `on conflict (${quoted(key)}) do update set ${rest.join(', ')}`
}

/** Rows per statement: fewer calls into SQLite; more than these bring nothing. */
const rowsAtOnce = 50

function rowStatement(spec: BatchSpec): Pick<Batch, 'sql' | 'order' | 'many'> {
  const names = spec.columns.map(([name]) => name)
  if (spec.mode === 'update') {
    const rest = names.filter((name) => !spec.key.includes(name))
    const place = (name: string): string => `"${name}" = ?`
    return {
      sql: `update "${spec.table}" set ${rest.map(place).join(', ')} where ${spec.key.map(place).join(' and ')}`,
      order: [...rest, ...spec.key].map((name) => names.indexOf(name)),
      many: null,
    }
  }
  const shared = (spec.shared ?? []).map(([name]) => name)
  const insert = (rows: number): string => {
    const values = `values ${Array.from({ length: rows }, () => placesFor(names)).join(', ')}`
    const text =
      shared.length === 0
        ? `insert into "${spec.table}" (${quoted(names)}) ${values}`
        : `insert into "${spec.table}" (${quoted([...shared, ...names])}) select * from (values ${placesFor(shared)}) cross join (${values})`
    return spec.mode === 'upsert' ? `${text} ${conflictClause(spec)}` : text
  }
  return { sql: insert(1), order: null, many: { sql: insert(rowsAtOnce), rows: rowsAtOnce } }
}

function placesFor(names: readonly string[]): string {
  return `(${names.map(() => '?').join(', ')})`
}

function arrayStatement(spec: BatchSpec): string {
  const names = spec.columns.map(([name]) => name)
  const arrays = spec.columns.map(([, type], i) => `$${i + 1}::${type === 'text' ? 'text' : 'bigint'}[]`).join(', ')
  const source = `unnest(${arrays}) as v (${quoted(names)})`
  if (spec.mode === 'update') {
    const set = names.filter((name) => !spec.key.includes(name)).map((name) => `"${name}" = v."${name}"`)
    const found = spec.key.map((name) => `t."${name}" = v."${name}"`)
    return `update "${spec.table}" as t set ${set.join(', ')} from ${source} where ${found.join(' and ')}`
  }
  const shared = spec.shared ?? []
  const constants = shared.map(([, type], i) => `, $${names.length + i + 1}::${type === 'text' ? 'text' : 'bigint'}`)
  const insert = `insert into "${spec.table}" (${quoted([...names, ...shared.map(([name]) => name)])}) select v.*${constants.join('')} from ${source}`
  return spec.mode === 'upsert' ? `${insert} ${conflictClause(spec)}` : insert
}
