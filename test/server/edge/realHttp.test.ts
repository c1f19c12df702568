// What only a real socket shows: caps, slow and broken requests, limits of connections, the cheap head.
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SessionInfo } from '#shared/contract/resources.ts'
import { createApp } from '#server/app.ts'
import { issueSetupCode } from '#server/auth/setupCode.ts'
import { compose, type Composed } from '#server/composition.ts'
import { readConfig } from '#server/config.ts'
import { listen, type Listening } from '#server/edge/listen.ts'
import { createUnchangedHead } from '#server/edge/unchangedHead.ts'
import { createLog } from '#server/log.ts'
import { testPassword } from '../serverWorld.ts'
import { pushBody } from '../pushBody.ts'
import { sendRaw } from './sendRaw.ts'

const log = createLog({ write: () => {} })
const world = {
  clock: () => new Date(),
  random: (bytes: number) => randomBytes(bytes),
  log,
  passwordCost: { ln: 4, r: 8, p: 1 },
}
const config = readConfig({ DATABASE_URL: ':memory:', DATA_DIR: join(tmpdir(), 'tongbiao-test') })

let composed: Composed
let listening: Listening
let token: string
const shortcuts: string[] = []

beforeAll(async () => {
  composed = await compose(config, world)
  const { accounts, edge, newId } = composed.deps
  const deps = { ...composed.deps, edge: { ...edge, jsonTimeoutMs: 400, fileTimeoutMs: 2000 } }
  const unchanged = createUnchangedHead({
    sessions: accounts.sessions,
    heads: composed.heads,
    isDraining: edge.isDraining,
    log,
  })
  listening = await listen(createApp(deps), {
    host: '127.0.0.1',
    port: 0,
    tls: undefined,
    newId,
    perAddress: 60,
    trustedProxies: [],
    headersTimeoutMs: 1000,
    requestTimeoutMs: 5000,
    shortcut: (request, response) => {
      const answered = unchanged(request, response)
      if (answered) shortcuts.push(request.url ?? '')
      return answered
    },
  })
  const code = await issueSetupCode(composed.store.db, world)
  const admin = await send<SessionInfo>('POST', '/api/v1/setup', {
    body: { code, name: 'boss', displayName: 'b', password: testPassword, unitName: '某某工会', unitKind: 'primary' },
  })
  const grants = [{ role: 'finance', unitId: 'u1', kinds: [], department: null, from: null, to: null }]
  await send('POST', '/api/v1/users', {
    token: admin.value.token ?? '',
    body: { name: 'wang', displayName: 'w', password: testPassword, grants },
  })
  token =
    (await send<SessionInfo>('POST', '/api/v1/session', { body: { name: 'wang', password: testPassword } })).value
      .token ?? ''
})
afterAll(async () => {
  await listening.close(100)
  await composed.store.close()
})

