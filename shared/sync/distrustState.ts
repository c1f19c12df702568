// A workbook out of somebody's hands: what waits in it is not sent unseen under the name of whoever dropped it (W10).
import type { WorkbookState } from './base.ts'
import type { PushEnvelope } from './record.ts'

/**
 * A pending envelope is forgotten: its edits are still in the sheet, where they are compared, shown and cut again. Pushes
 * that would be offered again after the server lost commits keep what they created and changed (the preview counts them);
 * removals and transitions are left out: a row that is missing asks to be confirmed by name (D4).
 */
export function distrustState(state: WorkbookState): WorkbookState {
  return {
    ...state,
    pending: null,
    redo: state.redo.flatMap(withoutRemovals),
    journal: state.journal.flatMap((entry) =>
      withoutRemovals(entry.envelope).map((envelope) => ({ ...entry, envelope })),
    ),
  }
}

/** None where nothing is left. Groups go whole. */
function withoutRemovals(envelope: PushEnvelope): readonly PushEnvelope[] {
  const groups = envelope.groups.filter(({ ops }) => ops.every(({ op }) => op === 'create' || op === 'update'))
  if (groups.length === envelope.groups.length) return [envelope]
  return groups.length === 0 ? [] : [{ ...envelope, groups, confirmedDeletes: 0 }]
}

/** How many creations and changes wait to be offered again. */
export function countOffered({ redo }: Pick<WorkbookState, 'redo'>): number {
  return redo.reduce((sum, { groups }) => groups.reduce((count, { ops }) => count + ops.length, sum), 0)
}
