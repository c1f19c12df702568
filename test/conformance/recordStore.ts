// What every engine of the record store must do alike: SQLite in memory and in a file, PostgreSQL.
import { describeChunks } from './recordStore/chunks.ts'
import { describeDelegations } from './recordStore/delegation.ts'
import { describeExemptions } from './recordStore/exemption.ts'
import { describeMeanwhile } from './recordStore/meanwhile.ts'
import { describeLinked } from './recordStore/linked.ts'
import { describePushes } from './recordStore/pushes.ts'
import { describeRights } from './recordStore/rights.ts'
import { describePersons } from './recordStore/persons.ts'
import { describePulls } from './recordStore/pulls.ts'
import { describeRecord } from './recordStore/record.ts'
import { describeComments } from './recordStore/comments.ts'
import { describeDesk } from './recordStore/desk.ts'
import { describeLights } from './recordStore/lights.ts'
import { describeMoves } from './recordStore/moves.ts'
import { describeReview } from './recordStore/review.ts'
import { describeReviewAttacks } from './recordStore/reviewAttacks.ts'
import type { OpenReviewStore } from './recordStore/reviewWorld.ts'
import { describeTotals } from './recordStore/totals.ts'
import { describeUndo } from './recordStore/undo.ts'
import type { OpenStore } from './recordStore/world.ts'
import { describe } from 'vitest'

export function describeRecordStore(name: string, open: OpenStore, openReview?: OpenReviewStore): void {
  describe(name, () => {
    describePushes(open)
    describeChunks(open)
    describeMeanwhile(open)
    describeTotals(open)
    describeLinked(open)
    describeRights(open)
    describePulls(open)
    describeUndo(open)
    describeRecord(open)
    if (openReview) describeReview(openReview)
    if (openReview) describeReviewAttacks(openReview)
    if (openReview) describeDelegations(openReview)
    if (openReview) describeExemptions(openReview)
    if (openReview) describePersons(openReview)
    if (openReview) describeDesk(openReview)
    if (openReview) describeLights(openReview)
    if (openReview) describeMoves(openReview)
    if (openReview) describeComments(openReview)
  })
}
