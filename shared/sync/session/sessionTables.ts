// The bound tables of a workbook: read, compared with the base, and the edits that make them show it.
import type { SheetDefinition } from '../../definition/sheet.ts'
import type { Finding } from '../../kernel/finding.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { inOneGo, rowsOfStep, withPauses, type Steps } from '../../kernel/steps.ts'
import type { RecordId } from '../../kernel/value.ts'
import type { BoundTable, WorkbookEdit } from '../../workbook/port.ts'
import type { Ancestor, BaseRecord, WorkbookState } from '../state/base.ts'
import { compareInSteps, type Comparison, type SheetWrites } from '../merge/compareRows.ts'
import { identifyInSteps, type IdentifiedRows, type KnownValues } from '../table/identifyRows.ts'
import { toMergeFacts, type MergeFacts } from '../merge/mergeFacts.ts'
import { newRecordId } from '../newId.ts'
import { planEdits, type RowWrites } from '../table/planEdits.ts'
import { readInSteps } from '../table/readTable.ts'
import type { Session, SessionFailure } from './session.ts'
import type { SheetReading } from '../table/sheetRow.ts'

export interface SessionTable {
  readonly p: string
  readonly definition: SheetDefinition
  readonly facts: MergeFacts
  readonly table: BoundTable
  readonly reading: SheetReading
}

export interface SessionTables {
  readonly tables: readonly SessionTable[]
  /** Sheets that are gone or whose partition is not held: nothing is taken from them. */
  readonly findings: readonly Finding[]
}

export async function readTables(session: Session): Promise<Result<SessionTables, SessionFailure>> {
  const { port, deps, state } = session
  const tables: SessionTable[] = []
  const findings: Finding[] = []
  for (const binding of state.bindings) {
    const definition = deps.definitions.get(binding.kind)
    if (!definition) continue
    const table = await port.readTable(binding)
    if (!table.ok) {
      if (table.error.code !== 'missing-sheet' && table.error.code !== 'missing-table') {
        return err({ code: 'workbook', failure: table.error })
      }
      const { sheetName: sheet } = binding
      findings.push({ code: 'sync/sheet-missing', severity: 'warning', location: { sheet }, params: { sheet } })
      continue
    }
    const steps = readInSteps(table.value, definition, deps.contextOf(binding.partition))
    const reading = await withPauses(steps, deps.pause)
    const facts = toMergeFacts(definition)
    tables.push({ p: binding.partition, definition, facts, table: table.value, reading })
  }
  return ok({ tables, findings })
}

export interface ComparedTable extends SessionTable {
  readonly rows: IdentifiedRows
  readonly comparison: Comparison
}

/** One partition of what the workbook remembers. */
export interface PartitionMemory {
  readonly base: ReadonlyMap<RecordId, BaseRecord>
  readonly ancestors: ReadonlyMap<RecordId, Ancestor>
}

export function pickPartition(state: WorkbookState, p: string): PartitionMemory {
  if (state.bindings.every((binding) => binding.partition === p)) {
    return { base: state.base, ancestors: state.ancestors ?? new Map() }
  }
  return {
    base: new Map([...state.base].filter(([, record]) => record.p === p)),
    ancestors: new Map([...(state.ancestors ?? [])].filter(([, ancestor]) => ancestor.p === p)),
  }
}

function* identifyTable(table: SessionTable, state: WorkbookState, memory: PartitionMemory): Steps<IdentifiedRows> {
  const isKnown = (id: RecordId): boolean => memory.base.has(id) || memory.ancestors.has(id)
  const isForeign = (id: RecordId): boolean => state.base.has(id)
  const shown: KnownValues[] = []
  let count = 0
  for (const { id, values } of memory.base.values()) {
    count += 1
    if (count % rowsOfStep === 0) yield
    const ancestor = memory.ancestors.get(id)
    if (ancestor?.was === 'absent') continue
    shown.push([id, ancestor?.was === 'row' ? { ...values, ...ancestor.values } : values])
  }
  return yield* identifyInSteps(table.reading, isKnown, { isForeign, shown, naturalKey: table.definition.naturalKey })
}

/** Partitions that are not held are left out: their rows are nobody's change. */
export function compareTables(
  session: Session,
  state: WorkbookState,
  tables: readonly SessionTable[],
): readonly ComparedTable[] {
  return inOneGo(compareTablesInSteps(session, state, tables))
}

/** The same, with room for others in between. */
export function compareWithPauses(
  session: Session,
  state: WorkbookState,
  tables: readonly SessionTable[],
): Promise<readonly ComparedTable[]> {
  return withPauses(compareTablesInSteps(session, state, tables), session.deps.pause)
}

function* compareTablesInSteps(
  session: Session,
  state: WorkbookState,
  tables: readonly SessionTable[],
): Steps<readonly ComparedTable[]> {
  const held = new Set(state.held.map(({ p }) => p))
  const compared: ComparedTable[] = []
  for (const table of tables) {
    if (!held.has(table.p)) continue
    const memory = pickPartition(state, table.p)
    const rows = yield* identifyTable(table, state, memory)
    compared.push({ ...table, rows, comparison: yield* compareTable(session, { table, memory, rows }) })
  }
  return compared
}

export function compareTable(
  { deps }: Session,
  sides: { readonly table: SessionTable; readonly memory: PartitionMemory; readonly rows: IdentifiedRows },
): Steps<Comparison> {
  return compareInSteps(
    { p: sides.table.p, ...sides.memory, rows: sides.rows },
    {
      facts: sides.table.facts,
      newId: () => newRecordId(deps.ids),
      grouped: deps.groupOf !== undefined,
    },
  )
}

/** Ancestors of all partitions, those of the compared tables as `choose` says. */
export function gatherAncestors(
  state: WorkbookState,
  compared: readonly ComparedTable[],
  choose: (comparison: Comparison) => ReadonlyMap<RecordId, Ancestor>,
): ReadonlyMap<RecordId, Ancestor> {
  const seen = new Set(compared.map(({ p }) => p))
  const others = [...(state.ancestors ?? [])].filter(([, ancestor]) => !seen.has(ancestor.p))
  return new Map([...others, ...compared.flatMap(({ comparison }) => [...choose(comparison)])])
}

export function toRowWrites(theirs: SheetWrites, more: Partial<RowWrites> = {}): RowWrites {
  return {
    cells: [...theirs.cells, ...(more.cells ?? [])],
    ids: more.ids ?? [],
    inserts: theirs.inserts,
    deletes: [...theirs.deletes.map(({ row }) => row), ...(more.deletes ?? [])],
  }
}

export function planTable({ deps }: Session, table: SessionTable, writes: RowWrites): readonly WorkbookEdit[] {
  const context = { definition: table.definition, year: deps.contextOf(table.p).year }
  return planEdits(table.table, table.reading, { writes, context })
}
