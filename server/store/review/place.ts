// One sheet as a person who wants to enter something into its log meets it.
import type { Subject } from '../../auth/decide.ts'
import { isVisible, viewOf, type View } from '../../auth/view.ts'
import { isCurrent } from '../../auth/isCurrent.ts'
import { isWithin, makeUnitTree, type Unit } from '../../auth/unitTree.ts'
import type { PolicyBook } from '../../policy/policyBook.ts'
import { pathOf, policyDay } from '#shared/policy/adoption.ts'
import type { RuleContext } from '#shared/definition/rule.ts'
import type { KindCodec } from '../kindCodec.ts'
import { toRow } from '../push/loadChunk.ts'
import type { Row } from '../push/workspace.ts'
import { toUnit, type Author } from '../readSubject.ts'
import type { SheetRules } from '../sheetRules.ts'
import { showingOf, type Showing } from '../showing.ts'
import { run } from '../statement.ts'
import type { ReviewReading } from './loadReview.ts'
import type { Role } from '#shared/definition/role.ts'
import { parsePartitionId, type Partition } from '#shared/definition/sheet.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { RecordId } from '#shared/kernel/value.ts'

export interface SeenPlace {
  readonly p: string
  readonly partition: Partition
  readonly codec: KindCodec
  readonly unit: Unit
  readonly subject: Subject
  readonly view: View
  /** How its rows leave the server for this person. */
  readonly showing: Showing
}

/** undefined: there is no such sheet, or nothing of it is visible. */
export async function findPlace(
  { session, queries, dialect, rules, rvKey }: ReviewReading & { readonly rules: SheetRules; readonly rvKey: string },
  p: string,
  who: { readonly author: Pick<Author, 'grants'>; readonly today: PlainDate },
): Promise<SeenPlace | undefined> {
  const partition = parsePartitionId(p)
  const codec = partition && rules.kinds.get(partition.kind)
  if (!partition || !codec) return undefined
  const units = makeUnitTree(
    (await run(session, queries.unitsAbove, { ids: dialect.list([partition.unitId]) })).map(toUnit),
  )
  const unit = units.get(partition.unitId)
  const subject: Subject = { grants: who.author.grants, units, today: who.today }
  const view = unit && viewOf(subject, { definition: codec.definition, unitId: unit.id })
  return unit && view
    ? { p, partition, codec, unit, subject, view, showing: showingOf({ view, codec, rvKey }) }
    : undefined
}

/** Roles that the person holds for the sheet: at its unit, or only at those above. */
export function rolesAt(
  { subject, partition, unit }: SeenPlace,
  level: 'own' | 'any' | 'superior' = 'any',
): ReadonlySet<Role> {
  const superior = level === 'superior' && unit.parentId !== null
  return new Set(
    subject.grants
      .filter(
        (grant) =>
          isCurrent(grant, subject.today) &&
          (grant.kinds.length === 0 || grant.kinds.includes(partition.kind)) &&
          isWithin(subject.units, unit.id, grant.unitId) &&
          (level !== 'own' || grant.unitId === unit.id) &&
          (!superior || grant.unitId !== unit.id),
      )
      .map(({ role }) => role),
  )
}

/** Live rows of it that the person sees, by id; without `ids` all of them. */
export async function readRows(
  { session, queries, dialect }: ReviewReading,
  { p, view }: SeenPlace,
  ids?: readonly RecordId[],
): Promise<ReadonlyMap<RecordId, Row>> {
  const found = ids
    ? await run(session, queries.rowsById, { ids: dialect.list(ids) })
    : (await run(session, queries.liveRows, { ps: dialect.list([p]) })).map((row) => ({ ...row, nkey: null }))
  const rows = found.map(toRow).filter((row) => row.p === p && !row.deleted && isVisible(view, row))
  return new Map(rows.map((row) => [row.id, row]))
}

/** What rules may know there: limits of its unit, the working calendar. */
export function contextOf(
  policies: PolicyBook,
  { unit, subject, partition }: SeenPlace,
  today: PlainDate,
): RuleContext {
  const policy = policies.policyFor(
    pathOf((id) => subject.units.get(id)?.parentId, unit.id),
    policyDay(partition.year, today),
  )
  return { today, year: partition.year, unitKind: unit.kind, policy, calendar: policies.calendar }
}
