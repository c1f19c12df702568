// Are the client's points on our chain, and if not, what is the newest that both sides share?
import { genesis } from '../chain.ts'
import type { Session } from '../engine.ts'
import type { Queries } from '../queries.ts'
import { first } from '../statement.ts'
import type { Point, PullRequest } from '#shared/sync/record.ts'

export type Standing =
  | { readonly mode: 'delta'; readonly from: number }
  /** This server does not have what the client saw: it was restored. */
  | { readonly mode: 'reset'; readonly ancestor: Point | null }

export async function findStanding(
  { session, queries, head }: { readonly session: Session; readonly queries: Queries; readonly head: number },
  { cursor, witness, history }: Pick<PullRequest, 'cursor' | 'witness' | 'history'>,
): Promise<Standing> {
  const isOurs = async ({ csn, h }: Point): Promise<boolean> => {
    if (!Number.isSafeInteger(csn) || csn < 0 || csn > head) return false
    const link = csn === 0 ? genesis : (await first(session, queries.link, { csn }))?.h
    return link?.slice(0, 32) === h
  }
  const seen = cursor ? [cursor, ...witness] : witness
  let diverged = false
  for (const point of seen) if (!(await isOurs(point))) diverged = true
  if (!diverged) return { mode: 'delta', from: cursor?.csn ?? 0 }
  let ancestor: Point | null = null
  for (const point of [...seen, ...history])
    if (point.csn > (ancestor?.csn ?? -1) && (await isOurs(point))) ancestor = point
  return { mode: 'reset', ancestor }
}
