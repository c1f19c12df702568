// Changes → groups → frozen envelopes within the limits of one push (H10).
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Change } from '../merge/change.ts'
import type { Group, Op, Point, PushEnvelope, PushId } from '../record.ts'

export interface CutContext {
  readonly p: (change: Change) => string
  readonly groupOf?: (change: Change) => string | undefined
  readonly limits: { readonly maxOps: number; readonly maxPushBytes: number }
  readonly mode: 'groups' | 'all'
}

export interface EnvelopeHead {
  readonly api: 1
  readonly schema: Readonly<Record<string, number>>
  readonly workbook: string
}

/** `ops` changes that belong together are more than one push may hold. */
export interface GroupTooLarge {
  readonly code: 'sync/group-too-large'
  readonly ops: number
  readonly limit: number
}

/** Lists of groups, one list per push, in the order of the changes; groups are numbered from 1 in each. */
export function cutGroups(
  changes: readonly Change[],
  context: CutContext,
): Result<readonly (readonly Group[])[], GroupTooLarge> {
  const { maxOps, maxPushBytes } = context.limits
  const parts: Group[][] = []
  let part: Group[] = []
  let ops = 0
  let bytes = 0
  for (const group of gatherGroups(changes, context)) {
    const size = estimateBytes(group)
    if (group.length > maxOps) return err({ code: 'sync/group-too-large', ops: group.length, limit: maxOps })
    const full = part.length > 0 && (ops + group.length > maxOps || bytes + size > maxPushBytes)
    if (full && context.mode === 'all') {
      return err({ code: 'sync/group-too-large', ops: changes.length, limit: maxOps })
    }
    if (full || part.length === 0) {
      part = []
      parts.push(part)
      ops = 0
      bytes = 0
    }
    part.push({ g: part.length + 1, ops: group })
    ops += group.length
    bytes += size
  }
  return ok(parts)
}

function gatherGroups(changes: readonly Change[], { p, groupOf }: CutContext): Iterable<readonly Op[]> {
  const groups = new Map<string, Op[]>()
  changes.forEach((change, index) => {
    const key = groupOf?.(change)
    const name = key === undefined ? `#${index}` : `=${key}`
    const ops = groups.get(name) ?? []
    ops.push(toOp(change, p(change)))
    groups.set(name, ops)
  })
  return groups.values()
}

function toOp(change: Change, p: string): Op {
  switch (change.change) {
    case 'add':
      return { op: 'create', id: change.id, p, values: change.values }
    case 'edit':
      return { op: 'update', id: change.id, rv: change.rv, base: change.base, set: change.set }
    case 'remove':
      return { op: 'delete', id: change.id, rv: change.rv }
  }
}

/** About the size in UTF-8: characters beyond ASCII count three bytes. */
function estimateBytes(group: readonly Op[]): number {
  const json = JSON.stringify(group)
  let bytes = json.length
  for (let index = 0; index < json.length; index += 1) if (json.charCodeAt(index) > 127) bytes += 2
  return bytes
}

/** Says how many deletions it holds: the person confirmed each of them (D4). */
export function toEnvelope(
  head: EnvelopeHead,
  groups: readonly Group[],
  sending: {
    readonly pushId: PushId
    readonly witness: readonly Point[]
    readonly mode: 'groups' | 'all'
    readonly dryRun: boolean
  },
): PushEnvelope {
  const confirmedDeletes = groups.reduce((sum, { ops }) => sum + ops.filter(({ op }) => op === 'delete').length, 0)
  return { ...head, ...sending, confirmedDeletes, groups }
}
