// Outcomes, chunk by chunk → what the client is told and the push table keeps.
import { toPoint } from '../chain.ts'
import type { Author } from '../readSubject.ts'
import type { Seals } from '../seal.ts'
import type { PushWork, WorkGroup, WorkOp } from './pushWork.ts'
import { linkedFindings } from './linkedBook.ts'
import type { GroupOutcome, OpOutcome } from './runGroups.ts'
import { touchedFindings } from './setTallies.ts'
import type { Change, Workspace } from './workspace.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import { unreachable } from '#shared/kernel/unreachable.ts'
import type { ControlTotal, OpResult, Point, PushCounts, PushResult, RecordRevision } from '#shared/sync/record.ts'

/** Who made a commit, and when: for conflicts. */
export type Makers = ReadonlyMap<number, { readonly by: string; readonly at: string }>

type Counts = { -readonly [Name in keyof PushCounts]: number }

/** What is kept of the chunks that were decided. */
export interface Report {
  readonly results: OpResult[]
  readonly counts: Counts
  /** Of the newest state of every record that has any, in the order of the ops. */
  readonly findings: Map<RecordId, readonly Finding[]>
  /** Records that the server itself has moved: only they are noted one by one. */
  readonly moved: RecordId[]
  /** Some group was not kept. */
  torn: boolean
}

export function openReport(): Report {
  return { results: [], counts: noCounts(), findings: new Map(), moved: [], torn: false }
}

function noCounts(): Counts {
  return { created: 0, updated: 0, deleted: 0, merged: 0, noop: 0, conflicts: 0, rejected: 0, skipped: 0 }
}

export function addOutcomes(
  report: Report,
  { groups, outcomes }: { readonly groups: readonly WorkGroup[]; readonly outcomes: readonly GroupOutcome[] },
  makers: Makers,
): void {
  for (const [index, { g, outcomes: ofGroup, kept }] of outcomes.entries()) {
    if (!kept) report.torn = true
    for (const [i, outcome] of ofGroup.entries()) {
      report.results.push(toOpResult({ g, i, outcome }, makers))
      count(report.counts, outcome, groups[index]?.ops[i]?.op)
      if (outcome.s === 'applied' || outcome.s === 'merged') keepFindings(report, outcome)
    }
  }
}

/** With mode `all` one bad group leaves nothing: the good ones become `skipped`. */
export function skipAll({ results, counts, findings }: Report): void {
  const { conflicts, rejected } = counts
  for (const [index, { g, i, s }] of results.entries())
    if (s !== 'conflict' && s !== 'rejected') results[index] = { g, i, s: 'skipped' }
  Object.assign(counts, noCounts(), { conflicts, rejected, skipped: results.length - conflicts - rejected })
  findings.clear()
}

interface Placed {
  readonly g: number
  readonly i: number
  readonly outcome: OpOutcome
}

function toOpResult({ g, i, outcome }: Placed, makers: Makers): OpResult {
  switch (outcome.s) {
    case 'applied':
      return { g, i, s: 'applied', rv: rvAfter(outcome.change) }
    case 'merged':
      return { g, i, s: 'merged', rv: rvAfter(outcome.change), merged: outcome.fields }
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
      const maker = csn === undefined ? undefined : makers.get(csn)
      return { g, i, s: 'conflict', code, ...(fields && { fields }), ...(theirs !== undefined && { theirs }), ...maker }
    }
    default:
      return unreachable(outcome)
  }
}

function rvAfter({ place, next }: Change): RecordRevision {
  return place.showing.rv(next)
}

function count(counts: Counts, { s }: OpOutcome, op: WorkOp['op'] | undefined): void {
  if (s === 'noop' || s === 'rejected' || s === 'skipped') counts[s]++
  else if (s === 'conflict') counts.conflicts++
  else {
    // `merged` says how many of the updated met other people's changes
    if (s === 'merged') counts.merged++
    if (op === 'create' || op === 'restore') counts.created++
    else if (op === 'delete') counts.deleted++
    else counts.updated++
  }
}

/** A later state of the record replaces what was found in an earlier one. */
function keepFindings(
  { findings }: Report,
  { change, findings: found }: OpOutcome & { readonly s: 'applied' | 'merged' },
): void {
  const { id } = change.next
  if (findings.size > 0) findings.delete(id)
  if (found.length > 0) findings.set(id, found)
}

export interface Settled {
  readonly work: PushWork
  readonly space: Workspace
  readonly report: Report
  readonly author: Author
  readonly seals: Seals
  readonly at: string
  /** Head before this push. */
  readonly head: { readonly csn: number; readonly h: string }
  /** Hash of the new link; null when nothing was kept. */
  readonly link: string | null
}

export function toResult(settled: Settled): PushResult {
  const { work, space, report, at, head, link } = settled
  const point = link === null ? null : toPoint(space.csn, link)
  return {
    pushId: work.pushId,
    replay: false,
    point,
    head: point ?? toPoint(head.csn, head.h),
    results: report.results,
    counts: report.counts,
    totals: controlTotals(space),
    findings: collectFindings(report, space),
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

function controlTotals({ touched }: Workspace): readonly ControlTotal[] {
  return [...touched].flatMap(({ p, codec, before, now, seen }) =>
    codec.money.map((column) => ({
      p,
      column,
      before: (seen?.before ?? before.totals).get(column) ?? 0,
      after: (seen?.now ?? now.totals).get(column) ?? 0,
    })),
  )
}

/** More would only be a long list: errors stand first. */
const maxFindings = 1000

const rank = { error: 0, warning: 1, hint: 2 } as const

/** Of the rows as they are at the end, and of the sets they touch. */
function collectFindings(report: Report, { touched, linked }: Workspace): readonly Finding[] {
  const ofRows = [...report.findings.values()].flat()
  // what a set as a whole breaks, or sets that are held against each other, speaks of rows that the author may not see
  const whole = [...touched].filter(({ view }) => view?.whole === true)
  const ofSets = whole.flatMap(({ tallies }) => touchedFindings(tallies))
  const ofBook = whole.length === touched.size ? linkedFindings(linked) : []
  return [...ofRows, ...ofSets, ...ofBook].toSorted((a, b) => rank[a.severity] - rank[b.severity]).slice(0, maxFindings)
}
