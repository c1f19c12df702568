// The server from settings to an orderly end.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createApp } from './app.ts'
import { isInitialised } from './auth/accounts.ts'
import { issueSetupCode } from './auth/setupCode.ts'
import { compose, type World } from './composition.ts'
import { isLoopback, type Config } from './config.ts'
import { listen } from './edge/listen.ts'
import { createUnchangedHead } from './edge/unchangedHead.ts'
import { describeError } from './log.ts'
import type { RecordStore } from './store/recordStore.ts'
import { localCertificate } from './tls/localCertificate.ts'

export interface RunningServer {
  /** Where a browser finds it. */
  readonly url: string
  readonly port: number
  /** Until there is an administrator. */
  readonly setupCode: string | undefined
  /** Certificate of the local authority, where one was made. */
  readonly authorityFile: string | undefined
  readonly hasPages: boolean
  /** Lets running requests end (at most 10 s), then closes the records. Idempotent. */
  stop(): Promise<void>
}

const graceMs = 10_000
const dayMs = 86_400_000
/** How often emergencies are looked through. */
const sweepMs = 60_000
/** How long a file that was not imported can still be asked about. */
const uploadDays = 30

export async function startServer(config: Config, world: World): Promise<RunningServer> {
  const composed = await compose(config, world)
  const { deps, store } = composed
  try {
    const tls = await readTls(config, world)
    const app = createApp(deps, tls?.authority === undefined ? {} : { authority: tls.authority })
    const listening = await listen(app, {
      host: config.host,
      port: config.port,
      tls,
      newId: deps.newId,
      perAddress: 200,
      trustedProxies: config.trustedProxies,
      headersTimeoutMs: 10_000,
      requestTimeoutMs: 70_000,
      shortcut: createUnchangedHead({
        sessions: deps.accounts.sessions,
        heads: composed.heads,
        isDraining: deps.edge.isDraining,
        log: world.log,
      }),
    })
    const isNew = !(await isInitialised(store.db))
    const setupCode = isNew ? await issueSetupCode(store.db, world) : undefined
    world.log({ event: 'started' })
    const cleaning = setInterval(() => void forgetOldUploads(store, world), dayMs)
    cleaning.unref()
    void forgetOldUploads(store, world)
    const sweeping = setInterval(() => void revertEmergencies(store, world), sweepMs)
    sweeping.unref()
    void revertEmergencies(store, world)
    let stopped: Promise<void> | undefined
    const stop = async (): Promise<void> => {
      world.log({ event: 'stopping' })
      composed.drain()
      clearInterval(cleaning)
      clearInterval(sweeping)
      await listening.close(graceMs)
      await store.close()
      world.log({ event: 'stopped' })
    }
    const shown =
      isLoopback(config.host) || config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host
    return {
      url: `${tls ? 'https' : 'http'}://${shown}:${listening.port}`,
      port: listening.port,
      setupCode,
      authorityFile: tls?.authorityFile,
      hasPages: deps.pages !== undefined,
      stop: () => (stopped ??= stop()),
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Files that were looked at but never imported. */
async function forgetOldUploads(store: RecordStore, world: World): Promise<void> {
  try {
    const before = new Date(world.clock().getTime() - uploadDays * dayMs)
    await store.files.purgeUploads(before.toISOString())
  } catch (error) {
    world.log({ event: 'failed', error: describeError(error) })
  }
}

/** What was taken as an emergency and not ratified in time goes back. */
async function revertEmergencies(store: RecordStore, world: World): Promise<void> {
  try {
    await store.revertEmergencies()
  } catch (error) {
    world.log({ event: 'failed', error: describeError(error) })
  }
}

interface ReadyTls {
  readonly cert: string
  readonly key: string
  readonly authority?: string
  readonly authorityFile?: string
}

async function readTls(config: Config, world: World): Promise<ReadyTls | undefined> {
  switch (config.tls.mode) {
    case 'plain':
      return undefined
    case 'files':
      return { cert: await readFile(config.tls.cert, 'utf8'), key: await readFile(config.tls.key, 'utf8') }
    case 'local': {
      const made = await localCertificate(config.tls.folder, world.clock())
      const authorityFile = join(config.dataDir, 'tongbiao-ca.crt')
      await writeFile(authorityFile, made.authority)
      return { ...made, authorityFile }
    }
  }
}
