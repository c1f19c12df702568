// Why a call to the server brought no answer.
import type { Problem } from '#shared/contract/problem.ts'

export type Failure =
  /** The server refused and says why. */
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** Nothing is known of the outcome: no network, a broken connection, an answer that is none of ours. */
  | { readonly kind: 'network'; readonly detail: string }
  /** A person pressed 取消, or the page was left. */
  | { readonly kind: 'cancelled' }

export function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    'detail' in value &&
    typeof value.detail === 'string'
  )
}
