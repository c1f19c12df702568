// The log of proceedings, read as what stands: each thing with what became of it.
import type { RecordId } from '../kernel/value.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { Covers, EvidenceContent } from './evidence.ts'
import type { Proceeding, StoredEntry } from './proceeding.ts'

/** Who and when. */
export interface Signed {
  readonly userId: string
  readonly by: string
  readonly at: string
}

interface Thing extends Signed {
  readonly id: string
  readonly p: string
}

export interface EvidenceOnFile extends Thing {
  readonly covers: Covers['type']
  readonly rows: number
  readonly content: EvidenceContent
  readonly withdrawn: (Signed & Said<'evidence-withdrawn'>) | null
}

/** What an entry of that type says; declared once, where it is entered. */
type Said<Type extends StoredEntry['type']> = Omit<Extract<StoredEntry, { readonly type: Type }>, 'type'>

export interface Objection extends Thing, Said<'objection'> {
  readonly closed: (Signed & Said<'objection-closed'>) | null
}

export interface LoggedEvent extends Thing, Said<'event'> {
  readonly reply: (Signed & Said<'event-reply'>) | null
}

export interface Comment extends Thing, Said<'comment'> {}

export interface AskedRequest extends Thing, Said<'request'> {
  readonly answer: (Signed & Said<'answer'>) | null
}

export interface Emergency extends Thing, Said<'emergency'> {
  readonly end: (Signed & { readonly type: 'ratified' | 'reverted' }) | null
}

export interface DecisionOnFile extends Thing, Said<'decision'> {
  readonly record: RecordId | null
}

/** Each list oldest first. */
export interface ReviewLog {
  readonly evidence: readonly EvidenceOnFile[]
  readonly objections: readonly Objection[]
  readonly events: readonly LoggedEvent[]
  readonly comments: readonly Comment[]
  readonly requests: readonly AskedRequest[]
  readonly emergencies: readonly Emergency[]
  readonly decisions: readonly DecisionOnFile[]
}

/** @param proceedings oldest first; what goes on with an unknown subject is left out */
export function foldProceedings(proceedings: readonly Proceeding[]): ReviewLog {
  const evidence = new Map<string, EvidenceOnFile>()
  const objections = new Map<string, Objection>()
  const events = new Map<string, LoggedEvent>()
  const comments = new Map<string, Comment>()
  const requests = new Map<string, AskedRequest>()
  const emergencies = new Map<string, Emergency>()
  const decisions = new Map<string, DecisionOnFile>()
  for (const { subject: id, p, record, entry, userId, by, at } of proceedings) {
    const signed = { userId, by, at }
    const thing = { id, p, ...signed }
    switch (entry.type) {
      case 'evidence':
        evidence.set(id, { ...thing, ...pick(entry, ['covers', 'rows', 'content']), withdrawn: null })
        break
      case 'evidence-withdrawn':
        amend(evidence, id, { withdrawn: { ...signed, reason: entry.reason } })
        break
      case 'objection':
        objections.set(id, { ...thing, ...pick(entry, ['notice', 'ids', 'from', 'text']), closed: null })
        break
      case 'objection-closed':
        amend(objections, id, { closed: { ...signed, upheld: entry.upheld, answer: entry.answer } })
        break
      case 'event':
        events.set(id, { ...thing, ...pick(entry, ['record', 'event', 'fields']), reply: null })
        break
      case 'event-reply':
        amend(events, id, { reply: { ...signed, text: entry.text } })
        break
      case 'comment':
        comments.set(id, { ...thing, ...pick(entry, ['record', 'text']) })
        break
      case 'request':
        requests.set(id, { ...thing, ...pick(entry, ['kind', 'record', 'transition', 'to', 'text']), answer: null })
        break
      case 'answer':
        amend(requests, id, { answer: { ...signed, agreed: entry.agreed, text: entry.text } })
        break
      case 'emergency':
        emergencies.set(id, {
          ...thing,
          ...pick(entry, ['transition', 'ids', 'from', 'to', 'reason', 'consulted', 'until']),
          end: null,
        })
        break
      case 'emergency-ratified':
        amend(emergencies, id, { end: { ...signed, type: 'ratified' } })
        break
      case 'emergency-reverted':
        amend(emergencies, id, { end: { ...signed, type: 'reverted' } })
        break
      case 'decision':
        decisions.set(id, {
          ...thing,
          record,
          ...pick(entry, ['transition', 'scope', 'rows', 'reason', 'restsOn', 'onBehalfOf']),
          ...(entry.excused ? { excused: entry.excused } : {}),
        })
        break
      case 'reveal':
      case 'delegation':
      case 'delegation-revoked':
      case 'exemption':
      case 'exemption-revoked':
      case 'persons':
        break
      default:
        unreachable(entry)
    }
  }
  return {
    evidence: [...evidence.values()],
    objections: [...objections.values()],
    events: [...events.values()],
    comments: [...comments.values()],
    requests: [...requests.values()],
    emergencies: [...emergencies.values()],
    decisions: [...decisions.values()],
  }
}

function pick<E extends StoredEntry, K extends keyof E>(entry: E, keys: readonly K[]): Pick<E, K> {
  const picked: Partial<Pick<E, K>> = {}
  for (const key of keys) picked[key] = entry[key]
  return picked as Pick<E, K> // every key was just set
}

function amend<T>(things: Map<string, T>, id: string, more: Partial<T>): void {
  const known = things.get(id)
  if (known !== undefined) things.set(id, { ...known, ...more })
}
