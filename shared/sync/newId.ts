// Ids made by the client from randomness and time that come in as arguments (P-10).
import type { RecordId } from '../kernel/value.ts'
import type { PushId } from './record.ts'

export interface IdSource {
  /** That many unpredictable bytes (crypto.getRandomValues). */
  readonly random: (count: number) => Uint8Array
  /** Milliseconds since 1970; only makes ids that were made later sort later, decides nothing. */
  readonly now: () => number
}

/** UUIDv7, lower case. */
export function newRecordId({ random, now }: IdSource): RecordId {
  const bytes = random(10)
  const time = Math.max(0, Math.min(2 ** 48 - 1, Math.floor(now())))
    .toString(16)
    .padStart(12, '0')
  const hex = toHex(bytes)
  const variant = (8 + ((bytes[2] ?? 0) >> 6)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(1, 4)}-${variant}${hex.slice(5, 8)}-${hex.slice(8, 20)}` as RecordId
}

export function newPushId({ random }: Pick<IdSource, 'random'>): PushId {
  return toHex(random(16)) as PushId
}

export function isRecordId(text: string): text is RecordId {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text)
}

export function isPushId(text: string): text is PushId {
  return /^[0-9a-f]{32}$/.test(text)
}

function toHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}
