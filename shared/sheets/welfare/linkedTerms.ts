// Terms that rules over several sheets share: who is a member, which plans are still being made.
import type { GroupPart, LinkedTerm } from '../../definition/linked.ts'

/** Members in good standing; a roster without the column holds members only. */
export function members(groupBy: readonly GroupPart[]): LinkedTerm {
  return { kind: 'member', groupBy, column: null, where: [{ column: 'standing', in: ['在会', null] }], times: 1 }
}

export const welfareStates = {
  /** Not yet paid for: later the roster has moved on. */
  undecided: ['draft', 'discussed', 'reviewed', 'funded', 'decided', 'noticed', 'approved'],
  /** Handed out. */
  issued: ['issued', 'settled', 'archived'],
} as const
