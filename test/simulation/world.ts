// The real server on an in-memory database, and the faulty line between it and the desks.
import { openRecordStore } from '#server/store/openRecordStore.ts'
import type { RecordStore } from '#server/store/recordStore.ts'
import { storeRefusalStatus, type StoreRefusal } from '#server/store/refusal.ts'
import { makeSheetRules } from '#server/store/sheetRules.ts'
import type { Principal } from '#server/auth/principal.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { PushEnvelope, PushId, TransportRefusal } from '#shared/sync/record.ts'
import type { SyncTransport } from '#shared/sync/push/transport.ts'
import { addPerson, addUnits, makeClock, makeRandom } from '#test/conformance/storeWorld.ts'
import type { Chance } from './chance.ts'
import { purse } from './purse.ts'

/** Drawn once per seed (swarm): most histories have only some faults, and those often. */
export interface Weather {
  readonly dropRequest: number
  readonly dropAnswer: number
  readonly twice: number
  readonly late: number
  readonly serverCrash: number
  readonly diskFull: number
  readonly paneCrash: number
  readonly tornState: number
  readonly interleave: number
  readonly copies: number
  readonly restores: number
  /** Amounts only move between rows, and every difference is answered with "both": sums and ledgers must be exact. */
  readonly movesOnly: boolean
  readonly copiesIds: boolean
  readonly smallPages: boolean
  readonly smallPushes: boolean
}

export function drawWeather(chance: Chance): Weather {
  const sometimes = (most: number): number => (chance.happens(0.5) ? chance.next() * most : 0)
  const movesOnly = chance.happens(0.6)
  return {
    dropRequest: sometimes(0.3),
    dropAnswer: sometimes(0.4),
    twice: sometimes(0.4),
    late: sometimes(0.2),
    serverCrash: sometimes(0.3),
    diskFull: sometimes(0.15),
    paneCrash: sometimes(0.4),
    tornState: !movesOnly && chance.happens(0.3) ? 0.1 : 0,
    interleave: sometimes(0.4),
    copies: sometimes(0.05),
    restores: sometimes(0.05),
    movesOnly,
    copiesIds: chance.happens(0.5),
    smallPages: chance.happens(0.5),
    smallPushes: chance.happens(0.4),
  }
}

export interface World {
  readonly store: RecordStore
  readonly people: readonly Principal[]
  /** Every envelope that reached the server, as it was. */
  readonly delivered: Map<string, PushEnvelope>
  /** Pushes that a proxy still holds. */
  readonly held: (() => Promise<unknown>)[]
  /** Faults are on. */
  stormy: boolean
  /** The statement at which the next write fails; undefined: none. */
  failAt: { readonly n: number; readonly full: boolean } | undefined
}

export async function openWorld(): Promise<World> {
  const state: { failAt: World['failAt'] } = { failAt: undefined }
  const store = await openRecordStore({
    url: ':memory:',
    rules: makeSheetRules([purse]),
    clock: makeClock(),
    random: makeRandom(7),
    fault: (_, n) => {
      if (state.failAt === undefined || n < state.failAt.n) return
      const { full } = state.failAt
      state.failAt = undefined
      throw Object.assign(new Error('simulated'), full ? { code: 'SQLITE_FULL' } : {})
    },
  })
  await addUnits(store)
  const people = [
    await addPerson(store, { id: 'p1', role: 'finance', unitId: 'u1' }),
    await addPerson(store, { id: 'p2', role: 'finance', unitId: 'u1' }),
  ]
  return {
    store,
    people,
    delivered: new Map(),
    held: [],
    stormy: true,
    get failAt() {
      return state.failAt
    },
    set failAt(value) {
      state.failAt = value
    },
  }
}

/** What the line may do to each request; `others` runs somebody else's step in between. */
export interface Line {
  readonly chance: Chance
  readonly weather: Weather
  readonly others: () => Promise<void>
  /** Deliberate faults of the protocol (mutants). */
  readonly forgetful?: boolean
  readonly bend?: (envelope: PushEnvelope) => Promise<PushEnvelope> | PushEnvelope
}

const unknown = err<TransportRefusal>({ kind: 'unknown', detail: 'simulated' })

export function makeTransport(world: World, who: Principal, line: Line): SyncTransport {
  const { store } = world
  const { chance, weather } = line

  const deliver = async <T>(work: () => Promise<Result<T, StoreRefusal>>): Promise<Result<T, TransportRefusal>> => {
    if (world.stormy && chance.happens(weather.serverCrash)) world.failAt = { n: 1 + chance.below(25), full: false }
    else if (world.stormy && chance.happens(weather.diskFull)) world.failAt = { n: 1 + chance.below(25), full: true }
    try {
      const answer = await work()
      return answer.ok ? ok(structuredClone(answer.value)) : err(toRefusal(answer.error))
    } catch (error) {
      if (isSimulated(error)) return unknown
      throw error
    } finally {
      world.failAt = undefined
    }
  }

  const call = async <T>(
    work: () => Promise<Result<T, StoreRefusal>>,
    mayWait = false,
  ): Promise<Result<T, TransportRefusal>> => {
    if (!world.stormy) return deliver(work)
    if (chance.happens(weather.interleave)) await line.others()
    if (chance.happens(weather.dropRequest)) return unknown
    if (mayWait && chance.happens(weather.late)) {
      world.held.push(() => deliver(work))
      return unknown
    }
    const answer = await deliver(work)
    if (chance.happens(weather.twice)) await deliver(work)
    return chance.happens(weather.dropAnswer) ? unknown : answer
  }

  return {
    hello: () => Promise.resolve(unknown),
    head: (point) => call(async () => ok(await store.headFor(who, point))),
    pull: (request) => {
      const page = weather.smallPages ? { ...request.page, maxRows: 2 } : request.page
      return call(() => store.pull({ ...structuredClone(request), page }, who))
    },
    push: async (given) => {
      const envelope = structuredClone(line.bend ? await line.bend(given) : given)
      return call(() => {
        const pushId = line.forgetful ? (Buffer.from(chance.bytes(16)).toString('hex') as PushId) : envelope.pushId
        if (!envelope.dryRun) world.delivered.set(pushId, envelope)
        return store.push({ ...envelope, pushId }, who, {
          bodyHash: null,
          requestId: 'r',
          source: 'push',
          fileName: null,
        })
      }, true)
    },
    vouch: (pushes) => call(() => Promise.resolve(ok(store.vouch(structuredClone(pushes), who)))),
    receipt: (pushId) => call(async () => ok(line.forgetful ? null : await store.receipt(pushId, who))),
  }
}

function isSimulated(error: unknown): boolean {
  return error instanceof Error && (error.message === 'simulated' || isSimulated(error.cause))
}

function toRefusal({ code, findings }: StoreRefusal): TransportRefusal {
  return { kind: 'refused', status: storeRefusalStatus[code], code, detail: code, findings }
}
