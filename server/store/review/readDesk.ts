// 我的案头: requests, emergencies, reviews, lights and reminders that wait for one person, over all sheets that are visible.
import { decide } from '../../auth/decide.ts'
import type { Principal } from '../../auth/principal.ts'
import { seenPartitions } from '../pull/view.ts'
import { readSubject } from '../readSubject.ts'
import type { SheetRules } from '../sheetRules.ts'
import { showingOf } from '../showing.ts'
import { first } from '../statement.ts'
import { readVisible } from '../lists/listPartitions.ts'
import { deskLimits, leftOut } from './deskSheets.ts'
import { readLogs, type ReviewReading } from './loadReview.ts'
import { localDay } from '../../localDay.ts'
import type { PolicyBook } from '../../policy/policyBook.ts'
import { groupBy } from '../undo/groupBy.ts'
import { seenLog } from './seenLog.ts'
import { contextOf, readRows, rolesAt, type SeenPlace } from './place.ts'
import type { Role } from '#shared/definition/role.ts'
import type { RuleContext } from '#shared/definition/rule.ts'
import { expectedOf, movesAsSheet, type Transition } from '#shared/definition/workflow.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { RecordId, Values } from '#shared/kernel/value.ts'
import { countEvents, type EventCount } from '#shared/review/eventCounts.ts'
import type { LoggedEvent, ReviewLog } from '#shared/review/fold.ts'
import { lastReminderDay } from '#shared/review/reminders.ts'
import type { Desk, DeskItem } from '#shared/review/reviewInfo.ts'
import type { StoredRecord } from '#shared/sync/record.ts'

export interface DeskReading extends ReviewReading {
  readonly rules: SheetRules
  readonly rvKey: string
  readonly today: PlainDate
  readonly policies: PolicyBook
}

export async function readDesk(reading: DeskReading, principal: Principal): Promise<Desk> {
  const { session, queries, rules, rvKey, today } = reading
  const subject = await readSubject(session, queries, { grants: principal.grants, today })
  const seen = await seenPartitions(session, { queries, rules, subject })
  const logs = await readLogs(
    reading,
    seen.map(({ p }) => p),
  )
  const items: DeskItem[] = []
  const byRow = seen.filter(({ kind }) => {
    const workflow = rules.kinds.get(kind)?.definition.workflow
    return workflow !== undefined && !movesAsSheet(workflow)
  })
  const skipped = leftOut(byRow, deskLimits)
  const isSkipped = new Set(skipped)
  for (const part of seen) {
    const { p, kind, unitId, year, view } = part
    const codec = rules.kinds.get(kind)
    const unit = subject.units.get(unitId)
    const log = logs.get(p)
    if (!codec || !unit || !log) continue
    const showing = showingOf({ view, codec, rvKey })
    const place: SeenPlace = { p, partition: { kind, unitId, year }, codec, unit, subject, view, showing }
    const { userId } = principal
    const told = await logSeen(reading, { place, log, userId })
    const counts = groupBy(
      countEvents(told.events, new Set(told.events.map(({ record }) => record))),
      (each) => each.record,
    )
    const at: At = { place, log: told, counts, userId, today, policies: reading.policies }
    items.push(...asked(at), ...emergencies(at))
    if (movesAsSheet(codec.definition.workflow)) {
      const state = (await first(session, queries.anyState, { p }))?.state
      if (state !== undefined && view.whole) items.push(...stepsOf(at, { state, owner: null, record: null, label: '' }))
    } else if (!isSkipped.has(p)) items.push(...rowItems(at, await readVisible(reading, part)))
  }
  return { items, skipped }
}

/** Nothing on the desk speaks of rows that are hidden from its owner. */
async function logSeen(
  reading: DeskReading,
  { place, log, userId }: Pick<At, 'place' | 'log' | 'userId'>,
): Promise<ReviewLog> {
  if (place.view.whole || log.requests.length + log.emergencies.length === 0) return log
  return seenLog(log, { ids: new Set((await readRows(reading, place)).keys()), userId })
}

interface At {
  readonly place: SeenPlace
  readonly log: ReviewLog
  /** How often what was logged, by record. */
  readonly counts: ReadonlyMap<string, readonly EventCount[]>
  readonly userId: string
  readonly today: PlainDate
  readonly policies: PolicyBook
}

const empty = {
  record: null,
  subject: '',
  label: '',
  transitions: [],
  light: null,
  logged: [],
  text: '',
  by: '',
  at: '',
} as const

function base({ place }: At): Pick<DeskItem, 'p' | 'unitName'> {
  return { p: place.p, unitName: place.unit.name }
}

