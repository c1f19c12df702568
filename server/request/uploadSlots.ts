// How many files of one user are being read at the same time (A39).
import { err, ok, type Result } from '#shared/kernel/result.ts'
import { refuse, type Refusal } from './refusal.ts'

export interface UploadSlots {
  /** The function gives the slot back. */
  take(userId: string): Result<() => void, Refusal>
}

export function createUploadSlots(limit: number): UploadSlots {
  const used = new Map<string, number>()
  return {
    take(userId) {
      const now = used.get(userId) ?? 0
      if (now >= limit)
        return err(refuse('uploads.busy', { limit }, { headers: { 'Retry-After': '5', Connection: 'close' } }))
      used.set(userId, now + 1)
      return ok(() => {
        const left = (used.get(userId) ?? 1) - 1
        if (left > 0) used.set(userId, left)
        else used.delete(userId)
      })
    },
  }
}
