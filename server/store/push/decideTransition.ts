// A record goes to another state: strict on revision and on the content that was seen.
import { findRow, refuseAction } from './findRow.ts'
import { digestWhole, toWhole } from '../kindCodec.ts'
import { fieldEntries, type Deciding } from './savedRow.ts'
import { reject, type Verdict } from './verdict.ts'
import { toRv, toStoredRecord } from './workspace.ts'
import type { Op } from '#shared/sync/record.ts'
import { contentHash } from '#shared/sync/contentHash.ts'
import { hash } from 'node:crypto'

export function decideTransition(deciding: Deciding, op: Op & { readonly op: 'transition' }): Verdict {
  const found = findRow(deciding, op.id)
  if (!found.ok) return found.verdict
  const { row, place } = found
  const { codec, p } = place
  if (row.deleted) return { s: 'conflict', code: 'edit-deleted', theirs: null, csn: row.csn }
  const transition = codec.definition.workflow.transitions.find(
    ({ from, to }) => to === op.to && from.includes(row.state),
  )
  if (!transition) return reject('state', { id: op.id, params: { state: row.state } })
  const permission = refuseAction(deciding, 'transition', found)
  if (permission.s !== 'allowed') return permission
  if (!deciding.permissions.mayTransition(transition, place, row).allowed) return reject('forbidden', { id: op.id })
  const values = codec.decode(row.text)
  const seen = contentHash({ p, state: row.state, values }, (text) => hash('sha256', text, 'hex'))
  if (op.rv !== toRv(row) || op.seen !== seen)
    return { s: 'conflict', code: 'stale-approval', theirs: toStoredRecord(row, codec), csn: row.csn }
  const findings = place.check(values, op.id)
  const stopping = findings.filter(({ severity }) => severity === 'error')
  if (stopping.length > 0) return { s: 'rejected', code: 'invalid', findings: stopping }
  const next = {
    ...row,
    state: op.to,
    csn: deciding.space.csn,
    hash: digestWhole(op.id, p, toWhole(op.to, row.text)).slice(0, 16),
  }
  const parts = { place, before: row, beforeValues: values, next, values }
  return { s: 'applied', change: { ...parts, entries: fieldEntries(deciding, parts) }, findings }
}
