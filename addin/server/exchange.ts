// One HTTP exchange over XMLHttpRequest: fetch cannot say how much of a body has left.
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { Failure } from './failure.ts'

export interface Ask {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Blob | null
  readonly wants: 'text' | 'file'
  readonly signal: AbortSignal | undefined
  readonly onProgress: ((sent: number, total: number) => void) | undefined
}

export interface Reply {
  readonly status: number
  /** '' when a file was asked for and came. */
  readonly text: string
  readonly body: Blob | null
}

export type Exchange = (ask: Ask) => Promise<Result<Reply, Failure>>

export const exchangeOverHttp: Exchange = (ask) =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const cancel = () => request.abort()
    const finish = (outcome: Result<Reply, Failure>) => {
      ask.signal?.removeEventListener('abort', cancel)
      resolve(outcome)
    }
    if (ask.signal?.aborted) return resolve(err({ kind: 'cancelled' }))
    ask.signal?.addEventListener('abort', cancel)
    request.open(ask.method, ask.url)
    request.responseType = 'blob'
    for (const [name, value] of Object.entries(ask.headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => ask.onProgress?.(event.loaded, event.total)
    request.onabort = () => finish(err({ kind: 'cancelled' }))
    request.onerror = () => finish(err({ kind: 'network', detail: '' }))
    request.ontimeout = () => finish(err({ kind: 'network', detail: 'timeout' }))
    request.onload = () => {
      const body = request.response as Blob // responseType is 'blob'
      const isFile = ask.wants === 'file' && request.status < 300
      if (isFile) return finish(ok({ status: request.status, text: '', body }))
      body.text().then(
        (text) => finish(ok({ status: request.status, text, body: null })),
        () => finish(err({ kind: 'network', detail: '' })),
      )
    }
    request.send(ask.body)
  })
