// One page of a pull, read in one snapshot, as NDJSON text (P-9).
import { toPoint } from '../chain.ts'
import type { Engine, Session } from '../engine.ts'
import type { Queries } from '../queries.ts'
import { readSubject } from '../readSubject.ts'
import { refuse, type StoreRefusal } from '../refusal.ts'
import type { SheetRules } from '../sheetRules.ts'
import { first, run } from '../statement.ts'
import { findStanding } from './checkPoints.ts'
import { readPageToken, writePageToken, type PagePosition, type PageScope } from './pageToken.ts'
import { showingOfPart, type ShownFacts } from '../showing.ts'
import { sumPartition } from './sumPartition.ts'
import { seenPartitions, type SeenPartition } from './view.ts'
import { mayDo, type Subject } from '../../auth/decide.ts'
import { isVisible } from '../../auth/view.ts'
import type { Principal } from '../../auth/principal.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { Point, PullRequest } from '#shared/sync/record.ts'

export interface Pulling {
  readonly engine: Engine
  readonly queries: Queries
  readonly rules: SheetRules
  /** Of showing.ts. */
  readonly rvKey: string
  readonly serverId: string
  readonly today: string
}

const maxRows = 2000
const maxBytes = 1_500_000
/** Past every row of a commit; 15 digits, as page tokens take them. */
const lastSeq = 999_999_999_999_999
/** Lines per chunk of text. */
const chunkLines = 250

export async function readPage(
  pulling: Pulling,
  request: PullRequest,
  principal: Principal,
): Promise<Result<readonly string[], StoreRefusal>> {
  return pulling.engine.read(async (session) => {
    const { queries, rules, rvKey } = pulling
    const meta = await first(session, queries.meta, {})
    if (!meta) throw new Error('meta is empty')
    if (request.cursor && request.cursor.csn < meta.floor_csn && request.cursor.csn > 0)
      return refuse('cursor-below-floor', { csn: request.cursor.csn, floor: meta.floor_csn })
    const head = toPoint(meta.csn, meta.head)
    const standing = await findStanding({ session, queries, head: meta.csn }, request)
    const subject = await readSubject(session, queries, { grants: principal.grants, today: pulling.today })
    const seen = await seenPartitions(session, { queries, rules, subject })
    const mayBegin = (p: string): boolean => mayCreateIn(p, { rules, subject })
    const wanted = chooseWanted({ seen, request, mode: standing.mode, mayBegin })
    const scope: PageScope = { userId: principal.userId, start: describeStart(wanted, request) }
    const { token } = request.page
    const position = token === null ? undefined : readPageToken(meta.token_key, scope, token)
    if (token !== null && !position) return refuse('page-token')

    const from = standing.mode === 'reset' ? 0 : standing.from
    const lines = await readLines({ session, pulling, wanted, request, from, position })
    const ancestor = standing.mode === 'reset' ? standing.ancestor : null
    const opening = {
      server: pulling.serverId,
      mode: standing.mode,
      ancestor,
      head,
      columns: ['id', 'p', 'rv', 'state', 'values'],
    }
    const closing = lines.last
      ? {
          to: await pointBefore(session, queries, lines.last.csn),
          more: true,
          pageToken: writePageToken(meta.token_key, scope, lines.last),
          drop: [],
          parts: [],
          rows: lines.texts.length,
        }
      : {
          to: head,
          more: false,
          pageToken: null,
          drop: wanted.drop,
          parts: await Promise.all(
            wanted.parts.map((part) =>
              sumPartition({ session, queries, rules, rvKey, dialect: pulling.engine.dialect }, part),
            ),
          ),
          rows: lines.texts.length,
        }
    return ok(toChunks([JSON.stringify(opening), ...lines.texts, JSON.stringify(closing)]))
  })
}

export interface Wanted {
  readonly parts: readonly SeenPartition[]
  /** Of `parts`: not held, or held under another projection, or everything after a reset: all live rows are sent. */
  readonly fresh: readonly SeenPartition[]
  /**
   * Held or asked for, and neither visible nor to be begun; or to be sent again: rows of it are to be removed before the new
   * ones are put.
   */
  readonly drop: readonly string[]
}

interface Choosing {
  readonly seen: readonly SeenPartition[]
  readonly request: PullRequest
  readonly mode: 'delta' | 'reset'
  /** May the person begin this partition, so that it is no loss that nothing is seen of it? */
  readonly mayBegin: (p: string) => boolean
}

