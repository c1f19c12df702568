// One history: three desks and the real server under a seed's weather, then a calm in which all must agree.
import type { Change, Conflict } from '#shared/sync/merge/change.ts'
import type { PushEnvelope } from '#shared/sync/record.ts'
import { acceptMatches } from '#shared/sync/session/acceptMatches.ts'
import { previewSession } from '#shared/sync/session/previewSession.ts'
import { publishSession, type Published } from '#shared/sync/session/publishSession.ts'
import { openSession, refreshSession } from '#shared/sync/session/refreshSession.ts'
import type { Session, SessionDeps } from '#shared/sync/session/session.ts'
import { makeChance } from './chance.ts'
import { columnOf, copyOf, makeDesk, makePort, PaneClosed, pasteCopy, recovery, type Desk } from './desk.ts'
import { note, snapshot, type Typed } from './ledger.ts'
import { check, checkBase, checkConvergence, checkMoves, checkServer, checkSum, readState } from './oracle.ts'
import { answer, editSheet, mendRow, readRows, type Reply } from './person.ts'
import { purse, purseContext } from './purse.ts'
import type { History, Mutant, Tally } from './history.ts'
import { drawWeather, makeTransport, openWorld } from './world.ts'

const maxCalmRounds = 12

/** Throws Broken (or whatever the modules throw) with the seed to run again. */
export async function runHistory(seed: number, mutant: Mutant = {}): Promise<Tally> {
  const chance = makeChance(seed)
  const weather = drawWeather(chance)
  const world = await openWorld()
  const desks = [await makeDesk('甲', 0), await makeDesk('乙', 1), await makeDesk('丙', 0)]
  const history: History = {
    world,
    chance,
    weather,
    desks,
    mutant,
    pen: { chance, movesOnly: weather.movesOnly, copiesIds: weather.copiesIds, count: 0 },
    typed: { owed: new Set(), moved: new Map() },
    busy: new Set(),
    copies: [],
    exact: weather.movesOnly && !weather.copiesIds,
    sums: weather.movesOnly,
    conflicts: 0,
    crashes: 0,
  }
  try {
    for (let step = 20 + chance.below(25); step > 0; step -= 1) await takeStep(history, chance.pick(desks))
    await calmDown(history)
    await checkConvergence(world, desks)
    await checkServer(world, desks, history.typed)
    if (history.exact) await checkMoves(world, history.typed)
    const { csn } = await world.store.head()
    const receipts = desks.reduce((sum, desk) => sum + desk.receipts.length, 0)
    return { weather, commits: csn, receipts, conflicts: history.conflicts, crashes: history.crashes }
  } catch (problem) {
    throw new Error(`seed ${seed}: ${problem instanceof Error ? problem.message : String(problem)}`, { cause: problem })
  } finally {
    await world.store.close()
  }
}

async function takeStep(history: History, desk: Desk): Promise<void> {
  const { chance, weather, world, copies } = history
  if (history.busy.has(desk)) return
  history.busy.add(desk)
  try {
    const held =
      world.held.length > 0 && chance.happens(0.3) ? world.held.splice(chance.below(world.held.length), 1) : []
    for (const deliver of held) await deliver()
    if (chance.happens(weather.copies) || copies.length === 0) copies.push(await copyOf(desk))
    if (chance.happens(weather.restores)) await restore(history, desk)
    const dice = chance.next()
    if (dice < 0.45) type(history, desk)
    else if (dice < 0.6) await attempt(history, desk, refresh)
    else await attempt(history, desk, (session) => sendChanges(history, desk, session))
    if (history.sums) await checkSum(world)
  } finally {
    history.busy.delete(desk)
  }
}

function type(history: History, desk: Desk): void {
  const before = snapshot(desk)
  for (let edits = 1 + history.chance.below(3); edits > 0; edits -= 1) editSheet(desk, history.pen)
  note(history.typed, before, snapshot(desk))
  // Typed into a row that a closed pane left half written: the ledger of moves goes by code.
  if (readRows(desk).some(({ cells }) => !cells.has(columnOf('code')))) history.exact = false
}

