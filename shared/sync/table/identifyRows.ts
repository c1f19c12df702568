// Which row of the sheet is which record: ids, duplicates, ids that were lost (D2, D3, D5).
import { matchKeyOf } from '../../definition/naturalKey.ts'
import type { Finding } from '../../kernel/finding.ts'
import { rowsOfStep, type Steps } from '../../kernel/steps.ts'
import type { RecordId, Values } from '../../kernel/value.ts'
import { isRecordId } from '../newId.ts'
import { sameValue } from '../merge/sameValue.ts'
import type { SheetReading, SheetRow } from './sheetRow.ts'

export interface IdentifiedRows {
  readonly known: ReadonlyMap<RecordId, SheetRow>
  /** Rows of which only the id is left: missing, but there to be filled again. */
  readonly blank: ReadonlyMap<RecordId, SheetRow>
  /** Rows that are new: without id, with a repeated id, or with an id of another partition. `id` is theirs to keep, or ''. */
  readonly additions: readonly SheetRow[]
  /** The id column is gone or blank throughout although the base has rows: no change may be taken from this sheet (C27). */
  readonly idsLost: boolean
  readonly findings: readonly Finding[]
}

export type KnownValues = readonly [RecordId, Values]

export interface SheetMemory {
  /** Another partition of this workbook holds it: the row was copied over. */
  readonly isForeign: (id: RecordId) => boolean
  /** Records that the sheet was last known to show. */
  readonly shown: readonly KnownValues[]
  readonly naturalKey: readonly string[]
}

/**
 * @param reading rows in sheet order
 * @param isKnown the base (or an unanswered conflict) of this partition holds that id
 */
export function* identifyInSteps(
  reading: SheetReading,
  isKnown: (id: RecordId) => boolean,
  { isForeign, shown, naturalKey }: SheetMemory,
): Steps<IdentifiedRows> {
  const known = new Map<RecordId, SheetRow>()
  const blank = new Map<RecordId, SheetRow>()
  const additions: SheetRow[] = []
  const findings: Finding[] = []
  const originals = yield* findOriginals(reading.rows, shown)
  for (const [at, row] of reading.rows.entries()) {
    if (at % rowsOfStep === 0) yield
    const { id } = row
    if (row.blank) {
      if (isRecordId(id)) blank.set(id, row)
      continue
    }
    if (!isRecordId(id)) {
      additions.push(id === '' ? row : { ...row, id: '' })
      continue
    }
    const original = originals.get(id) ?? row
    if (original !== row) {
      findings.push(duplicateId(reading, row, original.row))
      additions.push({ ...row, id: '' })
      continue
    }
    if (isKnown(id)) known.set(id, row)
    else additions.push(isForeign(id) ? { ...row, id: '' } : row)
  }
  const strange = known.size === 0 && blank.size === 0
  const idsLost = shown.length > 0 && (!reading.hasIds || (strange && isAnonymous(reading.rows, shown, naturalKey)))
  if (idsLost) findings.push(lostIds(reading, shown.length))
  return { known, blank, additions, idsLost, findings }
}

/**
 * Of rows with one id the one that shows what the record has keeps it, wherever a copy was pasted; where none or several do,
 * the first (D3).
 */
function* findOriginals(
  rows: readonly SheetRow[],
  shown: readonly KnownValues[],
): Steps<ReadonlyMap<string, SheetRow>> {
  const byId = new Map<string, SheetRow[]>()
  for (const [at, row] of rows.entries()) {
    if (at % rowsOfStep === 0) yield
    if (row.blank === true || row.id === '') continue
    const same = byId.get(row.id)
    if (same) same.push(row)
    else byId.set(row.id, [row])
  }
  const repeated = [...byId].filter(([, same]) => same.length > 1)
  if (repeated.length === 0) return new Map()
  const records = new Map<string, Values>(shown)
  return new Map(
    repeated.flatMap(([id, same]) => {
      const values = records.get(id)
      const original = same.find((row) => values !== undefined && showsRecord(row, values)) ?? same[0]
      return original ? [[id, original] as const] : []
    }),
  )
}

function showsRecord(row: SheetRow, values: Values): boolean {
  return (
    row.unreadable.length === 0 && Object.entries(row.values).every(([key, value]) => sameValue(value, values[key]))
  )
}

/** No row has an id that is known here, and some are rows the sheet has shown with one (or nobody can tell). */
function isAnonymous(rows: readonly SheetRow[], shown: readonly KnownValues[], naturalKey: readonly string[]): boolean {
  if (rows.length === 0) return false
  if (naturalKey.length === 0) return rows.every((row) => row.id === '')
  return matchByNaturalKey(rows, shown, naturalKey).length > 0
}

function duplicateId(reading: SheetReading, row: SheetRow, first: number): Finding {
  return {
    code: 'row.duplicate-id',
    severity: 'warning',
    location: { sheet: reading.binding.sheetName, row: row.row },
    params: { row: row.row, first },
  }
}

function lostIds(reading: SheetReading, rows: number): Finding {
  return {
    code: 'ids-lost',
    severity: 'error',
    location: { sheet: reading.binding.sheetName },
    params: { sheet: reading.binding.sheetName, rows },
  }
}

export interface RowMatch {
  readonly row: number
  readonly id: RecordId
}

/**
 * Offers record ids for rows that lost theirs, by natural key: only where the key stands once on each side.
 * Nothing happens until a person accepts (D5).
 */
export function matchByNaturalKey(
  rows: readonly SheetRow[],
  records: Iterable<KnownValues>,
  naturalKey: readonly string[],
): readonly RowMatch[] {
  const keyOf = (values: Values): string | undefined => matchKeyOf(naturalKey, values)
  const byKey = new Map<string, RecordId | 'several'>()
  for (const [id, values] of records) {
    const key = keyOf(values)
    if (key !== undefined) byKey.set(key, byKey.has(key) ? 'several' : id)
  }
  const rowsOfKey = new Map<string, number>()
  for (const row of rows) {
    const key = keyOf(row.values)
    if (key !== undefined) rowsOfKey.set(key, (rowsOfKey.get(key) ?? 0) + 1)
  }
  return rows.flatMap((row) => {
    const key = keyOf(row.values)
    const id = key === undefined || rowsOfKey.get(key) !== 1 ? undefined : byKey.get(key)
    return id === undefined || id === 'several' ? [] : [{ row: row.row, id }]
  })
}
