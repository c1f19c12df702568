// Applies a person's answers to what the sheet says, before the changes are cut: sheet rows and ancestors after them.
import type { RecordId, Value, Values } from '../../kernel/value.ts'
import type { Ancestor } from '../state/base.ts'
import type { Choice3, Conflict, FieldConflict, RowConflict } from './change.ts'
import type { IdentifiedRows } from '../table/identifyRows.ts'
import type { MergeFacts } from './mergeFacts.ts'
import { resolveField, type ResolutionProblem } from './resolveConflict.ts'
import { sameValue, sameValues } from './sameValue.ts'
import type { SheetRow } from '../table/sheetRow.ts'

export interface Resolution {
  readonly id: RecordId
  /** null: the row as a whole. */
  readonly column: string | null
  readonly choice: Choice3
}

export interface ResolvedRows {
  readonly rows: IdentifiedRows
  readonly ancestors: ReadonlyMap<RecordId, Ancestor>
  /** Ancestors as they must be saved before the answered cells are written, so that no answer is given twice. */
  readonly answering: ReadonlyMap<RecordId, Ancestor>
  readonly savesFirst: boolean
  /** Cells whose value the answer changed. */
  readonly cells: readonly { readonly row: number; readonly values: Values }[]
  /** Rows a person gave up. */
  readonly deletes: readonly number[]
  /** Removals that a person confirmed by answering `mine` to `delete-edited`. */
  readonly confirmed: ReadonlySet<RecordId>
  readonly refused: readonly { readonly resolution: Resolution; readonly problem: ResolutionProblem | 'stale' }[]
}

/** A removal that the person takes back. */
export interface Restored {
  readonly id: RecordId
  readonly p: string
}

interface Answering {
  readonly known: Map<RecordId, SheetRow>
  readonly additions: SheetRow[]
  readonly ancestors: Map<RecordId, Ancestor>
  readonly answering: Map<RecordId, Ancestor>
  readonly saves: { first: boolean }
  readonly cells: Map<number, Record<string, Value>>
  readonly deletes: number[]
  readonly confirmed: Set<RecordId>
}

/**
 * An answer counts only for the conflict that was shown: same base, theirs and mine; otherwise it is `stale` and the
 * conflict is shown again. Where the ancestor is unknown a row's answers count once all its differences are answered.
 * @param current conflicts as they stand now · @param shown as the person saw them
 */
export function resolveRows(
  sides: {
    readonly rows: IdentifiedRows
    readonly ancestors: ReadonlyMap<RecordId, Ancestor>
    readonly facts: MergeFacts
  },
  { current, shown }: { readonly current: readonly Conflict[]; readonly shown: readonly Conflict[] },
  { resolutions, restored }: { readonly resolutions: readonly Resolution[]; readonly restored: readonly Restored[] },
): ResolvedRows {
  const into: Answering = {
    known: new Map(sides.rows.known),
    additions: [...sides.rows.additions],
    ancestors: new Map(sides.ancestors),
    answering: new Map(sides.ancestors),
    saves: { first: false },
    cells: new Map(),
    deletes: [],
    confirmed: new Set(),
  }
  const refused: { resolution: Resolution; problem: ResolutionProblem | 'stale' }[] = []
  const fits = new Map(shown.map((conflict) => [keyOf(conflict), conflict]))
  const now = new Map(current.map((conflict) => [keyOf(conflict), conflict]))
  const answered = new Set(resolutions.map(keyOf))
  for (const resolution of resolutions) {
    const conflict = now.get(keyOf(resolution))
    const seen = fits.get(keyOf(resolution))
    const whole =
      into.ancestors.get(resolution.id)?.was === 'row' ||
      current.every((other) => other.id !== resolution.id || answered.has(keyOf(other)))
    if (!conflict || !seen || !sameConflict(conflict, seen) || !whole) {
      if (conflict || seen) refused.push({ resolution, problem: 'stale' })
      continue
    }
    if (conflict.kind === 'row') {
      answerRow(into, conflict, resolution.choice)
      continue
    }
    const value = resolveField(conflict, resolution.choice, sides.facts.classes.get(conflict.column))
    if (value.ok) answerField(into, conflict, value.value)
    else refused.push({ resolution, problem: value.error })
  }
  for (const { id, p } of restored) bringBack(into, id, p)
  const cells = [...into.cells].map(([row, values]) => ({ row, values }))
  const rows = { ...sides.rows, known: into.known, additions: into.additions }
  return {
    rows,
    ancestors: into.ancestors,
    answering: into.answering,
    savesFirst: into.saves.first,
    cells,
    deletes: into.deletes,
    confirmed: into.confirmed,
    refused,
  }
}

function answerField(into: Answering, { id, column, mine }: FieldConflict, value: Value): void {
  const row = into.known.get(id)
  if (!row) return
  into.known.set(id, { ...row, values: { ...row.values, [column]: value } })
  if (!sameValue(value, mine)) {
    into.cells.set(row.row, { ...into.cells.get(row.row), [column]: value })
    into.saves.first = true
  }
  const ancestor = into.ancestors.get(id)
  const before = into.answering.get(id)
  if (before?.was === 'row') into.answering.set(id, { ...before, answers: { ...before.answers, [column]: value } })
  if (ancestor?.was !== 'row') {
    into.ancestors.delete(id)
    return
  }
  const { [column]: _answered, ...rest } = ancestor.values
  if (Object.keys(rest).length === 0) into.ancestors.delete(id)
  else into.ancestors.set(id, { ...ancestor, values: rest })
}

/** `mine` and `theirs` as in K3, K4, K6; any other answer to a row means theirs. */
function answerRow(into: Answering, conflict: RowConflict, { choice }: Choice3): void {
  const { id } = conflict
  const ancestor = into.ancestors.get(id)
  if (conflict.code === 'delete-edited') {
    into.ancestors.delete(id)
    if (choice === 'mine') into.confirmed.add(id)
    else if (ancestor) bringBack(into, id, ancestor.p)
    return
  }
  const row = into.known.get(id) ?? into.additions.find((addition) => addition.id === id)
  if (!row) return
  into.ancestors.delete(id)
  into.known.delete(id)
  const place = into.additions.indexOf(row)
  if (place >= 0) into.additions.splice(place, 1)
  if (choice === 'mine') into.additions.push({ ...row, id: '' })
  else into.deletes.push(row.row)
}

/** To the comparison a row that is to come back is one the sheet has never had. */
function bringBack(into: Answering, id: RecordId, p: string): void {
  into.ancestors.set(id, { was: 'absent', p, inserting: true })
  into.answering.set(id, { was: 'absent', p, inserting: true })
  into.saves.first = true
}

function keyOf(of: Conflict | Resolution): string {
  const column = 'kind' in of ? (of.kind === 'field' ? of.column : null) : of.column
  return `${of.id} ${column ?? ''}`
}

function sameConflict(a: Conflict, b: Conflict): boolean {
  if (a.kind === 'field' && b.kind === 'field') {
    return sameValue(a.base, b.base) && sameValue(a.theirs, b.theirs) && sameValue(a.mine, b.mine)
  }
  if (a.kind !== 'row' || b.kind !== 'row' || a.code !== b.code) return false
  const same = (x: Values | null, y: Values | null): boolean =>
    x === y || (x !== null && y !== null && sameValues(x, y))
  return same(a.base, b.base) && same(a.theirs, b.theirs) && same(a.mine, b.mine)
}
