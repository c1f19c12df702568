// Outcomes → what the client is told and the push table keeps.
import { toPoint } from '../chain.ts'
import type { Author } from '../readSubject.ts'
import type { Seals } from '../seal.ts'
import type { PushWork } from './pushWork.ts'
import { linkedFindings } from './linkedBook.ts'
import type { GroupOutcome, OpOutcome } from './runGroups.ts'
import { touchedFindings } from './setTallies.ts'
import { toRv, touchedPlaces, type Workspace } from './workspace.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import { unreachable } from '#shared/kernel/unreachable.ts'
import type { ControlTotal, OpResult, Point, PushCounts, PushResult } from '#shared/sync/record.ts'

/** Who made a commit, and when: for conflicts. */
export type Makers = ReadonlyMap<number, { readonly by: string; readonly at: string }>

export interface Settled {
  readonly work: PushWork
  readonly space: Workspace
  readonly author: Author
  readonly outcomes: readonly GroupOutcome[]
  readonly makers: Makers
  readonly at: string
  /** Head before this push. */
  readonly head: { readonly csn: number; readonly h: string }
  /** Hash of the new link; null when nothing was kept. */
  readonly link: string | null
  readonly seals: Seals
}

/** More would only be a long list: errors stand first. */
const maxFindings = 1000

export function toResult(settled: Settled): PushResult {
  const { work, space, head, link, at } = settled
  const point = link === null ? null : toPoint(space.csn, link)
  const results = settled.outcomes.flatMap(({ g, outcomes }) =>
    outcomes.map((outcome, i) => toOpResult(settled, { g, i, outcome })),
  )
  return {
    pushId: work.pushId,
    replay: false,
    point,
    head: point ?? toPoint(head.csn, head.h),
    results,
    counts: count(settled),
    totals: controlTotals(space),
    findings: collectFindings(settled),
    at,
    receipt: point === null ? '' : `R${point.csn}`,
    seal: point === null ? '' : sealOf(settled, point),
  }
}

/** Of what a workbook may have to offer again; files that were imported are imported again, and may be very large. */
function sealOf({ work, author, seals }: Settled, point: Point): string {
  if (work.sealed === null || work.context.source === 'import') return ''
  return seals.seal(author.userId, { envelope: work.sealed, point })
}

interface Placed {
  readonly g: number
  readonly i: number
  readonly outcome: OpOutcome
}

function toOpResult({ space, author, makers, at }: Settled, { g, i, outcome }: Placed): OpResult {
  switch (outcome.s) {
    case 'applied':
      return { g, i, s: 'applied', rv: toRv(outcome.change.next) }
    case 'merged':
      return { g, i, s: 'merged', rv: toRv(outcome.change.next), merged: outcome.fields }
    case 'noop':
      return { g, i, s: 'noop', rv: outcome.rv }
    case 'skipped':
      return { g, i, s: 'skipped' }
    case 'rejected':
      return {
        g,
        i,
        s: 'rejected',
        code: outcome.code,
        findings: outcome.findings,
        ...(outcome.denial && { denial: outcome.denial }),
      }
    case 'conflict': {
      const { code, fields, theirs, csn } = outcome
      const maker = csn === undefined ? undefined : csn === space.csn ? { by: author.name, at } : makers.get(csn)
      return { g, i, s: 'conflict', code, ...(fields && { fields }), ...(theirs !== undefined && { theirs }), ...maker }
    }
    default:
      return unreachable(outcome)
  }
}

function count({ work, outcomes }: Settled): PushCounts {
  const counts = { created: 0, updated: 0, deleted: 0, merged: 0, noop: 0, conflicts: 0, rejected: 0, skipped: 0 }
  for (const [index, { outcomes: ofGroup }] of outcomes.entries())
    for (const [i, { s }] of ofGroup.entries()) {
      if (s === 'noop' || s === 'rejected' || s === 'skipped') counts[s]++
      else if (s === 'conflict') counts.conflicts++
      else {
        // `merged` says how many of the updated met other people's changes
        if (s === 'merged') counts.merged++
        const op = work.groups[index]?.ops[i]?.op
        if (op === 'create' || op === 'restore') counts.created++
        else if (op === 'delete') counts.deleted++
        else counts.updated++
      }
    }
  return counts
}

function controlTotals(space: Workspace): readonly ControlTotal[] {
  return touchedPlaces(space).flatMap(({ p, codec, before, now }) =>
    codec.money.map((column) => ({
      p,
      column,
      before: before.totals.get(column) ?? 0,
      after: now.totals.get(column) ?? 0,
    })),
  )
}

const rank = { error: 0, warning: 1, hint: 2 } as const

/** Of the rows as they are at the end, and of the sets they touch. */
function collectFindings({ space, outcomes }: Settled): readonly Finding[] {
  const findings: Finding[] = []
  for (const { outcomes: ofGroup } of outcomes)
    for (const outcome of ofGroup)
      if ((outcome.s === 'applied' || outcome.s === 'merged') && outcome.findings.length > 0)
        if (space.rows.get(outcome.change.next.id) === outcome.change.next) findings.push(...outcome.findings)
  for (const { tallies } of touchedPlaces(space)) findings.push(...touchedFindings(tallies))
  findings.push(...linkedFindings(space.linked))
  return findings.toSorted((a, b) => rank[a.severity] - rank[b.severity]).slice(0, maxFindings)
}
