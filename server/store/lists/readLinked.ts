// How the rules over several sheets stand for the rows that a person sees of one sheet: totals and bounds, never others' rows.
import type { PolicyBook } from '../../policy/policyBook.ts'
import type { Principal } from '../../auth/principal.ts'
import { viewOf } from '../../auth/view.ts'
import { loadLinked } from '../push/loadLinked.ts'
import {
  contextOf,
  neededCells,
  openLinkedBook,
  questionKey,
  sumsOf,
  yearAsked,
  type LinkedSheet,
  type Question,
} from '../push/linkedBook.ts'
import { readSubject } from '../readSubject.ts'
import { readVisible } from './listPartitions.ts'
import type { Reading } from './reading.ts'
import { pathOf, policyDay } from '#shared/policy/adoption.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { contributionsOf } from '#shared/validation/linkedPlan.ts'
import { standingOf, type LinkedStanding } from '#shared/validation/linkedStanding.ts'

export interface LinkedReading extends Reading {
  readonly policies: PolicyBook
  readonly today: PlainDate
}

/** One standing per rule and group that the visible rows touch, broken ones first. undefined: no sheet that the person may see. */
export async function readLinked(
  reading: LinkedReading,
  p: string,
  principal: Principal,
): Promise<readonly LinkedStanding[] | undefined> {
  const { session, queries, rules, today, policies } = reading
  const partition = parsePartitionId(p)
  const definition = partition && rules.kinds.get(partition.kind)?.definition
  if (!partition || !definition) return undefined
  const subject = await readSubject(session, queries, { grants: principal.grants, today })
  const unit = subject.units.get(partition.unitId)
  const view = viewOf(subject, { definition, unitId: partition.unitId })
  if (!unit || !view) return undefined
  const { kind, year } = partition
  const plan = rules.linked
  if (!plan.termsOf.has(kind)) return []
  const policy = policies.policyFor(
    pathOf((id) => subject.units.get(id)?.parentId, unit.id),
    policyDay(year, today),
  )
  const context = { today, year, unitKind: unit.kind, policy, calendar: policies.calendar }
  const sheet: LinkedSheet = { p, partition, unit, context }
  const rows = await readVisible(reading, { p, kind, view })

  const book = openLinkedBook(plan)
  await loadLinked(
    reading,
    book,
    neededCells(
      plan,
      rows.map((facts) => ({ place: sheet, facts })),
    ),
  )
  const questions = new Map<string, Question & { own: bigint; row: RecordId | undefined }>()
  for (const row of rows)
    for (const { planned, slot, group, sum } of contributionsOf(plan, kind, row)) {
      const asked = yearAsked(slot, sheet)
      const key = questionKey(planned, { unitId: unit.id, year: asked, group })
      const question = questions.get(key) ?? { planned, place: sheet, year: asked, group, own: 0n, row: undefined }
      if (slot.side === 'left' && slot.years !== 'previous') question.own += sum
      if (planned.owner === kind) question.row ??= row.id
      questions.set(key, question)
    }
  return [...questions.values()]
    .map((question) => standingOf({ ...question, sums: sumsOf(book, question) }, contextOf(question)))
    .toSorted((a, b) => Number(a.finding === null) - Number(b.finding === null) || a.rule.localeCompare(b.rule))
}
