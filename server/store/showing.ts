// What of a record leaves the store for one person: the one place where masked columns are masked (ADR 0034).
import { isWithinArea, type View } from '../auth/view.ts'
import type { KindCodec } from './kindCodec.ts'
import type { SheetRules } from './sheetRules.ts'
import type { Mask } from '#shared/definition/column.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import type { RecordId, Value, Values } from '#shared/kernel/value.ts'
import { maskValue, maskedColumns, maskValues } from '#shared/definition/mask.ts'
import type { RecordRevision, StoredRecord } from '#shared/sync/record.ts'
import { createHmac } from 'node:crypto'

/** What decides whether a column of the row is masked. */
export interface ShownFacts {
  readonly state: string
  readonly owner: string | null
}

export interface ShownRow extends ShownFacts {
  readonly id: RecordId
  readonly p: string
  readonly csn: number
  readonly hash: string
  readonly text: string
}

export interface Showing {
  /** No row has a masked column: stored texts and sums go out as they are. */
  readonly plain: boolean
  /** Masked columns of the row; empty where everything is shown. */
  hidden(row: ShownFacts): ReadonlyMap<string, Mask>
  /**
   * `rv` of a row with masked columns is another one, `<csn>-<16 digits under the server's key>`: its content hash would
   * give away the few digits that a mask takes from a number.
   */
  rv(row: Omit<ShownRow, 'p' | 'text'>): RecordRevision
  values(row: ShownFacts & Pick<ShownRow, 'text'>): Values
  record(row: ShownRow): StoredRecord
  /** A line of a page (P-9), out of the stored one. */
  line(row: ShownFacts & { readonly line: string }): string
}

interface Seen {
  /** undefined: nothing of the partition is visible; what may be shown at all is masked. */
  readonly view: View | undefined
  readonly codec: KindCodec
  /** The server's own, hex. */
  readonly rvKey: string
}

const nothing: ReadonlyMap<string, Mask> = new Map()

export function showingOf({ view, codec, rvKey }: Seen): Showing {
  const masks = maskedColumns(codec.definition)
  const masked = view ? view.masked : new Map([...masks].map(([column, mask]) => [column, { mask, shown: nowhere }]))
  const known = new Map<string, ReadonlyMap<string, Mask>>()
  const hidden = (row: ShownFacts): ReadonlyMap<string, Mask> => {
    if (masked.size === 0) return nothing
    const key = `${row.state}\n${row.owner ?? ''}`
    let found = known.get(key)
    if (!found) {
      found = new Map(
        [...masked].flatMap(([column, { mask, shown }]) => (isWithinArea(shown, row) ? [] : [[column, mask] as const])),
      )
      known.set(key, found)
    }
    return found
  }
  const rv = (row: Omit<ShownRow, 'p' | 'text'>): RecordRevision => {
    const whole = `${row.csn}-${row.hash}` as RecordRevision
    return hidden(row).size === 0 ? whole : blind(rvKey, row.id, whole)
  }
  const values = (row: ShownFacts & Pick<ShownRow, 'text'>): Values => maskValues(codec.decode(row.text), hidden(row))
  return {
    plain: masked.size === 0,
    hidden,
    rv,
    values,
    record: (row) => ({ id: row.id, p: row.p, rv: rv(row), state: row.state, values: values(row) }),
    line: (row) => {
      const masksOfRow = hidden(row)
      if (masksOfRow.size === 0) return row.line
      const [id, p, whole, state, wire] = JSON.parse(row.line) as [RecordId, string, RecordRevision, string, Values]
      return JSON.stringify([id, p, blind(rvKey, id, whole), state, maskValues(wire, masksOfRow)])
    },
  }
}

/** undefined: a kind that this server does not know. */
export function showingOfPart(
  { kind, view }: { readonly kind: string; readonly view: View },
  { rules, rvKey }: { readonly rules: SheetRules; readonly rvKey: string },
): Showing | undefined {
  const codec = rules.kinds.get(kind)
  return codec && showingOf({ view, codec, rvKey })
}

const nowhere = { states: new Set<string>(), own: new Map<string, ReadonlySet<string>>() }

function blind(rvKey: string, id: RecordId, whole: RecordRevision): RecordRevision {
  const digits = createHmac('sha256', Buffer.from(rvKey, 'hex')).update(`rv ${id} ${whole}`).digest('hex').slice(0, 16)
  return `${whole.slice(0, whole.indexOf('-'))}-${digits}` as RecordRevision
}

/** Findings of a row repeat nothing of its masked columns, neither in words nor as a proposal. */
export function maskFindings(
  findings: readonly Finding[],
  values: Values,
  hidden: ReadonlyMap<string, Mask>,
): readonly Finding[] {
  const secrets = [...hidden].flatMap(([column, mask]) => {
    const value = values[column]
    return typeof value === 'string' && value !== '' ? [{ value, shown: String(maskValue(value, mask)) }] : []
  })
  if (secrets.length === 0 || findings.length === 0) return findings
  const cover = (text: string): string =>
    secrets.reduce((shown, secret) => shown.replaceAll(secret.value, secret.shown), text)
  const coverValue = (value: Value): boolean => typeof value === 'string' && cover(value) !== value
  return findings.map((finding) => {
    const { fix, ...rest } = finding
    const params = Object.fromEntries(
      Object.entries(finding.params).map(([key, value]) => [key, typeof value === 'string' ? cover(value) : value]),
    )
    const open = fix?.type !== 'setValue' || (!hidden.has(fix.column) && !coverValue(fix.value))
    return fix && open ? { ...rest, params, fix } : { ...rest, params }
  })
}
