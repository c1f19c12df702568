// A changed record: merged field by field from the base values that the op carries (protocol §1.7).
import { findRow, refuseAction } from './findRow.ts'
import { checkRow, fieldEntries, refuseFields, type Deciding } from './savedRow.ts'
import { reject, rejectDenied, type Verdict } from './verdict.ts'
import { deny } from '#shared/definition/denial.ts'
import type { Op } from '#shared/sync/record.ts'
import { mergeRecord } from '#shared/sync/merge/mergeRecord.ts'

export function decideUpdate(deciding: Deciding, op: Op & { readonly op: 'update' }): Verdict {
  const found = findRow(deciding, op.id)
  if (!found.ok) return found.verdict
  const { row, place } = found
  const { codec } = place
  if (row.deleted) return { s: 'conflict', code: 'edit-deleted', theirs: null, csn: row.csn }
  const hidden = place.showing.hidden(row)
  const refuseMasked = (column: string): Verdict => {
    const label = codec.definition.columns[column]?.label['zh-Hans'] ?? column
    return rejectDenied('field-forbidden', deny('masked-field', { params: { label } }), { id: op.id, column })
  }
  const permission = refuseAction(deciding, 'update', found)
  if (permission.s !== 'allowed') {
    const over = Object.keys(op.set).find((column) => hidden.has(column))
    return over !== undefined && permission.s === 'rejected' && permission.code === 'forbidden'
      ? refuseMasked(over)
      : permission
  }
  const refused = refuseFields(place, op.id, op.set)
  if (refused) return refused
  for (const column in op.set)
    if (permission.columns && !permission.columns.has(column)) {
      if (hidden.has(column)) return refuseMasked(column)
      const label = codec.definition.columns[column]?.label['zh-Hans'] ?? column
      const denial = deny('field-not-in-role', { params: { label } })
      return rejectDenied('field-forbidden', denial, { id: op.id, column })
    }

  const current = codec.decode(row.text)
  const circumstances = { grouped: deciding.grouped, sameRevision: op.rv === place.showing.rv(row) }
  const merge = mergeRecord(codec.facts, { base: op.base, set: op.set, current }, circumstances)
  switch (merge.s) {
    case 'noop':
      return { s: 'noop', rv: place.showing.rv(row) }
    case 'conflict':
      return { s: 'conflict', code: merge.code, fields: merge.fields, theirs: place.showing.record(row), csn: row.csn }
    case 'rejected':
      return reject(merge.code, { id: op.id, column: merge.fields[0] ?? '' })
    case 'applied':
    case 'merged':
  }
  const wanted = { place, id: op.id, state: row.state, values: merge.values, before: row, beforeValues: current }
  const checked = checkRow(deciding, wanted)
  if (!checked.ok) {
    // both sides were sound, together they are not: a person must look (P-4)
    if (merge.s === 'merged' && checked.verdict.s === 'rejected')
      return {
        s: 'conflict',
        code: 'merge-breaks-rule',
        fields: merge.changed,
        theirs: place.showing.record(row),
        csn: row.csn,
      }
    return checked.verdict
  }
  // the row may not be moved out of the author's own reach, nor into somebody else's
  const moved = refuseAction(deciding, 'update', { row: checked.next, place })
  if (moved.s !== 'allowed') return moved
  const parts = { place, before: row, beforeValues: current, next: checked.next, values: checked.values }
  const change = { ...parts, entries: fieldEntries(deciding, parts) }
  return merge.s === 'merged'
    ? { s: 'merged', change, fields: merge.changed, findings: checked.findings }
    : { s: 'applied', change, findings: checked.findings }
}
