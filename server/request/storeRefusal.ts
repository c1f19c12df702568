// What the store refuses, as the problems of the contract.
import type { ProblemCode } from '#shared/contract/problemWords.ts'
import type { StoreRefusal, StoreRefusalCode } from '../store/refusal.ts'
import { refused, type Refused } from './answer.ts'
import { refuse, refuseFor, type Refusal } from './refusal.ts'

const codes: Readonly<Record<StoreRefusalCode, ProblemCode>> = {
  'session-ended': 'unauthenticated',
  forbidden: 'forbidden',
  denied: 'denied',
  'entry-invalid': 'entry-invalid',
  'not-found': 'unknown',
  'push.ops': 'push.ops',
  'push.group-order': 'push.group-order',
  'rv.format': 'rv.format',
  'history-diverged': 'history-diverged',
  'schema-too-old': 'schema-too-old',
  'schema-too-new': 'schema-too-new',
  'kind-unknown': 'kind-unknown',
  'cursor-below-floor': 'cursor-below-floor',
  'push-id-reused': 'push-id-reused',
  'mass-delete': 'mass-delete',
  'undo-nothing': 'undo-nothing',
  'page-token': 'page-token',
  cursor: 'cursor',
  'sheet-changed': 'sheet-changed',
  'grants.period': 'grants.period',
  'grants.incompatible': 'grants.incompatible',
  'delegation.ended': 'delegation.ended',
  'delegation.reason': 'delegation.reason',
  'delegation.role': 'delegation.role',
  'delegation.self': 'delegation.self',
  'delegation.taker': 'delegation.taker',
  'delegation.not-held': 'delegation.not-held',
  'exemption.not-chair': 'exemption.not-chair',
  'exemption.days': 'exemption.days',
  'exemption.reason': 'exemption.reason',
  'exemption.self': 'exemption.self',
  'exemption.person': 'exemption.person',
  'exemption.excuse': 'exemption.excuse',
  'persons.number': 'persons.number',
  'persons.kept': 'persons.kept',
  busy: 'busy',
  'storage-full': 'storage-full',
}

export function refusalOfStore(refusal: StoreRefusal): Refusal {
  const { params, findings } = refusal
  if (refusal.code === 'busy') return refuseFor('busy', 2, params)
  return refuse(codes[refusal.code], params, findings.length > 0 ? { findings } : {})
}

export function refusedByStore(refusal: StoreRefusal): Refused {
  return refused(refusalOfStore(refusal))
}
