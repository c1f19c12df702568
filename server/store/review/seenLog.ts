// Of a sheet's log what somebody sees who sees only some of its rows: what is about these rows, and about the sheet as such.
import type { RecordId } from '#shared/kernel/value.ts'
import type { FiledEvidence } from '#shared/review/facts.ts'
import type { ReviewLog } from '#shared/review/fold.ts'

export interface SeenRows {
  /** Live rows of the sheet that the person sees. */
  readonly ids: ReadonlySet<RecordId>
  /** What somebody has asked stays theirs. */
  readonly userId: string
}

/** Its evidence is left to `seesEvidence`: that needs what was covered. */
export function seenLog(log: ReviewLog, { ids, userId }: SeenRows): ReviewLog {
  const sees = (record: RecordId | null): boolean => record === null || ids.has(record)
  const seenOf = (records: readonly RecordId[]): readonly RecordId[] => records.filter((id) => ids.has(id))
  return {
    evidence: log.evidence,
    // an objection to the notice as a whole is everybody's
    objections: log.objections.flatMap((objection) => {
      const about = seenOf(objection.ids)
      return objection.ids.length > 0 && about.length === 0 ? [] : [{ ...objection, ids: about }]
    }),
    events: log.events.filter(({ record }) => sees(record)),
    comments: log.comments.filter(({ record }) => sees(record)),
    requests: log.requests.filter((request) => request.userId === userId || sees(request.record)),
    emergencies: log.emergencies.flatMap((emergency) => {
      const about = seenOf(emergency.ids)
      return about.length === 0 ? [] : [{ ...emergency, ids: about }]
    }),
    decisions: log.decisions.filter(({ record }) => sees(record)),
  }
}

/** Covering the whole sheet, or one of the rows. */
export function seesEvidence({ covers, digests }: FiledEvidence, ids: ReadonlySet<RecordId>): boolean {
  return covers === 'sheet' || [...digests.keys()].some((id) => ids.has(id))
}