/** Requests to my roles; answers to what I asked. */
function asked(at: At): readonly DeskItem[] {
  const { log, place, userId } = at
  return log.requests.flatMap(({ id, record, to, text, by, at: when, userId: from, answer }): readonly DeskItem[] => {
    const told = { ...empty, ...base(at), record, subject: id }
    if (answer !== null)
      return from === userId ? [{ ...told, type: 'answer', text: answer.text, by: answer.by, at: answer.at }] : []
    const held = rolesAt(place, to.level === 'superior' ? 'superior' : 'any')
    return from !== userId && to.roles.some((role) => held.has(role))
      ? [{ ...told, type: 'request', text, by, at: when }]
      : []
  })
}

function emergencies(at: At): readonly DeskItem[] {
  const { log, place, userId } = at
  const { definition } = place.codec
  return log.emergencies.flatMap((emergency): readonly DeskItem[] => {
    const transition = definition.workflow.transitions.find(({ name }) => name === emergency.transition)
    if (emergency.end !== null || emergency.userId === userId || !transition) return []
    const held = rolesAt(place)
    if (!transition.by.some((role) => held.has(role))) return []
    const { id, reason: text, by, at: when } = emergency
    return [
      { ...empty, ...base(at), type: 'emergency', subject: id, transitions: [transition.name], text, by, at: when },
    ]
  })
}

interface Standing {
  readonly state: string
  readonly owner: string | null
  readonly record: RecordId | null
  readonly label: string
}

/** The normal next steps that are this person's; where there are none, what is merely open to them. */
function stepsOf(at: At, { state, owner, record, label }: Standing): readonly DeskItem[] {
  const { place } = at
  const { definition } = place.codec
  const { workflow } = definition
  const resource = { unitId: place.unit.id, state, owner }
  const mine = ({ level }: Transition, roles: readonly Role[]): boolean => {
    const aboveOnly = level === 'superior' && place.unit.parentId !== null
    return roles.length > 0 && decide(place.subject, 'transition', { definition, resource, roles, aboveOnly }).allowed
  }
  const item = (type: 'review' | 'open', transitions: readonly Transition[]): readonly DeskItem[] =>
    transitions.length === 0
      ? []
      : [{ ...empty, ...base(at), type, record, label, transitions: transitions.map(({ name }) => name) }]
  const here = workflow.transitions.filter(({ from }) => from.includes(state))
  const waiting = here.filter((transition) => mine(transition, expectedOf(workflow, transition, state)))
  if (waiting.length > 0) return item('review', waiting)
  if (state === workflow.initial) return []
  return item(
    'open',
    here.filter((transition) => transition.reason !== true && mine(transition, transition.by)),
  )
}

function rowItems(at: At, rows: readonly StoredRecord[]): readonly DeskItem[] {
  const { place, today } = at
  const context = contextOf(at.policies, place, today)
  return rows.flatMap(({ id, state, values }) => {
    const label = labelOf(place, values)
    const owner = place.codec.owner(values)
    return [
      ...stepsOf(at, { state, owner, record: id, label }),
      ...lightOf(at, { id, label, values }, context),
      ...remindersOf(at, { id, label, values, state }, context),
    ]
  })
}

interface ShownRow {
  readonly id: RecordId
  readonly label: string
  readonly values: Values
}

function lightOf(at: At, { id, label, values }: ShownRow, context: RuleContext): readonly DeskItem[] {
  const verdict = at.place.codec.definition.light?.of(values, context)
  if (!verdict || verdict.light === 'green') return []
  const { light, reason, params } = verdict
  const logged = loggedOf(at, id)
  return [{ ...empty, ...base(at), type: 'light', record: id, label, light: { light, reason, params }, logged }]
}

function remindersOf(
  at: At,
  { id, label, values, state }: ShownRow & { readonly state: string },
  context: RuleContext,
): readonly DeskItem[] {
  const held = rolesAt(at.place)
  return (at.place.codec.definition.workflow.events ?? []).flatMap(
    ({ name, by, states, reminder }): readonly DeskItem[] => {
      const due = reminder?.due(values, context)
      if (!reminder || due === undefined || !states.includes(state) || !by.some((role) => held.has(role))) return []
      const day = lastReminderDay(reminder, { due, today: at.today, calendar: context.calendar })
      const done = (event: LoggedEvent): boolean =>
        event.record === id && event.event === name && localDay(new Date(event.at)) >= (day ?? '')
      if (day === undefined || at.log.events.some(done)) return []
      return [
        {
          ...empty,
          ...base(at),
          type: 'reminder',
          record: id,
          label,
          transitions: [name],
          text: due,
          at: day,
          logged: loggedOf(at, id),
        },
      ]
    },
  )
}

function loggedOf({ counts }: At, id: RecordId): DeskItem['logged'] {
  return (counts.get(id) ?? []).map(({ event, times }) => ({ event, times }))
}

function labelOf({ codec }: SeenPlace, values: Values): string {
  const { naturalKey, layout } = codec.definition
  const keys = naturalKey.length > 0 ? naturalKey : layout.columns.slice(0, 1)
  return keys
    .map((key) => String(values[key] ?? ''))
    .filter((text) => text !== '')
    .join(' ')
}
