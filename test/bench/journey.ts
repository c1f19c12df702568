// One office's day against a real server over HTTP: 100,000 rows pushed, pushed again, pulled, 100 changed. G7, G8, G10–G12.
import { benchId, benchPartition, benchValues, insertRaw, storedBench } from './storeWorld.ts'
import { measureCandidates, median, type Candidate } from './goal.ts'
import type { ServerFigures } from './storeServer.ts'
import type { PushResult } from '#shared/sync/record.ts'
import type { Values } from '#shared/kernel/value.ts'
import Sqlite from 'better-sqlite3'
import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const journeyRows = 100_000
const perPush = 1000

/** CPU of the server process in ms, but `rawMs`: one raw insert of the same rows in a process of its own. */
export interface Journey {
  readonly rawMs: number
  readonly pushMs: number
  readonly againMs: number
  /** Audit entries written by pushing everything again. */
  readonly againEntries: number
  readonly pullMs: number
  readonly pulledRows: number
  /** From the request to the first bytes, and to the last row. */
  readonly firstBytesMs: number
  readonly pullWallMs: number
  readonly pushWallMs: number
  /** Median of pushes of 100 changed rows, three fields each. */
  readonly changedMs: number
  readonly peakMb: number
}

/** The floor: named in measureCandidates. */
export const rawInsert: Candidate = async (measure) => {
  const values = benchValues(journeyRows)
  const folder = mkdtempSync(join(tmpdir(), 'tongbiao-raw-'))
  const db = new Sqlite(join(folder, 'raw.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  await measure(() => insertRaw(db, values))
  db.close()
  rmSync(folder, { recursive: true })
  return journeyRows
}

let known: Promise<readonly Journey[]> | undefined

/** Run once for all goals that look at it. */
export function runJourneys(): Promise<readonly Journey[]> {
  return (known ??= runRounds(Number(process.env['BENCH_ROUNDS'] ?? 3)))
}

async function runRounds(rounds: number): Promise<readonly Journey[]> {
  const values = benchValues(journeyRows)
  const journeys: Journey[] = []
  for (let round = 0; round < rounds; round++) {
    const raw = await measureCandidates({ module: import.meta.url, candidates: ['rawInsert'], input: '', rounds: 1 })
    journeys.push({ rawMs: raw.get('rawInsert')?.[0]?.cpuMs ?? Number.NaN, ...(await travel(values)) })
  }
  return journeys
}

export function medianOf(journeys: readonly Journey[], pick: (journey: Journey) => number): number {
  return median(journeys.map(pick))
}

async function travel(values: readonly Values[]): Promise<Omit<Journey, 'rawMs'>> {
  const folder = mkdtempSync(join(tmpdir(), 'tongbiao-journey-'))
  const module = fileURLToPath(new URL('storeServer.ts', import.meta.url))
  const lean = new URL('../../server/lean.mjs', import.meta.url).href
  const server = fork(module, [folder], { stdio: 'inherit', execArgv: [...nodeFlags(), '--import', lean] })
  server.setMaxListeners(100)
  const { port } = await answer<{ readonly port: number }>(server)
  const { call } = await signIn(port)
  const bodies = pushBodies(values, 1)
  const again = pushBodies(values, 2)

  const start = await figures(server)
  const pushStart = performance.now()
  for (const body of bodies) await expectCount(await call('push', body), 'created', perPush)
  const pushWallMs = performance.now() - pushStart
  const pushed = await figures(server)
  for (const body of again) await expectCount(await call('push', body), 'noop', perPush)
  const repeated = await figures(server)
  const pull = await pullAll(call)
  const pulled = await figures(server)
  const changed: number[] = []
  for (let i = 0; i < 25; i++) {
    const body = changeBody(values, pull.rvs, i)
    const before = await figures(server)
    await expectCount(await call('push', body), 'updated', 100)
    changed.push(between(before, await figures(server)))
  }
  const end = await figures(server)
  server.send('stop')
  await new Promise((resolve) => server.once('exit', resolve))
  rmSync(folder, { recursive: true })
  return {
    pushMs: between(start, pushed),
    againMs: between(pushed, repeated),
    againEntries: repeated.entries - pushed.entries,
    pullMs: between(repeated, pulled),
    pulledRows: pull.rows,
    firstBytesMs: pull.firstBytesMs,
    pullWallMs: pull.wallMs,
    pushWallMs,
    // the first ten warm the code up: this is a server that has been running
    changedMs: median(changed.slice(10)),
    peakMb: end.peakMb,
  }
}

/** As `npm start` runs it: the flags before the script, and what start.mjs loads first. */
function nodeFlags(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>
  }
  return (scripts['start'] ?? '').split(' ').filter((part) => part.startsWith('--'))
}

function answer<T>(server: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    server.once('message', (message) => resolve(message as T))
    server.once('exit', () => reject(new Error('the server ended')))
  })
}

