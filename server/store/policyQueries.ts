// What a push and a page read of the policy; small tables, read anew only when the policy version has risen.
import type { Engine, Session } from './engine.ts'
import { makePolicyBook, type PolicyBook } from '../policy/policyBook.ts'
import type { Queries } from './queries.ts'
import { compileOnce, run } from './statement.ts'

export function makePolicyQueries({ db }: Engine) {
  return {
    policyPacks: compileOnce(db.selectFrom('policy_pack').select(['id', 'content', 'digest']).orderBy('id')),
    policyConfirmations: compileOnce(
      db
        .selectFrom('policy_confirmation')
        .innerJoin('user_account', 'user_account.id', 'policy_confirmation.by_user')
        .select(['pack_id', 'digest', 'at', 'user_account.display_name as by']),
    ),
    policyAssignments: compileOnce(
      db.selectFrom('policy_assignment').select(['unit_id', 'pack_id']).orderBy('unit_id'),
    ),
    unitFacts: compileOnce(db.selectFrom('unit_fact').select(['unit_id', 'content'])),
    holidayYears: compileOnce(db.selectFrom('holiday_year').select('content').orderBy('year')),
  }
}

/** The policy as it was when last read, by its version. */
export interface PolicyShelf {
  book: PolicyBook | undefined
}

export async function readPolicyBook(
  { session, queries }: { readonly session: Session; readonly queries: Queries },
  shelf: PolicyShelf,
  version: number,
): Promise<PolicyBook> {
  if (shelf.book?.version === version) return shelf.book
  const book = makePolicyBook({
    version,
    packs: await run(session, queries.policyPacks, {}),
    confirmations: await run(session, queries.policyConfirmations, {}),
    assignments: await run(session, queries.policyAssignments, {}),
    facts: await run(session, queries.unitFacts, {}),
    holidays: await run(session, queries.holidayYears, {}),
  })
  shelf.book = book
  return book
}
