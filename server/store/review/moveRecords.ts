// A transition asked for by name, as the push that it is.
import { checkEnvelope, maxOps } from '../push/checkEnvelope.ts'
import { pushRecords, type PushAnswer, type Pushing } from '../push/pushRecords.ts'
import type { WorkGroup } from '../push/pushWork.ts'
import type { MoveRequest, PushContext } from '../pushContext.ts'
import { refuse } from '../refusal.ts'
import { sha256 } from '../sha256.ts'
import type { Principal } from '../../auth/principal.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'

export async function moveRecords(
  pushing: Pushing,
  request: MoveRequest,
  { principal, context }: { readonly principal: Principal; readonly context: PushContext },
): Promise<PushAnswer> {
  const { pushId, p, rows, seen, reason, consulted, dryRun } = request
  const kind = parsePartitionId(p)?.kind ?? ''
  const definition = pushing.rules.kinds.get(kind)?.definition
  const transition = definition?.workflow.transitions.find(({ name }) => name === request.transition)
  if (!definition || !transition) return refuse('not-found')
  const whole = transition.scope === 'sheet'
  if (whole !== (rows === null)) return refuse('not-found')
  const { to } = transition
  const groups: readonly WorkGroup[] = (rows ?? []).map(({ id, rv, seen: content }, index) => ({
    g: index + 1,
    ops: [{ op: 'transition', id, rv, to, seen: content }],
  }))
  const schema = { [kind]: definition.version }
  if (rows !== null) {
    const sized = checkEnvelope({ ...emptyEnvelope, pushId, schema, groups: groups as never }, maxOps)
    if (!sized.ok) return sized
  }
  return pushRecords(
    pushing,
    {
      pushId,
      schema,
      witness: [],
      mode: 'groups',
      dryRun,
      groups,
      bodyHash: context.bodyHash ?? sha256(JSON.stringify(request)),
      context,
      undoOf: null,
      sealed: null,
      move: { transition: transition.name, reason, consulted, sheet: whole ? { p, seen, to } : null },
    },
    principal,
  )
}

const emptyEnvelope = {
  api: 1,
  workbook: '',
  witness: [],
  mode: 'groups',
  dryRun: false,
  confirmedDeletes: 0,
} as const
