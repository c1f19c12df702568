// An edited workbook that carries its base, between upload and publishing: the client core run here for whoever dropped the
// file. Its newest bytes are saved at every write the core makes, before anything is sent (W1), so that a crash, a lost answer
// or a second click goes on from there and nothing is sent twice.
import { createHash } from 'node:crypto'
import { pathOf, policyDay } from '#shared/policy/adoption.ts'
import { parsePartitionId } from '#shared/definition/sheet.ts'
import type { RuleContext } from '#shared/definition/rule.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { Locale } from '#shared/kernel/words.ts'
import { maxOps } from '#shared/contract/decodePush.ts'
import { openFileWorkbook, type FileWorkbook } from '#shared/ooxml/fileWorkbook.ts'
import type { Conflict } from '#shared/sync/merge/change.ts'
import { openSession } from '#shared/sync/session/refreshSession.ts'
import type { Session, SessionDeps } from '#shared/sync/session/session.ts'
import type { Principal } from '../auth/principal.ts'
import { readUnits } from '../auth/units.ts'
import type { AppDeps } from '../deps.ts'
import { ruleContextFor } from '../import/analyseFile.ts'
import type { Refusal } from '../request/refusal.ts'
import { refusalOfStore } from '../request/storeRefusal.ts'
import type { Upload } from '../store/recordStore.ts'
import { findRecovery } from './findRecovery.ts'
import { nodeZipPorts } from './nodeZip.ts'
import { refusalOfSession } from './sessionRefusal.ts'
import { maxPushBytes, storeTransport } from './storeTransport.ts'

type Needs = Pick<AppDeps, 'store' | 'definitions' | 'clock' | 'random' | 'newId' | 'accounts'>

/** Who works on which file. */
export interface Editing {
  readonly upload: Upload
  readonly principal: Principal
  readonly locale: Locale
  readonly requestId: string
  /** `value`: the person chose to compare by value although the base is sound: it is another server's (H14). */
  readonly wish?: 'value'
  /** Nothing is written down (P-6). */
  readonly isRehearsal?: boolean
}

/** What is remembered of a file between requests. */
export interface EditingNotes {
  /** Upload that holds the newest bytes; null: as it was dropped. */
  readonly resultId: string | null
  /** Conflicts as they were shown: answers count only for these. */
  readonly shown: readonly Conflict[]
  /** As `Editing.wish` said when the file was dropped. */
  readonly wish?: 'value'
}

export interface EditedWorkbook {
  readonly session: Session
  readonly workbook: FileWorkbook
  /** Writes down what was shown and, where the workbook changed, its bytes. */
  keep(shown: readonly Conflict[]): Promise<Result<void, Refusal>>
}

export async function openEdited(deps: Needs, editing: Editing): Promise<Result<EditedWorkbook, Refusal>> {
  const notes = await readNotes(deps, editing)
  const newest =
    notes.resultId === null ? editing.upload : await deps.store.files.findUpload(notes.resultId, editing.principal)
  const workbook = openFileWorkbook((newest ?? editing.upload).bytes, nodeZipPorts)
  const wish = editing.wish ?? notes.wish
  let current = notes
  let saved = workbook.toBytes()
  const keep = async (shown: readonly Conflict[]): Promise<Result<void, Refusal>> => {
    const bytes = workbook.toBytes()
    let { resultId } = current
    if (bytes !== saved) {
      resultId = deps.newId()
      const stored = await deps.store.files.saveUpload(toResult(deps, editing, { id: resultId, bytes }))
      if (!stored.ok) return err(refusalOfStore(stored.error))
      saved = bytes
    }
    current = { resultId, shown, ...(wish && { wish }) }
    return writeNotes(deps, editing, current)
  }
  const port = {
    ...workbook,
    apply: async (edits: Parameters<FileWorkbook['apply']>[0]) => {
      const applied = await workbook.apply(edits)
      const kept = applied.ok && editing.isRehearsal !== true ? await keep(current.shown) : ok(undefined)
      return kept.ok ? applied : err({ code: 'busy' as const, detail: kept.error.refused, applied: edits.length })
    },
  }
  // What this server wrote itself may go on where it was cut short; a file as it was dropped may not.
  const isForeign = notes.resultId === null
  const recovery = await findRecovery(deps, port, { principal: editing.principal, wish })
  const session = await openSession(port, { ...(await sessionDeps(deps, editing)), isForeign }, recovery)
  if (!session.ok) return err(refusalOfSession(session.error))
  return ok({ session: { ...session.value, shown: notes.shown }, workbook, keep })
}

/** The newest bytes of a file that was dropped; undefined: nothing was published from it yet. */
export async function findResult(deps: Needs, editing: Editing): Promise<Upload | undefined> {
  const { resultId } = await readNotes(deps, editing)
  return resultId === null ? undefined : deps.store.files.findUpload(resultId, editing.principal)
}

async function sessionDeps(deps: Needs, editing: Editing): Promise<SessionDeps> {
  const units = await readUnits(deps.accounts.db)
  const tree = new Map(units.map((unit) => [unit.id, unit]))
  const policies = await deps.store.policies()
  const contextOf = (p: string): RuleContext => {
    const partition = parsePartitionId(p)
    const unit = units.find(({ id }) => id === partition?.unitId)
    const context = ruleContextFor(deps, partition?.year ?? deps.clock().getFullYear(), unit?.kind ?? 'primary')
    const day = policyDay(context.year, context.today)
    const policy = policies.policyFor(
      pathOf((id) => tree.get(id)?.parentId, partition?.unitId ?? ''),
      day,
    )
    return { ...context, policy, calendar: policies.calendar }
  }
  const { principal, locale, requestId, upload } = editing
  const push = { requestId, source: 'workbook' as const, fileName: upload.fileName }
  return {
    transport: storeTransport(deps, { principal, locale, push }),
    definitions: deps.definitions,
    contextOf,
    ids: { random: deps.random, now: () => deps.clock().getTime() },
    limits: { maxOps, maxPushBytes },
  }
}

function toResult(deps: Needs, editing: Editing, file: { readonly id: string; readonly bytes: Uint8Array }): Upload {
  const { upload } = editing
  return {
    id: file.id,
    userId: upload.userId,
    purpose: 'result',
    fileName: upload.fileName,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    bytes: file.bytes,
    at: deps.clock().toISOString(),
  }
}

async function readNotes(deps: Needs, { upload, principal }: Editing): Promise<EditingNotes> {
  const run = await deps.store.files.findImportRun(upload.id, principal)
  return run === undefined ? { resultId: null, shown: [] } : (JSON.parse(run.content) as EditingNotes) // written below
}

async function writeNotes(
  deps: Needs,
  { upload, principal }: Editing,
  notes: EditingNotes,
): Promise<Result<void, Refusal>> {
  const saved = await deps.store.files.saveImportRun({
    id: upload.id,
    uploadId: upload.id,
    userId: principal.userId,
    content: JSON.stringify(notes),
    pushId: null,
    at: deps.clock().toISOString(),
  })
  return saved.ok ? saved : err(refusalOfStore(saved.error))
}
