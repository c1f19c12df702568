// Chunk by chunk: load, decide, write, forget. What is kept of each is its part of the answer.
import type { Author } from '../readSubject.ts'
import { run } from '../statement.ts'
import { loadChunk } from './loadChunk.ts'
import type { Loading } from './loadPlaces.ts'
import { makePermissions } from './permission.ts'
import type { PushWork, WorkGroup } from './pushWork.ts'
import { runGroups, type GroupOutcome } from './runGroups.ts'
import { addOutcomes, openReport, skipAll, type Makers, type Report } from './toResult.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import { forgetChanges, forgetChunk } from './workspace.ts'
import { writeChunk, type Writing } from './writeChunk.ts'

export interface Chunking {
  readonly loading: Loading
  readonly writing: Writing
  readonly author: Author
  /** ISO 8601. */
  readonly at: string
  readonly opsAtOnce: number
}

/** @returns what was needed and not loaded, when that is something: decide the whole push again with it */
export async function decideChunks(
  { loading, writing, author, at, opsAtOnce }: Chunking,
  work: PushWork,
): Promise<Report | { readonly lacks: 'keys' | 'groups' }> {
  const { session, queries, space, rules, subject } = loading
  const { groups: all, mode } = work
  const running = { space, permissions: makePermissions(subject), rules, author, at }
  const maker = { by: author.name, at }
  const report = openReport()
  if (mode === 'all') await run(session, queries.savepoint, {})
  for (const groups of cutChunks(all, opsAtOnce)) {
    await loadChunk(loading, groups)
    const outcomes = runGroups(running, work, groups)
    if (space.lacks !== 'nothing') return { lacks: space.lacks }
    const makers = await findMakers(loading, outcomes)
    addOutcomes(report, { groups, outcomes }, new Map([...makers, [space.csn, maker]]))
    if (work.system) report.moved.push(...movedIds(outcomes))
    await writeChunk(writing, space)
    forgetChunk(space)
  }
  if (mode === 'all' && report.torn) {
    skipAll(report)
    forgetChanges(space)
    await run(session, queries.rollBackToSavepoint, {})
  }
  return report
}

function movedIds(outcomes: readonly GroupOutcome[]): readonly RecordId[] {
  return outcomes.flatMap(({ outcomes: ofGroup }) =>
    ofGroup.flatMap((outcome) => (outcome.s === 'applied' ? [outcome.change.next.id] : [])),
  )
}

/** Runs of whole groups, ended as soon as they hold `least` ops: a group is never split. */
function* cutChunks(groups: readonly WorkGroup[], least: number): Generator<readonly WorkGroup[]> {
  let from = 0
  let count = 0
  for (const [index, { ops }] of groups.entries()) {
    count += ops.length
    if (count < least) continue
    yield groups.slice(from, index + 1)
    from = index + 1
    count = 0
  }
  if (from < groups.length) yield groups.slice(from)
}

async function findMakers(
  { session, queries, dialect, space }: Loading,
  outcomes: readonly GroupOutcome[],
): Promise<Makers> {
  const commits = new Set<number>()
  for (const { outcomes: ofGroup } of outcomes)
    for (const outcome of ofGroup) if (outcome.s === 'conflict' && outcome.csn !== undefined) commits.add(outcome.csn)
  commits.delete(space.csn)
  if (commits.size === 0) return new Map()
  const found = await run(session, queries.makers, { csns: dialect.list([...commits].map(String)) })
  return new Map(found.map(({ csn, by, at }) => [csn, { by, at }]))
}
