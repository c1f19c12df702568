// Rows of the very-hidden sheet → WorkbookState, or why it cannot be trusted (W8). Layout: docs/workbook-state.md.
import { err, ok, type Result } from '../../kernel/result.ts'
import { inOneGo, type Steps } from '../../kernel/steps.ts'
import type { RecordId, Value } from '../../kernel/value.ts'
import { stateVersion, type Ancestor, type BaseRecord, type WorkbookState } from './base.ts'
import { stateSignature } from './encodeState.ts'
import { startSum } from './stateCells.ts'
import * as shape from './stateShapes.ts'

/**
 * `state.none`: no sheet of ours · `state.newer`: written by a newer version, to be opened there ·
 * `state.damaged`: torn, cut or changed; the base is lost (W8).
 */
export type StateProblem = 'state.none' | 'state.newer' | 'state.damaged'

/** Tolerates empty rows, blank cells at the ends of rows, and rows below that were never ours; nothing else. */
export function decodeState(rows: readonly (readonly string[])[] | null): Result<WorkbookState, StateProblem> {
  return inOneGo(decodeInSteps(rows))
}

export function* decodeInSteps(
  rows: readonly (readonly string[])[] | null,
): Steps<Result<WorkbookState, StateProblem>> {
  const filled = (rows ?? []).map(trimRow).filter((row) => row.length > 0)
  const [signature, version, sum, count] = filled[0] ?? []
  if (signature !== stateSignature) return err(filled.length === 0 ? 'state.none' : 'state.damaged')
  const number = /^v([1-9]\d{0,5})$/.exec(version ?? '')?.[1]
  if (number === undefined) return err('state.damaged')
  if (Number(number) > stateVersion) return err('state.newer')
  const lineCount = Number(/^rows (\d{1,7})$/.exec(count ?? '')?.[1])
  const lines = filled.slice(1, 1 + lineCount).map(([tag, ...cells]) => [tag ?? '', cells.join('')] as const)
  const found = startSum()
  for (const [tag, json] of lines) {
    found.add(tag)
    found.add(json)
    yield
  }
  if (lines.length !== lineCount || sum !== `sum ${found.text()}`) return err('state.damaged')
  try {
    return ok(yield* buildState(lines))
  } catch (problem) {
    if (problem instanceof shape.ShapeError || problem instanceof SyntaxError) return err('state.damaged')
    throw problem
  }
}

function trimRow(row: readonly string[]): readonly string[] {
  let end = row.length
  while (end > 0 && row[end - 1] === '') end -= 1
  return end === row.length ? row : row.slice(0, end)
}

function* buildState(lines: readonly (readonly [string, string])[]): Steps<WorkbookState> {
  const base = new Map<RecordId, BaseRecord>()
  const ancestors = new Map<RecordId, Ancestor>()
  const sections = new Map<string, unknown[]>()
  for (const [tag, json] of lines) {
    yield
    const value: unknown = JSON.parse(json)
    if (tag === 'base') addBase(base, value)
    else if (tag === 'ancestors') addAncestors(ancestors, value)
    else sections.set(tag, [...(sections.get(tag) ?? []), value])
  }
  const all = (tag: string): readonly unknown[] => sections.get(tag) ?? []
  const { workbookId, ...issue } = shape.toIssue(all('issue')[0])
  const [pending] = all('pending')
  return {
    version: stateVersion,
    workbookId,
    issue,
    ...shape.toPoints(all('points')[0]),
    bindings: shape.toList(all('bindings')[0], shape.toBinding),
    held: shape.toList(all('held')[0], shape.toHeld),
    base,
    ancestors,
    pending: pending === undefined ? null : shape.toEnvelope(pending),
    journal: all('journal').map(shape.toJournalEntry),
    redo: all('redo').map(shape.toJournalEntry),
  }
}

function addBase(base: Map<RecordId, BaseRecord>, value: unknown): void {
  const chunk = shape.toObject(value)
  const p = shape.toText(chunk['p'])
  const columns = shape.toList(chunk['c'], shape.toKey)
  for (const row of shape.toList(chunk['r'], shape.toArray)) {
    const id = shape.toRecordId(row[0])
    const values: Record<string, Value> = {}
    for (let index = 0; index < columns.length; index += 1) {
      const field = shape.toValue(row[index + 3] ?? null)
      if (field !== null) values[columns[index] ?? ''] = field
    }
    base.set(id, { id, p, rv: shape.toRevision(row[1]), state: shape.toText(row[2]), values })
  }
}

function addAncestors(ancestors: Map<RecordId, Ancestor>, value: unknown): void {
  for (const row of shape.toList(shape.toObject(value)['r'], shape.toArray)) {
    ancestors.set(shape.toRecordId(row[0]), shape.toAncestor(row[1]))
  }
}
