// What a handler may answer.
import type { Refusal } from './refusal.ts'

export type Answer =
  | {
      readonly type: 'json'
      readonly value: unknown
      readonly status?: 200 | 201
      readonly headers?: Readonly<Record<string, string>>
    }
  | { readonly type: 'nothing' }
  /** 304 for a client that knows this point already. */
  | { readonly type: 'unchanged'; readonly etag: string }
  | { readonly type: 'file'; readonly bytes: Uint8Array; readonly name: string; readonly contentType: string }
  | { readonly type: 'stream'; readonly contentType: string; readonly chunks: readonly Uint8Array<ArrayBuffer>[] }
  | Refused

export interface Refused {
  readonly type: 'refused'
  readonly refusal: Refusal
}

export const json = (value: unknown): Answer => ({ type: 'json', value })
export const created = (value: unknown): Answer => ({ type: 'json', value, status: 201 })
export const nothing: Answer = { type: 'nothing' }
export const refused = (refusal: Refusal): Refused => ({ type: 'refused', refusal })

export function toResponse(answer: Exclude<Answer, Refused>): Response {
  switch (answer.type) {
    case 'json':
      return new Response(JSON.stringify(answer.value), {
        status: answer.status ?? 200,
        headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', ...answer.headers },
      })
    case 'nothing':
      return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } })
    case 'unchanged':
      return new Response(null, { status: 304, headers: { ETag: answer.etag, 'Cache-Control': 'no-cache' } })
    case 'file':
      return new Response(answer.bytes as Uint8Array<ArrayBuffer>, {
        headers: {
          'Content-Type': answer.contentType,
          'Content-Length': String(answer.bytes.byteLength),
          'Content-Disposition': attachment(answer.name),
          'Cache-Control': 'no-store',
        },
      })
    case 'stream':
      return new Response(streamOf(answer.chunks), {
        headers: { 'Content-Type': answer.contentType, 'Cache-Control': 'no-store' },
      })
  }
}

/** Chunks as they are asked for, so that the first leaves before the last is written. */
function streamOf(chunks: readonly Uint8Array<ArrayBuffer>[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  let next = 0
  return new ReadableStream({
    pull(controller) {
      const chunk = chunks[next++]
      if (chunk === undefined) controller.close()
      else controller.enqueue(chunk)
    },
  })
}

/**
 * Gives the memory of chunks back at once; only when all of them were handed to the operating system. Left to V8, every
 * 15 MB that were sent start a collection of the whole heap, which costs as much as reading them (docs/performance.md, G11).
 */
export function releaseChunks(chunks: readonly Uint8Array<ArrayBuffer>[]): void {
  // small buffers are pieces of a larger one that others use: only what is alone in its memory
  for (const { buffer, byteLength } of chunks) if (buffer.byteLength === byteLength) buffer.transfer(0)
}

/** RFC 6266: the name as UTF-8, and an ASCII stand-in that no program can trip over. Never a path, never CR/LF. */
export function attachment(name: string): string {
  const encoded = encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? 'bin'
  return `attachment; filename="tongbiao.${extension}"; filename*=UTF-8''${encoded}`
}
