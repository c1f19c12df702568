// Small pieces of the sync messages: ids, points, revisions, versions. Every refusal names its place by JSON pointer.
import { parsePartitionId } from '../definition/sheet.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { RecordId } from '../kernel/value.ts'
import type { Point, PushId, RecordRevision } from '../sync/record.ts'
import type { BodyProblem } from './decodeBody.ts'
import type { ProblemCode } from './problemWords.ts'

export type JsonObject = Readonly<Record<string, unknown>>
export type Decoded<T> = Result<T, BodyProblem>

export function wrong(at: string, code: ProblemCode = 'json.invalid', problem = 'type'): Decoded<never> {
  return err({ code, params: { at: at || '/', problem } })
}

/** An object with these keys only; all of `required` are there. */
export function decodeObject(value: unknown, at: string, keys: ObjectKeys): Decoded<JsonObject> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(at, 'json.invalid', 'object')
  const object = value as JsonObject
  for (const key of Object.keys(object))
    if (!keys.required.includes(key) && !keys.optional?.includes(key))
      return err({ code: 'json.unknown-field', params: { at: at || '/', key: key.slice(0, 100) } })
  for (const key of keys.required)
    if (!Object.hasOwn(object, key)) return wrong(`${at}/${key}`, 'json.invalid', 'missing')
  return ok(object)
}

export interface ObjectKeys {
  readonly required: readonly string[]
  readonly optional?: readonly string[]
}

/** Each element decoded; the first refusal wins. */
export function decodeList<T>(
  value: unknown,
  at: string,
  decode: (item: unknown, at: string) => Decoded<T>,
): Decoded<T[]> {
  if (!Array.isArray(value)) return wrong(at, 'json.invalid', 'array')
  const list: T[] = []
  for (let i = 0; i < value.length; i++) {
    const item = decode(value[i], `${at}/${i}`)
    if (!item.ok) return item
    list.push(item.value)
  }
  return ok(list)
}

export function decodeText(value: unknown, at: string, pattern: RegExp): Decoded<string> {
  return typeof value === 'string' && pattern.test(value) ? ok(value) : wrong(at, 'json.invalid', 'text')
}

export function decodeInteger(
  value: unknown,
  at: string,
  range: { readonly minimum: number; readonly maximum: number },
): Decoded<number> {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= range.minimum && value <= range.maximum
    ? ok(value)
    : wrong(at, 'json.invalid', 'integer')
}

/** UUID text; upper case is folded, once and here. */
export function decodeRecordId(value: unknown, at: string): Decoded<RecordId> {
  const id = toRecordId(value)
  return id === undefined ? wrong(at, 'id.format') : ok(id)
}

/** undefined: no UUID text. */
export function toRecordId(value: unknown): RecordId | undefined {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
    ? (value.toLowerCase() as RecordId)
    : undefined
}

export function decodePushId(value: unknown): Decoded<PushId> {
  return typeof value === 'string' && /^[0-9a-f]{32}$/.test(value)
    ? ok(value as PushId)
    : err({ code: 'push.id', params: {} })
}

export function decodeRevision(value: unknown, at: string): Decoded<RecordRevision> {
  return typeof value === 'string' && /^(0|[1-9]\d{0,14})-[0-9a-f]{16}$/.test(value)
    ? ok(value as RecordRevision)
    : wrong(at, 'rv.format')
}

export function decodePartition(value: unknown, at: string): Decoded<string> {
  return typeof value === 'string' && parsePartitionId(value) !== undefined ? ok(value) : wrong(at, 'partition.format')
}

export function decodePoint(value: unknown, at: string): Decoded<Point> {
  const object = decodeObject(value, at, { required: ['csn', 'h'] })
  if (!object.ok) return wrong(at, 'point.format')
  const { csn, h } = object.value
  if (typeof csn !== 'number' || !Number.isSafeInteger(csn) || csn < 0) return wrong(`${at}/csn`, 'point.format')
  if (typeof h !== 'string' || !/^[0-9a-f]{32}$/.test(h)) return wrong(`${at}/h`, 'point.format')
  return ok({ csn, h })
}

/** kind → definition version. */
export function decodeSchema(value: unknown, at: string): Decoded<Readonly<Record<string, number>>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(at, 'schema.format')
  const entries = Object.entries(value as JsonObject)
  for (const [kind, version] of entries)
    if (
      !/^[a-z][a-z0-9-]{0,30}$/.test(kind) ||
      typeof version !== 'number' ||
      !Number.isSafeInteger(version) ||
      version < 1
    )
      return wrong(`${at}/${kind.slice(0, 40)}`, 'schema.format')
  return ok(Object.fromEntries(entries) as Readonly<Record<string, number>>)
}
