// What must hold whatever happened: checks against the server's tables, its audit and every workbook.
import type { RecordId, Value, Values } from '#shared/kernel/value.ts'
import { decodeState } from '#shared/sync/state/decodeState.ts'
import { pursePartition, shownColumns } from './purse.ts'
import { columnOf, idColumn, type Desk } from './desk.ts'
import type { Typed } from './ledger.ts'
import { readRows } from './person.ts'
import type { World } from './world.ts'

/** Invariant and what broke it. */
export class Broken extends Error {}

export function check(holds: boolean, invariant: string, detail: () => unknown): void {
  if (!holds) throw new Broken(`${invariant}: ${JSON.stringify(detail())}`)
}

/** I2, I3, I4, I9, I14 and the texts that people typed. */
export async function checkServer(world: World, desks: readonly Desk[], typed: Typed): Promise<void> {
  const witnesses = desks.flatMap(({ receipts }) => receipts.map(({ csn, h }) => ({ csn, h })))
  const report = await world.store.verifyChain({ tables: true, witnesses })
  check(report.intact, report.problem === 'witness' ? 'I4' : 'I9 I14', () => report)
  check(report.links === report.head.csn, 'I14', () => report)
  const commits = new Map<string, number>()
  const texts = new Set<string>()
  for (const [id, given] of findCreates(world)) await checkRecord({ world, commits, texts }, id, given)
  const lost = [...typed.owed].filter((text) => !texts.has(text))
  check(lost.length === 0, 'no edit is lost', () => lost)
  for (const { receipts } of desks) {
    for (const { pushId, csn } of receipts) check((commits.get(pushId) ?? csn) === csn, 'I4', () => ({ pushId, csn }))
  }
}

/** Record id → values by the push that may have created it. */
function findCreates({ delivered }: World): ReadonlyMap<RecordId, ReadonlyMap<string, Values>> {
  const creates = new Map<RecordId, Map<string, Values>>()
  for (const [pushId, { groups }] of delivered) {
    for (const op of groups.flatMap(({ ops }) => ops)) {
      if (op.op !== 'create') continue
      const given = creates.get(op.id) ?? new Map<string, Values>()
      creates.set(op.id, given.set(pushId, op.values))
    }
  }
  return creates
}

interface Walk {
  readonly world: World
  readonly commits: Map<string, number>
  readonly texts: Set<string>
}

/** Each write's `was` is the `now` before it and the base its author declared; one push is one commit; created once. */
async function checkRecord(
  { world, commits, texts }: Walk,
  id: RecordId,
  given: ReadonlyMap<string, Values>,
): Promise<void> {
  const [person] = world.people
  const history = person && (await world.store.history(id, person))
  let fields: Record<string, Value> = {}
  let created = 0
  for (const { csn, kind, field, was, now, pushId } of history?.toReversed() ?? []) {
    check((commits.get(pushId) ?? csn) === csn, 'I3', () => ({ pushId, csn }))
    commits.set(pushId, csn)
    if (kind === 'create') {
      created += 1
      fields = { ...given.get(pushId) }
      for (const value of Object.values(fields)) texts.add(String(value))
    }
    if (kind !== 'update' || field === null) continue
    texts.add(String(now))
    if (field === 'twice') continue
    check((fields[field] ?? null) === was, 'I2', () => ({ id, csn, field, was, before: fields[field] }))
    const ops = world.delivered.get(pushId)?.groups.flatMap(({ ops: each }) => each) ?? []
    const op = ops.find((other) => other.op === 'update' && other.id === id && field in other.set)
    if (op?.op === 'update') check((op.base[field] ?? null) === was, 'I2', () => ({ id, csn, field, was, op }))
    fields[field] = now
  }
  check(created <= 1, 'I3', () => ({ id, created }))
}

/** I5, I8: money only moves between rows, so the sum is always zero. */
export async function checkSum(world: World): Promise<void> {
  const [person] = world.people
  const list = person && (await world.store.listRecords(pursePartition, person))
  const sum = (list?.rows ?? []).reduce((total, { values }) => total + Number(values['amount'] ?? 0), 0)
  check(sum === 0, 'I5 server', () => sum)
}

/** I5, I8 in what a client shows: after a complete apply. */
export async function checkBase(desk: Desk): Promise<void> {
  const state = await readState(desk)
  const sum = [...state.base.values()].reduce((total, { values }) => total + Number(values['amount'] ?? 0), 0)
  check(sum === 0, 'I5 I8 client', () => ({ desk: desk.name, sum }))
}

export async function readState(desk: Desk) {
  const rows = await desk.workbook.readState()
  const state = decodeState(rows.ok ? rows.value : null)
  if (!state.ok) throw new Broken(`state of ${desk.name}: ${state.error}`)
  return state.value
}

/** I1: base and sheet equal the server's records, field by field; the total row is where it was. */
export async function checkConvergence(world: World, desks: readonly Desk[]): Promise<void> {
  const [person] = world.people
  const list = person && (await world.store.listRecords(pursePartition, person))
  const records = new Map((list?.rows ?? []).map((record) => [String(record.id), record]))
  for (const desk of desks) {
    const { base } = await readState(desk)
    check(base.size === records.size, 'I1 base', () => ({ desk: desk.name, base: base.size, server: records.size }))
    for (const { id, rv, values } of base.values()) {
      const record = records.get(id)
      check(record?.rv === rv, 'I1 base', () => ({ desk: desk.name, id, rv, record }))
      for (const key of shownColumns) {
        if (key === 'twice') continue
        check((values[key] ?? null) === (record?.values[key] ?? null), 'I1 base', () => ({ id, key, values, record }))
      }
    }
    // A pane closed while it inserted a row may leave a row behind that shows nothing.
    const rows = readRows(desk).filter(({ cells }) => [...cells.keys()].some((column) => column < columnOf('twice')))
    check(rows.length === records.size, 'I1 sheet', () => ({
      desk: desk.name,
      rows: rows.length,
      server: records.size,
    }))
    for (const { cells } of rows) {
      const id = cells.get(idColumn)?.value
      const record = typeof id === 'string' ? records.get(id) : undefined
      for (const key of shownColumns) {
        if (key === 'twice') continue
        const shown = cells.get(columnOf(key))?.value ?? null
        const value = record?.values[key] ?? null
        const expected = typeof value === 'number' ? value / 100 : value
        check(shown === expected, 'I1 sheet', () => ({ desk: desk.name, id, key, shown, expected }))
      }
    }
  }
}

/** Every move of money arrived once: neither lost nor done twice. */
export async function checkMoves(world: World, typed: Typed): Promise<void> {
  const [person] = world.people
  const list = person && (await world.store.listRecords(pursePartition, person))
  const now = new Map((list?.rows ?? []).map(({ values }) => [String(values['code']), Number(values['amount'] ?? 0)]))
  for (const [code, moved] of typed.moved) {
    check((now.get(code) ?? 0) === moved, 'moves arrive once', () => ({ code, moved, now: now.get(code) }))
  }
}
