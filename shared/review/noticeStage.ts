// How long the list of a 公示 is shown, and until when objections are taken: one answer for the server and the page.
import { daysBetween, type PlainDate } from '../kernel/plainDate.ts'

/** A notice is taken down this many days after it ends (domain.md §6.1): then its list is not given out any more. */
export const noticeKeptDays = 5

/** `open`: shown, objections are taken · `over`: shown still · `down`: not shown any more */
export type NoticeStage = 'open' | 'over' | 'down'

/** @param to the last day of the notice */
export function noticeStage(to: PlainDate, today: PlainDate): NoticeStage {
  const since = daysBetween(to, today)
  if (since <= 0) return 'open'
  return since <= noticeKeptDays ? 'over' : 'down'
}
