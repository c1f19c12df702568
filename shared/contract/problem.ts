// application/problem+json (RFC 9457): every refusal of the server.
import type { Finding } from '../kernel/finding.ts'
import type { Words } from '../kernel/words.ts'

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
