// A request refused: a closed code with its facts, turned into problem+json at the edge.
import type { ProblemCode } from '#shared/contract/problemWords.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import type { Params } from '#shared/kernel/words.ts'

export interface Refusal {
  readonly refused: ProblemCode
  readonly params: Params
  readonly findings?: readonly Finding[]
  readonly headers?: Readonly<Record<string, string>>
}

export function refuse(
  refused: Refusal['refused'],
  params: Params = {},
  more: Pick<Refusal, 'findings' | 'headers'> = {},
): Refusal {
  return { refused, params, ...more }
}

/** A refusal that passes with time: `Retry-After` and the same seconds in the sentence. */
export function refuseFor(refused: ProblemCode, seconds: number, params: Params = {}): Refusal {
  const wait = Math.max(1, Math.ceil(seconds))
  return { refused, params: { ...params, seconds: wait }, headers: { 'Retry-After': String(wait) } }
}