function figures(server: ChildProcess): Promise<ServerFigures> {
  const asked = answer<ServerFigures>(server)
  server.send('figures')
  return asked
}

/** CPU time of the server from one look at it to the next. */
function between(before: ServerFigures, after: ServerFigures): number {
  return after.askedMs - before.answeredMs
}

type Call = (name: 'push' | 'pull', body: string) => Promise<Response>

export async function signIn(port: number): Promise<{ readonly call: Call; readonly token: string }> {
  const base = `http://127.0.0.1:${port}/api/v1`
  const post = (path: string, body: string, more: Readonly<Record<string, string>> = {}): Promise<Response> =>
    fetch(`${base}/${path}`, { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...more } })
  const session = await post('session', JSON.stringify({ name: 'clerk', password: 'benchmark password 1' }))
  const { token } = (await session.json()) as { readonly token: string }
  const call: Call = async (name, body) => {
    const response = await post(`sync/${name}`, body, { Authorization: `Bearer ${token}` })
    if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`)
    return response
  }
  return { call, token }
}

async function expectCount(response: Response, name: keyof PushResult['counts'], count: number): Promise<void> {
  const result = (await response.json()) as PushResult
  if (result.counts[name] !== count) throw new Error(`${name}: ${JSON.stringify(result.counts)}`)
}

const columns = Object.keys(storedBench.columns)
const isMoney = new Set(columns.filter((key) => storedBench.columns[key]?.type === 'money'))

const toWire = (key: string, value: Values[string] | undefined): unknown =>
  isMoney.has(key) && typeof value === 'number' ? String(value) : (value ?? null)

function envelope(pushId: string, groups: readonly unknown[]): string {
  return JSON.stringify({
    pushId,
    api: 1,
    schema: { bench: 1 },
    workbook: 'bench',
    witness: [],
    mode: 'groups',
    dryRun: false,
    confirmedDeletes: 0,
    groups,
  })
}

const hexId = (turn: number, n: number): string => `${turn}${n.toString(16).padStart(31, '0')}`

/** Rows in columnar form, each its own group. */
export function pushBodies(values: readonly Values[], turn: number): readonly string[] {
  return Array.from({ length: values.length / perPush }, (_, part) => {
    const from = part * perPush
    const rows = values
      .slice(from, from + perPush)
      .map((row, i) => [benchId(from + i), ...columns.map((key) => toWire(key, row[key]))])
    return envelope(hexId(turn, part), [{ g: 1, p: benchPartition, columns, rows }])
  })
}

/** A hundred rows, spread over all, three fields each. */
function changeBody(values: readonly Values[], rvs: ReadonlyMap<string, string>, turn: number): string {
  const groups = Array.from({ length: 100 }, (_, i) => {
    const at = i * (values.length / 100) + turn
    const row = values[at] ?? {}
    const id = benchId(at)
    const base = { name: row['name'], amount: toWire('amount', row['amount']), phone: row['phone'] }
    const set = { name: '改名', amount: String(Number(row['amount']) + 100), phone: '13900000000' }
    return { g: i + 1, ops: [{ op: 'update', id, rv: rvs.get(id), base, set }] }
  })
  return envelope(hexId(3, turn), groups)
}

interface Pulled {
  readonly rows: number
  readonly rvs: ReadonlyMap<string, string>
  readonly firstBytesMs: number
  readonly wallMs: number
}

async function pullAll(call: Call): Promise<Pulled> {
  const rvs = new Map<string, string>()
  const start = performance.now()
  let firstBytesMs = 0
  for (let token: string | null = null; ;) {
    const page = { token, maxRows: 2000, maxBytes: 1_500_000 }
    const request = {
      api: 1,
      schema: { bench: 1 },
      workbook: 'bench',
      cursor: null,
      witness: [],
      history: [],
      held: [],
      page,
    }
    const response = await call('pull', JSON.stringify(request))
    firstBytesMs ||= performance.now() - start
    const lines = (await response.text()).split('\n')
    for (const line of lines.slice(1, -2)) {
      // id and rv stand at fixed places: the client's own parsing is not what is measured
      const [, id = '', , , , rv = ''] = line.split('"')
      rvs.set(id, rv)
    }
    const closing = JSON.parse(lines.at(-2) ?? '') as { readonly more: boolean; readonly pageToken: string | null }
    if (!closing.more) return { rows: rvs.size, rvs, firstBytesMs, wallMs: performance.now() - start }
    token = closing.pageToken
  }
}
