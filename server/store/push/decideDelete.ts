// A deleted record: strict on its revision; a tombstone stays.
import { findRow, refuseAction } from './findRow.ts'
import { digestWhole, hashDeleted, toWhole } from '../kindCodec.ts'
import type { Deciding } from './savedRow.ts'
import type { Verdict } from './verdict.ts'
import type { Op } from '#shared/sync/record.ts'

export function decideDelete(deciding: Deciding, op: Op & { readonly op: 'delete' }): Verdict {
  const found = findRow(deciding, op.id)
  if (!found.ok) return found.verdict
  const { row, place } = found
  if (row.deleted) return { s: 'noop', rv: null }
  const permission = refuseAction(deciding, 'delete', found)
  if (permission.s !== 'allowed') return permission
  if (op.rv !== place.showing.rv(row))
    return { s: 'conflict', code: 'delete-edited', theirs: place.showing.record(row), csn: row.csn }
  const values = place.codec.decode(row.text)
  const { csn } = deciding.space
  const next = { ...row, csn, deleted: true, hash: hashDeleted(row.id, row.p, row.text) }
  const digest = digestWhole(row.id, row.p, toWhole(row.state, row.text))
  const entries = [{ g: deciding.g, kind: 'delete', row, digest }] as const
  return { s: 'applied', change: { place, before: row, beforeValues: values, next, values, entries }, findings: [] }
}
