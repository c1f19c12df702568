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
  | { readonly type: 'stream'; readonly contentType: string; readonly stream: ReadableStream<Uint8Array> }
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
      return new Response(answer.stream as ConstructorParameters<typeof Response>[0], {
        headers: { 'Content-Type': answer.contentType, 'Cache-Control': 'no-store' },
      })
  }
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
