// What a publication would change in the kind's own total lines (本年收入合计, 结余 …): before on the server, after in the sheet.
import type { Words } from '#shared/kernel/words.ts'
import type { Values } from '#shared/kernel/value.ts'
import type { SheetChanges } from '#shared/sync/session/previewSession.ts'
import { pickPartition } from '#shared/sync/session/sessionTables.ts'
import type { Session } from '#shared/sync/session/session.ts'
import { mainAmount, sumTotalLines } from '#shared/definition/totalLines.ts'
import type { SurveyedSheet } from './survey.ts'

export interface TotalChange {
  readonly p: string
  readonly key: string
  readonly label: Words
  /** 分. */
  readonly before: number
  readonly after: number
}

/**
 * As if all of `changes` were accepted. `before` is what the last pull knew, so that a figure changed by others since is in
 * both; conflicts count as the server has them.
 */
export function foreseeTotals(
  session: Session,
  { definition, p }: Pick<SurveyedSheet, 'definition' | 'p'>,
  changes: Pick<SheetChanges, 'mine' | 'theirs'>,
): readonly TotalChange[] {
  const column = mainAmount(definition)
  if (column === undefined) return []
  const rows = new Map<string, Values>(
    [...pickPartition(session.state, p).base.values()].map(({ id, values }) => [id, values]),
  )
  for (const { id, change, values } of changes.theirs) {
    if (change === 'remove') rows.delete(id)
    else rows.set(id, { ...rows.get(id), ...values })
  }
  const before = sumTotalLines(definition, [...rows.values()], column)
  for (const change of changes.mine) {
    if (change.change === 'remove') rows.delete(change.id)
    else rows.set(change.id, { ...rows.get(change.id), ...(change.change === 'add' ? change.values : change.set) })
  }
  const after = sumTotalLines(definition, [...rows.values()], column)
  return before.map(({ key, label, fen }, at) => ({ p, key, label, before: fen, after: after[at]?.fen ?? fen }))
}
