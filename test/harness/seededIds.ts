// Ids that depend on a seed and a number only, so that two processes can name the same things.
import type { RecordId } from '#shared/kernel/value.ts'
import type { PushId } from '#shared/sync/record.ts'

export function recordIdFrom(seed: number, n: number): RecordId {
  return `0195${seed.toString(16).padStart(4, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}` as RecordId
}

export function newPushIdFrom(seed: number, n: number): PushId {
  // Padded with a digit that no number begins with: 0xc and 0xcc must not meet.
  return `c${seed.toString(16).padStart(15, '0')}${n.toString(16).padStart(16, '0')}` as PushId
}
