// The lines of one page: stored JSON between brackets (P-9).
import type { Session } from '../engine.ts'
import { run } from '../statement.ts'
import { showingOfPart, type ShownFacts } from '../showing.ts'
import type { PagePosition } from './pageToken.ts'
import type { Pulling, Wanted } from './pulling.ts'
import type { SeenPartition } from './view.ts'
import { isVisible } from '../../auth/view.ts'
import type { PullRequest } from '#shared/sync/record.ts'

const maxRows = 2000
const maxBytes = 1_500_000
/** Past every row of a commit; 15 digits, as page tokens take them. */
const lastSeq = 999_999_999_999_999
/** Lines that are made into bytes at once. */
const chunkLines = 250

export interface Reading {
  readonly session: Session
  readonly pulling: Pulling
  readonly wanted: Wanted
  readonly request: PullRequest
  readonly from: number
  readonly position: PagePosition | undefined
}

export interface Lines {
  /** UTF-8; each ends at a line end. */
  readonly chunks: readonly Uint8Array<ArrayBuffer>[]
  /** Of lines. */
  readonly count: number
  /** The last row sent, when more are to come. */
  readonly last?: PagePosition
}

/** Where a page begins and ends. */
interface Span {
  readonly start: PagePosition
  readonly from: number
  /** Rows. */
  readonly limit: number
  readonly bytes: number
}

export async function readLines(reading: Reading): Promise<Lines> {
  const { wanted, request, from, position } = reading
  const { parts, fresh } = wanted
  const limit = Math.min(Math.max(Math.trunc(request.page.maxRows) || 1, 1), maxRows)
  const bytes = Math.min(Math.max(Math.trunc(request.page.maxBytes) || 1, 1), maxBytes)
  if (parts.length === 0) return { chunks: [], count: 0 }
  // a few small partitions are read through their own index, not by walking all commits
  const small =
    position === undefined && fresh.length > 0 && fresh.reduce((sum, { rows }) => sum + rows, 0) <= limit / 2
  const start = position ?? (fresh.length > 0 && !small ? { csn: 0, seq: 0 } : { csn: from, seq: lastSeq })
  const span: Span = { start, from, limit, bytes }
  const whole = parts.every(({ view }) => view.whole && view.masked.size === 0)
  return whole && !small ? readWhole(reading, span) : readRows(reading, span, small)
}

/**
 * Every row goes out as it is stored, so the database puts the page together: no line becomes a text of this process.
 * Half the CPU of reading, measuring, joining and encoding lines (docs/performance.md, G11).
 */
async function readWhole(
  { session, pulling: { queries, engine }, wanted }: Reading,
  { start, from, limit, bytes }: Span,
): Promise<Lines> {
  const params = { ...start, ps: list(engine, wanted.parts), fresh: list(engine, wanted.fresh), from }
  const places = await run(session, queries.pagePlaces, { ...params, limit: limit + 1 })
  let count = 0
  let size = 0
  for (const place of places) {
    if (count >= limit || size >= bytes) break
    count++
    size += place.size
  }
  if (count === 0) return { chunks: [], count }
  const chunks = (await run(session, queries.pageText, { ...params, limit: count })).map(({ text }) => text)
  const last = places[count - 1]
  return count < places.length && last ? { chunks, count, last: { csn: last.csn, seq: last.seq } } : { chunks, count }
}

/** Rows are looked at one by one: not all are shown, or not all of them. */
async function readRows(
  { session, pulling, wanted: { parts, fresh } }: Reading,
  { start, from, limit, bytes }: Span,
  small: boolean,
): Promise<Lines> {
  const { queries, engine } = pulling
  const showings = new Map(parts.map((part) => [part.p, showingOfPart(part, pulling)]))
  const lineOf = (row: ShownFacts & { readonly p: string; readonly line: string }): string =>
    showings.get(row.p)?.line(row) ?? row.line
  const views = new Map(parts.map((part) => [part.p, part.view]))
  const old = small ? await run(session, queries.liveRows, { ps: list(engine, fresh) }) : []
  const texts: string[] = []
  let size = 0
  const send = (text: string): void => {
    texts.push(text)
    size += Buffer.byteLength(text)
  }
  for (const row of old) if (isVisible(views.get(row.p), row)) send(lineOf(row))
  const isFresh = new Set(fresh.map(({ p }) => p))
  const rows = await run(session, queries.pageRows, {
    ...start,
    ps: list(engine, parts),
    fresh: list(engine, small ? [] : fresh),
    from,
    limit: limit + 1,
  })
  let last: PagePosition = start
  for (const row of rows) {
    if (texts.length >= limit || size >= bytes) return { chunks: toChunks(texts), count: texts.length, last }
    last = { csn: row.csn, seq: row.seq }
    if (small && isFresh.has(row.p)) continue
    if (row.deleted !== 0) send(row.line)
    else if (isVisible(views.get(row.p), row)) send(lineOf(row))
    else if (!isFresh.has(row.p)) send(`["${row.id}"]`)
  }
  return { chunks: toChunks(texts), count: texts.length }
}

function list({ dialect }: Pulling['engine'], parts: readonly SeenPartition[]) {
  return dialect.list(parts.map(({ p }) => p))
}

function toChunks(lines: readonly string[]): readonly Uint8Array<ArrayBuffer>[] {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  for (let from = 0; from < lines.length; from += chunkLines) chunks.push(toBytes(lines.slice(from, from + chunkLines)))
  return chunks
}

export function toBytes(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  return Buffer.from(`${lines.join('\n')}\n`)
}
