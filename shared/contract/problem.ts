// application/problem+json (RFC 9457): every refusal of the server.
import type { Finding } from '../kernel/finding.ts'
import { words, type Words } from '../kernel/words.ts'

export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  /** For people, in the request's language (Accept-Language; 简体 when none fits). */
  readonly detail: string
  /** Closed list: problemWords. */
  readonly code: string
  readonly requestId: string
  readonly findings?: readonly Finding[]
}

/** code → status and words; filled by the server's rooms through defineProblems. */
export interface ProblemDefinition {
  readonly status: number
  readonly words: Words
}

/** @param status HTTP status; then the sentence in 简体, 繁體, English */
export function problem(status: number, ...[hans, hant, en]: readonly [string, string, string]): ProblemDefinition {
  return { status, words: words(hans, hant, en) }
}
