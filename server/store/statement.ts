// Kysely compiles a hot query once; prepared statements run its text.
import type { Param } from './batch.ts'
import type { Session } from './engine.ts'
import type { Compilable } from 'kysely'

/** A compiled query and the order in which it takes its slots. */
export interface Statement<T> {
  readonly sql: string
  readonly slots: readonly string[]
  /** Never set: carries the row type. */
  readonly row?: T
}

class Slot {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** A place for a parameter in a query that is compiled once; the cast tells Kysely the column's type. */
export function textSlot(name: string): string {
  return new Slot(name) as unknown as string
}

export function numberSlot(name: string): number {
  return new Slot(name) as unknown as number
}

/** Every parameter of the query must be a slot. */
export function compileOnce<T>(query: Compilable<T>): Statement<T> {
  const { sql, parameters } = query.compile()
  const slots = parameters.map((parameter) => {
    if (!(parameter instanceof Slot)) throw new Error(`not a slot in: ${sql}`)
    return parameter.name
  })
  return { sql, slots }
}

export function run<T>(
  session: Session,
  statement: Statement<T>,
  params: Readonly<Record<string, Param>>,
): Promise<readonly T[]> {
  return session.all<T>(
    statement.sql,
    statement.slots.map((name) => {
      const value = params[name]
      if (value === undefined) throw new Error(`no ${name} for: ${statement.sql}`)
      return value
    }),
  )
}

/** For statements that give at most one row. */
export async function first<T>(
  session: Session,
  statement: Statement<T>,
  params: Readonly<Record<string, Param>>,
): Promise<T | undefined> {
  return (await run(session, statement, params))[0]
}
