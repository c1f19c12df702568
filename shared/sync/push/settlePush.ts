// A push was answered: what the workbook remembers from then on. Pure.
import type { RecordId, Value, Values } from '../../kernel/value.ts'
import type { BaseRecord, JournalEntry, WorkbookState } from '../state/base.ts'
import { addWitness } from '../state/points.ts'
import type { Op, OpResult, PushEnvelope, PushResult } from '../record.ts'

const maxJournalEntries = 200
const maxJournalDays = 90
/** Characters of JSON; keeps the hidden sheet small. */
const maxJournalSize = 4_000_000

export interface SettleFacts {
  /** State that a new record of this partition starts in. */
  readonly initialState: (p: string) => string
}

/**
 * What was applied (or was so already) is from now on the base of these fields, so that the next comparison does not take
 * it for a change of others; the pull that follows brings the whole records. The push leaves `pending` and `redo` and
 * enters the journal; its points become witnesses (W7).
 */
export function settlePush(
  state: WorkbookState,
  envelope: PushEnvelope,
  { result, initialState }: SettleFacts & { readonly result: PushResult },
): WorkbookState {
  const base = new Map(state.base)
  const outcomes = new Map(result.results.map((outcome) => [`${outcome.g}/${outcome.i}`, outcome]))
  // What is offered again is not in the sheet any more: the reset took it out, and the pull that follows brings it back.
  const again = state.redo.some((entry) => entry.envelope.pushId === envelope.pushId)
  for (const { g, ops } of again ? [] : envelope.groups) {
    ops.forEach((op, i) => {
      const outcome = outcomes.get(`${g}/${i}`)
      if (outcome) settleOp(base, op, { outcome, initialState })
    })
  }
  const { point, receipt, at, counts, totals, seal } = result
  const entry: JournalEntry = { envelope, point, receipt: { receipt, at, counts, totals }, seal }
  return {
    ...state,
    base,
    pending: null,
    redo: state.redo.filter((waiting) => waiting.envelope.pushId !== envelope.pushId),
    journal: point === null ? state.journal : trimJournal([...state.journal, entry]),
    witness: addWitness(state.witness, point, result.head),
  }
}

/**
 * The id is known to the server under another user or other bytes: a copy of this workbook has sent it (H6). What became of
 * it is not told; but where a record is as the push would have left it, the next pull brings no change of others.
 */
export function settleElsewhere(state: WorkbookState, envelope: PushEnvelope): WorkbookState {
  const ancestors = new Map(state.ancestors)
  for (const op of envelope.groups.flatMap(({ ops }) => ops)) {
    const record = state.base.get(op.id)
    const ancestor = ancestors.get(op.id)
    if (op.op === 'create' && !record) ancestors.set(op.id, { was: 'absent', p: op.p, sent: op.values })
    if (op.op === 'update' && record && (!ancestor || ancestor.was === 'row')) {
      ancestors.set(op.id, { was: 'row', p: record.p, values: {}, ...ancestor, sent: op.set })
    }
  }
  const redo = state.redo.filter((waiting) => waiting.envelope.pushId !== envelope.pushId)
  return { ...state, ancestors, redo }
}

function settleOp(
  base: Map<RecordId, BaseRecord>,
  op: Op,
  { outcome, initialState }: SettleFacts & { readonly outcome: OpResult },
): void {
  if (outcome.s !== 'applied' && outcome.s !== 'merged' && outcome.s !== 'noop') return
  const { rv } = outcome
  const record = base.get(op.id)
  if (op.op === 'create' && rv !== null) {
    const values = withoutBlanks({ ...record?.values, ...op.values })
    base.set(op.id, { id: op.id, p: op.p, rv, state: record?.state ?? initialState(op.p), values })
  }
  if (op.op === 'update' && record) {
    base.set(op.id, { ...record, rv: rv ?? record.rv, values: withoutBlanks({ ...record.values, ...op.set }) })
  }
  if (op.op === 'delete') base.delete(op.id)
  if (op.op === 'transition' && record && rv !== null) base.set(op.id, { ...record, rv, state: op.to })
}

function withoutBlanks(values: Values): Values {
  const filled: Record<string, Value> = {}
  for (const [key, value] of Object.entries(values)) if (value !== null) filled[key] = value
  return filled
}

/** Oldest first; by the server's own times, never by a clock of ours. */
function trimJournal(journal: readonly JournalEntry[]): readonly JournalEntry[] {
  const newest = Date.parse(journal[journal.length - 1]?.receipt.at ?? '')
  const kept: JournalEntry[] = []
  let size = 0
  for (const entry of journal.toReversed()) {
    size += JSON.stringify(entry).length
    const days = (newest - Date.parse(entry.receipt.at)) / 86_400_000
    const tooOld = kept.length >= maxJournalEntries || days > maxJournalDays || size > maxJournalSize
    if (kept.length > 0 && tooOld) break
    kept.push(entry)
  }
  return kept.toReversed()
}
