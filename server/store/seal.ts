// Seals on receipts: what this server has acknowledged, to whom, word for word; known again after a restore, forged by nobody.
import { createHmac, hash, timingSafeEqual } from 'node:crypto'
import type { Op, PushEnvelope, SealedPush } from '#shared/sync/record.ts'

/** 64 hex digits each; the newest signs, all of them are known again. */
export type SealKeys = readonly [newest: string, ...older: string[]]

export interface Seals {
  /** `<8 hex digits naming the key>-<32 hex digits>`. */
  seal(userId: string, push: Omit<SealedPush, 'seal'>): string
  isOurs(userId: string, push: SealedPush): boolean
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

function sign(key: string, userId: string, { envelope, point }: Omit<SealedPush, 'seal'>): string {
  const text = JSON.stringify(['tongbiao seal 1', userId, point.csn, point.h, describe(envelope)])
  return createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex').slice(0, 32)
}

/** All that decides what a push does, in one order: keys as they came, over the wire or in process, must not matter. */
function describe({ pushId, schema, mode, confirmedDeletes, groups }: PushEnvelope): unknown {
  return [pushId, entries(schema), mode, confirmedDeletes, groups.map(({ g, ops }) => [g, ops.map(describeOp)])]
}

function describeOp(op: Op): unknown {
  switch (op.op) {
    case 'create':
      // Blank is absent: rows that travel in columns name every column.
      return ['create', op.id, op.p, entries(op.values).filter(([, value]) => value !== null)]
    case 'update':
      return ['update', op.id, op.rv, entries(op.base), entries(op.set)]
    case 'delete':
      return ['delete', op.id, op.rv]
    case 'transition':
      return ['transition', op.id, op.rv, op.to, op.seen]
  }
}

function entries(values: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] {
  return Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}
