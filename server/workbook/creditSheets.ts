// Who changed what, and when, beside everything in a preview that others had a hand in.
import type { RecordId } from '#shared/kernel/value.ts'
import type { Conflict } from '#shared/sync/merge/change.ts'
import type { SheetChanges } from '#shared/sync/session/previewSession.ts'
import type { Principal } from '../auth/principal.ts'
import type { AppDeps } from '../deps.ts'
import { authorOf, type Author } from '../store/lists/readAuthors.ts'

export async function creditSheets(
  { store }: Pick<AppDeps, 'store'>,
  sheets: readonly SheetChanges[],
  principal: Principal,
): Promise<readonly SheetChanges[]> {
  const ids = sheets.flatMap(({ conflicts, theirs }) => [...conflicts, ...theirs].map(({ id }) => id))
  if (ids.length === 0) return sheets
  const authors = await store.authors(ids, principal)
  const find = (id: RecordId, fields: readonly string[]): Author | undefined => {
    const known = authors.get(id)
    return known && authorOf(known, fields)
  }
  const credit = (conflict: Conflict): Conflict => {
    const author = find(conflict.id, conflict.kind === 'field' ? [conflict.column] : [])
    return author ? { ...conflict, ...author } : conflict
  }
  return sheets.map((sheet) => ({
    ...sheet,
    conflicts: sheet.conflicts.map(credit),
    theirs: sheet.theirs.map((each) => ({ ...each, ...find(each.id, each.change === 'edit' ? each.fields : []) })),
  }))
}
