// Does a dated grant hold today.
import type { Grant } from './principal.ts'

/** Today between the grant's days, both inclusive. @param today `YYYY-MM-DD` */
export function isCurrent(grant: Pick<Grant, 'from' | 'to'>, today: string): boolean {
  return (grant.from === null || grant.from <= today) && (grant.to === null || today <= grant.to)
}
