// Small request bodies: JSON value → typed body, or the first thing that is wrong with it and where.
import type * as z from 'zod'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Params } from '../kernel/words.ts'
import { bodies, type SmallBody } from './bodies.ts'
import type { ProblemCode } from './problemWords.ts'

export type BodyOf<N extends SmallBody> = z.infer<(typeof bodies)[N]>

export interface BodyProblem {
  readonly code: ProblemCode
  readonly params: Params
}

export function decodeBody<N extends SmallBody>(name: N, value: unknown): Result<BodyOf<N>, BodyProblem> {
  const read = bodies[name].safeParse(value)
  if (read.success) return ok(read.data as BodyOf<N>)
  const issue = read.error.issues[0]
  const at = toPointer(issue?.path ?? [])
  if (issue?.code === 'unrecognized_keys')
    return err({ code: 'json.unknown-field', params: { at: at || '/', key: (issue.keys[0] ?? '').slice(0, 100) } })
  if (issue?.code === 'custom' && issue.message === 'name.char') {
    const { codePoint = '', position = 0 } = issue.params ?? {}
    return err({ code: 'name.char', params: { at, codePoint: String(codePoint), position: Number(position) } })
  }
  return err({ code: 'json.invalid', params: { at: at || '/', problem: issue?.code ?? 'invalid' } })
}

/** RFC 6901: `['groups', 0, 'ops']` → `/groups/0/ops`. */
export function toPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
