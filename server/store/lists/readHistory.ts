// What happened to one record, or to one of its cells: from the audit, newest first.
import type { KindCodec } from '../kindCodec.ts'
import { toProceeding } from '../review/notes.ts'
import { run } from '../statement.ts'
import { findSeen, type Asked } from './findSeen.ts'
import type { Reading } from './reading.ts'
import type { HistoryEntry } from '#shared/contract/resources.ts'
import type { Proceeding } from '#shared/review/proceeding.ts'
import { maskValue } from '#shared/definition/mask.ts'

export interface HistoryQuery extends Asked {
  /** Only what changed this column; creation then shows its first value. */
  readonly field?: string
}

export async function readHistory(
  reading: Reading,
  { field, ...asked }: HistoryQuery,
): Promise<readonly HistoryEntry[] | undefined> {
  const { session, queries } = reading
  const seen = await findSeen(reading, asked)
  if (!seen) return undefined
  const { row, place } = seen
  const { codec, showing } = place
  // by the row as it is now: what was once written in the open is masked with it
  const hidden = showing.hidden(row)
  const origins = new Map(
    (await run(session, queries.origins, { id: row.id })).map((origin) => [origin.push_id, origin]),
  )
  const entries = await run(session, queries.entriesOf, { last: row.lastEntry })
  const changes = entries.flatMap((entry): readonly HistoryEntry[] => {
    const { kind, csn, at, by, was, now } = entry
    const whole = kind === 'create' || kind === 'restore' || kind === 'delete'
    if (field !== undefined && !whole && entry.field !== field) return []
    const origin = kind === 'create' ? origins.get(entry.push_id ?? '') : undefined
    const shown = whole ? (field ?? null) : entry.field
    const values = whole ? shownValues(codec, { was, now }, field) : shownField(codec, { shown, was, now })
    const mask = hidden.get(shown ?? '')
    return [
      {
        csn,
        at,
        by,
        kind: kind === 'restore' ? 'create' : kind,
        field: shown,
        was: mask === undefined ? values.was : maskValue(values.was, mask),
        now: mask === undefined ? values.now : maskValue(values.now, mask),
        pushId: entry.push_id ?? '',
        receipt: `R${csn}`,
        source: origin ? { file: origin.file_name ?? '', sheet: origin.sheet, row: origin.line } : null,
      },
    ]
  })
  const reveals = (await run(session, queries.revealsOf, { id: row.id })).map(toProceeding).flatMap(toReveal)
  const told = field === undefined ? reveals : reveals.filter((entry) => entry.field === field)
  return told.length === 0 ? changes : [...changes, ...told].toSorted((one, other) => other.csn - one.csn)
}

/** That somebody was shown a masked value belongs to its history; the value does not. */
function toReveal({ seq, entry, by, at }: Proceeding): readonly HistoryEntry[] {
  if (entry.type !== 'reveal') return []
  const csn = Math.floor(seq / 2 ** 24)
  const { column: field, reason } = entry
  const place = { pushId: '', receipt: `R${csn}`, source: null }
  return [{ csn, at, by, kind: 'reveal', field, was: null, now: null, ...place, reason }]
}

type Values2 = Pick<HistoryEntry, 'was' | 'now'>

interface Texts {
  readonly was: string | null
  readonly now: string | null
}

function shownField(codec: KindCodec, { shown, was, now }: Texts & { readonly shown: string | null }): Values2 {
  const column = shown ?? ''
  return { was: codec.decodeField(column, was), now: codec.decodeField(column, now) }
}

/** Creation, return and deletion hold the whole record: of it the asked cell, or nothing. */
function shownValues(codec: KindCodec, entry: Texts, field: string | undefined): Values2 {
  if (field === undefined) return { was: null, now: null }
  const read = (text: string | null): HistoryEntry['was'] => {
    if (text === null) return null
    const values = codec.decode(JSON.stringify((JSON.parse(text) as { readonly values: object }).values))
    return values[field] ?? null
  }
  return { was: read(entry.was), now: read(entry.now) }
}
