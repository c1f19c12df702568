// G9: a client asks whether anything is new and nothing is: 304, at the server's CPU, against a bare node:http server.
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SessionInfo } from '#shared/contract/resources.ts'
import { toETag } from '#server/routes/sync.ts'
import { readConfig } from '#server/config.ts'
import { createLog } from '#server/log.ts'
import { startServer } from '#server/main.ts'
import { measureCandidates, medians, ratioOf, type Candidate, type RunGoal } from './goal.ts'

const warmUp = 3000
const count = 20_000
const client = fileURLToPath(new URL('askHead.ts', import.meta.url))

interface Target {
  readonly port: number
  readonly tag: string
  readonly token: string
}

function ask({ port, tag, token }: Target, times: number): Promise<number> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [client, String(port), String(times), tag, token], (error, stdout) =>
      error ? reject(error) : resolve(Number(stdout)),
    )
  })
}

export const bareHttp: Candidate = async (measure) => {
  const tag = '"1-00000000000000000000000000000000"'
  const server = createServer((request, response) => {
    response.writeHead(request.headers['if-none-match'] === tag ? 304 : 200, { ETag: tag })
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const target = { port: (server.address() as AddressInfo).port, tag, token: 'x' }
  await ask(target, warmUp)
  return measure(() => ask(target, count))
}

async function startTarget(): Promise<Target> {
  const log = createLog({ write: () => {} })
  const config = readConfig({
    PORT: '0',
    DATABASE_URL: ':memory:',
    RATE_LIMITS: 'off',
    DATA_DIR: join(tmpdir(), 'tongbiao-bench'),
  })
  const world = {
    clock: () => new Date(),
    random: (bytes: number) => randomBytes(bytes),
    log,
    passwordCost: { ln: 4, r: 8, p: 1 },
  }
  const server = await startServer(config, world)
  const url = `http://127.0.0.1:${server.port}`
  const setUp = await fetch(`${url}/api/v1/setup`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      code: server.setupCode,
      name: 'a',
      displayName: 'a',
      password: '梧桐树下三只白猫',
      unitName: 'u',
      unitKind: 'primary',
    }),
  })
  const { token = '' } = (await setUp.json()) as SessionInfo
  const head = await fetch(`${url}/api/v1/sync/head`, { headers: { Authorization: `Bearer ${token}` } })
  const value = (await head.json()) as { readonly head: Parameters<typeof toETag>[0] }
  return { port: server.port, tag: toETag(value.head), token }
}

export const ours: Candidate = async (measure) => {
  const target = await startTarget()
  await ask(target, warmUp)
  return measure(() => ask(target, count))
}

/** The way any request goes that the short cut does not know: a weak tag means the same, and is not the text it looks for. */
export const oursWithoutShortcut: Candidate = async (measure) => {
  const target = await startTarget()
  const weak = { ...target, tag: `W/${target.tag}` }
  await ask(weak, warmUp)
  return measure(() => ask(weak, count))
}

export const run: RunGoal = async () => {
  const candidates = ['bareHttp', 'ours', 'oursWithoutShortcut']
  const samples = await measureCandidates({ module: import.meta.url, candidates, input: '', rounds: 3 })
  const bare = medians(samples, 'bareHttp')
  const own = medians(samples, 'ours')
  const long = medians(samples, 'oursWithoutShortcut')
  const ratio = ratioOf(own.cpuMs, bare.cpuMs)
  const target = 1.3
  const micro = (ms: number): number => Math.round((ms / count) * 10_000) / 10
  return {
    goal: 'G9',
    title: 'no-change sync: 304 against bare node:http, server CPU per request',
    ratio,
    target,
    holds: ratio <= target && own.found === count && bare.found === count,
    detail: {
      'µs per request, bare node:http': micro(bare.cpuMs),
      'µs per request, ours (token checked)': micro(own.cpuMs),
      'µs per request, ours through the app': micro(long.cpuMs),
      'ratio through the app': ratioOf(long.cpuMs, bare.cpuMs),
      'answers 304': own.found,
    },
  }
}
