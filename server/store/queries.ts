// Every hot query of the store, compiled once per database.
import { makeBatchQueries } from './batchQueries.ts'
import type { Engine } from './engine.ts'
import { makeLedgerQueries } from './ledgerQueries.ts'
import { makePolicyQueries } from './policyQueries.ts'
import { makeReviewQueries } from './reviewQueries.ts'
import { makeRowQueries } from './rowQueries.ts'

export type Queries = ReturnType<typeof makeQueries>

export function makeQueries(engine: Engine) {
  return {
    ...makeLedgerQueries(engine),
    ...makeRowQueries(engine),
    ...makeBatchQueries(engine),
    ...makePolicyQueries(engine),
    ...makeReviewQueries(engine),
  }
}
