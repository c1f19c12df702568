// The bytes of a request, counted while they arrive and never more than the route allows.
import type { IncomingMessage } from 'node:http'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import { refuse, type Refusal } from './refusal.ts'

export interface BodyLimits {
  readonly maxBytes: number
  readonly timeoutMs: number
  /** Which problem says "too large": files have their own sentence. */
  readonly tooLarge: 'body.too-large' | 'file.too-large'
}

const close = { Connection: 'close' }

/** @param incoming Node's own stream where there is one: cheaper than the fetch body over it. */
export async function readBody(
  request: Request,
  limits: BodyLimits,
  incoming?: IncomingMessage,
): Promise<Result<Uint8Array<ArrayBuffer>, Refusal>> {
  const declared = request.headers.get('content-length')
  const tooLarge = refuseSize(limits, declared)
  if (declared !== null && Number(declared) > limits.maxBytes) return err(tooLarge)
  const source: AsyncIterable<Uint8Array> | null = incoming ?? (request.body as AsyncIterable<Uint8Array> | null)
  if (source === null) return ok(new Uint8Array(0))
  const timeout = Symbol('timeout')
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<typeof timeout>((resolve) => {
    timer = setTimeout(() => resolve(timeout), limits.timeoutMs)
  })
  const chunks: Uint8Array[] = []
  let size = 0
  // Left open on purpose when refused: the listener answers first and then closes the connection.
  const reader = source[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await Promise.race([reader.next(), late])
      if (next === timeout)
        return err(refuse('request.timeout', { seconds: Math.round(limits.timeoutMs / 1000) }, { headers: close }))
      if (next.done === true) break
      size += next.value.byteLength
      if (size > limits.maxBytes) return err(tooLarge)
      chunks.push(next.value)
    }
  } catch {
    return err(refuse('request.malformed', {}, { headers: close }))
  } finally {
    clearTimeout(timer)
  }
  return ok(join(chunks, size))
}

function refuseSize({ tooLarge, maxBytes }: BodyLimits, declared: string | null): Refusal {
  const params =
    tooLarge === 'file.too-large'
      ? { bytes: declared ?? `>${maxBytes}`, limit: maxBytes }
      : { limit: describeBytes(maxBytes) }
  return refuse(tooLarge, params, { headers: close })
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}

export function describeBytes(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${Math.round(bytes / 1024 / 1024)} MB` : `${Math.round(bytes / 1024)} kB`
}
