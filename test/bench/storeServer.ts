// The real server over a store with the benchmark list, in a process of its own: `storeServer.ts FOLDER`, forked with IPC.
import { openAccounts, compose } from '#server/composition.ts'
import { createApp } from '#server/app.ts'
import { createHasher } from '#server/auth/password.ts'
import { readConfig } from '#server/config.ts'
import { listen } from '#server/edge/listen.ts'
import { createLog } from '#server/log.ts'
import { openRecordStore } from '#server/store/openRecordStore.ts'
import { makeSheetRules } from '#server/store/sheetRules.ts'
import { addBenchClerk, storedBench } from './storeWorld.ts'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder = ''] = process.argv.slice(2)
const passwordCost = { ln: 4, r: 8, p: 1 }
const random = (bytes: number): Uint8Array => randomBytes(bytes)
const clock = (): Date => new Date()
const world = { clock, random, log: createLog({ write: () => undefined }), passwordCost }
const config = readConfig({ DATA_DIR: folder, DATABASE_URL: ':memory:', RATE_LIMITS: 'off' })
const { deps, store: unused } = await compose(config, world)
await unused.close()

const rules = makeSheetRules([storedBench])
const store = await openRecordStore({ url: join(folder, 'bench.db'), rules, clock, random })
const password = await createHasher({ cost: passwordCost, random }).hash('benchmark password 1')
if (!password.ok) throw new Error(password.error)
await addBenchClerk(store, password.value)
const app = createApp({
  ...deps,
  store,
  rules,
  definitions: new Map([[storedBench.kind, storedBench]]),
  accounts: openAccounts(store, { ...world, newId: deps.newId }),
})
const listening = await listen(app, {
  host: '127.0.0.1',
  port: 0,
  tls: undefined,
  newId: deps.newId,
  shortcut: () => false,
  perAddress: 200,
  trustedProxies: [],
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 70_000,
})

/** What the parent asks between steps. */
export interface ServerFigures {
  /** CPU time when asked, and when answered: what the figures cost belongs to no step. */
  readonly askedMs: number
  readonly answeredMs: number
  readonly peakMb: number
  /** Entries of the audit. */
  readonly entries: number
}

process.on('message', (asked) => {
  if (asked === 'stop')
    void listening
      .close(1000)
      .then(() => store.close())
      .then(() => process.exit(0))
  if (asked !== 'figures') return
  const askedMs = cpuMs()
  void (async () => {
    const { n } = await store.db
      .selectFrom('audit')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))
    process.send?.({
      askedMs,
      answeredMs: cpuMs(),
      peakMb: Number(peak?.[1] ?? 0) / 1024,
      entries: Number(n),
    } satisfies ServerFigures)
  })()
})

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
process.send?.({ port: listening.port })
