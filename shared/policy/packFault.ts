// What is wrong with a policy file: a closed code, where, and what was written.
import type * as z from 'zod'
import type { Params } from '../kernel/words.ts'

export const packFaultCodes = [
  'pack.not-json',
  'pack.shape',
  'pack.unknown-key',
  'pack.choice',
  'pack.text',
  'pack.number',
  'pack.day',
  'pack.days-order',
  'pack.amount',
  'pack.share',
  'pack.tiers',
  'pack.list',
  'pack.id',
  'calendar.not-weekend',
  'calendar.other-year',
] as const
export type PackFaultCode = (typeof packFaultCodes)[number]

export interface PackFault {
  readonly code: PackFaultCode
  /** `limits[2].max`; blank: the whole file. */
  readonly path: string
  readonly params: Params
}

type Issue = z.core.$ZodIssue

export function toFaults(issue: Issue): readonly PackFault[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ code: 'pack.unknown-key', path: pathText(issue.path), params: { key } }))
  const code = packFaultCodes.find((candidate) => candidate === issue.message) ?? 'pack.shape'
  const { input } = issue
  const shown = typeof input === 'string' || typeof input === 'number' ? { written: String(input).slice(0, 60) } : {}
  const allowed = issue.code === 'invalid_value' ? { allowed: issue.values.map(String).join('、') } : {}
  return [{ code, path: pathText(issue.path), params: { written: '', allowed: '', ...shown, ...allowed } }]
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    return text === '' ? String(part) : `${text}.${String(part)}`
  }, '')
}
