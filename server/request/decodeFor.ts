// Which decoder reads the body of which route.
import { bodies, type SmallBody } from '#shared/contract/bodies.ts'
import { decodeBody, type BodyProblem } from '#shared/contract/decodeBody.ts'
import { decodePull } from '#shared/contract/decodePull.ts'
import { decodePush, type Definitions } from '#shared/contract/decodePush.ts'
import { decodeVouch } from '#shared/contract/decodeVouch.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { PushEnvelope } from '#shared/sync/record.ts'
import { createHash } from 'node:crypto'
import { parseJson, type ParsedJson } from './parseJson.ts'
import { refuse, type Refusal } from './refusal.ts'

export interface SentPush {
  readonly envelope: PushEnvelope
  /** SHA-256 hex of the body without its witnesses: sent again it may carry more of them (SPEC W7), and is the same push. */
  readonly bodyHash: string
}

/** @param name the body's name in the contract; `Bytes` is handed on as it came */
export function decodeFor(name: string, bytes: Uint8Array, definitions: Definitions): Result<unknown, Refusal> {
  if (name === 'Bytes') return ok(bytes)
  const isPush = name === 'PushRequest'
  const parsed = isPush ? parseJson(bytes, 'witness') : parseJson(bytes)
  if (!parsed.ok) return parsed
  const decoded = isPush
    ? decodeSentPush(parsed.value, definitions)
    : decodeNamed(name, parsed.value.value, definitions)
  return decoded.ok ? decoded : err(refuse(decoded.error.code, decoded.error.params))
}

function decodeSentPush({ text, value, span }: ParsedJson, definitions: Definitions): Result<SentPush, BodyProblem> {
  const envelope = decodePush(value, definitions)
  if (!envelope.ok) return envelope
  const { from, to } = span ?? { from: text.length, to: text.length }
  const hash = createHash('sha256').update(text.slice(0, from)).update(text.slice(to))
  return ok({ envelope: envelope.value, bodyHash: hash.digest('hex') })
}

function decodeNamed(name: string, value: unknown, definitions: Definitions): Result<unknown, BodyProblem> {
  if (name === 'VouchRequest') return decodeVouch(value, definitions)
  if (name === 'PullRequest') return decodePull(value)
  if (Object.hasOwn(bodies, name)) return decodeBody(name as SmallBody, value)
  throw new Error(`no decoder for ${name}`)
}
