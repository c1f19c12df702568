// One push, one transaction, one commit (protocol §1.6): lock, look again, decide, write, record the answer.
import { genesis } from '../chain.ts'
import type { Engine, Outcome, Session } from '../engine.ts'
import { readPolicyBook, type PolicyShelf } from '../readPolicyBook.ts'
import type { Queries } from '../queries.ts'
import { readAuthor, type Author } from '../readSubject.ts'
import { refuse, type StoreRefusal } from '../refusal.ts'
import type { Principal } from '../../auth/principal.ts'
import type { Seals } from '../seal.ts'
import type { SheetRules } from '../sheetRules.ts'
import { first, run } from '../statement.ts'
import { StoreTrouble } from '../storeError.ts'
import { loadLinked } from './loadLinked.ts'
import { loadGroups } from './loadTallies.ts'
import { loadSpace, type Loaded, type Loading } from './loadSpace.ts'
import { systemActor, systemName } from '../systemActor.ts'
import { sheetSeen } from '#shared/review/covered.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import { sha256 } from '../sha256.ts'
import { makePermissions } from './permission.ts'
import type { PushWork } from './pushWork.ts'
import { runGroups, type GroupOutcome } from './runGroups.ts'
import { toResult, type Makers } from './toResult.ts'
import type { Workspace } from './workspace.ts'
import { writeCommit } from './writeCommit.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { PushResult } from '#shared/sync/record.ts'

export interface Pushing {
  readonly shelf: PolicyShelf
  readonly engine: Engine
  readonly queries: Queries
  readonly rules: SheetRules
  /** ISO 8601 and the day it is here. */
  readonly now: () => { readonly at: string; readonly today: PlainDate }
  readonly seals: Seals
}

export type PushAnswer = Result<PushResult, StoreRefusal>

export async function pushRecords(pushing: Pushing, work: PushWork, principal: Principal): Promise<PushAnswer> {
  const first = await attempt(pushing, { work, principal, withKeys: false })
  // the unique index has spoken: once more, with the keys looked up, so that it becomes a conflict of its op
  return first ?? (await attempt(pushing, { work, principal, withKeys: true })) ?? refuse('busy')
}

interface Attempt {
  readonly work: PushWork
  readonly principal: Principal
  readonly withKeys: boolean
}

/** undefined: a natural key was taken. */
async function attempt(pushing: Pushing, { work, principal, withKeys }: Attempt): Promise<PushAnswer | undefined> {
  try {
    return await pushing.engine.write((session) => decidePush({ ...pushing, session, withKeys }, work, principal))
  } catch (error) {
    if (!(error instanceof StoreTrouble)) throw error
    if (error.trouble === 'key-taken') return undefined
    return refuse(error.trouble === 'storage-full' ? 'storage-full' : 'busy')
  }
}

interface Deciding extends Pushing {
  readonly session: Session
  readonly withKeys: boolean
}

async function decidePush(deciding: Deciding, asked: PushWork, principal: Principal): Promise<Outcome<PushAnswer>> {
  const { session, queries, rules, engine } = deciding
  const meta = await first(session, queries.lockMeta, {})
  if (!meta) throw new Error('meta is empty')
  const { at, today } = deciding.now()
  const author = asked.system ? systemAuthor : await readAuthor(session, queries, { principal, now: at })
  if (!author) return drop(refuse('session-ended'))
  const replay = await findReplay(deciding, asked, author)
  if (replay) return drop(replay)
  const expanded = await expandSheet(deciding, asked)
  if (!expanded.ok) return drop(expanded)
  const work = expanded.value
  const refused = (await checkHistory(deciding, work, meta)) ?? checkSchema(rules, work)
  if (refused) return drop(refused)

  const csn = meta.csn + 1
  const policies = await readPolicyBook(deciding, deciding.shelf, meta.policy_version)
  const { withKeys } = deciding
  const loading = { session, queries, dialect: engine.dialect, rules, author, today, policies, csn, withKeys }
  const { space, outcomes } = await decideAll({ ...loading, at }, work)
  if (work.system) space.notes.push(...work.system.notes(movedIds(outcomes)))
  const makers = await findMakers(deciding, outcomes)
  const changed = space.entries.length + space.notes.length > 0
  let link: string | null = null
  if (changed && !work.dryRun) {
    const head = { csn, actor: author.userId, pushId: work.pushId, at, requestId: work.context.requestId }
    link = await writeCommit({ session, queries, work, previous: meta.csn === 0 ? genesis : meta.head, head }, space)
  }
  const result = toResult({
    work,
    space,
    author,
    outcomes,
    makers,
    at,
    head: { csn: meta.csn, h: meta.head },
    link,
    seals: deciding.seals,
  })
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
  return { keep: true, value: ok(result) }
}

function drop(value: PushAnswer): Outcome<PushAnswer> {
  return { keep: false, value }
}

