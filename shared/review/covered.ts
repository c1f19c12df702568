// What evidence binds to: the content of the covered columns of each row, and the sheet as it was seen (P-8).
import type { SheetDefinition } from '../definition/sheet.ts'
import type { RecordId, Value, Values } from '../kernel/value.ts'
import { canonicalContent, type Sha256 } from '../sync/contentHash.ts'
import type { RecordRevision } from '../sync/record.ts'

/** Columns whose change voids evidence: those the workflow names, else all but derived ones. */
export function coveredColumns({ workflow, columns }: SheetDefinition): readonly string[] {
  return workflow.covered ?? Object.keys(columns).filter((key) => columns[key]?.merge !== 'derived')
}

/** 32 hex digits over the covered columns of one row; its state is not part of it. */
export function coverDigest(definition: SheetDefinition, values: Values, sha256: Sha256): string {
  const covered: Record<string, Value> = {}
  for (const key of coveredColumns(definition)) covered[key] = values[key] ?? null
  return sha256(canonicalContent({ p: '', state: '', values: covered })).slice(0, 32)
}

/** What a transition of the whole sheet names as `seen`: every live row with its revision, whatever their order. 64 hex digits. */
export function sheetSeen(
  rows: readonly { readonly id: RecordId | string; readonly rv: RecordRevision | string }[],
  sha256: Sha256,
): string {
  return sha256(
    rows
      .map(({ id, rv }) => `${id} ${rv}`)
      .toSorted((a, b) => (a < b ? -1 : 1))
      .join('\n'),
  )
}
