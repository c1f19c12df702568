// Node's listener around the app: limits of the connection, TLS, and an orderly end.
import { getRequestListener } from '@hono/node-server'
import { createServer as createHttp, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createHttps } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { App } from '../app.ts'
import { answerBrokenRequest, answerFault, findFault } from './guard.ts'

export interface ListenOptions {
  readonly host: string
  readonly port: number
  readonly tls: { readonly cert: string; readonly key: string } | undefined
  readonly newId: () => string
  /** Answers before the app where it can; true: answered. */
  readonly shortcut: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Connections one address may hold. */
  readonly perAddress: number
  readonly trustedProxies: readonly string[]
  readonly headersTimeoutMs: number
  /** Node's own limit for a whole request; the routes have shorter ones. */
  readonly requestTimeoutMs: number
}

export interface Listening {
  readonly port: number
  /** Accepts nothing new, lets running requests end within `graceMs`, then closes what is left. */
  close(graceMs: number): Promise<void>
}

export async function listen(app: App, options: ListenOptions): Promise<Listening> {
  const settings = {
    maxHeaderSize: 16 * 1024,
    headersTimeout: options.headersTimeoutMs,
    requestTimeout: options.requestTimeoutMs,
    keepAliveTimeout: 5000,
    connectionsCheckingInterval: Math.min(5000, options.headersTimeoutMs),
  }
  const handle = getRequestListener((request, env) => app.fetch(request, env))
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const refusal = findFault(request)
    if (refusal) answerFault(request, response, { refusal, requestId: options.newId() })
    else if (!options.shortcut(request, response)) void handle(request, response)
  }
  const server: Server = options.tls
    ? createHttps({ ...settings, ...options.tls, minVersion: 'TLSv1.2' }, answer)
    : createHttp(settings, answer)
  server.maxHeadersCount = 0
  limitConnections(server, options)
  server.on('clientError', (error: Error & { code?: string }, socket) =>
    answerBrokenRequest(error, socket, options.newId()),
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const { port } = server.address() as AddressInfo // it listens on a port, not on a pipe
  return { port, close: (graceMs) => closeServer(server, graceMs) }
}

function limitConnections(server: Server, options: ListenOptions): void {
  const open = new Map<string, number>()
  server.on('connection', (socket) => {
    const address = socket.remoteAddress?.replace(/^::ffff:/, '') ?? ''
    if (options.trustedProxies.includes(address)) return
    const count = (open.get(address) ?? 0) + 1
    if (count > options.perAddress) {
      socket.destroy()
      return
    }
    open.set(address, count)
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left > 0) open.set(address, left)
      else open.delete(address)
    })
  })
}

async function closeServer(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearTimeout(timer)
}
