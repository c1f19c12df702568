// The procedure of a sheet or of one row, as its reader may see it, with every step weighed as the push would weigh it.
import { excusesFor } from '../../auth/exemptions.ts'
import type { Grant, Principal } from '../../auth/principal.ts'
import { makePermissions, type Permissions } from '../push/permission.ts'
import { readExemptions } from '../rights/readExemptions.ts'
import { actingOf, actorOf, readIdentities, type Identities } from '../rights/readIdentities.ts'
import type { Row } from '../push/workspace.ts'
import type { SheetRules } from '../sheetRules.ts'
import { maskFindings } from '../showing.ts'
import { sha256 } from '../sha256.ts'
import { openObjections, readEvidence, readHands, readLogs, type ReviewReading } from './loadReview.ts'
import type { PolicyBook } from '../../policy/policyBook.ts'
import { seenLog, seesEvidence } from './seenLog.ts'
import { contextOf, findPlace, readRows, rolesAt, type SeenPlace } from './place.ts'
import type { Role } from '#shared/definition/role.ts'
import type { Transition } from '#shared/definition/workflow.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import { coverDigest, sheetSeen } from '#shared/review/covered.ts'
import { deny, type Denial } from '#shared/definition/denial.ts'
import type { FiledEvidence } from '#shared/review/facts.ts'
import type { ReviewLog } from '#shared/review/fold.ts'
import type { ExemptionOnFile } from '#shared/review/foldRevocable.ts'
import type { EvidenceShown, Excusing, ReviewInfo, Step } from '#shared/review/reviewInfo.ts'
import { contentHash } from '#shared/sync/contentHash.ts'
import { weigh, type MovingRow, type Weighing } from '#shared/review/weigh.ts'
import { validateBefore } from '#shared/validation/validateRows.ts'

export interface ReviewAsked {
  readonly p: string
  readonly record: RecordId | null
  readonly principal: Principal
  readonly today: PlainDate
}

/** undefined: not visible. */
export async function readReview(
  reading: ReviewReading & { readonly rules: SheetRules; readonly rvKey: string; readonly policies: PolicyBook },
  { p, record, principal, today }: ReviewAsked,
): Promise<ReviewInfo | undefined> {
  const place = await findPlace(reading, p, { author: principal, today })
  const whole = place && (await readLogs(reading, [p])).get(p)
  if (!place || !whole) return undefined
  const rows = [...(await readRows(reading, place, record === null ? undefined : [record])).values()]
  if (record !== null && rows.length === 0) return undefined
  const ids: ReadonlySet<RecordId> = new Set(rows.map(({ id }) => id))
  const log = place.view.whole ? whole : seenLog(whole, { ids, userId: principal.userId })
  const states = new Set(rows.map((row) => row.state))
  const state = states.size === 1 ? (rows[0]?.state ?? null) : null
  const { definition } = place.codec
  const moving = rows.map((row): MovingRow & { readonly row: Row } => {
    const values = place.codec.decode(row.text)
    return { id: row.id, values, digest: coverDigest(definition, values, sha256), row }
  })
  const evidence = await readEvidence(reading, whole)
  const covering = new Map(evidence.map((filed) => [filed.id, filed]))
  const scope = record === null ? 'sheet' : 'record'
  const transitions = definition.workflow.transitions.filter(
    (transition) => (transition.scope ?? 'record') === scope && state !== null && transition.from.includes(state),
  )
  const weighing = {
    definition,
    rows: moving,
    context: contextOf(reading.policies, place, today),
    evidence,
    objections: openObjections(whole),
    hands:
      transitions.length === 0
        ? new Map()
        : await readHands(
            reading,
            rows.map(({ id }) => id),
            definition,
          ),
    identities: await readIdentities(reading.session, reading.queries, principal),
    userId: principal.userId,
    grants: principal.grants,
    today,
    exemptions: transitions.length === 0 ? [] : await readExemptions(reading),
  }
  const permissions = makePermissions(place.subject)
  return {
    ...shownLog(log, record),
    comments: log.comments.filter((comment) => ids.has(comment.record)),
    p,
    record,
    state,
    seen: sheetSeen(
      rows.map((row) => ({ id: row.id, rv: place.showing.rv(row) })),
      sha256,
    ),
    ...(record === null ? { rv: null, content: null } : contentOf(place, rows[0])),
    ...eventsFor(place, record === null ? null : state),
    rows: rows.length,
    steps: transitions.map((transition) => weighStep({ place, permissions, weighing, state: state ?? '' }, transition)),
    evidence: log.evidence.flatMap((filed): readonly EvidenceShown[] => {
      const covered = covering.get(filed.id)
      if (!covered || (!place.view.whole && !seesEvidence(covered, ids))) return []
      return [{ ...filed, standing: standingOf(covered, moving, place.view.whole ? record : 'seen') }]
    }),
  }
}

