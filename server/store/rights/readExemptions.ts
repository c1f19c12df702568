// Exemptions on file, of all units: few, and read by the index on the type of entries.
import type { Dialect } from '../dialect.ts'
import type { Session } from '../engine.ts'
import type { Queries } from '../queries.ts'
import { toProceeding } from '../review/notes.ts'
import { run } from '../statement.ts'
import { foldRevocable, typesOf, type ExemptionOnFile } from '#shared/review/foldRevocable.ts'

export async function readExemptions({
  session,
  queries,
  dialect,
}: {
  readonly session: Session
  readonly queries: Queries
  readonly dialect: Dialect
}): Promise<readonly ExemptionOnFile[]> {
  const log = await run(session, queries.notesOfTypes, { types: dialect.list(typesOf('exemption')) })
  return foldRevocable(log.map(toProceeding), 'exemption')
}
