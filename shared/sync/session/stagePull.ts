// Pages of a pull, gathered until they reach the head; nothing of them touches the workbook before (W4).
import { err, ok, type Result } from '../../kernel/result.ts'
import type { RecordId } from '../../kernel/value.ts'
import { samePoint } from '../state/points.ts'
import type { PartitionSum, Point, PullPage, PullRequest, StoredRecord, TransportRefusal } from '../record.ts'
import { toRequestHead, type Session, type SessionFailure } from './session.ts'

export interface Stage {
  readonly mode: 'delta' | 'reset'
  readonly ancestor: Point | null
  readonly to: Point
  /** Heads named while paging: witnesses from now on (W7). */
  readonly heads: readonly Point[]
  readonly put: ReadonlyMap<RecordId, StoredRecord>
  readonly gone: ReadonlySet<RecordId>
  readonly drop: ReadonlySet<string>
  readonly parts: readonly PartitionSum[]
  /** Partitions that came whole: what they do not hold is gone. */
  readonly whole: ReadonlySet<string>
}

const maxAttempts = 5
const page = { maxRows: 2000, maxBytes: 1_500_000 }

/** @param again partitions to fetch whole although they are held: their checksum did not tie */
export async function stagePull(
  session: Session,
  again: ReadonlySet<string> = new Set(),
): Promise<Result<Stage, SessionFailure>> {
  const { state } = session
  const known = state.held.filter(({ p }) => !again.has(p)).map(({ p, proj }) => ({ p, proj }))
  let heads: readonly Point[] = []
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const request: PullRequest = {
      ...toRequestHead(session),
      cursor: state.cursor,
      witness: [...toWitnesses(session), ...heads].slice(-16),
      history: state.history,
      held: state.cursor === null ? [] : known,
      want: [...new Set(state.bindings.map(({ partition }) => partition))],
      page: { token: null, ...page },
    }
    const pages = await gatherPages(session, request)
    if (!pages.ok) return pages
    const { value } = pages
    if (value !== 'changed') return ok({ ...value, whole: findWhole(value, request) })
    heads = []
  }
  return err({ code: 'unstable' })
}

/** Every point the server has named and no complete apply has passed. */
export function toWitnesses({ state }: Session): readonly Point[] {
  return state.torn ? [...state.witness, state.torn] : state.witness
}

type Gathered = Omit<Stage, 'whole'>

/** `changed`: mode, cursor or history changed under the pages; what was gathered is dropped. */
async function gatherPages(
  session: Session,
  request: PullRequest,
): Promise<Result<Gathered | 'changed', SessionFailure>> {
  const { transport } = session.deps
  const put = new Map<RecordId, StoredRecord>()
  const gone = new Set<RecordId>()
  const drop = new Set<string>()
  const heads: Point[] = []
  let first: PullPage | undefined
  let token: string | null = null
  for (;;) {
    const witness: readonly Point[] = [...request.witness, ...heads].slice(-16)
    const answer: Awaited<ReturnType<typeof transport.pull>> = await transport.pull({
      ...request,
      witness,
      page: { ...request.page, token },
    })
    if (!answer.ok) return err(toFailure(answer.error))
    const { value } = answer
    const last = heads[heads.length - 1]
    first ??= value
    if (isAnother(session, value.server)) return err({ code: 'other-server' })
    const backwards = last !== undefined && value.head.csn < last.csn
    if (value.mode !== first.mode || backwards || !samePoint(value.ancestor, first.ancestor)) return ok('changed')
    if (!last || !samePoint(last, value.head)) heads.push(value.head)
    await session.deps.pause?.()
    for (const record of value.put) {
      gone.delete(record.id)
      put.set(record.id, record)
    }
    for (const id of value.gone) {
      put.delete(id)
      gone.add(id)
    }
    value.drop.forEach((p) => drop.add(p))
    if (value.more && value.pageToken !== null) {
      token = value.pageToken
      continue
    }
    const { mode, ancestor, to, parts } = value
    return ok({ mode, ancestor, to, heads, put, gone, drop, parts })
  }
}

/** H14. Files of before servers had an identity name none. */
function isAnother({ state }: Session, server: string): boolean {
  return state.issue.server !== '' && state.issue.server !== server
}

function findWhole({ mode, parts }: Gathered, { cursor, held }: PullRequest): ReadonlySet<string> {
  if (mode === 'reset' || cursor === null) return new Set(parts.map(({ p }) => p))
  const known = new Map(held.map(({ p, proj }) => [p, proj]))
  return new Set(parts.filter(({ p, proj }) => known.get(p) !== proj).map(({ p }) => p))
}

export function toFailure(refusal: TransportRefusal): SessionFailure {
  if (refusal.kind === 'unknown') return { code: 'offline', detail: refusal.detail }
  const later = refusal.status >= 500 || refusal.status === 429 || refusal.status === 408
  return later ? { code: 'offline', detail: refusal.detail } : { code: 'refused', refusal }
}
