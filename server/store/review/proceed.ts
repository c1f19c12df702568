// One entry of the log of proceedings: lock, look again, decide, write it as a commit of its own.
import { genesis, startLink } from '../chain.ts'
import type { Outcome, Session } from '../engine.ts'
import type { Queries } from '../queries.ts'
import type { Pushing } from '../push/pushRecords.ts'
import { readAuthor, type Author } from '../readSubject.ts'
import { refuse } from '../refusal.ts'
import { first, run } from '../statement.ts'
import { StoreTrouble } from '../storeError.ts'
import { decideEntry } from './decideEntry.ts'
import { readLogs, type ReviewReading } from './loadReview.ts'
import type { ProceedAnswer, ProceedRequest } from './proceedRequest.ts'
import { toLinkNote, toProceeding, writeNotes, type Note } from './notes.ts'
import { findPlace } from './place.ts'
import { isDeepStrictEqual } from 'node:util'
import type { Principal } from '../../auth/principal.ts'
import { ok } from '#shared/kernel/result.ts'
import type { Entry, StoredEntry } from '#shared/review/proceeding.ts'

export async function proceed(
  pushing: Pick<Pushing, 'engine' | 'queries' | 'rules' | 'rvKey' | 'now'>,
  request: ProceedRequest,
  principal: Principal,
): Promise<ProceedAnswer> {
  const { engine, queries, rules, rvKey } = pushing
  try {
    return await engine.write(async (session): Promise<Outcome<ProceedAnswer>> => {
      const meta = await first(session, queries.lockMeta, {})
      if (!meta) throw new Error('meta is empty')
      const { at, today } = pushing.now()
      const author = await readAuthor(session, queries, { principal, now: at })
      if (!author) return drop(refuse('session-ended'))
      const reading: ReviewReading = { session, queries, dialect: engine.dialect }
      const place = await findPlace({ ...reading, rules, rvKey }, request.p, { author, today })
      if (!place) return drop(refuse('not-found'))
      const replay = await findReplay(reading, request, author)
      if (replay) return drop(replay)
      const log = (await readLogs(reading, [request.p])).get(request.p)
      if (!log) throw new Error('no log')
      const entering = { reading, place, log, author, today, at, subject: request.subject }
      const decided = await decideEntry(entering, request.entry)
      if (!decided.ok) return drop(decided)
      const { entry, record, covers } = decided.value
      const csn = meta.csn + 1
      const previous = meta.csn === 0 ? genesis : meta.head
      await commitNotes({ session, queries }, [{ subject: request.subject, p: request.p, record, entry }], {
        csn,
        previous,
        at,
        author,
        requestId: request.requestId,
      })
      await session.batch(
        queries.insertCovers,
        [...covers].map(([id, digest]) => [request.subject, id, digest]),
      )
      return { keep: true, value: ok({ subject: request.subject, receipt: `R${csn}` }) }
    })
  } catch (error) {
    if (!(error instanceof StoreTrouble)) throw error
    return refuse(error.trouble === 'storage-full' ? 'storage-full' : 'busy')
  }
}

function drop(value: ProceedAnswer): Outcome<ProceedAnswer> {
  return { keep: false, value }
}

export interface NoteCommit {
  readonly csn: number
  readonly previous: string
  readonly at: string
  readonly author: Pick<Author, 'userId'>
  readonly requestId: string
}

/** A commit without rows. */
export async function commitNotes(
  writing: { readonly session: Session; readonly queries: Queries },
  notes: readonly Note[],
  { csn, previous, at, author, requestId }: NoteCommit,
): Promise<void> {
  const { session, queries } = writing
  const link = startLink(previous, { csn, actor: author.userId, pushId: null, at, requestId })
  for (const [index, note] of notes.entries()) link.note(toLinkNote(note, index))
  const h = link.end()
  await run(session, queries.bumpMeta, { csn, head: h })
  await writeNotes(writing, notes, { csn, first: 0 })
  const entries = notes.length
  await run(session, queries.insertLink, { csn, h, actor: author.userId, push: null, at, request: requestId, entries })
}

/** The same entry of the same person again is answered as before. */
async function findReplay(
  { session, queries, dialect }: ReviewReading,
  { subject, p, entry }: ProceedRequest,
  author: Author,
): Promise<ProceedAnswer | undefined> {
  const known = (await run(session, queries.notesOfSubjects, { subjects: dialect.list([subject]) })).map(toProceeding)
  const begun = known.find((note) => note.entry.type === entry.type)
  if (known.some((note) => note.p !== p)) return refuse('not-found')
  if (!begun) return known.length > 0 && begins.has(entry.type) ? refuse('push-id-reused') : undefined
  const receipt = `R${Math.floor(begun.seq / 2 ** 24)}`
  if (begun.userId === author.userId && isSame(begun.entry, entry)) return ok({ subject, receipt })
  return begins.has(entry.type) ? refuse('push-id-reused') : undefined
}

/** Entries that begin something of their own. */
const begins: ReadonlySet<string> = new Set<Entry['type']>(['evidence', 'objection', 'event', 'comment', 'request'])

function isSame(stored: StoredEntry, entry: Entry): boolean {
  return stored.type === 'evidence' && entry.type === 'evidence'
    ? isDeepStrictEqual(stored.content, entry.content)
    : isDeepStrictEqual(stored, entry)
}
