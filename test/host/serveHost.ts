// The host behind a server of its own: what the page asks of Excel leaves its thread as a text, by way of a worker, as it
// leaves a web view for the process of Excel. Nothing of the host, nor of the tool that drives the browser, is then done
// by the page: for benchmarks that measure how long the page stands still.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { emptyPage, readOfficeFile } from './officeFile.ts'
import type { OfficeHost } from './officeHost.ts'

export interface ServedHost {
  /** `http://127.0.0.1:PORT`: an empty page that loads Office.js. */
  readonly url: string
  stop(): Promise<void>
}

export interface ServedHostOptions {
  /** Requests below `/api/` are handed to the server at this port: in the product nothing crosses origins either. */
  readonly apiPort: number
}

export async function serveHost(host: OfficeHost, { apiPort }: ServedHostOptions): Promise<ServedHost> {
  const server = createServer((request, response) => void answer(request, response))
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    if (path === '/excel') {
      const [code, body] = host.answer(await readText(request))
      response.end(`${code}\n${body}`)
    } else if (path.startsWith('/api/')) await forward(request, response, apiPort)
    else if (path.startsWith('/office/')) {
      const { status, body } = readOfficeFile(path.slice('/office/'.length))
      response.writeHead(status, { 'Content-Type': 'text/javascript; charset=utf-8' }).end(body)
    } else if (path === '/messenger.js') response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(messenger)
    else response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(emptyPage)
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Given to `addInitScript` whole: `officeAnswer` as `paneBridge.ts` calls it. */
export function installMessenger(): void {
  let worker: Worker | undefined
  const waiting: ((answer: readonly [number, string]) => void)[] = []
  const start = (): Worker => {
    const started = new Worker('/messenger.js')
    started.onmessage = ({ data }) => waiting.shift()?.(data as readonly [number, string])
    return started
  }
  Object.assign(window, {
    officeAnswer: (body: string) =>
      new Promise((resolve) => {
        waiting.push(resolve)
        worker ??= start()
        worker.postMessage(body)
      }),
  })
}

/** Runs in the worker: one request after another. */
const messenger = `
let last = Promise.resolve()
onmessage = ({ data }) => {
  last = last.then(async () => {
    const answer = await (await fetch('/excel', { method: 'POST', body: data })).text()
    const end = answer.indexOf('\\n')
    postMessage([Number(answer.slice(0, end)), answer.slice(end + 1)])
  })
}`

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

async function forward(request: IncomingMessage, response: ServerResponse, port: number): Promise<void> {
  const origin = `http://127.0.0.1:${port}`
  const headers = new Headers({ origin, 'sec-fetch-site': 'same-origin' })
  for (const name of ['authorization', 'content-type', 'if-none-match']) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  const body = request.method === 'GET' ? null : await readText(request)
  const answer = await fetch(`${origin}${request.url ?? ''}`, { method: request.method ?? 'GET', headers, body })
  const etag = answer.headers.get('etag')
  const sent = { 'Content-Type': 'application/json', ...(etag === null ? {} : { ETag: etag }) }
  response.writeHead(answer.status, sent).end(Buffer.from(await answer.arrayBuffer()))
}