function chooseWanted({ seen, request: { held, want }, mode, mayBegin }: Choosing): Wanted {
  const heldProj = new Map(held.map(({ p, proj }) => [p, proj]))
  const asked = want ? new Set(want) : held.length > 0 ? new Set(heldProj.keys()) : undefined
  const parts = asked ? seen.filter(({ p }) => asked.has(p)) : seen
  const isHeld = ({ p, proj }: SeenPartition): boolean => heldProj.get(p) === proj
  const visible = new Map(seen.map((part) => [part.p, part]))
  const drop = held
    .map(({ p }) => p)
    .filter((p) => {
      const part = visible.get(p)
      return part ? !isHeld(part) : !mayBegin(p)
    })
  const barred = (want ?? []).filter((p) => !visible.has(p) && !heldProj.has(p) && !mayBegin(p))
  return { parts, fresh: mode === 'reset' ? parts : parts.filter((part) => !isHeld(part)), drop: [...drop, ...barred] }
}

function mayCreateIn(
  p: string,
  { rules, subject }: { readonly rules: SheetRules; readonly subject: Subject },
): boolean {
  const partition = parsePartitionId(p)
  const definition = partition && rules.kinds.get(partition.kind)?.definition
  if (!partition || !definition || !subject.units.has(partition.unitId)) return false
  return mayDo(subject, { definition, unitId: partition.unitId }).includes('create')
}

/** A page chain goes on only under the same start: cursor, projections and partitions. */
function describeStart({ parts, fresh }: Wanted, { cursor }: PullRequest): string {
  return JSON.stringify([cursor?.csn ?? null, parts.map(({ p, proj }) => `${p} ${proj}`), fresh.length])
}

interface Reading {
  readonly session: Session
  readonly pulling: Pulling
  readonly wanted: Wanted
  readonly request: PullRequest
  readonly from: number
  readonly position: PagePosition | undefined
}

type PlacedLine = { readonly csn: number; readonly seq: number; readonly line: string }
type PageRow =
  | PlacedLine
  | (PlacedLine & {
      readonly id: string
      readonly p: string
      readonly state: string
      readonly owner: string | null
      readonly deleted: number
    })

interface Lines {
  readonly texts: readonly string[]
  /** The last row sent, when more are to come. */
  readonly last?: PagePosition
}

async function readLines({ session, pulling, wanted, request, from, position }: Reading): Promise<Lines> {
  const { queries, engine } = pulling
  const limit = Math.min(Math.max(Math.trunc(request.page.maxRows) || 1, 1), maxRows)
  const bytes = Math.min(Math.max(Math.trunc(request.page.maxBytes) || 1, 1), maxBytes)
  const { parts, fresh } = wanted
  if (parts.length === 0) return { texts: [] }
  const list = (of: readonly SeenPartition[]) => engine.dialect.list(of.map(({ p }) => p))
  // a few small partitions are read through their own index, not by walking all commits
  const small =
    position === undefined && fresh.length > 0 && fresh.reduce((sum, { rows }) => sum + rows, 0) <= limit / 2
  const start = position ?? (fresh.length > 0 && !small ? { csn: 0, seq: 0 } : { csn: from, seq: lastSeq })
  const params = { ...start, ps: list(parts), fresh: list(small ? [] : fresh), from, limit: limit + 1 }
  const whole = parts.every(({ view }) => view.whole && view.masked.size === 0)
  const showings = new Map(parts.map((part) => [part.p, showingOfPart(part, pulling)]))
  const lineOf = (row: ShownFacts & { readonly p: string; readonly line: string }): string =>
    showings.get(row.p)?.line(row) ?? row.line
  const views = new Map(parts.map((part) => [part.p, part.view]))
  const old = small ? await run(session, queries.liveRows, { ps: list(fresh) }) : []
  const texts: string[] = []
  let size = 0
  const send = (text: string): void => {
    texts.push(text)
    size += Buffer.byteLength(text)
  }
  for (const row of old) if (isVisible(views.get(row.p), row)) send(lineOf(row))
  const rows: readonly PageRow[] =
    whole && !small ? await run(session, queries.pageLines, params) : await run(session, queries.pageRows, params)
  const isFresh = new Set(fresh.map(({ p }) => p))
  let last: PagePosition = { csn: start.csn, seq: start.seq }
  for (const row of rows) {
    if (texts.length >= limit || size >= bytes) return { texts, last }
    last = { csn: row.csn, seq: row.seq }
    if ('p' in row && small && isFresh.has(row.p)) continue
    if (!('p' in row) || row.deleted !== 0) send(row.line)
    else if (isVisible(views.get(row.p), row)) send(lineOf(row))
    else if (!isFresh.has(row.p)) send(`["${row.id}"]`)
  }
  return { texts }
}

/** The newest commit of which every row was sent. */
async function pointBefore(session: Session, queries: Queries, csn: number): Promise<Point> {
  const before = csn - 1
  const link = before === 0 ? undefined : await first(session, queries.link, { csn: before })
  return toPoint(before, link?.h ?? '0'.repeat(64))
}

function toChunks(lines: readonly string[]): readonly string[] {
  const chunks: string[] = []
  for (let from = 0; from < lines.length; from += chunkLines)
    chunks.push(`${lines.slice(from, from + chunkLines).join('\n')}\n`)
  return chunks
}