/** An older file of anybody's is opened in place of this one: what was typed since is not owed any more. */
async function restore(history: History, desk: Desk): Promise<void> {
  history.exact = false
  const before = snapshot(desk)
  await pasteCopy(desk, history.chance.pick(history.copies))
  desk.shown = []
  // Whoever copied the file may have copied it half written.
  desk.halfWritten = true
  desk.lastCsn = 0
  desk.receipts = []
  for (const text of before.texts) history.typed.owed.delete(text)
}

/** The pane is opened, does one thing, and may be closed at any write. */
async function attempt(
  history: History,
  desk: Desk,
  work: (session: Session, desk: Desk, history: History) => Promise<void>,
): Promise<void> {
  const { chance, weather, world } = history
  const closes = world.stormy && chance.happens(weather.paneCrash)
  if (closes) desk.cut = { left: chance.below(12), tearState: chance.happens(weather.tornState) }
  try {
    const session = await openSession(makeDeskPort(history, desk), makeDeps(history, desk), recovery)
    if (session.ok) desk.halfWritten = false
    if (session.ok) await work(session.value, desk, history)
    else check(false, 'opens', () => session.error)
  } catch (problem) {
    if (!(problem instanceof PaneClosed)) throw problem
    history.crashes += 1
    desk.halfWritten = true
    desk.shown = []
  } finally {
    desk.cut = undefined
  }
}

function makeDeskPort({ mutant, chance }: History, desk: Desk) {
  const { bendEdits } = mutant
  return makePort(desk, bendEdits && ((edits) => bendEdits(edits, chance)))
}

function makeDeps(history: History, desk: Desk): SessionDeps {
  const { world, chance, weather, mutant, desks } = history
  const person = world.people[desk.person]
  if (!person) throw new Error('nobody')
  const others = async (): Promise<void> => {
    if (history.busy.size < 2) await takeStep(history, chance.pick(desks))
  }
  const { bendPush } = mutant
  const bend = bendPush && { bend: (envelope: PushEnvelope) => bendPush(envelope, world) }
  let time = 1_700_000_000_000
  return {
    transport: makeTransport(world, person, { chance, weather, others, forgetful: mutant.forgetful === true, ...bend }),
    definitions: new Map([['purse', mutant.definition ?? purse]]),
    contextOf: () => purseContext,
    ids: { random: (count) => chance.bytes(count), now: () => (time += 1) },
    limits: { maxOps: 5000, maxPushBytes: weather.smallPushes ? 400 : 1_000_000 },
    ...(weather.movesOnly &&
      mutant.loose !== true && { groupOf: (change: Change) => (movesMoney(change) ? 'money' : undefined) }),
  }
}

function movesMoney(change: Change): boolean {
  return (change.change === 'edit' && 'amount' in change.set) || (change.change === 'add' && 'amount' in change.values)
}

async function refresh(session: Session, desk: Desk, history: History): Promise<void> {
  const done = await refreshSession(session)
  if (!done.ok) {
    check(done.error.code === 'offline', 'refresh', () => done.error)
    return
  }
  await keepReceipts(desk, done.value)
  await checkProgress(history, desk)
}

