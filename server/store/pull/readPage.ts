// One page of a pull, read in one snapshot, as bytes of NDJSON (P-9).
import { toPoint } from '../chain.ts'
import type { Session } from '../engine.ts'
import type { Queries } from '../queries.ts'
import { readSubject } from '../readSubject.ts'
import { refuse, type StoreRefusal } from '../refusal.ts'
import type { SheetRules } from '../sheetRules.ts'
import { first } from '../statement.ts'
import { findStanding } from './checkPoints.ts'
import { readPageToken, writePageToken, type PageScope } from './pageToken.ts'
import type { Pulling, Wanted } from './pulling.ts'
import { readLines, toBytes } from './readLines.ts'
import { sumPartition } from './sumPartition.ts'
import { seenPartitions, type SeenPartition } from './view.ts'
import { mayDo, type Subject } from '../../auth/decide.ts'
import type { Principal } from '../../auth/principal.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { Point, PullRequest } from '#shared/sync/record.ts'

export async function readPage(
  pulling: Pulling,
  request: PullRequest,
  principal: Principal,
): Promise<Result<readonly Uint8Array<ArrayBuffer>[], StoreRefusal>> {
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
          rows: lines.count,
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
          rows: lines.count,
        }
    return ok([toBytes([JSON.stringify(opening)]), ...lines.chunks, toBytes([JSON.stringify(closing)])])
  })
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

/** The newest commit of which every row was sent. */
async function pointBefore(session: Session, queries: Queries, csn: number): Promise<Point> {
  const before = csn - 1
  const link = before === 0 ? undefined : await first(session, queries.link, { csn: before })
  return toPoint(before, link?.h ?? '0'.repeat(64))
}
