// T4: starts storeChild, kills it at a random moment, and compares the file with what was acknowledged.
import { openWorldStore } from '#test/conformance/storeWorld.ts'
import type { PushId } from '#shared/sync/record.ts'
import { seededRandom } from '#test/bench/data.ts'
import Sqlite from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface KillReport {
  readonly cycles: number
  readonly acknowledged: number
  /** Committed, but the process died before it could say so. */
  readonly unacknowledged: number
  /** Acknowledged, and not there: must be 0. */
  readonly lost: number
  /** Cycles after which the file, the chain or the tables did not verify: must be 0. */
  readonly torn: number
}

const child = fileURLToPath(new URL('storeChild.ts', import.meta.url))
const ann = { userId: 'ann', name: 'ann同志', sessionId: null, grants: [] } as const

export async function killStore(cycles: number, seed: number): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'tongbiao-kill-'))
  const file = join(folder, 'data.db')
  const random = seededRandom(seed)
  const report = { cycles, acknowledged: 0, unacknowledged: 0, lost: 0, torn: 0 }
  let before = 0
  for (let cycle = 1; cycle <= cycles; cycle++) {
    const acknowledged = await runAndKill(file, cycle, Math.floor(random() * 120))
    report.acknowledged += acknowledged.length
    const store = await openWorldStore(file)
    for (const pushId of acknowledged) if ((await store.receipt(pushId, ann)) === null) report.lost++
    const { intact } = await store.verifyChain({ tables: true })
    const rows = await store.db.selectFrom('push').select('push_id').where('push_id', 'like', 'c%').execute()
    report.unacknowledged += rows.length - before - acknowledged.length
    before = rows.length
    await store.close()
    const db = new Sqlite(file)
    const integrity = db.pragma('integrity_check', { simple: true })
    db.close()
    if (!intact || integrity !== 'ok') report.torn++
  }
  rmSync(folder, { recursive: true, force: true })
  return report
}

/** @returns the pushes that the process acknowledged before it died */
function runAndKill(file: string, seed: number, delayMs: number): Promise<readonly PushId[]> {
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [child, file, String(seed)], { stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let errors = ''
    running.stderr.on('data', (data: Buffer) => (errors += data.toString()))
    running.stdout.on('data', (data: Buffer) => {
      const started = out.includes('\n')
      out += data.toString()
      // some pushes first, then at any moment
      if (!started && out.includes('\n')) setTimeout(() => running.kill('SIGKILL'), 40 + delayMs)
    })
    running.on('close', (_, signal) => {
      if (signal !== 'SIGKILL') return reject(new Error(`the server ended by itself: ${errors}`))
      const whole = out.split('\n').slice(1, -1)
      resolve(whole.map((line) => line.split(' ')[0] as PushId))
    })
  })
}