async function sendChanges(history: History, desk: Desk, session: Session, all = false): Promise<void> {
  const preview = await previewSession(session)
  if (!preview.ok) {
    check(preview.error.code === 'offline', 'preview', () => preview.error)
    return
  }
  await keepReceipts(desk, preview.value)
  if (preview.value.offline) return
  const matches = preview.value.sheets.filter((sheet) => sheet.matches.length > 0)
  if (matches.length > 0) await acceptMatches(preview.value.session, matches)
  const conflicts = preview.value.sheets.flatMap((sheet) => sheet.conflicts)
  const mine = preview.value.sheets.flatMap((sheet) => sheet.mine)
  history.conflicts += conflicts.length
  // Nobody can add up changes of an amount whose beginning is lost: a copy of another person's workbook, say.
  if (conflicts.some((conflict) => conflict.kind === 'field' && conflict.baseUnknown)) {
    history.sums = false
    history.exact = false
  }
  const cards = [...conflicts, ...desk.shown.filter(isIdConflict)]
  const reply = answer(history.pen, { conflicts: cards, mine }, all)
  forgive(history.typed, cards, reply)
  const options = { ...reply, mode: 'groups' as const }
  if (history.chance.happens(0.2)) {
    const before = await history.world.store.head()
    const tried = await publishSession(preview.value.session, { ...options, dryRun: true })
    if (tried.ok && !history.world.stormy) {
      check((await history.world.store.head()).csn === before.csn, 'P-6', () => before)
    }
  }
  const shown = [...preview.value.session.shown, ...desk.shown.filter(isIdConflict)]
  const done = await publishSession({ ...preview.value.session, shown }, { ...options, dryRun: false })
  if (!done.ok) {
    check(done.error.code === 'offline', 'publish', () => done.error)
    return
  }
  desk.shown = done.value.session.shown
  await keepReceipts(desk, done.value)
  mend(history, desk, done.value)
  if (done.value.current) await checkProgress(history, desk)
}

const isIdConflict = (conflict: Conflict): boolean => conflict.kind === 'row' && conflict.code === 'id-exists'

/** What a person gives up with open eyes is not owed. */
function forgive({ owed }: Typed, conflicts: readonly Conflict[], { resolutions }: Reply): void {
  for (const { id, column, choice } of resolutions) {
    if (choice.choice === 'mine') continue
    for (const conflict of conflicts) {
      if (conflict.id !== id) continue
      if (conflict.kind === 'field' && conflict.column === column) owed.delete(String(conflict.mine))
      if (conflict.kind === 'row') for (const value of Object.values(conflict.mine ?? {})) owed.delete(String(value))
    }
  }
}

function mend(history: History, desk: Desk, { outcomes }: Published): void {
  const { pen } = history
  for (const { envelope, result } of outcomes) {
    for (const outcome of result.results) {
      const taken = outcome.s === 'rejected' || (outcome.s === 'conflict' && outcome.code === 'key-taken')
      const op = envelope.groups.find(({ g }) => g === outcome.g)?.ops[outcome.i]
      if (taken && op) {
        // Under another code the ledger of moves cannot follow it.
        history.exact = false
        mendRow(desk, pen, op.id)
      }
    }
  }
}

async function keepReceipts(desk: Desk, { outcomes }: Pick<Published, 'outcomes'>): Promise<void> {
  for (const { result } of outcomes) {
    if (result.point) desk.receipts.push({ pushId: result.pushId, ...result.point })
  }
  return Promise.resolve()
}

/** I7, and I5/I8 in what the client shows. */
async function checkProgress({ sums }: History, desk: Desk): Promise<void> {
  const { cursor } = await readState(desk)
  const csn = cursor?.csn ?? 0
  check(csn >= desk.lastCsn, 'I7', () => ({ desk: desk.name, csn, last: desk.lastCsn }))
  desk.lastCsn = csn
  if (sums) await checkBase(desk)
}

/** I13: with faults off everything comes to rest within a few rounds. */
async function calmDown(history: History): Promise<void> {
  const { world, desks } = history
  world.stormy = false
  for (const deliver of world.held.splice(0)) await deliver()
  for (let round = 0; round < maxCalmRounds; round += 1) {
    let rest = true
    for (const desk of desks) {
      const before = await world.store.head()
      await attempt(history, desk, (session) => sendChanges(history, desk, session, true))
      const state = await readState(desk)
      const settled = state.pending === null && state.torn === null && (state.ancestors?.size ?? 0) === 0
      const after = await world.store.head()
      rest &&= settled && before.csn === after.csn && state.cursor?.csn === after.csn && (await isQuiet(history, desk))
    }
    if (rest) return
  }
  check(false, 'I13', () => 'no rest')
}

async function isQuiet(history: History, desk: Desk): Promise<boolean> {
  const session = await openSession(makePort(desk), makeDeps(history, desk))
  const preview = session.ok ? await previewSession(session.value) : session
  return preview.ok && preview.value.sheets.every(({ mine, conflicts }) => mine.length + conflicts.length === 0)
}
