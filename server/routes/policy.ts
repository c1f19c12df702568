// The policy: everybody may see what holds; administrators load, confirm, withdraw and assign.
import {
  confirmPack,
  loadHolidays,
  loadPack,
  setUnitPolicy,
  withdrawPack,
  type PolicyActor,
  type UnitPolicyWish,
} from '../policy/changePolicy.ts'
import { describePolicy } from '../policy/describePolicy.ts'
import { seenPolicy } from '../policy/seenPolicy.ts'
import type { Principal } from '../auth/principal.ts'
import { readUnits } from '../auth/units.ts'
import type { AppDeps } from '../deps.ts'
import { localDay } from '../localDay.ts'
import { json, refused, type Answer } from '../request/answer.ts'
import type { HandlersOf } from '../request/call.ts'
import type { Refusal } from '../request/refusal.ts'
import type { UnitPolicyRequest } from '#shared/contract/policyResources.ts'
import { fen } from '#shared/kernel/money.ts'
import type { Result } from '#shared/kernel/result.ts'

type Names = 'readPolicy' | 'loadPack' | 'confirmPack' | 'withdrawPack' | 'setUnitPolicy' | 'loadHolidays'

export function policyHandlers(deps: AppDeps): HandlersOf<Names> {
  const { accounts, store, log } = deps
  const changing = { db: accounts.db, policies: () => store.policies() }
  const show = async ({ principal }: { readonly principal: Principal }): Promise<Answer> => {
    const info = await describePolicy(accounts.db, await store.policies())
    const today = localDay(deps.clock())
    return json(seenPolicy(info, { units: await readUnits(accounts.db), principal, today }))
  }
  const act = async (
    call: { readonly principal: Principal; readonly requestId: string },
    change: (actor: PolicyActor) => Promise<Result<void, Refusal>>,
  ): Promise<Answer> => {
    const { userId } = call.principal
    const done = await change({ userId, at: deps.clock().toISOString() })
    log({ event: done.ok ? 'policy-changed' : 'policy-refused', requestId: call.requestId, userId })
    return done.ok ? show(call) : refused(done.error)
  }
  return {
    readPolicy: show,
    loadPack: (call) => act(call, (actor) => loadPack(changing, call.body.file, actor)),
    confirmPack: (call) =>
      act(call, (actor) => confirmPack(changing, { id: call.params['id'] ?? '', digest: call.body.digest }, actor)),
    withdrawPack: (call) => act(call, (actor) => withdrawPack(changing, call.params['id'] ?? '', actor)),
    setUnitPolicy: (call) =>
      act(call, (actor) => setUnitPolicy(changing, toWish(call.params['id'] ?? '', call.body), actor)),
    loadHolidays: (call) => act(call, (actor) => loadHolidays(changing, call.body.file, actor)),
  }
}

function toWish(unitId: string, { packs, facts }: UnitPolicyRequest): UnitPolicyWish {
  const { retainedPerHead, nature } = facts
  return {
    unitId,
    packs,
    facts: { retainedPerHead: retainedPerHead === null ? null : fen(retainedPerHead), nature },
  }
}
