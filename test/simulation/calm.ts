// The simulator's world in fair weather: for tests that choose their faults themselves.
import { err, type Result } from '#shared/kernel/result.ts'
import type { TransportRefusal } from '#shared/sync/record.ts'
import { openSession } from '#shared/sync/session/refreshSession.ts'
import { previewSession, type Preview } from '#shared/sync/session/previewSession.ts'
import { publishSession, type Published, type PublishOptions } from '#shared/sync/session/publishSession.ts'
import type { Session, SessionDeps } from '#shared/sync/session/session.ts'
import type { SyncTransport } from '#shared/sync/push/transport.ts'
import { makeChance } from './chance.ts'
import { columnOf, makePort, recovery, setRow, type Desk } from './desk.ts'
import { readRows, setCell } from './person.ts'
import { purse, purseContext, type shownColumns } from './purse.ts'
import { makeTransport, type Weather, type World } from './world.ts'

const fair: Weather = {
  dropRequest: 0,
  dropAnswer: 0,
  twice: 0,
  late: 0,
  serverCrash: 0,
  diskFull: 0,
  paneCrash: 0,
  tornState: 0,
  interleave: 0,
  copies: 0,
  restores: 0,
  movesOnly: false,
  copiesIds: true,
  smallPages: false,
  smallPushes: false,
}

/** What a test puts in the way of single calls. */
export type Bend = Partial<SyncTransport>

let seed = 1000

export function calmDeps(world: World, desk: Desk, bend: (real: SyncTransport) => Bend = () => ({})): SessionDeps {
  world.stormy = false
  const chance = makeChance((seed += 1))
  const person = world.people[desk.person]
  if (!person) throw new Error('nobody')
  const real = makeTransport(world, person, { chance, weather: fair, others: () => Promise.resolve() })
  let time = 1_700_000_000_000
  return {
    transport: { ...real, ...bend(real) },
    definitions: new Map([['purse', purse]]),
    contextOf: () => purseContext,
    ids: { random: (count) => chance.bytes(count), now: () => (time += 1) },
    limits: { maxOps: 5000, maxPushBytes: 1_000_000 },
  }
}

export async function open(world: World, desk: Desk, bend?: (real: SyncTransport) => Bend): Promise<Session> {
  return must(await openSession(makePort(desk), calmDeps(world, desk, bend), recovery))
}

export async function preview(session: Session): Promise<Preview> {
  return must(await previewSession(session))
}

export async function publish(session: Session, options: Partial<PublishOptions> = {}): Promise<Published> {
  const shown = must(await previewSession(session)).session
  const given = { resolutions: [], confirmedDeletes: [], dryRun: false, mode: 'groups' as const, ...options }
  return must(await publishSession(shown, given))
}

export function must<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
  return result.value
}

/** Says nothing about the outcome. */
export const silence = err<TransportRefusal>({ kind: 'unknown', detail: 'no answer' })

export type RowTexts = Partial<Record<(typeof shownColumns)[number], string | number | null>>

/** Appends a row as a person types it. */
export function typeRow(desk: Desk, texts: RowTexts): void {
  const last = readRows(desk).at(-1)?.at ?? 2
  setRow(desk, last + 1, texts)
}

/** Types into the row with that code. */
export function typeCell(desk: Desk, code: string, texts: RowTexts): void {
  const row = rowOf(desk, code)
  for (const [key, value] of Object.entries(texts)) setCell(desk, [row.at, columnOf(key as keyof RowTexts)], value)
}

export function rowOf(desk: Desk, code: string): ReturnType<typeof readRows>[number] {
  const row = readRows(desk).find(({ cells }) => cells.get(columnOf('code'))?.value === code)
  if (!row) throw new Error(`no row ${code}`)
  return row
}

/** Code → shown values, as a person reads the sheet. */
export function readSheet(desk: Desk, column: (typeof shownColumns)[number]): Readonly<Record<string, unknown>> {
  const entries = readRows(desk).map(({ cells }) => {
    const code = cells.get(columnOf('code'))?.value
    return [typeof code === 'string' ? code : '', cells.get(columnOf(column))?.value ?? null] as const
  })
  return Object.fromEntries(entries)
}
