// Weighs a step inside the push: one row, or a whole sheet; what it rests on becomes an entry of the log.
import type { MoveOp } from './pushWork.ts'
import type { Deciding } from './savedRow.ts'
import { sha256 } from '../sha256.ts'
import { rejectDenied, type Verdict } from './verdict.ts'
import type { Place, Row } from './workspace.ts'
import { actingOf, actorOf } from '../rights/readIdentities.ts'
import { excusesFor } from '../../auth/exemptions.ts'
import type { Note } from '../review/notes.ts'
import type { Transition } from '#shared/definition/workflow.ts'
import type { RecordId, Values } from '#shared/kernel/value.ts'
import { coverDigest } from '#shared/review/covered.ts'
import { deny } from '#shared/definition/denial.ts'
import type { StoredEntry } from '#shared/review/proceeding.ts'
import { weigh, type Weighed } from '#shared/review/weigh.ts'
import { validateBefore } from '#shared/validation/validateRows.ts'

export interface Standing {
  readonly row: Row
  readonly place: Place
  readonly values: Values
}

export type Readiness = { readonly refused: Verdict } | { readonly notes: readonly Note[] }

/** One row by itself. */
export function refuseUnready(deciding: Deciding, transition: Transition, standing: Standing): Readiness {
  const { row, place } = standing
  const weighed = weighRows(deciding, transition, { place, standings: [standing] })
  const refused = refusedBy(weighed, transition, [standing])
  if (refused) return { refused }
  return { notes: notesOf(deciding, { transition, place, rows: [row], weighed }) }
}

/** All rows of a sheet together; the ops of its group follow only when nothing stands against it. */
export function weighSheet(deciding: Deciding, ops: readonly MoveOp[]): Readiness {
  const standings = ops.flatMap(({ id }): readonly Standing[] => {
    const row = deciding.space.rows.get(id)
    const place = row && deciding.space.places.get(row.p)
    return row && place && !row.deleted ? [{ row, place, values: place.codec.decode(row.text) }] : []
  })
  const [first] = standings
  const transition = first?.place.codec.definition.workflow.transitions.find(
    ({ name }) => name === deciding.move?.transition,
  )
  // nothing to weigh: the ops themselves are refused
  if (!first || !transition || !transition.from.includes(first.row.state)) return { notes: [] }
  if (
    !deciding.permissions.mayTransition(transition, first.place, first.row).allowed &&
    !deciding.permissions.mayInEmergency(transition, first.place, first.row)
  )
    return { notes: [] }
  const weighed = weighRows(deciding, transition, { place: first.place, standings })
  const refused = refusedBy(weighed, transition, standings)
  if (refused) return { refused }
  return {
    notes: notesOf(deciding, { transition, place: first.place, rows: standings.map(({ row }) => row), weighed }),
  }
}

function weighRows(
  { space, author, move, permissions }: Deciding,
  transition: Transition,
  { place, standings }: { readonly place: Place; readonly standings: readonly Standing[] },
): Weighed {
  const { definition } = place.codec
  const review = space.review.get(place.p)
  const first = standings[0]
  const giver = first && permissions.onBehalfOf(transition, place, first.row)
  const isOwnStep = first !== undefined && permissions.mayTransition(transition, place, first.row).allowed
  const acting = actingOf(author.identities, author.userId, giver)
  return weigh({
    definition,
    transition,
    rows: standings.map(({ row, values }) => ({ id: row.id, values, digest: coverDigest(definition, values, sha256) })),
    context: place.context,
    evidence: review?.evidence ?? [],
    objections: review?.objections ?? [],
    hands: review?.hands ?? new Map(),
    actor: actorOf(acting),
    // what is taken as an emergency rests on nothing else
    excuses: excusesFor(isOwnStep ? (review?.exemptions ?? []) : [], {
      unitId: place.unit.id,
      today: place.context.today,
      acting: acting.map(({ userIds }) => userIds),
      grants: author.grants,
    }),
    reason: move?.reason ?? '',
  })
}

function refusedBy({ denials }: Weighed, { name }: Transition, standings: readonly Standing[]): Verdict | undefined {
  const [first] = standings
  if (!first) return undefined
  const [denial] = denials
  if (denial) {
    const column = denial.params['column']
    const place = { id: first.row.id, ...(typeof column === 'string' ? { column } : {}) }
    const code = denial.code.startsWith('sod-') ? (denial.code as `sod-${string}`) : 'not-ready'
    return rejectDenied(code, denial, place)
  }
  for (const { row, place, values } of standings) {
    const located = { row: { values, location: { id: row.id } }, context: place.context }
    const findings = validateBefore(place.codec.definition, name, located)
    if (findings.length > 0) return { s: 'rejected', code: 'not-ready', findings, denial: deny('guarded') }
  }
  return undefined
}

interface Step {
  readonly transition: Transition
  readonly place: Place
  readonly rows: readonly Row[]
  readonly weighed: Weighed
}

function notesOf(deciding: Deciding, { transition, place, rows, weighed }: Step): readonly Note[] {
  const { permissions, move, pushId, at } = deciding
  const [first] = rows
  if (!first) return []
  const scope = transition.scope ?? 'record'
  const allowed = permissions.mayTransition(transition, place, first).allowed
  const giver = permissions.onBehalfOf(transition, place, first)
  const reason = move?.reason.trim() ?? ''
  const notes: Note[] = []
  const note = (subject: string, entry: StoredEntry): void => {
    const record: RecordId | null = scope === 'record' ? first.id : null
    notes.push({ subject, p: place.p, record, entry })
  }
  if (scope === 'sheet' || weighed.restsOn.length > 0 || reason !== '' || giver || weighed.excused.length > 0)
    note(`${pushId}-${first.id}`, {
      type: 'decision',
      transition: transition.name,
      scope,
      rows: rows.length,
      reason,
      restsOn: weighed.restsOn,
      onBehalfOf: giver?.name ?? null,
      ...(weighed.excused.length > 0 ? { excused: weighed.excused } : {}),
    })
  const { emergency } = transition
  if (!allowed && emergency)
    note(`${pushId}-${first.id}-e`, {
      type: 'emergency',
      transition: transition.name,
      ids: rows.map(({ id }) => id),
      from: first.state,
      to: transition.to,
      reason,
      consulted: move?.consulted ?? [],
      until: new Date(Date.parse(at) + emergency.ratifyHours * 3_600_000).toISOString(),
    })
  return notes
}
