// Who last changed which field of which record, and when: for previews, of many rows at once.
import { isVisible, viewOf } from '../../auth/view.ts'
import type { Principal } from '../../auth/principal.ts'
import { readSubject } from '../readSubject.ts'
import { run } from '../statement.ts'
import type { Reading } from './reading.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import type { RecordId } from '#shared/kernel/value.ts'

export interface Author {
  readonly by: string
  /** ISO 8601. */
  readonly at: string
}

export interface Authors {
  /** Of the newest change, whatever it was. */
  readonly last: Author
  /** Of the newest change of each field; the creation stands for fields that never changed since. */
  readonly fields: ReadonlyMap<string, Author>
  readonly creation: Author | undefined
}

/** Records that the person may not see, or that are unknown, are left out. */
export async function readAuthors(
  reading: Reading,
  ids: readonly RecordId[],
  principal: Principal,
): Promise<ReadonlyMap<RecordId, Authors>> {
  const { session, queries, dialect, rules, today } = reading
  const subject = await readSubject(session, queries, { grants: principal.grants, today })
  const list = dialect.list([...new Set<string>(ids)])
  const seen = (await run(session, queries.placesOf, { ids: list })).filter((row) => {
    const partition = parsePartitionId(row.p)
    const definition = rules.kinds.get(partition?.kind ?? '')?.definition
    return partition && definition && isVisible(viewOf(subject, { definition, unitId: partition.unitId }), row)
  })
  if (seen.length === 0) return new Map()
  const authors = new Map<RecordId, { last: Author; fields: Map<string, Author>; creation: Author | undefined }>()
  // newest first
  for (const entry of await run(session, queries.authorsOf, { ids: dialect.list(seen.map(({ id }) => id)) })) {
    const { kind, field, by, at } = entry
    const id = entry.record_id as RecordId
    let known = authors.get(id)
    if (!known) authors.set(id, (known = { last: { by, at }, fields: new Map(), creation: undefined }))
    if (field !== null && !known.fields.has(field)) known.fields.set(field, { by, at })
    if ((kind === 'create' || kind === 'restore') && !known.creation) known.creation = { by, at }
  }
  return authors
}

/** @param fields none: the record as a whole */
export function authorOf(authors: Authors, fields: readonly string[]): Author {
  const found = fields.flatMap((field) => authors.fields.get(field) ?? [])
  return (
    found.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0] ??
    (fields.length === 0 ? authors.last : (authors.creation ?? authors.last))
  )
}
