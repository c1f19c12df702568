// A pull request as it comes over the wire, and the NDJSON stream that answers it.
import { err, ok } from '../kernel/result.ts'
import type { PullPage, PullRequest, StoredRecord } from '../sync/record.ts'
import { parsePartitionId } from '../definition/sheet.ts'
import type { RecordId } from '../kernel/value.ts'
import {
  decodeInteger,
  decodeList,
  decodeObject,
  decodePartition,
  decodePoint,
  decodeRecordId,
  decodeRevision,
  decodeSchema,
  decodeText,
  wrong,
  type Decoded,
  type JsonObject,
} from './decodeScalars.ts'
import type { Definitions } from './decodePush.ts'
import { maxWitnesses } from './decodePush.ts'
import { decodeWireValues, wireColumnsOf, type WireColumns } from './wireColumns.ts'

const maxPartitions = 2000

export function decodePull(body: unknown): Decoded<PullRequest> {
  const object = decodeObject(body, '', {
    required: ['api', 'schema', 'workbook', 'cursor', 'witness', 'history', 'held', 'page'],
    optional: ['want'],
  })
  if (!object.ok) return object
  const o = object.value
  if (o['api'] !== 1) return wrong('/api', 'json.invalid', 'version')
  const schema = decodeSchema(o['schema'], '/schema')
  if (!schema.ok) return schema
  const workbook = decodeText(o['workbook'], '/workbook', /^[A-Za-z0-9_-]{0,100}$/)
  if (!workbook.ok) return workbook
  const cursor = o['cursor'] === null ? ok(null) : decodePoint(o['cursor'], '/cursor')
  if (!cursor.ok) return cursor
  const witness = decodeList(o['witness'], '/witness', decodePoint)
  if (!witness.ok) return witness
  const history = decodeList(o['history'], '/history', decodePoint)
  if (!history.ok) return history
  const held = decodeList(o['held'], '/held', decodeHeld)
  if (!held.ok) return held
  const want = o['want'] === undefined ? ok(undefined) : decodeList(o['want'], '/want', decodePartition)
  if (!want.ok) return want
  if (witness.value.length > maxWitnesses || history.value.length > maxWitnesses)
    return wrong('/witness', 'json.invalid', 'length')
  if (held.value.length > maxPartitions || (want.value?.length ?? 0) > maxPartitions)
    return wrong('/held', 'json.invalid', 'length')
  const page = decodePage(o['page'])
  if (!page.ok) return page
  return ok({
    api: 1,
    schema: schema.value,
    workbook: workbook.value,
    cursor: cursor.value,
    witness: witness.value,
    history: history.value,
    held: held.value,
    ...(want.value ? { want: want.value } : {}),
    page: page.value,
  })
}

function decodeHeld(value: unknown, at: string): Decoded<{ readonly p: string; readonly proj: string }> {
  const object = decodeObject(value, at, { required: ['p', 'proj'] })
  if (!object.ok) return object
  const p = decodePartition(object.value['p'], `${at}/p`)
  if (!p.ok) return p
  const proj = decodeText(object.value['proj'], `${at}/proj`, /^[A-Za-z0-9_-]{0,64}$/)
  return proj.ok ? ok({ p: p.value, proj: proj.value }) : proj
}

/** Sizes are clamped by the store, so that a wish for too much is no error (B24). */
function decodePage(value: unknown): Decoded<PullRequest['page']> {
  const object = decodeObject(value, '/page', { required: ['token', 'maxRows', 'maxBytes'] })
  if (!object.ok) return object
  const { token, maxRows, maxBytes } = object.value
  if (token !== null && (typeof token !== 'string' || token.length > 2000))
    return err({ code: 'page-token', params: {} })
  const range = { minimum: 0, maximum: Number.MAX_SAFE_INTEGER }
  const rows = decodeInteger(maxRows, '/page/maxRows', range)
  if (!rows.ok) return rows
  const bytes = decodeInteger(maxBytes, '/page/maxBytes', range)
  return bytes.ok ? ok({ token, maxRows: rows.value, maxBytes: bytes.value }) : bytes
}

/**
 * The lines of one streamed page (store/recordStore.ts says their form) as a page. Without its last line, or with another
 * number of rows than that line says, the page is torn and nothing of it may be used.
 */
export function decodePullText(text: string, definitions: Definitions): Decoded<PullPage> {
  const lines = text.split('\n').filter((line) => line !== '')
  const head = readLine(lines[0])
  const tail = readLine(lines.at(-1))
  if (head === undefined || tail === undefined || lines.length < 2 || tail['rows'] !== lines.length - 2)
    return wrong('/', 'json.syntax')
  const put: StoredRecord[] = []
  const gone: RecordId[] = []
  const columnsOf = cachedColumns(definitions)
  for (let i = 1; i < lines.length - 1; i++) {
    const row = JSON.parse(lines[i] ?? '') as readonly unknown[]
    const id = decodeRecordId(row[0], `/${i}/0`)
    if (!id.ok) return id
    if (row.length === 1) {
      gone.push(id.value)
      continue
    }
    const p = decodePartition(row[1], `/${i}/1`)
    if (!p.ok) return p
    const rv = decodeRevision(row[2], `/${i}/2`)
    if (!rv.ok) return rv
    const values = decodeWireValues(row[4], columnsOf(p.value), `/${i}/4`)
    if (!values.ok) return values
    put.push({ id: id.value, p: p.value, rv: rv.value, state: String(row[3]), values: values.value })
  }
  const page = { ...head, ...tail, put, gone }
  return ok(page as unknown as PullPage) // both lines are written by the store's pullText, whose types are PullPage's
}

function readLine(line: string | undefined): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(line ?? '')
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined
  } catch {
    return undefined
  }
}

function cachedColumns(definitions: Definitions): (p: string) => WireColumns {
  const cache = new Map<string, WireColumns>()
  return (p) => {
    const kind = parsePartitionId(p)?.kind ?? ''
    let columns = cache.get(kind)
    if (columns === undefined) {
      const definition = definitions.get(kind)
      columns = wireColumnsOf(definition ? [definition] : [])
      cache.set(kind, columns)
    }
    return columns
  }
}