interface Sending {
  readonly token?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

async function send<T = { readonly code: string }>(
  method: string,
  path: string,
  { token: bearer, body, headers }: Sending = {},
) {
  const init: RequestInit = {
    method,
    headers: {
      ...(bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` }),
      ...(body === undefined
        ? {}
        : { 'Content-Type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json' }),
      ...headers,
    },
  }
  if (body !== undefined)
    init.body = body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body)
  const response = await fetch(`http://127.0.0.1:${listening.port}${path}`, init)
  const text = await response.text()
  return { status: response.status, headers: response.headers, value: (text === '' ? {} : JSON.parse(text)) as T }
}

const raw = (head: string, feed?: (socket: Socket) => void): Promise<string> => sendRaw(listening.port, head, feed)

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)
const upload = (headers: string): string =>
  `POST /api/v1/imports?name=a.xlsx HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/octet-stream\r\n${headers}\r\n`

describe('bodies', () => {
  it('A5: a file of 25 MB is 413 and the connection closes, without reading it all', async () => {
    const answer = await raw(upload(`Content-Length: ${25 * 1024 * 1024}\r\n`), (socket) => {
      socket.write(Buffer.alloc(64 * 1024))
    })
    expect(statusOf(answer)).toBe(413)
    expect(answer).toContain('file.too-large')
  })

  it('A6: an endless upload without length is 413 once 20 MB have come', async () => {
    let sent = 0
    const chunk = Buffer.alloc(256 * 1024, 1)
    const answer = await raw(upload('Transfer-Encoding: chunked\r\n'), (socket) => {
      const more = (): void => {
        while (!socket.destroyed && socket.writable && sent < 1024 * 1024 * 1024) {
          sent += chunk.length
          socket.write(`${chunk.length.toString(16)}\r\n`)
          socket.write(chunk)
          if (!socket.write('\r\n')) {
            socket.once('drain', more)
            return
          }
        }
      }
      more()
    })
    expect(statusOf(answer)).toBe(413)
    expect(sent).toBeLessThan(64 * 1024 * 1024)
  })

  it('A7: a body longer than its Content-Length is 400, and the connection closes', async () => {
    const answer = await raw(upload('Content-Length: 10\r\n') + 'x'.repeat(100))
    expect(answer.match(/HTTP\/1\.1 4\d\d/g)?.length).toBeGreaterThanOrEqual(1)
    expect(answer).toContain('HTTP/1.1 400')
  })

  it('B27: two lengths, or a length and chunks, are 400', async () => {
    for (const headers of [
      'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n',
      'Content-Length: 5\r\nContent-Length: 6\r\n',
    ]) {
      const answer = await raw(
        `POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${headers}\r\n{"a":`,
      )
      expect(statusOf(answer)).toBe(400)
      expect(answer).toContain('application/problem+json')
    }
  })

  it('B32: a slow body is 408, and others are served meanwhile', async () => {
    const slow = raw(
      `POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
      (socket) => {
        const timer = setInterval(() => (socket.destroyed ? clearInterval(timer) : socket.write(' ')), 100)
        socket.once('close', () => clearInterval(timer))
      },
    )
    expect((await send('GET', '/livez')).status).toBe(200)
    const answer = await slow
    expect(statusOf(answer)).toBe(408)
    expect(answer).toContain('request.timeout')
  })

  it('A39: of 20 uploads of one user at once 4 are read, the rest are 429 with Retry-After', async () => {
    const sockets: Socket[] = []
    const body = Buffer.alloc(1000, 0x20)
    const answers = Array.from({ length: 20 }, () =>
      raw(upload(`Content-Length: ${body.length}\r\nConnection: close\r\n`), (socket) => {
        sockets.push(socket)
        setTimeout(() => socket.write(body), 600)
      }),
    )
    const statuses = (await Promise.all(answers)).map((answer) => [
      statusOf(answer),
      answer.includes('Retry-After') || answer.includes('retry-after'),
    ])
    expect(statuses.filter(([status]) => status === 429)).toHaveLength(16)
    expect(statuses.filter(([status, retry]) => status === 429 && retry)).toHaveLength(16)
    expect(statuses.filter(([status]) => status === 415 || status === 422)).toHaveLength(4)
  })
})

describe('heads of requests', () => {
  it('B28: headers of 64 kB and 1,000 headers are 431, CR or NUL in a value is 400', async () => {
    expect(statusOf(await raw(`GET /livez HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(65_536)}\r\n\r\n`))).toBe(431)
    const many = Array.from({ length: 1000 }, (_, i) => `X${i}: 1\r\n`).join('')
    expect(statusOf(await raw(`GET /livez HTTP/1.1\r\nHost: localhost\r\n${many}\r\n`))).toBe(431)
    for (const value of ['a\rSet-Cookie: x=1', 'a\0b'])
      expect(statusOf(await raw(`GET /livez HTTP/1.1\r\nHost: localhost\r\nX: ${value}\r\n\r\n`))).toBe(400)
  })

  it('B29: TRACE and PROPFIND are 405 with Allow, an address of 3 kB is 414', async () => {
    for (const method of ['TRACE', 'PROPFIND', 'PATCH']) {
      const answer = await raw(`${method} /api/v1/hello HTTP/1.1\r\nHost: localhost\r\nX-Secret: abc\r\n\r\n`)
      expect(statusOf(answer)).toBe(405)
      expect(answer).toMatch(/allow: GET/i)
      expect(answer).not.toContain('abc')
    }
    expect(
      statusOf(await raw(`GET /${'a'.repeat(3000)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)),
    ).toBe(414)
  })

  it.each([
    '/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/%00',
    '/%c0%ae%c0%ae/package.json',
    '//etc/passwd',
    '/assets/../../package.json',
  ])('B30: %s reads no file', async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
    expect([400, 404]).toContain(statusOf(answer))
    expect(answer).not.toMatch(/root:|devDependencies/)
  })

  it('holds at most so many connections of one address', async () => {
    const sockets = await Promise.all(
      Array.from(
        { length: 80 },
        () =>
          new Promise<{ readonly socket: Socket; readonly open: boolean }>((resolve) => {
            const socket = connect(listening.port, '127.0.0.1')
            socket.on('error', () => {})
            socket.once('close', () => resolve({ socket, open: false }))
            socket.once('connect', () => setTimeout(() => resolve({ socket, open: !socket.destroyed }), 200))
          }),
      ),
    )
    expect(sockets.filter(({ open }) => open).length).toBeLessThanOrEqual(60)
    for (const { socket } of sockets) socket.destroy()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect((await send('GET', '/livez')).status).toBe(200)
  })
})

describe('P-9: the cheap head', () => {
  it('answers 304 for the newest point without the app, until something changes, someone signs out, or the token is wrong', async () => {
    const first = await send<{ readonly head: unknown }>('GET', '/api/v1/sync/head', { token })
    const tag = first.headers.get('etag') ?? ''
    expect(first.status).toBe(200)
    const ask = (bearer: string) =>
      send('GET', '/api/v1/sync/head', { token: bearer, headers: { 'If-None-Match': tag } })
    shortcuts.length = 0
    expect((await ask(token)).status).toBe(304)
    expect(shortcuts).toHaveLength(1)
    expect((await ask(`tus_${'A'.repeat(43)}`)).status).toBe(401)
    expect((await send('POST', '/api/v1/sync/push', { token, body: pushBody() })).status).toBe(200)
    const changed = await ask(token)
    expect(changed.status).toBe(200)
    expect(changed.headers.get('etag')).not.toBe(tag)
    const other =
      (await send<SessionInfo>('POST', '/api/v1/session', { body: { name: 'wang', password: testPassword } })).value
        .token ?? ''
    const now = changed.headers.get('etag') ?? ''
    const asOther = () => send('GET', '/api/v1/sync/head', { token: other, headers: { 'If-None-Match': now } })
    expect((await asOther()).status).toBe(304)
    expect((await send('DELETE', '/api/v1/session', { token: other })).status).toBe(204)
    expect((await asOther()).status).toBe(401)
  })
})
