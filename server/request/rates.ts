// How often one person may push, pull and export (reliability.md §2.3): buckets that fill again with time, in this process.
import type { RouteName } from '#shared/contract/routes.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import { refuseFor, type Refusal } from './refusal.ts'

export type Rate = 'push' | 'pull' | 'export' | 'reveal'

export interface RateLimit {
  /** Requests at once, after a pause. */
  readonly burst: number
  /** How many more in each `perMs`. */
  readonly refill: number
  readonly perMs: number
}

export type RateLimits = Readonly<Record<Rate, RateLimit>>

const minute = 60_000

/**
 * Far above what a person does by hand, and enough for a program that goes on in parts: 120 pages are 240,000 rows, 60 pushes
 * are 300,000. What is over waits; nothing is lost, since a refused push consumes no push id.
 */
export const officeRates: RateLimits = {
  push: { burst: 60, refill: 20, perMs: minute },
  pull: { burst: 120, refill: 60, perMs: minute },
  export: { burst: 30, refill: 30, perMs: 60 * minute },
  // one value at a time, for one person at a time: a list of them is no business of whoever may not edit it
  reveal: { burst: 20, refill: 20, perMs: 60 * minute },
}

const rateOf: { readonly [N in RouteName]?: Rate } = {
  push: 'push',
  publishWorkbook: 'push',
  applyImport: 'push',
  undo: 'push',
  move: 'push',
  reveal: 'reveal',
  proceed: 'push',
  delegate: 'push',
  revokeDelegation: 'push',
  declareExemption: 'push',
  revokeExemption: 'push',
  setPersons: 'push',
  pull: 'pull',
  vouch: 'pull',
  desk: 'pull',
  verifyChain: 'pull',
  uploadWorkbook: 'pull',
  downloadWorkbook: 'export',
  importedWorkbook: 'export',
  publishedWorkbook: 'export',
  reportWorkbook: 'export',
}

export interface Rates {
  /** Takes one; `too-many-requests` says when there will be one again. */
  take(route: string, userId: string): Result<void, Refusal>
}

interface Bucket {
  left: number
  /** Milliseconds since 1970. */
  at: number
}

/** Buckets of people who have not asked for long are full again and can be forgotten. */
const mostBuckets = 10_000

/** @param limits null: none */
export function createRates(limits: RateLimits | null, clock: () => Date): Rates {
  const buckets = new Map<string, Bucket>()
  return {
    take(route, userId) {
      const rate = rateOf[route as RouteName]
      if (limits === null || rate === undefined) return ok(undefined)
      const limit = limits[rate]
      const now = clock().getTime()
      const key = `${rate} ${userId}`
      if (buckets.size >= mostBuckets) forgetFull(buckets, limits, now)
      const bucket = buckets.get(key) ?? { left: limit.burst, at: now }
      bucket.left = refilled(bucket, limit, now)
      bucket.at = now
      buckets.set(key, bucket)
      if (bucket.left < 1)
        return err(refuseFor('too-many-requests', ((1 - bucket.left) * limit.perMs) / limit.refill / 1000))
      bucket.left -= 1
      return ok(undefined)
    },
  }
}

/** A clock that was set back takes nothing away. */
function refilled({ left, at }: Bucket, { burst, refill, perMs }: RateLimit, now: number): number {
  return Math.min(burst, left + (Math.max(0, now - at) * refill) / perMs)
}

function forgetFull(buckets: Map<string, Bucket>, limits: RateLimits, now: number): void {
  for (const [key, bucket] of buckets) {
    const limit = limits[key.slice(0, key.indexOf(' ')) as Rate]
    if (refilled(bucket, limit, now) >= limit.burst) buckets.delete(key)
  }
}
