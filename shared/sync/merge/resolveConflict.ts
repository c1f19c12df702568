// A person's answer to a conflict card, as values and rows (K2–K4, P-5).
import type { MergeClass } from '../../definition/column.ts'
import { maxFen } from '../../kernel/money.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import type { Value } from '../../kernel/value.ts'
import type { Choice3, FieldConflict } from './change.ts'

/** `both-money`: only amounts can be added up, and only where the base is known · `both-range`: the sum passes the limit. */
export type ResolutionProblem = 'both-money' | 'both-range'

/** The value the field ends with. A blank amount counts as 0 in `both`. */
export function resolveField(
  conflict: FieldConflict,
  choice: Choice3,
  mergeClass: MergeClass | undefined,
): Result<Value, ResolutionProblem> {
  switch (choice.choice) {
    case 'base':
      return ok(conflict.base)
    case 'theirs':
      return ok(conflict.theirs)
    case 'mine':
      return ok(conflict.mine)
    case 'value':
      return ok(choice.value)
    case 'both':
      return mergeClass === 'money' ? addBoth(conflict) : err('both-money')
    default:
      return unreachable(choice)
  }
}

/** B + (M − B) + (C − B), in 分. */
function addBoth({ base, baseUnknown, mine, theirs }: FieldConflict): Result<Value, ResolutionProblem> {
  if (baseUnknown) return err('both-money')
  const [b, m, c] = [toFen(base), toFen(mine), toFen(theirs)]
  if (b === undefined || m === undefined || c === undefined) return err('both-money')
  const sum = b + (m - b) + (c - b)
  return Math.abs(sum) <= maxFen ? ok(sum === 0 ? 0 : sum) : err('both-range')
}

function toFen(value: Value): number | undefined {
  if (value === null) return 0
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined
}
