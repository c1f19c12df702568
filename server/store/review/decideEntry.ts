// May this person enter this, now? Each entry by its own rules; the answer is what will be written.
import { decide, onBehalfOf } from '../../auth/decide.ts'
import { actingOf, actorOf, isSamePerson, withoutGiver } from '../rights/readIdentities.ts'
import { refuse, type StoreRefusal } from '../refusal.ts'
import type { Author } from '../readSubject.ts'
import { sha256 } from '../sha256.ts'
import { readEvidence, readHands, type ReviewReading } from './loadReview.ts'
import { readRows, rolesAt, type SeenPlace } from './place.ts'
import type { Role } from '#shared/definition/role.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import { parsePlainDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import { checkEntry, entryFinding } from '#shared/review/checkEntry.ts'
import { coverDigest, sheetSeen } from '#shared/review/covered.ts'
import { deny, toFinding, type Denial } from '#shared/definition/denial.ts'
import type { ReviewLog } from '#shared/review/fold.ts'
import type { Entry, StoredEntry } from '#shared/review/proceeding.ts'
import { filersOf } from '#shared/review/suffices.ts'
import { weighDuties } from '#shared/review/weigh.ts'
import { noticeStage } from '#shared/review/noticeStage.ts'

export interface Entering {
  readonly reading: ReviewReading
  readonly place: SeenPlace
  readonly log: ReviewLog
  readonly author: Author
  readonly today: PlainDate
  /** ISO 8601. */
  readonly at: string
  readonly subject: string
}

export interface Entered {
  readonly entry: StoredEntry
  readonly record: RecordId | null
  /** Record → digest of its covered content. */
  readonly covers: ReadonlyMap<RecordId, string>
}

type Answer = Result<Entered, StoreRefusal>

export async function decideEntry(entering: Entering, entry: Entry): Promise<Answer> {
  const unsound = checkEntry(entry, entering.today)
  if (unsound) return invalid(unsound)
  const { log, subject, place, author } = entering
  switch (entry.type) {
    case 'evidence':
      return fileEvidence(entering, entry)
    case 'evidence-withdrawn': {
      const filed = log.evidence.find(({ id }) => id === subject)
      if (!filed) return refuse('not-found')
      if (filed.withdrawn) return invalid(entryFinding('review/entry-once'))
      if (log.decisions.some(({ restsOn }) => restsOn.includes(subject)))
        return invalid(entryFinding('review/entry-rests'))
      if (!(await seesCovered(entering, subject))) return refuse('not-found')
      return unless(entering, filersOf(place.codec.definition.workflow, filed.content), entry)
    }
    case 'objection': {
      const notice = log.evidence.find(({ id }) => id === entry.notice)
      if (notice?.content.type !== 'notice') return refuse('not-found')
      if (notice.withdrawn || noticeStage(notice.content.to, entering.today) !== 'open')
        return invalid(entryFinding('review/entry-notice-over'))
      const rows = await readRows(entering.reading, place, entry.ids)
      return rows.size === new Set(entry.ids).size ? entered(entry) : refuse('not-found')
    }
    case 'objection-closed': {
      const objection = log.objections.find(({ id }) => id === subject)
      const notice = log.evidence.find(({ id }) => id === objection?.notice)
      if (!objection || !notice) return refuse('not-found')
      if (objection.closed) return invalid(entryFinding('review/entry-once'))
      return unless(entering, filersOf(place.codec.definition.workflow, notice.content), entry)
    }
    case 'event':
      return logEvent(entering, entry)
    case 'event-reply': {
      const event = log.events.find(({ id }) => id === subject)
      const definition = place.codec.definition.workflow.events?.find(({ name }) => name === event?.event)
      const rows = event ? await readRows(entering.reading, place, [event.record]) : new Map()
      if (!event || rows.size === 0) return refuse('not-found')
      if (event.reply) return invalid(entryFinding('review/entry-once'))
      return unless(entering, definition?.repliedBy ?? [], entry)
    }
    case 'comment': {
      const rows = await readRows(entering.reading, place, [entry.record])
      return rows.size === 0 ? refuse('not-found') : entered(entry, entry.record)
    }
    case 'request': {
      const rows = entry.record === null ? undefined : await readRows(entering.reading, place, [entry.record])
      return rows?.size === 0 ? refuse('not-found') : entered(entry, entry.record)
    }
    case 'answer': {
      const request = log.requests.find(({ id }) => id === subject)
      if (!request) return refuse('not-found')
      const about = request.record === null ? undefined : await readRows(entering.reading, place, [request.record])
      if (about?.size === 0) return refuse('not-found')
      if (request.answer) return invalid(entryFinding('review/entry-once'))
      if (isSamePerson(author.identities, author.userId, request.userId))
        return denied(deny('not-in-role', { whose: request.to.roles }))
      const apart = apartFrom(entering, request.userId)
      const held = rolesAt(apart, request.to.level === 'superior' ? 'superior' : 'any')
      return request.to.roles.some((role) => held.has(role))
        ? entered(entry, request.record)
        : denied(deny('not-in-role', { whose: request.to.roles, level: request.to.level }))
    }
    case 'emergency-ratified':
      return ratify(entering, entry)
  }
}

function entered(entry: StoredEntry, record: RecordId | null = null): Answer {
  return ok({ entry, record, covers: new Map() })
}

function invalid(finding: Finding): Answer {
  return err({ code: 'entry-invalid', params: {}, findings: [finding] })
}

function denied(denial: Denial): Answer {
  return err({ code: 'denied', params: {}, findings: [toFinding(denial)] })
}

