// The policy as it is now: small tables, read anew only when the policy version has risen.
import type { Session } from './engine.ts'
import { makePolicyBook, type PolicyBook } from '../policy/policyBook.ts'
import type { Queries } from './queries.ts'
import { run } from './statement.ts'

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
