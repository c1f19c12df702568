// Refusals of a whole request by the store: a closed list with its HTTP status.
import type { Finding } from '#shared/kernel/finding.ts'
import type { Params } from '#shared/kernel/words.ts'
import { err, type Err } from '#shared/kernel/result.ts'

/** None of them consumes a push id. */
export const storeRefusalStatus = {
  /** Session ended, user disabled or unknown. */
  'session-ended': 401,
  /** No grant that reaches what the request is about. */
  forbidden: 403,
  /** 越权: the finding says which, whose it is and the lawful road. */
  denied: 403,
  'not-found': 404,
  /** 0 ops, or more than the limit. Params: count, limit. */
  'push.ops': 400,
  /** Group numbers do not rise, or an empty group. Params: g. */
  'push.group-order': 400,
  /** A revision that is none. */
  'rv.format': 400,
  /** A revision, cursor or witness newer than the head, or with another hash: this server was restored. */
  'history-diverged': 409,
  'schema-too-old': 409,
  'schema-too-new': 409,
  /** A kind that this server does not know. Params: kind. */
  'kind-unknown': 400,
  'cursor-below-floor': 410,
  'push-id-reused': 422,
  /** An entry of the log that is unsound by itself, or out of time: see its finding. */
  'entry-invalid': 422,
  /** More deletions than the person confirmed. Params: count, confirmed. */
  'mass-delete': 422,
  /** Nothing that could be undone: the push changed nothing. */
  'undo-nothing': 422,
  /** Not a page token of this user, this view, this server: start again. */
  'page-token': 400,
  cursor: 400,
  /** The whole sheet was to move, but is not as it was seen. */
  'sheet-changed': 409,
  /** Rights: see the problems of the same names. Params of `grants.incompatible`: first, second (roles). */
  'grants.period': 422,
  'grants.incompatible': 422,
  'delegation.ended': 422,
  'delegation.reason': 422,
  'delegation.role': 422,
  'delegation.self': 422,
  'delegation.taker': 422,
  'delegation.not-held': 403,
  'exemption.not-chair': 403,
  'exemption.days': 422,
  'exemption.reason': 422,
  'exemption.self': 422,
  'exemption.person': 422,
  'exemption.excuse': 422,
  'persons.number': 422,
  'persons.kept': 403,
  /** Lock or retry limit reached: send again later. */
  busy: 503,
  /** Disk full: nothing was written. */
  'storage-full': 507,
} as const satisfies Readonly<Record<string, number>>

export type StoreRefusalCode = keyof typeof storeRefusalStatus

export interface StoreRefusal {
  readonly code: StoreRefusalCode
  readonly params: Params
  readonly findings: readonly Finding[]
}

export function refuse(code: StoreRefusalCode, params: Params = {}): Err<StoreRefusal> {
  return err({ code, params, findings: [] })
}
