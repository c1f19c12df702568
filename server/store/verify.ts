// Recomputes the audit chain from its entries, link by link, and holds it against outside witnesses and the live tables.
import { csnOf, genesis, ordOf, startLink, toPoint, toSeq, type LinkHash } from './chain.ts'
import type { Session } from './engine.ts'
import { digestWhole } from './kindCodec.ts'
import type { Queries } from './queries.ts'
import { replayTables } from './replayTables.ts'
import type { VerifyOptions, VerifyReport } from './recordStore.ts'
import type { SheetRules } from './sheetRules.ts'
import { first, run } from './statement.ts'

export interface Verifying {
  readonly session: Session
  readonly queries: Queries
  /** First commit that is recomputed; the hash before it is taken from the chain. */
  readonly from: number
}

/** Commits, and entries of commits, per read: bounds memory. */
const maxLinks = 500
const maxEntries = 10_000

function withinEntries<T extends { readonly entries: number }>(links: readonly T[]): readonly T[] {
  let entries = 0
  const end = links.findIndex((link, index) => (entries += link.entries) > maxEntries && index > 0)
  return end === -1 ? links : links.slice(0, end)
}

export async function verifyLinks({ session, queries, from }: Verifying): Promise<VerifyReport> {
  const meta = await first(session, queries.meta, {})
  if (!meta) throw new Error('meta is empty')
  const head = toPoint(meta.csn, meta.head)
  let previous = from === 1 ? genesis : ((await first(session, queries.link, { csn: from - 1 }))?.h ?? '')
  let links = 0
  let entries = 0
  const broken = (problem: VerifyReport['problem'], brokenAt: number): VerifyReport => ({
    intact: false,
    links,
    entries,
    brokenAt,
    problem,
    head,
  })
  for (let csn = from; csn <= meta.csn;) {
    const stored = withinEntries(await run(session, queries.linksBetween, { from: csn, to: csn + maxLinks - 1 }))
    const upTo = csn + Math.max(stored.length, 1) - 1
    const range = { from: toSeq(csn, 0), to: toSeq(upTo + 1, 0) }
    const lines = await run(session, queries.entriesBetween, range)
    const notes = await run(session, queries.notesBetween, range)
    let at = 0
    let noted = 0
    for (let expected = csn; expected <= upTo; expected++) {
      const link = stored[expected - csn]
      if (link?.csn !== expected) return broken('gap', expected)
      const { actor, push_id: pushId, at: time, request_id: requestId } = link
      const hash: LinkHash = startLink(previous, { csn: expected, actor, pushId, at: time, requestId })
      let count = 0
      for (let line = lines[at]; line && csnOf(line.seq) === expected; line = lines[++at]) {
        const ord = ordOf(line.seq)
        if (ord !== count++) return broken('link', expected)
        const whole =
          line.kind === 'delete' ? line.was : line.field === null && line.kind !== 'transition' ? line.now : null
        hash.add({ ...line, ord, digest: whole === null ? null : digestWhole(line.record_id, line.p, whole) })
      }
      for (let note = notes[noted]; note && csnOf(note.seq) === expected; note = notes[++noted]) {
        if (ordOf(note.seq) !== count++) return broken('link', expected)
        hash.note({ ...note, ord: ordOf(note.seq) })
      }
      if (count !== link.entries || hash.end() !== link.h) return broken('link', expected)
      previous = link.h
      links++
      entries += count
    }
    // entries of commits that are not there
    if (at !== lines.length || noted !== notes.length)
      return broken('link', csnOf(lines[at]?.seq ?? notes[noted]?.seq ?? toSeq(csn, 0)))
    csn = upTo + 1
  }
  if (previous !== (meta.csn === 0 ? genesis : meta.head)) return broken('truncated', meta.csn)
  // entries or links past the head: the head was set back
  const link = await first(session, queries.newestLink, {})
  const entry = await first(session, queries.newestEntry, {})
  const note = await first(session, queries.newestNote, {})
  const newest = Math.max(csnOf(entry?.seq ?? 0), csnOf(note?.seq ?? 0))
  if ((link?.csn ?? 0) !== meta.csn || newest !== meta.csn) return broken('truncated', meta.csn)
  return { intact: true, links, entries, brokenAt: null, problem: null, head }
}

/** The whole chain; a cut or rewritten end is only found by a point from outside. */
export async function verifyChain(
  { session, queries, rules }: Omit<Verifying, 'from'> & { readonly rules: SheetRules },
  { witnesses = [], tables = false }: VerifyOptions,
): Promise<VerifyReport> {
  const report = await verifyLinks({ session, queries, from: 1 })
  if (!report.intact) return report
  for (const { csn, h } of witnesses.toSorted((a, b) => a.csn - b.csn)) {
    const link = csn === 0 ? genesis : (await first(session, queries.link, { csn }))?.h
    if (link?.slice(0, h.length) !== h || h.length < 32)
      return { ...report, intact: false, brokenAt: csn, problem: 'witness' }
  }
  if (!tables) return report
  const brokenAt = await replayTables({ session, queries, rules })
  return brokenAt === null ? report : { ...report, intact: false, brokenAt, problem: 'tables' }
}
