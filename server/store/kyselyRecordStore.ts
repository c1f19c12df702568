// The record store over either engine: puts the rooms of this folder behind the port.
import { toPoint } from './chain.ts'
import type { Engine, Session } from './engine.ts'
import { renewSealKeys } from './identity.ts'
import { makeFileStore } from './fileStore.ts'
import { listPartitions } from './lists/listPartitions.ts'
import { listPushes } from './lists/listPushes.ts'
import { listRecords } from './lists/listRecords.ts'
import { readLinked } from './lists/readLinked.ts'
import { readAuthors } from './lists/readAuthors.ts'
import { readHistory } from './lists/readHistory.ts'
import { readLights } from './lists/readLights.ts'
import type { Reading } from './lists/reading.ts'
import type { Started } from './checkStart.ts'
import { checkEnvelope, maxOps, maxOpsInProcess } from './push/checkEnvelope.ts'
import { showAnew } from './push/showAnew.ts'
import { pushRecords, type Pushing } from './push/pushRecords.ts'
import { decodePage } from './pull/decodePage.ts'
import { isUnchanged } from './pull/isUnchanged.ts'
import { readPage } from './pull/readPage.ts'
import { readPolicyBook, type PolicyShelf } from './readPolicyBook.ts'
import type { PolicyBook } from '../policy/policyBook.ts'
import type { Queries } from './queries.ts'
import type { RecordStore } from './recordStore.ts'
import { makeSeals } from './seal.ts'
import { moveRecords } from './review/moveRecords.ts'
import { proceed } from './review/proceed.ts'
import { reveal } from './review/reveal.ts'
import { readNotice } from './review/readNotice.ts'
import { readDesk } from './review/readDesk.ts'
import { readReview } from './review/readReview.ts'
import { revertEmergencies } from './review/revertEmergencies.ts'
import { delegate, revokeDelegation } from './rights/delegate.ts'
import { readPersons, setPersons } from './rights/persons.ts'
import { exempt } from './rights/exempt.ts'
import { listExemptions } from './rights/listExemptions.ts'
import { revokeExemption } from './rights/revokeExemption.ts'
import { listDelegations } from './rights/listDelegations.ts'
import type { SheetRules } from './sheetRules.ts'
import { first, run } from './statement.ts'
import { undoPush } from './undo/undoPush.ts'
import { verifyChain } from './verify.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { ok } from '#shared/kernel/result.ts'
import type { PushId, PushResult } from '#shared/sync/record.ts'
import { hash } from 'node:crypto'
import { localDay } from '../localDay.ts'

export interface StoreParts {
  readonly engine: Engine
  readonly queries: Queries
  readonly started: Started
  readonly rules: SheetRules
  readonly clock: () => Date
  readonly random: (bytes: number) => Uint8Array
  readonly opsAtOnce?: number
}

/** Enough that the statements around a chunk of a push do not count; few enough that what it holds dies young. */
const usualOpsAtOnce = 250