/** @param state of the one row asked about */
function eventsFor(place: SeenPlace, state: string | null): Pick<ReviewInfo, 'mayLog' | 'mayReply'> {
  const held = rolesAt(place)
  const events = state === null ? [] : (place.codec.definition.workflow.events ?? [])
  const mine = (roles: readonly Role[] = []): boolean => roles.some((role) => held.has(role))
  return {
    mayLog: events.filter(({ by, states }) => states.includes(state ?? '') && mine(by)).map(({ name }) => name),
    mayReply: events.filter(({ repliedBy }) => mine(repliedBy)).map(({ name }) => name),
  }
}

function contentOf({ p, showing }: SeenPlace, row: Row | undefined): Pick<ReviewInfo, 'rv' | 'content'> {
  if (!row) return { rv: null, content: null }
  return { rv: showing.rv(row), content: contentHash({ p, state: row.state, values: showing.values(row) }, sha256) }
}

/** Of one row only what is about it. */
function shownLog({ objections, events, requests, emergencies, decisions }: ReviewLog, record: RecordId | null) {
  if (record === null) return { objections, events, requests, emergencies, decisions }
  return {
    objections: objections.filter(({ ids }) => ids.length === 0 || ids.includes(record)),
    events: events.filter((event) => event.record === record),
    requests: requests.filter((request) => request.record === record),
    emergencies: emergencies.filter(({ ids }) => ids.includes(record)),
    decisions: decisions.filter((decision) => decision.record === null || decision.record === record),
  }
}

interface StepWeighing extends Omit<Weighing, 'transition' | 'actor' | 'excuses' | 'reason'> {
  readonly identities: Identities
  readonly exemptions: readonly ExemptionOnFile[]
  readonly grants: readonly Grant[]
  readonly today: PlainDate
  readonly userId: string
}

interface Site {
  readonly place: SeenPlace
  readonly permissions: Permissions
  readonly weighing: StepWeighing
  readonly state: string
}

function weighStep({ place, permissions, weighing, state }: Site, transition: Transition): Step {
  const denials: Denial[] = []
  const facts = weighing.rows.map(({ values }) => ({
    state,
    owner: place.codec.owner(values),
  }))
  const refused = facts.find((row) => !permissions.mayTransition(transition, place, row).allowed)
  if (refused) denials.push(permissions.denial('transition', place, refused, transition))
  const someone = facts[0]
  const giver = someone ? permissions.onBehalfOf(transition, place, someone) : null
  const { identities, userId, exemptions, grants, today, ...facts2 } = weighing
  const acting = actingOf(identities, userId, giver)
  // a reason is written at the step itself: its absence says nothing yet
  const weighed = weigh({
    ...facts2,
    transition,
    actor: actorOf(acting),
    excuses: excusesFor(refused ? [] : exemptions, {
      unitId: place.unit.id,
      today,
      acting: acting.map(({ userIds }) => userIds),
      grants,
    }),
    reason: '…',
  })
  denials.push(...weighed.denials)
  const findings = guardsOf({ place, weighing, state }, transition.name)
  if (findings.length > 0) denials.push(deny('guarded'))
  const emergency =
    refused !== undefined &&
    facts.length > 0 &&
    facts.every((row) => permissions.mayInEmergency(transition, place, row))
  return {
    transition: transition.name,
    allowed: denials.length === 0,
    denials,
    findings,
    emergency,
    excused: weighed.excused.flatMap((one): readonly Excusing[] => {
      const known = exemptions.find(({ id }) => id === one.exemption)
      return known ? [{ ...one, by: known.by, until: known.until, reason: known.reason }] : []
    }),
  }
}

/** The first of each rule: of many rows one says enough. */
function guardsOf({ place, weighing, state }: Omit<Site, 'permissions'>, name: string): readonly Finding[] {
  const byCode = new Map<string, Finding>()
  const { definition, rows, context } = weighing
  for (const { id, values } of rows) {
    const hidden = place.showing.hidden({ state, owner: place.codec.owner(values) })
    const found = validateBefore(definition, name, { row: { values, location: { id } }, context })
    for (const finding of maskFindings(found, values, hidden))
      if (!byCode.has(finding.code)) byCode.set(finding.code, finding)
  }
  return [...byCode.values()]
}

/** @param about null: the whole sheet · `seen`: only the rows given, others are hidden */
function standingOf(
  { digests, withdrawn, covers }: FiledEvidence,
  rows: readonly MovingRow[],
  about: RecordId | 'seen' | null,
): EvidenceShown['standing'] {
  const now = new Map(rows.map(({ id, digest }) => [id, digest]))
  const covered = about === null ? [...digests.keys()] : rows.map(({ id }) => id).filter((id) => digests.has(id))
  return {
    withdrawn,
    holds: covered.filter((id) => now.get(id) === digests.get(id)),
    changed: covered.filter((id) => now.get(id) !== digests.get(id)),
    added: covers === 'sheet' && about === null ? rows.flatMap(({ id }) => (digests.has(id) ? [] : [id])) : [],
  }
}
