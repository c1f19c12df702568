// One entry about what people may do or were shown: lock, look again, decide, write what it changes and the entry as one commit of the chain.
import { genesis } from '../chain.ts'
import type { Outcome, Session } from '../engine.ts'
import type { Pushing } from '../push/pushRecords.ts'
import type { Queries } from '../queries.ts'
import { readAuthor, type Author } from '../readSubject.ts'
import { refuse, type StoreRefusal } from '../refusal.ts'
import { commitNotes } from '../review/proceed.ts'
import { first } from '../statement.ts'
import { StoreTrouble } from '../storeError.ts'
import type { Principal } from '../../auth/principal.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { StoredEntry } from '#shared/review/proceeding.ts'

export interface Entering {
  readonly session: Session
  readonly queries: Queries
  readonly dialect: Pushing['engine']['dialect']
  readonly author: Author
  readonly today: PlainDate
  /** ISO 8601. */
  readonly at: string
}

export interface RightsCall {
  /** Id of what it begins or goes on with. */
  readonly subject: string
  /** The sheet and the record that it is about; absent: none. */
  readonly p?: string
  readonly record?: RecordId
  readonly principal: Principal
  readonly requestId: string
}

/** @param decide gives the entry to be written, null when it stands so already */
export async function commitEntry(
  { engine, queries, now }: Pick<Pushing, 'engine' | 'queries' | 'now'>,
  { subject, p = '', record, principal, requestId }: RightsCall,
  decide: (entering: Entering) => Promise<Result<StoredEntry | null, StoreRefusal>>,
): Promise<Result<void, StoreRefusal>> {
  try {
    return await engine.write(async (session): Promise<Outcome<Result<void, StoreRefusal>>> => {
      const meta = await first(session, queries.lockMeta, {})
      if (!meta) throw new Error('meta is empty')
      const { at, today } = now()
      const author = await readAuthor(session, queries, { principal, now: at })
      if (!author) return { keep: false, value: refuse('session-ended') }
      const decided = await decide({ session, queries, dialect: engine.dialect, author, today, at })
      if (!decided.ok) return { keep: false, value: decided }
      if (decided.value === null) return { keep: false, value: ok(undefined) }
      const previous = meta.csn === 0 ? genesis : meta.head
      const note = { subject, p, record: record ?? null, entry: decided.value }
      await commitNotes({ session, queries }, [note], { csn: meta.csn + 1, previous, at, author, requestId })
      return { keep: true, value: ok(undefined) }
    })
  } catch (error) {
    if (!(error instanceof StoreTrouble)) throw error
    return refuse(error.trouble === 'storage-full' ? 'storage-full' : 'busy')
  }
}