export function kyselyRecordStore(parts: StoreParts): RecordStore {
  const { engine, queries, started, rules, clock, random, opsAtOnce = usualOpsAtOnce } = parts
  const { dialect } = engine
  const now = (): { readonly at: string; readonly today: PlainDate } => {
    const date = clock()
    return { at: date.toISOString(), today: localDay(date) }
  }
  const { epoch, serverId, rvKey } = started
  const seals = makeSeals(started.sealKeys)
  const shelf: PolicyShelf = { book: undefined }
  const pushing: Pushing = { engine, queries, rules, rvKey, now, opsAtOnce, seals, shelf }
  const readPolicies = async (session: Session): Promise<PolicyBook> => {
    const meta = await first(session, queries.meta, {})
    return readPolicyBook({ session, queries }, shelf, meta?.policy_version ?? 0)
  }
  const reading = (session: Session): Reading => ({ session, queries, dialect, rules, rvKey, today: now().today })
  const newPushId = (): PushId => Buffer.from(random(16)).toString('hex') as PushId
  const pullText: RecordStore['pullText'] = (request, principal) =>
    readPage({ engine, queries, rules, rvKey, serverId, today: now().today }, request, principal)

  return {
    engine: engine.name,
    db: engine.db,
    epoch,
    serverId,
    head: () => engine.read((session) => readHead(session, queries)),
    headFor: (principal, point) => engine.read((session) => isUnchanged(reading(session), principal, point)),
    push: async (envelope, principal, context) => {
      const checked = checkEnvelope(envelope, context.source === 'push' ? maxOps : maxOpsInProcess)
      if (!checked.ok) return checked
      const { pushId, schema, witness, mode, dryRun, groups } = envelope
      const bodyHash = context.bodyHash ?? hash('sha256', JSON.stringify({ ...envelope, witness: [] }), 'hex')
      return pushRecords(
        pushing,
        { pushId, schema, witness, mode, dryRun, groups, bodyHash, context, undoOf: null, sealed: envelope },
        principal,
      )
    },
    move: (request, principal, context) => moveRecords(pushing, request, { principal, context }),
    proceed: (request, principal) => proceed(pushing, request, principal),
    delegate: (call, wish) => delegate(pushing, call, wish),
    revokeDelegation: (call) => revokeDelegation(pushing, call),
    listDelegations: (principal) => engine.read((session) => listDelegations(reading(session), principal)),
    exempt: (call, wish) => exempt(pushing, call, wish),
    revokeExemption: (call) => revokeExemption(pushing, call),
    listExemptions: (principal) => engine.read((session) => listExemptions(reading(session), principal)),
    persons: (userId, principal) => engine.read((session) => readPersons(reading(session), principal, userId)),
    setPersons: (call, wish) => setPersons(pushing, call, wish),
    reveal: (request, principal) => reveal(pushing, { ...request, subject: newPushId() }, principal),
    review: (p, record, principal) =>
      engine.read(async (session) =>
        readReview(
          { ...reading(session), policies: await readPolicies(session) },
          { p, record, principal, today: now().today },
        ),
      ),
    notice: (p, id, principal) =>
      engine.read((session) => readNotice(reading(session), { p, id, principal, today: now().today })),
    desk: (principal) =>
      engine.read(async (session) =>
        readDesk({ ...reading(session), today: now().today, policies: await readPolicies(session) }, principal),
      ),
    revertEmergencies: () => revertEmergencies(pushing),
    receipt: (pushId, { userId, grants }) =>
      engine.read(async (session) => {
        const known = await first(session, queries.push, { push: pushId })
        if (known?.user_id !== userId) return null
        const result = JSON.parse(known.result) as PushResult
        return { ...(await showAnew(reading(session), grants, result)), replay: true }
      }),
    vouch: (pushes, { userId }) =>
      new Set(pushes.filter((push) => seals.isOurs(userId, push)).map(({ envelope }) => envelope.pushId)),
    renewSeals: (forget) =>
      engine.write(async (session) => {
        const keys = await renewSealKeys(session, queries, { random, forget })
        return { keep: true, value: { known: keys.length } }
      }),
    undo: (pushId, request, principal) =>
      undoPush({ pushing, reading, newPushId }, { pushId, request, principal, requestId: newPushId() }),
    pull: async (request, principal) => {
      const page = await pullText(request, principal)
      return page.ok ? ok(decodePage(page.value, rules)) : page
    },
    pullText,
    listPartitions: (principal) => engine.read((session) => listPartitions(reading(session), principal)),
    listRecords: (p, principal) => engine.read((session) => listRecords(reading(session), p, principal)),
    authors: (ids, principal) => engine.read((session) => readAuthors(reading(session), ids, principal)),
    history: (id, principal, field) =>
      engine.read((session) => readHistory(reading(session), { id, principal, ...(field !== undefined && { field }) })),
    lights: (id, principal) =>
      engine.read(async (session) =>
        readLights(
          { ...reading(session), today: now().today, policies: await readPolicies(session) },
          { id, principal },
        ),
      ),
    listPushes: (principal, query) => engine.read((session) => listPushes(reading(session), principal, query)),
    policies: () => engine.read(readPolicies),
    linked: (p, principal) =>
      engine.read(async (session) =>
        readLinked({ ...reading(session), today: now().today, policies: await readPolicies(session) }, p, principal),
      ),
    verifyChain: (options) => engine.read((session) => verifyChain({ session, queries, rules }, options)),
    files: makeFileStore(engine),
    probe: () => probe(engine, queries, now().at),
    close: () => engine.close(),
  }
}

async function readHead(session: Session, queries: Queries) {
  const meta = await first(session, queries.meta, {})
  if (!meta) throw new Error('meta is empty')
  return toPoint(meta.csn, meta.head)
}

async function probe(engine: Engine, queries: Queries, at: string): ReturnType<RecordStore['probe']> {
  await engine.write(async (session) => {
    await run(session, queries.upsertSetting, { k: 'probe', v: at })
    return { keep: true, value: undefined }
  })
  return engine.read(async (session) => {
    const head = await readHead(session, queries)
    const written = await first(session, queries.setting, { k: 'probe' })
    const link = head.csn === 0 ? undefined : await first(session, queries.link, { csn: head.csn })
    return { ok: written?.v === at && (head.csn === 0 || link?.h.startsWith(head.h) === true), head }
  })
}
