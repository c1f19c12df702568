// Everything that stands against a transition: needs, duties, fields, reason. Pure; the server decides with it, the page shows it.
import { meetsCondition } from '../definition/condition.ts'
import { filedBy } from '../definition/filedBy.ts'
import { dutyCode, excusableDuties, type Duty, type DutyCode } from '../definition/duty.ts'
import type { EvidenceNeed } from '../definition/evidenceNeed.ts'
import type { Role } from '../definition/role.ts'
import type { RuleContext } from '../definition/rule.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import type { Transition } from '../definition/workflow.ts'
import { fen, formatYuan } from '../kernel/money.ts'
import type { RecordId, Value, Values } from '../kernel/value.ts'
import { deny, dutyDenial, lackOf, type Denial } from '../definition/denial.ts'
import { foldNumber } from './personNumber.ts'
import { suffices } from './suffices.ts'
import type { Excuse, FiledEvidence, Hand, OpenObjection } from './facts.ts'
import type { ExcusedDuty } from './proceeding.ts'

/** One row that is to move. */
export interface MovingRow {
  readonly id: RecordId
  readonly values: Values
  /** coverDigest of it as it is now. */
  readonly digest: string
}

export interface Weighing {
  readonly definition: SheetDefinition
  readonly transition: Transition
  readonly rows: readonly MovingRow[]
  readonly context: RuleContext
  readonly evidence: readonly FiledEvidence[]
  readonly objections: readonly OpenObjection[]
  readonly hands: ReadonlyMap<RecordId, readonly Hand[]>
  /** All accounts of the actor, and of whoever delegated the right that is used; numbers of both and of their relatives. */
  readonly actor: { readonly userIds: readonly string[]; readonly persons: readonly string[] }
  /** Exemptions that hold for the actor, at this sheet, today; newest first. */
  readonly excuses: readonly Excuse[]
  /** '' for none. */
  readonly reason: string
}

export interface Weighed {
  /** In the order in which a person would clear them. */
  readonly denials: readonly Denial[]
  /** Ids of the evidence that the transition rests on. */
  readonly restsOn: readonly string[]
  /** What is not kept apart, but excused by an exemption: said before the step, and in its decision. */
  readonly excused: readonly ExcusedDuty[]
}

export function weigh(weighing: Weighing): Weighed {
  const { transition } = weighing
  const denials: Denial[] = []
  const restsOn: string[] = []
  const duties = weighDuties(weighing)
  denials.push(...duties.denials)
  for (const need of transition.needs ?? []) {
    if (!isAskedFor(need, weighing.rows)) continue
    const found = weighNeed(weighing, need)
    if ('evidence' in found) restsOn.push(...found.evidence)
    else denials.push(found.denial)
  }
  denials.push(...blankFields(weighing))
  if (transition.reason === true && weighing.reason.trim() === '') denials.push(deny('lacks-reason'))
  return { denials, restsOn, excused: [...excusedRoles(weighing), ...duties.excused] }
}

export interface DutyWeighing extends Pick<Weighing, 'definition' | 'transition' | 'hands' | 'actor' | 'excuses'> {
  readonly rows: readonly Omit<MovingRow, 'digest'>[]
}

/** What must be kept apart and would not be, were this person to take the step; `excused`: where an exemption allows it. */
export function weighDuties(weighing: DutyWeighing): Pick<Weighed, 'denials' | 'excused'> {
  const denials: Denial[] = []
  const excused: ExcusedDuty[] = []
  for (const duty of weighing.transition.apart ?? []) {
    if (!isBroken(weighing, duty)) continue
    const code = dutyCode(duty)
    const excuse = mayBeExcused(weighing, code) && weighing.excuses.find(({ duties }) => duties.includes(code))
    if (excuse) excused.push({ exemption: excuse.id, duty: code })
    else denials.push(deny(dutyDenial(code), { whose: weighing.transition.by }))
  }
  return { denials, excused }
}

/** Never what 经审 does; nor one's own draft where the kind asks for a resolution because the sum is large. */
function mayBeExcused({ definition, transition, rows }: DutyWeighing, code: DutyCode): boolean {
  if (!excusableDuties.some((known) => known === code) || isAuditing(transition)) return false
  if (code !== 'own-draft') return true
  const needs = definition.workflow.transitions.flatMap((known) => known.needs ?? [])
  return !needs.some((need) => need.when?.type === 'sum' && isAskedFor(need, rows))
}

function isAuditing({ by, needs = [] }: Transition): boolean {
  return by.includes('auditor') || needs.some((need) => need.type === 'resolution' && need.body === 'audit')
}

/** Steps of either role, by one who holds both. */
function excusedRoles({ transition, excuses }: Weighing): readonly ExcusedDuty[] {
  return excuses.flatMap(({ id, roles }) =>
    roles
      .filter((pair) => pair.some((role) => transition.by.includes(role)))
      .map(([first, second]): ExcusedDuty => ({ exemption: id, duty: `${first}+${second}` })),
  )
}

/** Does the need concern these rows at all? */
export function isAskedFor({ when }: EvidenceNeed, rows: readonly { readonly values: Values }[]): boolean {
  switch (when?.type) {
    case undefined:
      return true
    case 'rows':
      return rows.some(({ values }) => meetsCondition(when.where, values))
    case 'sum':
      return sumOf(rows, when.column) >= when.atLeast
  }
}

