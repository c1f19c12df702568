// Seals on receipts: what this server has acknowledged, to whom, word for word; known again after a restore, forged by nobody.
import { createHmac, hash, timingSafeEqual, type Hmac } from 'node:crypto'
import { makeSortedJson } from './sortedJson.ts'
import type { Op, PushId, SealedPush } from '#shared/sync/record.ts'

/** 64 hex digits each; the newest signs, all of them are known again. */
export type SealKeys = readonly [newest: string, ...older: string[]]

export interface Seals {
  /** `<8 hex digits naming the key>-<32 hex digits>`. */
  seal(userId: string, push: Omit<SealedPush, 'seal'>): string
  isOurs(userId: string, push: SealedPush): boolean
  /** Id of a push that this server makes about `subject`: always the same, and nobody else can take it beforehand. */
  ownPushId(subject: string): PushId
}

export function makeSeals(keys: SealKeys): Seals {
  const byName = new Map(keys.map((key) => [nameOf(key), key]))
  const [newest] = keys
  return {
    seal: (userId, push) => `${nameOf(newest)}-${sign(newest, userId, push)}`,
    isOurs(userId, push) {
      const [, name = '', given = ''] = /^([0-9a-f]{8})-([0-9a-f]{32})$/.exec(push.seal) ?? []
      const key = byName.get(name)
      return key !== undefined && timingSafeEqual(Buffer.from(sign(key, userId, push)), Buffer.from(given))
    },
    ownPushId: (subject) => hmacOf(newest).update(`own push ${subject}`).digest('hex').slice(0, 32) as PushId,
  }
}

/** A key leaves at the end of this list when what it sealed shall not be known any more. */
export function addSealKey([...keys]: SealKeys, random: (bytes: number) => Uint8Array): SealKeys {
  return [newSealKey(random), ...keys]
}

export function newSealKey(random: (bytes: number) => Uint8Array): string {
  return Buffer.from(random(32)).toString('hex')
}

export function nameOf(key: string): string {
  return hash('sha256', `seal ${key}`, 'hex').slice(0, 8)
}

/**
 * All that decides what a push does, in one order: keys as they came, over the wire or in process, must not matter. A line
 * an op, fed to the hash as it goes: a large push is never one text.
 */
function sign(key: string, userId: string, { envelope, point }: Omit<SealedPush, 'seal'>): string {
  const { pushId, schema, mode, confirmedDeletes, groups } = envelope
  const hmac = hmacOf(key)
  const head = ['tongbiao seal 2', userId, point.csn, point.h, pushId, entries(schema), mode, confirmedDeletes]
  const describeOp = makeDescribeOp()
  let pending = JSON.stringify(head)
  for (const { g, ops } of groups)
    for (const op of ops) {
      pending += `\n${g} ${describeOp(op)}`
      if (pending.length < 65_536) continue
      hmac.update(pending)
      pending = ''
    }
  return hmac.update(pending).digest('hex').slice(0, 32)
}

function hmacOf(key: string): Hmac {
  return createHmac('sha256', Buffer.from(key, 'hex'))
}

function makeDescribeOp(): (op: Op) => string {
  // Blank is absent in a new row: rows that travel in columns name every column.
  const whole = makeSortedJson('left out')
  const part = makeSortedJson('kept')
  return (op) => {
    switch (op.op) {
      case 'create':
        return `create ${JSON.stringify([op.id, op.p])} ${whole(op.values)}`
      case 'update':
        return `update ${JSON.stringify([op.id, op.rv])} ${part(op.base)} ${part(op.set)}`
      case 'delete':
        return `delete ${JSON.stringify([op.id, op.rv])}`
      case 'transition':
        return `transition ${JSON.stringify([op.id, op.rv, op.to, op.seen])}`
    }
  }
}

function entries(values: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] {
  return Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}
