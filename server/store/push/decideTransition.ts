// A record goes to another state: strict on revision and on the content that was seen, with everything the step needs.
import { findRow, type Found } from './findRow.ts'
import { digestWhole, toWhole } from '../kindCodec.ts'
import { sha256 } from '../sha256.ts'
import { fillStep } from './fillStep.ts'
import { describeSteps } from './describeSteps.ts'
import type { MoveOp } from './pushWork.ts'
import { fieldEntries, type Deciding } from './savedRow.ts'
import { reject, rejectDenied, type Verdict } from './verdict.ts'
import type { Place, Row } from './workspace.ts'
import { refuseUnready } from './weighMove.ts'
import type { Note } from '../review/notes.ts'
import type { Transition } from '#shared/definition/workflow.ts'
import type { Values } from '#shared/kernel/value.ts'
import { deny } from '#shared/definition/denial.ts'
import type { Op } from '#shared/sync/record.ts'
import { contentHash } from '#shared/sync/contentHash.ts'

type StepOp = (Op & { readonly op: 'transition' }) | MoveOp

export function decideTransition(deciding: Deciding, op: StepOp): Verdict {
  const found = op.op === 'move' && op.as === 'revert' ? findAny(deciding, op) : findRow(deciding, op.id)
  if (!found.ok) return found.verdict
  const { row, place } = found
  const { codec } = place
  if (row.deleted) return { s: 'conflict', code: 'edit-deleted', theirs: null, csn: row.csn }
  const values = codec.decode(row.text)
  if (op.op === 'move' && op.as === 'revert')
    return row.state !== op.from
      ? reject('state', { id: op.id, params: { state: row.state } })
      : moved(deciding, { row, place, values, filled: values, to: op.to, notes: [] })
  const transition = findTransition(deciding, place, { from: row.state, to: op.to })
  if (!transition)
    return rejectDenied('state', deny('skips-step', { params: describeSteps(codec.definition, row.state, op.to) }), op)
  if (transition.scope === 'sheet' && op.op !== 'move') return reject('whole-sheet', { id: op.id })
  const refused = refuseAuthor(deciding, transition, found)
  if (refused) return refused
  if (op.op === 'transition') {
    // masked columns are approved as they are shown
    const seen = contentHash({ p: place.p, state: row.state, values: place.showing.values(row) }, sha256)
    if (op.rv !== place.showing.rv(row) || op.seen !== seen)
      return { s: 'conflict', code: 'stale-approval', theirs: place.showing.record(row), csn: row.csn }
  }
  const filled = fillStep(deciding, transition, place, values)
  const findings = place.check(filled, op.id, values)
  // whoever sends something back, or stops it, need not have it sound first
  const stopping = transition.reason === true ? [] : findings.filter(({ severity }) => severity === 'error')
  if (stopping.length > 0) return { s: 'rejected', code: 'invalid', findings: stopping }
  // a sheet that moves as a whole was weighed as a whole
  const weighed = op.op === 'move' ? { notes: [] } : refuseUnready(deciding, transition, { row, place, values: filled })
  if ('refused' in weighed) return weighed.refused
  const verdict = moved(deciding, { row, place, values, filled, to: op.to, notes: weighed.notes })
  return verdict.s === 'applied' ? { ...verdict, findings } : verdict
}

/** The one that was asked for by name, where it was; else the one that leads there. */
function findTransition(
  { move }: Deciding,
  { codec }: Place,
  step: { readonly from: string; readonly to: string },
): Transition | undefined {
  return codec.definition.workflow.transitions.find(
    ({ name, from, to }) =>
      to === step.to && from.includes(step.from) && (move === undefined || move.transition === name),
  )
}

function findAny({ space }: Deciding, { id }: MoveOp): Found {
  const row = space.rows.get(id)
  const place = row && space.places.get(row.p)
  return row && place ? { ok: true, row, place } : { ok: false, verdict: reject('unknown', { id }) }
}

/** undefined: the author may, by an own or a delegated right, or as an emergency. */
function refuseAuthor(
  { permissions, move }: Deciding,
  transition: Transition,
  { row, place }: { readonly row: Row; readonly place: Place },
): Verdict | undefined {
  if (permissions.mayTransition(transition, place, row).allowed) return undefined
  const denial = permissions.denial('transition', place, row, transition)
  const { emergency } = transition
  const consulted = move?.consulted
  if (!emergency || !consulted || !permissions.mayInEmergency(transition, place, row))
    return rejectDenied('forbidden', denial, row)
  const heard = new Set(consulted.filter(({ opinion }) => opinion.trim() !== '').map(({ name }) => name.trim()))
  heard.delete('')
  return heard.size < emergency.consulted || move.reason.trim() === ''
    ? rejectDenied('not-ready', deny('emergency-unconsulted', { params: { minimum: emergency.consulted } }), row)
    : undefined
}

interface Moving {
  readonly row: Row
  readonly place: Place
  readonly values: Values
  /** With what the step writes. */
  readonly filled: Values
  readonly to: string
  readonly notes: readonly Note[]
}

function moved(deciding: Deciding, { row, place, values, filled, to, notes }: Moving): Verdict {
  const text = filled === values ? row.text : place.codec.encode(filled)
  const next = {
    ...row,
    state: to,
    csn: deciding.space.csn,
    hash: digestWhole(row.id, place.p, toWhole(to, text)).slice(0, 16),
    text,
  }
  const parts = { place, before: row, beforeValues: values, next, values: filled }
  return {
    s: 'applied',
    change: { ...parts, entries: fieldEntries(deciding, parts), notes },
    findings: [],
  }
}