function sumOf(rows: readonly { readonly values: Values }[], column: string): number {
  return rows.reduce((sum, { values }) => sum + amountOf(values[column] ?? null), 0)
}

function amountOf(value: Value): number {
  return typeof value === 'number' ? value : 0
}

type Found = { readonly evidence: readonly string[] } | { readonly denial: Denial }

function weighNeed(weighing: Weighing, need: EvidenceNeed): Found {
  const { definition, rows, evidence, objections, context, transition } = weighing
  const whose = filedBy(need, definition.workflow)
  if (need.type === 'objections-closed') {
    const open = objections.filter(({ ids }) => ids === null || rows.some(({ id }) => ids.has(id)))
    return open.length === 0
      ? { evidence: [] }
      : { denial: deny('lacks-objections-closed', { whose, params: { count: open.length } }) }
  }
  const sufficient = evidence.filter(({ content, withdrawn }) => !withdrawn && suffices(need, content, context))
  const wholeSheet = transition.scope === 'sheet'
  const standing = sufficient.findLast((filed) => voidRows(filed, rows, wholeSheet) === 0)
  if (standing) return { evidence: [standing.id] }
  // several papers may stand for the rows together, each for its own
  if (!wholeSheet) {
    const together = sufficient.filter((filed) => rows.some((row) => holdsFor(filed, row)))
    if (rows.every((row) => together.some((filed) => holdsFor(filed, row))))
      return { evidence: together.map(({ id }) => id) }
  }
  const newest = sufficient.findLast((filed) => rows.some(({ id }) => filed.digests.has(id)))
  if (newest) {
    const count = voidRows(newest, rows, wholeSheet)
    return { denial: deny('void-evidence', { whose, params: { count, evidence: newest.id } }) }
  }
  return { denial: lack(weighing, need, whose) }
}

function holdsFor({ digests }: FiledEvidence, { id, digest }: MovingRow): boolean {
  return digests.get(id) === digest
}

/** Rows for which it does not hold: changed, never covered, or, for a whole sheet, gone since. */
function voidRows(filed: FiledEvidence, rows: readonly MovingRow[], wholeSheet: boolean): number {
  const wrong = rows.filter((row) => !holdsFor(filed, row)).length
  if (!wholeSheet) return wrong
  const here = new Set<string>(rows.map(({ id }) => id))
  return wrong + [...filed.digests.keys()].filter((id) => !here.has(id)).length
}

function lack(weighing: Weighing, need: EvidenceNeed, whose: readonly Role[]): Denial {
  const { rows } = weighing
  if (need.when?.type === 'sum') {
    const { column, atLeast } = need.when
    const params = { sum: formatYuan(fen(sumOf(rows, column))), limit: formatYuan(fen(atLeast)) }
    return deny('over-own-limit', { whose, params })
  }
  switch (need.type) {
    case 'resolution':
      return deny(lackOf(need.type), { whose, params: { body: need.body } })
    case 'discussion':
      return deny(lackOf(need.type), { whose, params: { attendance: need.attendance } })
    case 'notice':
      return deny(lackOf(need.type), { whose, params: { days: need.workingDays } })
    case 'consultation':
      return deny(lackOf(need.type), { whose, params: { minimum: need.minimum } })
    case 'inquiry':
      return deny(lackOf(need.type), { whose, params: { topic: need.topic, label: need.label['zh-Hans'] } })
    case 'document':
    case 'objections-closed':
      return deny(lackOf(need.type), { whose })
  }
}

function isBroken({ rows, hands, actor, definition }: DutyWeighing, duty: Duty): boolean {
  const mine = ({ id }: Pick<MovingRow, 'id'>): readonly Hand[] =>
    (hands.get(id) ?? []).filter(({ userId }) => actor.userIds.includes(userId))
  const breaks = (row: Omit<MovingRow, 'digest'>): boolean => {
    switch (duty.type) {
      case 'own-draft':
        return mine(row).some(({ did }) => did === 'create' || did === 'edit' || did === 'submit')
      case 'other-hand':
        return mine(row).some(
          (hand) => hand.did !== 'create' && hand.did !== 'edit' && duty.transitions.includes(nameOf(definition, hand)),
        )
      case 'not-editor':
        return mine(row).some(
          ({ did, field }) => did === 'create' || (did === 'edit' && field !== null && duty.columns.includes(field)),
        )
      case 'beneficiary':
        return actor.persons.includes(foldNumber(String(row.values[duty.column] ?? '')))
    }
  }
  return rows.some(breaks)
}

/** Name of the transition that a hand made, by the states it went from and to. */
function nameOf({ workflow }: SheetDefinition, { from, to }: Hand): string {
  return workflow.transitions.find((known) => known.to === to && known.from.includes(from ?? ''))?.name ?? ''
}

function blankFields({ transition, rows, definition }: Weighing): readonly Denial[] {
  return (transition.fields ?? []).flatMap((column) => {
    const blank = rows.some(({ values }) => (values[column] ?? null) === null || values[column] === '')
    if (!blank) return []
    const label = definition.columns[column]?.label['zh-Hans'] ?? column
    return [deny('lacks-field', { params: { column, label } })]
  })
}
