// The real server for tests that go through HTTP: its own data folder, a free port, loopback, cheap password hashing.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '#server/config.ts'
import type { LogEvent } from '#server/log.ts'
import { startServer } from '#server/main.ts'

export interface TestServer {
  /** `http://localhost:PORT` */
  readonly url: string
  readonly setupCode: string
  readonly log: readonly LogEvent[]
  stop(): Promise<void>
}

/** @param clock what the server takes for now */
export async function startTestServer(clock: () => Date = () => new Date()): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tongbiao-e2e-'))
  const log: LogEvent[] = []
  const server = await startServer(readConfig({ DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', LOG: 'stdout' }), {
    clock,
    random: (bytes) => randomBytes(bytes),
    log: (entry) => log.push(entry),
    passwordCost: { ln: 10, r: 8, p: 1 },
  })
  return {
    url: server.url,
    setupCode: server.setupCode ?? '',
    log,
    async stop() {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
