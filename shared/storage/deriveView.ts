// A definition → the SQL view through which reports see its records: typed columns over the stored JSON. Data, no connection.
import type { ColumnDefinition } from '../definition/column.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import { unreachable } from '../kernel/unreachable.ts'

export type SqlEngine = 'sqlite' | 'postgres'

export interface DerivedView {
  readonly name: string
  /** `drop view if exists …` and `create view …`: views may be dropped and rebuilt at any start. */
  readonly statements: readonly string[]
}

/** `lastFinal` → `last_final`. */
function toSnakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** Money is stored as decimal text of 分, so that it is cast here, once, to the engine's 64-bit integer. */
function columnSql(key: string, column: ColumnDefinition, engine: SqlEngine): string {
  const text = engine === 'sqlite' ? `json_extract(r.content, '$.${key}')` : `(r.content::jsonb ->> '${key}')`
  // Quoted: a column may be called like a word of SQL (`from`).
  const name = `"${toSnakeCase(key)}"`
  switch (column.type) {
    case 'money':
      return `cast(${text} as ${engine === 'sqlite' ? 'integer' : 'bigint'}) as "${toSnakeCase(key)}_fen"`
    case 'integer':
    case 'percent':
      return `cast(${text} as ${engine === 'sqlite' ? 'integer' : 'bigint'}) as ${name}`
    case 'boolean':
      return engine === 'sqlite' ? `${text} as ${name}` : `cast(${text} as boolean) as ${name}`
    case 'date':
      return engine === 'sqlite' ? `${text} as ${name}` : `cast(${text} as date) as ${name}`
    case 'text':
    case 'code':
    case 'choice':
    case 'list':
    case 'deadline':
      return `${text} as ${name}`
    default:
      return unreachable(column.type)
  }
}

/** Derived columns are left out: they are computed by shared code, not by SQL. Sensitive ones are never in a view. */
export function deriveView(definition: SheetDefinition, engine: SqlEngine): DerivedView {
  const name = `${definition.kind.replaceAll('-', '_')}_view`
  const columns = Object.entries(definition.columns)
    .filter(([, column]) => column.merge !== 'derived' && column.fieldClass !== 'sensitive')
    .map(([key, column]) => columnSql(key, column, engine))
  const facts = ['r.id', 'r.p', 'q.unit_id', 'q.year', 'r.state', 'r.csn']
  const select = [...facts, ...columns].map((column) => `  ${column}`).join(',\n')
  const from = `from record as r join "partition" as q on q.p = r.p`
  return {
    name,
    statements: [
      `drop view if exists ${name}`,
      `create view ${name} as\nselect\n${select}\n${from}\nwhere q.kind = '${definition.kind}' and r.deleted = 0`,
    ],
  }
}
