// One push, one transaction, one commit (protocol §1.6): lock, look again, decide and write chunk by chunk, record the answer.
import { genesis, startLink } from '../chain.ts'
import type { Engine, Outcome, Session } from '../engine.ts'
import { readPolicyBook, type PolicyShelf } from '../readPolicyBook.ts'
import type { Queries } from '../queries.ts'
import { readAuthor, type Author } from '../readSubject.ts'
import { refuse, type StoreRefusal } from '../refusal.ts'
import type { Principal } from '../../auth/principal.ts'
import type { Seals } from '../seal.ts'
import type { SheetRules } from '../sheetRules.ts'
import { first, run } from '../statement.ts'
import { systemActor, systemName } from '../systemActor.ts'
import { StoreTrouble } from '../storeError.ts'
import { checkHistory, checkSchema } from './checkHistory.ts'
import { expandSheet } from './expandSheet.ts'
import { decideChunks } from './decideChunks.ts'
import { startLoading, type Foresight } from './loadPlaces.ts'
import type { PushWork } from './pushWork.ts'
import { showAnew } from './showAnew.ts'
import { toResult } from './toResult.ts'
import { openWorkspace } from './workspace.ts'
import { writeCommit } from './writeCommit.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { PushResult } from '#shared/sync/record.ts'

export interface Pushing {
  readonly shelf: PolicyShelf
  readonly engine: Engine
  readonly queries: Queries
  readonly rules: SheetRules
  /** Of showing.ts. */
  readonly rvKey: string
  /** ISO 8601 and the day it is here. */
  readonly now: () => { readonly at: string; readonly today: PlainDate }
  readonly opsAtOnce: number
  readonly seals: Seals
}

export type PushAnswer = Result<PushResult, StoreRefusal>

/** Three tries at most: what the first left to luck and lost, the next ones know beforehand. */
export async function pushRecords(pushing: Pushing, work: PushWork, principal: Principal): Promise<PushAnswer> {
  let foresight: Foresight = { withKeys: false, oneByOne: false }
  for (;;) {
    const decision = await attempt(pushing, { work, principal, foresight })
    if ('answer' in decision) return decision.answer
    foresight = decision.again
  }
}

type Decision = { readonly answer: PushAnswer } | { readonly again: Foresight }

interface Attempt {
  readonly work: PushWork
  readonly principal: Principal
  readonly foresight: Foresight
}

async function attempt(pushing: Pushing, tried: Attempt): Promise<Decision> {
  try {
    return await pushing.engine.write((session) => decidePush({ ...pushing, session }, tried))
  } catch (error) {
    if (!(error instanceof StoreTrouble)) throw error
    if (error.trouble !== 'key-taken')
      return { answer: refuse(error.trouble === 'storage-full' ? 'storage-full' : 'busy') }
    // the unique index has spoken: with the keys looked up it becomes a conflict of its op
    const again = foresee(tried.foresight, 'keys')
    if (!again) throw error
    return { again }
  }
}

/** undefined: everything was known, nothing can be lacking. */
function foresee({ withKeys, oneByOne }: Foresight, lacks: 'keys' | 'groups'): Foresight | undefined {
  if (withKeys && oneByOne) return undefined
  return lacks === 'keys' && !withKeys ? { withKeys: true, oneByOne } : { withKeys, oneByOne: true }
}

interface Deciding extends Pushing {
  readonly session: Session
}

async function decidePush(
  deciding: Deciding,
  { work: asked, principal, foresight }: Attempt,
): Promise<Outcome<Decision>> {
  const { session, queries, rules, rvKey, engine } = deciding
  const meta = await first(session, queries.lockMeta, {})
  if (!meta) throw new Error('meta is empty')
  const { at, today } = deciding.now()
  const author = asked.system ? systemAuthor : await readAuthor(session, queries, { principal, now: at })
  if (!author) return drop(refuse('session-ended'))
  const replay = await findReplay({ ...deciding, today }, asked, author)
  if (replay) return drop(replay)
  const expanded = await expandSheet({ ...deciding, dialect: engine.dialect }, asked, { author, today })
  if (!expanded.ok) return drop(expanded)
  const work = expanded.value
  const refused = (await checkHistory(deciding, work, meta)) ?? checkSchema(rules, work)
  if (refused) return drop(refused)

  const csn = meta.csn + 1
  const policies = await readPolicyBook(deciding, deciding.shelf, meta.policy_version)
  const space = openWorkspace(csn, rules.linked)
  const { dialect } = engine
  const loading = startLoading({ session, queries, dialect, rules, rvKey, today, policies, foresight, space }, author)
  const head = { csn, actor: author.userId, pushId: work.pushId, at, requestId: work.context.requestId }
  const origins = new Map(work.context.origins?.map((origin) => [origin.id, origin]))
  const chain = startLink(meta.csn === 0 ? genesis : meta.head, head)
  const writing = { session, queries, pushId: work.pushId, link: chain, origins }
  const opsAtOnce = foresight.oneByOne ? 1 : deciding.opsAtOnce
  const report = await decideChunks({ loading, writing, author, at, opsAtOnce }, work)
  if ('lacks' in report) {
    const again = foresee(foresight, report.lacks)
    if (!again) throw new Error(`${report.lacks} are lacking although all were loaded`)
    return { keep: false, value: { again } }
  }
  if (work.system) space.notes.push(...work.system.notes(report.moved))
  const changed = space.written + space.notes.length > 0
  const link = changed && !work.dryRun ? await writeCommit(writing, head, space) : null
  const { seals } = deciding
  const result = toResult({ work, space, report, author, seals, at, head: { csn: meta.csn, h: meta.head }, link })
  if (work.dryRun) return drop(ok(result))
  await run(session, queries.insertPush, {
    push: work.pushId,
    user: author.userId,
    hash: work.bodyHash,
    csn: link === null ? null : csn,
    result: JSON.stringify(result),
    counts: JSON.stringify(result.counts),
    at,
    source: work.context.source,
    file: work.context.fileName,
    undoOf: work.undoOf,
  })
  return { keep: true, value: { answer: ok(result) } }
}

const systemAuthor: Author = { userId: systemActor, name: systemName, grants: [], identities: new Map() }

function drop(answer: PushAnswer): Outcome<Decision> {
  return { keep: false, value: { answer } }
}

/** N4: the same bytes of the same user are answered from the record. */
async function findReplay(
  { session, queries, rules, rvKey, today }: Deciding & { readonly today: PlainDate },
  work: PushWork,
  author: Author,
): Promise<PushAnswer | undefined> {
  const known = await first(session, queries.push, { push: work.pushId })
  if (!known) return undefined
  if (known.user_id !== author.userId || known.body_hash !== work.bodyHash) return refuse('push-id-reused')
  const result = JSON.parse(known.result) as PushResult
  return ok({ ...(await showAnew({ session, queries, rules, rvKey, today }, author.grants, result)), replay: true })
}
