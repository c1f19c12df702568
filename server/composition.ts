// Puts the product together: settings in, an app with everything it needs out. Knows the sheet kinds and the real world.
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildOpenApi } from '#shared/contract/openApi.ts'
import { sheets } from '#shared/sheets/index.ts'
import { reports } from '#shared/sheets/reports/index.ts'
import { createHasher, productionCost, type ScryptCost } from './auth/password.ts'
import type { AccountDeps } from './auth/accounts.ts'
import { createSessions } from './auth/sessions.ts'
import { createThrottle } from './auth/throttle.ts'
import type { Config } from './config.ts'
import type { AppDeps } from './deps.ts'
import { readFreeSpace } from './edge/freeSpace.ts'
import { watchHead } from './edge/watchHead.ts'
import type { HeadMemory } from './edge/unchangedHead.ts'
import { createThreadReader } from './import/threadReader.ts'
import { describeError, type Log } from './log.ts'
import { checkTypesFirst } from './partition/typedRules.ts'
import { openPages } from './pages/pages.ts'
import { newUuid } from './request/newId.ts'
import { officeRates } from './request/rates.ts'
import { openRecordStore } from './store/openRecordStore.ts'
import type { RecordStore } from './store/recordStore.ts'
import { makeSheetRules } from './store/sheetRules.ts'
import { createWorkbookMaker } from './workbook/createWorkbookMaker.ts'

export interface World {
  readonly clock: () => Date
  readonly random: (bytes: number) => Uint8Array
  readonly log: Log
  /** Cheaper in tests. */
  readonly passwordCost?: ScryptCost
}

export interface Composed {
  readonly deps: AppDeps
  readonly store: RecordStore
  readonly heads: HeadMemory
  /** From now on new work is refused. */
  drain(): void
}

export const realWorld = (log: Log): World => ({ clock: () => new Date(), random: (bytes) => randomBytes(bytes), log })

export const definitions = new Map(sheets.map((definition) => [definition.kind, definition]))

/** Opens the records alone, as the command line needs them. Throws a StoreOpenError that people can read. */
export function openStore(config: Pick<Config, 'databaseUrl' | 'dataDir'>, world: World): Promise<RecordStore> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  return openRecordStore({
    url: config.databaseUrl,
    rules: checkTypesFirst(makeSheetRules(sheets)),
    clock: world.clock,
    random: world.random,
    onIdleError: (code) => world.log({ event: 'failed', code }),
  })
}

export async function compose(config: Config, world: World): Promise<Composed> {
  const { clock, random, log } = world
  const { store, heads } = await watchHead(await openStore(config, world))
  const newId = (): string => newUuid(clock().getTime(), random)
  let draining = false
  const deps: AppDeps = {
    store,
    accounts: openAccounts(store, { ...world, newId }),
    definitions,
    reports,
    rules: checkTypesFirst(makeSheetRules(sheets)),
    clock,
    random,
    newId,
    log,
    pages: openPages({
      pages: fileURLToPath(new URL('../dist/addin', import.meta.url)),
      office: config.officeScript === null ? { folder: officeFolder() } : { address: config.officeScript },
    }),
    reader: createThreadReader({ onCrash: (error) => log({ event: 'failed', error: describeError(error) }) }),
    workbooks: createWorkbookMaker(),
    openApi: buildOpenApi(),
    manifest: readFileSync(new URL('../manifest.xml', import.meta.url), 'utf8'),
    edge: {
      hsts: config.tls.mode === 'files' || config.trustedProxies.length > 0,
      frameAncestors: config.frameAncestors,
      scriptOrigins: config.officeScript === null ? [] : [new URL(config.officeScript).origin],
      hasTls: config.tls.mode !== 'plain',
      trustedProxies: config.trustedProxies,
      jsonTimeoutMs: 30_000,
      fileTimeoutMs: 60_000,
      uploadsAtOnce: 4,
      rates: config.hasRateLimits ? officeRates : null,
      readFreeSpace: () => readFreeSpace(config.dataDir),
      isDraining: () => draining,
    },
  }
  return {
    deps,
    store,
    heads,
    drain: () => {
      draining = true
    },
  }
}

export function openAccounts(store: RecordStore, world: World & { readonly newId: () => string }): AccountDeps {
  const { clock, random, newId } = world
  const { db } = store
  return {
    db,
    clock,
    newId,
    hasher: createHasher({ cost: world.passwordCost ?? productionCost, random }),
    throttle: createThrottle(db, clock),
    sessions: createSessions({ db, clock, random, newId, remember: store.engine === 'sqlite' }),
  }
}

function officeFolder(): string {
  const require = createRequire(import.meta.url)
  return join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist')
}
