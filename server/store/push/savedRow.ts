// The end of every op that writes a row: derived columns, row rules, natural key, the row as it will be stored.
import { digestWhole, toWhole } from '../kindCodec.ts'
import { keyOf, type AuditEntry, type Change, type Place, type Row, type Workspace } from './workspace.ts'
import type { SheetRules } from '../sheetRules.ts'
import { reject, type Verdict } from './verdict.ts'
import type { Permissions } from './permission.ts'
import type { MoveWish } from './pushWork.ts'
import type { Author } from '../readSubject.ts'
import type { PushId } from '#shared/sync/record.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import type { RecordId, Values } from '#shared/kernel/value.ts'

/** What deciding one op needs. */
export interface Deciding {
  readonly space: Workspace
  readonly permissions: Permissions
  readonly rules: SheetRules
  /** Of the group that the op stands in. */
  readonly g: number
  readonly grouped: boolean
  readonly author: Author
  readonly pushId: PushId
  /** ISO 8601. */
  readonly at: string
  /** What the author adds to the transitions of this push. */
  readonly move: MoveWish | undefined
}

export interface Wanted {
  readonly place: Place
  readonly id: RecordId
  readonly state: string
  /** Without derived columns, or with old ones: they are computed anew. */
  readonly values: Values
  readonly before: Row | undefined
  readonly beforeValues: Values | undefined
}

export type Checked =
  | {
      readonly ok: true
      readonly next: Row
      readonly digest: string
      readonly values: Values
      readonly findings: readonly Finding[]
    }
  | { readonly ok: false; readonly verdict: Verdict }

export function checkRow({ space, permissions, rules }: Deciding, wanted: Wanted): Checked {
  const { place, id, state, before } = wanted
  const { codec } = place
  const values = codec.withDerived(wanted.values)
  // what comes back is as it was stored
  const stored = before?.deleted === true ? values : wanted.beforeValues
  const findings = place.check(values, id, stored)
  const stopping = findings.filter((finding) => rules.blocksSave(codec.definition, finding))
  if (stopping.length > 0) return { ok: false, verdict: { s: 'rejected', code: 'invalid', findings: stopping } }
  const nkey = codec.naturalKey(values)
  if (nkey !== null) {
    const holder = space.keys.get(keyOf(place.p, nkey))
    if (holder !== undefined && holder !== id) return { ok: false, verdict: keyTaken(space, permissions, holder) }
  }
  const owner = codec.owner(values)
  const text = codec.encode(values)
  const digest = digestWhole(id, place.p, toWhole(state, text))
  const hash = digest.slice(0, 16)
  if (before && !before.deleted && before.hash === hash && before.text === text)
    return { ok: false, verdict: { s: 'noop', rv: place.showing.rv(before) } }
  return {
    ok: true,
    next: {
      id,
      p: place.p,
      state,
      csn: space.csn,
      hash,
      deleted: false,
      nkey,
      owner,
      text,
      lastEntry: before?.lastEntry ?? null,
    },
    digest,
    values,
    findings,
  }
}

function keyTaken(space: Workspace, permissions: Permissions, holder: RecordId): Verdict {
  const row = space.rows.get(holder)
  const place = row && space.places.get(row.p)
  if (!row || !place || !permissions.sees(place, row)) return { s: 'conflict', code: 'key-taken' }
  return { s: 'conflict', code: 'key-taken', theirs: place.showing.record(row), csn: row.csn }
}

/** One entry per field that differs. */
export function fieldEntries(
  { g }: Deciding,
  { place, before, beforeValues, next, values }: Omit<Change, 'entries'>,
): readonly AuditEntry[] {
  const { codec } = place
  const entries: AuditEntry[] = []
  if (before && before.state !== next.state)
    entries.push({
      g,
      kind: 'transition',
      row: next,
      field: null,
      was: JSON.stringify(before.state),
      now: JSON.stringify(next.state),
    })
  for (const field of Object.keys(codec.definition.columns)) {
    const earlier = beforeValues?.[field] ?? null
    const after = values[field] ?? null
    if (earlier === after) continue
    const was = codec.encodeField(field, earlier)
    const now = codec.encodeField(field, after)
    if (was !== now) entries.push({ g, kind: 'update', row: next, field, was, now })
  }
  return entries
}

/** A create or update may only name columns that people edit. */
export function refuseFields(place: Place, id: RecordId, values: Values): Verdict | undefined {
  for (const key in values) {
    const column = place.codec.definition.columns[key]
    if (!column) return reject('invalid', { id, column: key, params: { column: key } })
    // sensitive fields have an endpoint of their own; states change by transitions
    if (column.merge === 'sensitive' || column.fieldClass === 'sensitive' || column.merge === 'state') {
      if ((values[key] ?? null) !== null) return reject('field-forbidden', { id, column: key })
    }
  }
  return undefined
}
