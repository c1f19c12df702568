// What a push and a page read of the policy.
import type { Engine } from './engine.ts'
import { compileOnce } from './statement.ts'

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
