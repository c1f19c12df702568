// The colours that the light of one record has had, worked out from the audit and the calendar.
import { localDay } from '../../localDay.ts'
import type { PolicyBook } from '../../policy/policyBook.ts'
import type { KindCodec } from '../kindCodec.ts'
import { contextOf } from '../review/place.ts'
import { run } from '../statement.ts'
import { findSeen, type Asked } from './findSeen.ts'
import type { Reading } from './reading.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { Values } from '#shared/kernel/value.ts'
import { replayLights, type LightHistory, type RowVersion } from '#shared/review/lightHistory.ts'

export interface LightReading extends Reading {
  readonly policies: PolicyBook
}

/** undefined: not visible; no spans for kinds without a light. */
export async function readLights(reading: LightReading, asked: Asked): Promise<LightHistory | undefined> {
  const { session, queries, policies, today } = reading
  const seen = await findSeen(reading, asked)
  if (!seen) return undefined
  const { row, place } = seen
  const { light } = place.codec.definition
  if (!light) return { today, spans: [], now: null }
  const entries = await run(session, queries.entriesOf, { last: row.lastEntry })
  return replayLights(light, {
    versions: toVersions(place.codec, entries.toReversed()),
    today,
    contextOf: (day) => contextOf(policies, place, day),
  })
}

interface Entry {
  readonly kind: string
  readonly field: string | null
  readonly now: string | null
  /** ISO 8601. */
  readonly at: string
}

/** @param entries of one record, oldest first @returns what it held at the end of each day on which it changed */
export function toVersions(codec: KindCodec, entries: readonly Entry[]): readonly RowVersion[] {
  const byDay = new Map<PlainDate, Values | null>()
  let values: Values | null = null
  for (const entry of entries) {
    values = applied(codec, values, entry)
    byDay.set(localDay(new Date(entry.at)), values)
  }
  return [...byDay].map(([from, held]) => ({ from, values: held }))
}

function applied(codec: KindCodec, before: Values | null, { kind, field, now }: Entry): Values | null {
  if (kind === 'delete') return null
  if (kind === 'update' && field !== null) return { ...before, [field]: codec.decodeField(field, now) }
  if (now === null || kind === 'transition') return before
  // creation and return hold the whole record
  return codec.decode(JSON.stringify((JSON.parse(now) as { readonly values: object }).values))
}
