// Before the app: what Node's parser lets through and fetch has no words for (reliability.md §3.5).
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { toProblem, problemType } from '../problem.ts'
import { findLocale } from '../request/locale.ts'
import { refuse, type Refusal } from '../request/refusal.ts'

export const maxUrlLength = 2048
export const maxHeaders = 100

const methods = 'GET, HEAD, OPTIONS, POST, PUT, DELETE'
const known: ReadonlySet<string> = new Set(methods.split(', '))

/** undefined: the app may see it. */
export function findFault(request: IncomingMessage): Refusal | undefined {
  const method = request.method ?? ''
  if (!known.has(method))
    return refuse('request.method', { method: method.slice(0, 20) }, { headers: { Allow: methods } })
  if ((request.url ?? '').length > maxUrlLength) return refuse('url.too-long')
  if (request.rawHeaders.length / 2 > maxHeaders) return refuse('headers.too-large')
  return undefined
}

export function answerFault(
  request: IncomingMessage,
  response: ServerResponse,
  fault: { readonly refusal: Refusal; readonly requestId: string },
): void {
  const { refusal, requestId } = fault
  const problem = toProblem(refusal, { locale: findLocale(request.headers['accept-language']), requestId })
  response.writeHead(problem.status, {
    'Content-Type': problemType,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'X-Request-Id': requestId,
    Connection: 'close',
    ...refusal.headers,
  })
  response.end(JSON.stringify(problem))
}

/** Errors of Node's own parser: there is no request yet, only a socket. */
export function answerBrokenRequest(
  error: Error & { readonly code?: string },
  socket: Duplex,
  requestId: string,
): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const code =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? 'headers.too-large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? 'request.timeout'
        : 'request.malformed'
  const problem = toProblem(refuse(code, { seconds: 30 }), { locale: 'zh-Hans', requestId })
  const body = JSON.stringify(problem)
  const head = [
    `HTTP/1.1 ${problem.status} ${statusText[problem.status] ?? ''}`,
    `Content-Type: ${problemType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'X-Content-Type-Options: nosniff',
    `X-Request-Id: ${requestId}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

const statusText: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
}
