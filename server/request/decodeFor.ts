// Which decoder reads the body of which route.
import { bodies, type SmallBody } from '#shared/contract/bodies.ts'
import { decodeBody, type BodyProblem } from '#shared/contract/decodeBody.ts'
import { decodePull } from '#shared/contract/decodePull.ts'
import { decodePush, type Definitions } from '#shared/contract/decodePush.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import { parseJson } from './parseJson.ts'
import { refuse, type Refusal } from './refusal.ts'

/** @param name the body's name in the contract; `Bytes` is handed on as it came */
export function decodeFor(name: string, bytes: Uint8Array, definitions: Definitions): Result<unknown, Refusal> {
  if (name === 'Bytes') return ok(bytes)
  const value = parseJson(bytes)
  if (!value.ok) return value
  const decoded = decodeNamed(name, value.value, definitions)
  return decoded.ok ? decoded : err(refuse(decoded.error.code, decoded.error.params))
}

function decodeNamed(name: string, value: unknown, definitions: Definitions): Result<unknown, BodyProblem> {
  if (name === 'PushRequest') return decodePush(value, definitions)
  if (name === 'PullRequest') return decodePull(value)
  if (Object.hasOwn(bodies, name)) return decodeBody(name as SmallBody, value)
  throw new Error(`no decoder for ${name}`)
}
