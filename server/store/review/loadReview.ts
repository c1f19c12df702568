// What transitions of this push are weighed by: evidence and objections of their sheets, hands on their rows.
import type { Dialect } from '../dialect.ts'
import type { Session } from '../engine.ts'
import type { Queries } from '../queries.ts'
import { run } from '../statement.ts'
import { groupBy } from '../undo/groupBy.ts'
import { toProceeding } from './notes.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import type { FiledEvidence, Hand, OpenObjection } from '#shared/review/facts.ts'
import { foldProceedings, type ReviewLog } from '#shared/review/fold.ts'

export interface ReviewReading {
  readonly session: Session
  readonly queries: Queries
  readonly dialect: Dialect
}

export async function readLogs(
  { session, queries, dialect }: ReviewReading,
  ps: readonly string[],
): Promise<ReadonlyMap<string, ReviewLog>> {
  const rows = (await run(session, queries.notesOfPlaces, { ps: dialect.list(ps) })).map(toProceeding)
  const byPlace = groupBy(rows, ({ p }) => p)
  return new Map(ps.map((p) => [p, foldProceedings(byPlace.get(p) ?? [])]))
}

/** Evidence of one sheet with what it covered, oldest first. */
export async function readEvidence(
  { session, queries, dialect }: ReviewReading,
  { evidence }: ReviewLog,
): Promise<readonly FiledEvidence[]> {
  if (evidence.length === 0) return []
  const covers = await run(session, queries.coversOf, { evidence: dialect.list(evidence.map(({ id }) => id)) })
  const digests = new Map<string, Map<RecordId, string>>()
  for (const cover of covers) {
    const known = digests.get(cover.evidence) ?? new Map<RecordId, string>()
    digests.set(cover.evidence, known.set(cover.record_id as RecordId, cover.digest))
  }
  return evidence.map(({ id, content, covers: type, withdrawn }) => ({
    id,
    content,
    covers: type,
    withdrawn: withdrawn !== null,
    digests: digests.get(id) ?? new Map<RecordId, string>(),
  }))
}

/** Until it is answered, whatever becomes of the notice: taking that down is no answer. */
export function openObjections({ objections }: ReviewLog): readonly OpenObjection[] {
  return objections
    .filter(({ closed }) => closed === null)
    .map(({ id, ids }) => ({ id, ids: ids.length === 0 ? null : new Set(ids) }))
}

/**
 * Since each record last came back to the initial state. Its creation counts for ever, and so does what was written before
 * and still stands: whoever wrote an amount does not approve it because the row was sent back in between.
 */
export async function readHands(
  { session, queries, dialect }: ReviewReading,
  ids: readonly RecordId[],
  definition: SheetDefinition,
): Promise<ReadonlyMap<RecordId, readonly Hand[]>> {
  const { initial } = definition.workflow
  const hands = new Map<RecordId, Hand[]>()
  if (ids.length === 0) return hands
  /** Record → field → who wrote what stands in it since before. */
  const standing = new Map<RecordId, Map<string, Hand>>()
  for (const { record_id, kind, field, actor, was, now } of await run(session, queries.handsOf, {
    ids: dialect.list(ids),
  })) {
    const id = record_id as RecordId
    const known = hands.get(id) ?? []
    const before = standing.get(id) ?? new Map<string, Hand>()
    const from = stateOf(was)
    const to = stateOf(now)
    if (kind === 'create' || kind === 'restore')
      known.push({ userId: actor, did: 'create', field: null, from: null, to: null })
    else if (kind === 'update') {
      known.push({ userId: actor, did: 'edit', field, from: null, to: null })
      before.delete(field ?? '')
    } else if (kind === 'transition') {
      // back to the beginning: the steps before are done with, what was written is not
      if (to === initial) {
        for (const hand of known) if (hand.did === 'edit') before.set(hand.field ?? '', hand)
        known.splice(0, known.length, ...known.filter(({ did }) => did === 'create'))
      } else known.push({ userId: actor, did: from === initial ? 'submit' : 'step', field: null, from, to })
    }
    hands.set(id, known)
    standing.set(id, before)
  }
  return new Map([...hands].map(([id, known]) => [id, [...(standing.get(id)?.values() ?? []), ...known]]))
}

function stateOf(text: string | null | undefined): string | null {
  return text === null || text === undefined ? null : (JSON.parse(text) as string)
}
