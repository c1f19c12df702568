// The audit chain: what is hashed, byte for byte. docs/audit-chain.md says the same in words.
import type { AuditTable } from './schema.ts'
import { createHash } from 'node:crypto'

const domain = 'tongbiao-audit-1'
/** h(0): nothing was committed yet. */
export const genesis = '0'.repeat(64)

export interface LinkHead {
  readonly csn: number
  readonly actor: string
  readonly pushId: string | null
  readonly at: string
  readonly requestId: string
}

export interface LinkEntry extends Pick<AuditTable, 'g' | 'kind' | 'record_id' | 'p' | 'field' | 'was' | 'now'> {
  readonly ord: number
  /** Of a whole record (create, delete, restore); null for one field. */
  readonly digest: string | null
}

/** Entries of one commit; commits stay below 2²⁹. */
const entriesPerCommit = 2 ** 24

export function toSeq(csn: number, ord: number): number {
  if (ord >= entriesPerCommit) throw new RangeError('too many entries in one commit')
  return csn * entriesPerCommit + ord
}

export function csnOf(seq: number): number {
  return Math.floor(seq / entriesPerCommit)
}

export function ordOf(seq: number): number {
  return seq % entriesPerCommit
}

/** An entry of the log of proceedings, as stored. */
export interface LinkNote {
  readonly ord: number
  readonly type: string
  readonly subject: string
  readonly p: string
  readonly record_id: string | null
  readonly body: string
}

export interface LinkHash {
  add(entry: LinkEntry): void
  note(note: LinkNote): void
  /** 64 hex digits. */
  end(): string
}

/**
 * h(csn) = SHA-256(domain ‖ 0x0A ‖ h(csn−1) as hex ‖ frame(head) ‖ frame(entry) …), frame(x) = byte length in decimal ‖ `:` ‖ x.
 * Head and entries are JSON with sorted keys. One field's `was` and `now` stand in it as the text that is stored; a whole
 * record stands in it as its digest (kindCodec.ts), the same of which the revision is made.
 */
export function startLink(previous: string, head: LinkHead): LinkHash {
  const hash = createHash('sha256')
  let pending = `${domain}\n${previous}${frame(
    `{"actor":${JSON.stringify(head.actor)},"at":${JSON.stringify(head.at)},"csn":${head.csn},"pushId":${JSON.stringify(head.pushId)},"requestId":${JSON.stringify(head.requestId)}}`,
  )}`
  const take = (text: string): void => {
    pending += frame(text)
    if (pending.length < 65_536) return
    hash.update(pending)
    pending = ''
  }
  return {
    add: (entry) => take(toText(entry)),
    note: (note) => take(noteText(note)),
    end: () => hash.update(pending).digest('hex'),
  }
}

function toText({ ord, g, kind, record_id, p, field, was, now, digest }: LinkEntry): string {
  if (digest !== null)
    return `{"digest":"${digest}","g":${g},"id":"${record_id}","kind":"${kind}","ord":${ord},"p":"${p}"}`
  const column = field === null ? 'null' : JSON.stringify(field)
  return `{"field":${column},"g":${g},"id":"${record_id}","kind":"${kind}","now":${now ?? 'null'},"ord":${ord},"p":"${p}","was":${was ?? 'null'}}`
}

function noteText({ ord, type, subject, p, record_id, body }: LinkNote): string {
  return `{"body":${body},"id":${JSON.stringify(subject)},"kind":"proceeding","ord":${ord},"p":"${p}","record":${record_id === null ? 'null' : JSON.stringify(record_id)},"type":"${type}"}`
}

function frame(text: string): string {
  return `${Buffer.byteLength(text)}:${text}`
}

/** What leaves the server: csn and the first 16 bytes. */
export function toPoint(csn: number, h: string): { readonly csn: number; readonly h: string } {
  return { csn, h: h.slice(0, 32) }
}