function unless({ place }: Entering, allowed: readonly Role[], entry: StoredEntry): Answer {
  const held = rolesAt(place)
  return allowed.some((role) => held.has(role)) ? entered(entry) : denied(deny('not-in-role', { whose: allowed }))
}

async function fileEvidence(entering: Entering, entry: Entry & { readonly type: 'evidence' }): Promise<Answer> {
  const { place, reading } = entering
  const { definition } = place.codec
  const filers = filersOf(definition.workflow, entry.content)
  if (filers.length === 0) return invalid(entryFinding('review/entry-not-asked'))
  const held = rolesAt(place)
  if (!filers.some((role) => held.has(role))) return denied(deny('not-in-role', { whose: filers }))
  const { covers } = entry
  if (covers.type === 'sheet' && !place.view.whole) return denied(deny('other-department', { whose: filers }))
  const rows = await readRows(reading, place, covers.type === 'sheet' ? undefined : covers.ids)
  if (rows.size === 0 || (covers.type === 'records' && rows.size !== new Set(covers.ids).size))
    return refuse('not-found')
  const seen = [...rows.values()].map((row) => ({ id: row.id, rv: place.showing.rv(row) }))
  if (sheetSeen(seen, sha256) !== entry.seen) return refuse('sheet-changed')
  const digests = new Map(
    [...rows.values()].map((row) => [row.id, coverDigest(definition, place.codec.decode(row.text), sha256)]),
  )
  const digest = sha256([...digests].map(([id, hash]) => `${id} ${hash}`).toSorted().join('\n')) // prettier-ignore
  return ok({
    entry: { type: 'evidence', covers: covers.type, rows: rows.size, digest, content: entry.content },
    record: covers.type === 'records' && covers.ids.length === 1 ? (covers.ids[0] ?? null) : null,
    covers: digests,
  })
}

async function logEvent(entering: Entering, entry: Entry & { readonly type: 'event' }): Promise<Answer> {
  const { place, reading } = entering
  const event = place.codec.definition.workflow.events?.find(({ name }) => name === entry.event)
  const row = (await readRows(reading, place, [entry.record])).get(entry.record)
  if (!event || !row) return refuse('not-found')
  const held = rolesAt(place)
  if (!event.by.some((role) => held.has(role))) return denied(deny('not-in-role', { whose: event.by }))
  const known = new Map(event.fields.map((field) => [field.key, field]))
  const fits = Object.entries(entry.fields).every(([key, value]) => {
    const field = known.get(key)
    if (!field) return false
    if (value === '') return !field.required
    if (field.type === 'date') return parsePlainDate(value) === value
    return field.type !== 'choice' || field.choices?.some((choice) => choice['zh-Hans'] === value) === true
  })
  const complete = event.fields.every(({ key, required }) => !required || (entry.fields[key] ?? '').trim() !== '')
  if (!fits || !complete || !event.states.includes(row.state))
    return invalid(entryFinding('review/entry-event', { label: event.label['zh-Hans'] }))
  return entered(entry, entry.record)
}

/** Whoever sees only some rows takes back nothing that was filed for others. */
async function seesCovered({ reading, place, log }: Entering, id: string): Promise<boolean> {
  if (place.view.whole) return true
  const filed = (await readEvidence(reading, log)).find((evidence) => evidence.id === id)
  if (!filed || filed.covers === 'sheet') return false
  const covered = [...filed.digests.keys()]
  return (await readRows(reading, place, covered)).size === covered.length
}

/** The place by what the author holds other than from that person. */
function apartFrom({ place, author }: Entering, userId: string): SeenPlace {
  const { subject } = place
  return { ...place, subject: { ...subject, grants: withoutGiver(subject.grants, author.identities, userId) } }
}

/** By one whose it would have been, within the time; not by whoever took it, nor by one who has to keep apart from it. */
async function ratify(entering: Entering, entry: Entry & { readonly type: 'emergency-ratified' }): Promise<Answer> {
  const { reading, log, subject, place, author, at } = entering
  const emergency = log.emergencies.find(({ id }) => id === subject)
  const transition = place.codec.definition.workflow.transitions.find(({ name }) => name === emergency?.transition)
  if (!emergency || !transition) return refuse('not-found')
  if (emergency.end || emergency.until <= at) return invalid(entryFinding('review/entry-once'))
  const resource = { unitId: place.unit.id, state: emergency.from, owner: null }
  const aboveOnly = transition.level === 'superior' && place.unit.parentId !== null
  const { definition } = place.codec
  const asked = { definition, resource, roles: transition.by, aboveOnly }
  const apart = apartFrom(entering, emergency.userId)
  if (
    isSamePerson(author.identities, author.userId, emergency.userId) ||
    !decide(apart.subject, 'transition', asked).allowed
  )
    return denied(deny('not-in-role', { whose: transition.by, level: aboveOnly ? 'superior' : 'own' }))
  const giver = onBehalfOf(apart.subject, 'transition', asked)
  const rows = [...(await readRows(reading, place, emergency.ids)).values()]
  const { denials } = weighDuties({
    definition,
    transition,
    rows: rows.map(({ id, text }) => ({ id, values: place.codec.decode(text) })),
    hands: await readHands(
      reading,
      rows.map(({ id }) => id),
      definition,
    ),
    actor: actorOf(actingOf(author.identities, author.userId, giver)),
    // 追认 is the second look itself: no exemption spares it
    excuses: [],
  })
  const [broken] = denials
  return broken ? denied(broken) : entered(entry)
}