/** N4: the same bytes of the same user are answered from the record. */
async function findReplay(
  { session, queries }: Deciding,
  work: PushWork,
  author: Author,
): Promise<PushAnswer | undefined> {
  const known = await first(session, queries.push, { push: work.pushId })
  if (!known) return undefined
  if (known.user_id !== author.userId || known.body_hash !== work.bodyHash) return refuse('push-id-reused')
  return ok({ ...(JSON.parse(known.result) as PushResult), replay: true })
}

/** Every point the client ever saw must be on our chain: else this server was restored from a backup. */
async function checkHistory(
  { session, queries }: Deciding,
  work: PushWork,
  meta: { readonly csn: number; readonly floor_csn: number },
): Promise<PushAnswer | undefined> {
  for (const { csn, h } of work.witness) {
    if (csn > meta.csn) return refuse('history-diverged', { csn })
    if (csn < meta.floor_csn) return refuse('cursor-below-floor', { csn, floor: meta.floor_csn })
    const link = csn === 0 ? genesis : (await first(session, queries.link, { csn }))?.h
    if (link?.slice(0, 32) !== h) return refuse('history-diverged', { csn })
  }
  for (const { ops } of work.groups)
    for (const op of ops) {
      if (!('rv' in op)) continue
      const csn = Number(op.rv.slice(0, op.rv.indexOf('-')))
      if (csn > meta.csn) return refuse('history-diverged', { csn })
    }
  return undefined
}

/** A kind's definition may be older at the client only where nothing it names has changed; versions are equal for now. */
function checkSchema({ kinds }: SheetRules, { schema }: PushWork): PushAnswer | undefined {
  for (const [kind, version] of Object.entries(schema)) {
    const known = kinds.get(kind)?.definition.version
    if (known === undefined) return refuse('kind-unknown', { kind })
    if (version > known) return refuse('schema-too-new', { kind, version, known })
    if (version < known) return refuse('schema-too-old', { kind, version, known })
  }
  return undefined
}

const systemAuthor: Author = { userId: systemActor, name: systemName, grants: [], persons: [] }

/** A transition of the whole sheet becomes one group with an op per row, when the sheet is as it was seen. */
async function expandSheet({ session, queries }: Deciding, work: PushWork): Promise<Result<PushWork, StoreRefusal>> {
  const sheet = work.move?.sheet
  if (!sheet) return ok(work)
  const rows = await run(session, queries.liveRevisions, { p: sheet.p })
  const seen = sheetSeen(
    rows.map(({ id, csn, hash }) => ({ id, rv: `${csn}-${hash}` })),
    sha256,
  )
  if (rows.length === 0) return refuse('not-found')
  if (seen !== sheet.seen) return refuse('sheet-changed')
  const to = sheet.to
  const ops = rows.map(({ id }) => ({ op: 'move', id: id as RecordId, to, as: 'sheet' }) as const)
  return ok({ ...work, groups: [{ g: 1, ops }] })
}

function movedIds(outcomes: readonly GroupOutcome[]): readonly RecordId[] {
  return outcomes.flatMap(({ outcomes: ofGroup }) =>
    ofGroup.flatMap((outcome) => (outcome.s === 'applied' ? [outcome.change.next.id] : [])),
  )
}

interface Decided {
  readonly space: Workspace
  readonly outcomes: readonly GroupOutcome[]
}

/** Twice at most: when a merge lands in a group of a set rule that nobody expected, that group is loaded first. */
async function decideAll(loading: Loading & { readonly at: string }, work: PushWork): Promise<Decided> {
  const decideOnce = ({ space, subject }: Loaded): Decided => ({
    space,
    outcomes: runGroups(
      { space, permissions: makePermissions(subject), rules: loading.rules, author: loading.author, at: loading.at },
      work,
    ),
  })
  const decided = decideOnce(await loadSpace(loading, work))
  if (!decided.space.incomplete) return decided
  const again = await loadSpace(loading, work)
  for (const [p, place] of again.space.places) {
    const tried = decided.space.places.get(p)?.tallies.rules ?? []
    for (const [index, { touched, loaded }] of tried.entries())
      await loadGroups(loading, { place, index, groups: new Set([...touched].filter((group) => !loaded.has(group))) })
  }
  await loadLinked(loading, again.space.linked, decided.space.linked.missing)
  return decideOnce(again)
}

async function findMakers({ session, queries, engine }: Deciding, outcomes: readonly GroupOutcome[]): Promise<Makers> {
  const commits = new Set<number>()
  for (const { outcomes: ofGroup } of outcomes)
    for (const outcome of ofGroup) if (outcome.s === 'conflict' && outcome.csn !== undefined) commits.add(outcome.csn)
  if (commits.size === 0) return new Map()
  const found = await run(session, queries.makers, { csns: engine.dialect.list([...commits].map(String)) })
  return new Map(found.map(({ csn, by, at }) => [csn, { by, at }]))
}
