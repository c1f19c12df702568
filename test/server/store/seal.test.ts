// Seals: the order of keys is nothing, everything else is something; keys come, stay and go (H13).
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addSealKey, makeSeals, newSealKey, type SealKeys } from '#server/store/seal.ts'
import type { RecordId, Values } from '#shared/kernel/value.ts'
import type { Op, PushEnvelope, PushId, RecordRevision, SealedPush } from '#shared/sync/record.ts'
import { makeRandom } from '#test/conformance/storeWorld.ts'

const random = makeRandom(3)
const keys: SealKeys = [newSealKey(random)]
const seals = makeSeals(keys)
const id = '01a1fcf7-0000-7000-8000-000000000001' as RecordId
const rv = '7-0123456789abcdef' as RecordRevision
const ops: readonly Op[] = [
  { op: 'create', id, p: 'u1/ledger/2026', values: { name: '会议', amount: 100 } },
  { op: 'update', id, rv, base: { name: null, amount: 1 }, set: { name: 'a', amount: 2 } },
  { op: 'delete', id, rv },
  { op: 'transition', id, rv, to: 'final', seen: 'ab' },
]
const push: SealedPush = {
  envelope: {
    pushId: '0'.repeat(32) as PushId,
    api: 1,
    schema: { ledger: 1, budget: 2 },
    workbook: 'w',
    witness: [],
    mode: 'groups',
    dryRun: false,
    confirmedDeletes: 1,
    groups: [{ g: 1, ops }],
  },
  point: { csn: 8, h: 'a'.repeat(32) },
  seal: '',
}
const sealed = { ...push, seal: seals.seal('ann', push) }

const turn = (values: Values): Values => Object.fromEntries(Object.entries(values).toReversed())
const withOps = (change: (op: Op) => Op): SealedPush => ({
  ...sealed,
  envelope: { ...sealed.envelope, groups: [{ g: 1, ops: ops.map(change) }] },
})

describe('a seal', () => {
  it('H13: is known for the same person and the same push, in whatever order its keys came', () => {
    expect(sealed.seal).toMatch(/^[0-9a-f]{8}-[0-9a-f]{32}$/)
    const turned = withOps((op) => {
      if (op.op === 'create') return { ...op, values: { ...turn(op.values), note: null } }
      return op.op === 'update' ? { ...op, base: turn(op.base), set: turn(op.set) } : op
    })
    const schema = { budget: 2, ledger: 1 }
    for (const same of [sealed, turned, { ...sealed, envelope: { ...sealed.envelope, schema, witness: [push.point] } }])
      expect(seals.isOurs('ann', same)).toBe(true)
    expect(seals.isOurs('ben', sealed)).toBe(false)
  })

  it('H13: is not known where anything of the push differs', () => {
    const { envelope } = sealed
    const change = (more: Partial<PushEnvelope>): SealedPush => ({ ...sealed, envelope: { ...envelope, ...more } })
    const others: readonly SealedPush[] = [
      change({ pushId: '1'.repeat(32) as PushId }),
      change({ schema: { ledger: 1 } }),
      change({ mode: 'all' }),
      change({ confirmedDeletes: 2 }),
      change({ groups: [{ g: 2, ops }] }),
      change({ groups: ops.map((op, index) => ({ g: index + 1, ops: [op] })) }),
      change({ groups: [{ g: 1, ops: ops.toReversed() }] }),
      { ...sealed, point: { ...sealed.point, csn: 9 } },
      { ...sealed, point: { ...sealed.point, h: 'b'.repeat(32) } },
      withOps((op) => (op.op === 'create' ? { ...op, p: 'u2/ledger/2026' } : op)),
      withOps((op) => (op.op === 'create' ? { ...op, values: { ...op.values, amount: 101 } } : op)),
      withOps((op) => (op.op === 'create' ? { ...op, values: { ...op.values, amount: '100' } } : op)),
      withOps((op) => (op.op === 'update' ? { ...op, base: { ...op.base, amount: null } } : op)),
      withOps((op) => (op.op === 'update' ? { ...op, set: { ...op.set, name: null } } : op)),
      withOps((op) => (op.op === 'delete' ? { ...op, rv: '8-0123456789abcdef' as RecordRevision } : op)),
      withOps((op) => (op.op === 'transition' ? { ...op, to: 'draft' } : op)),
      withOps((op) => (op.op === 'transition' ? { ...op, seen: 'abc' } : op)),
    ]
    expect(others.filter((other) => seals.isOurs('ann', other))).toEqual([])
  })

  it('H13: any text that is not the seal itself is none', () => {
    const near = fc
      .nat(sealed.seal.length - 1)
      .chain((at) =>
        fc
          .constantFrom(...Array.from('0123456789abcdef-'))
          .map((unit) => sealed.seal.slice(0, at) + unit + sealed.seal.slice(at + 1)),
      )
    fc.assert(
      fc.property(fc.oneof(near, fc.string(), fc.constant('')), (seal) => {
        expect(seals.isOurs('ann', { ...sealed, seal })).toBe(seal === sealed.seal)
      }),
    )
  })

  it('H13: of an older key is known as long as the key is', () => {
    const renewed = addSealKey(keys, random)
    const later = makeSeals(renewed)
    expect(later.isOurs('ann', sealed)).toBe(true)
    const now = { ...push, seal: later.seal('ann', push) }
    expect(now.seal).not.toBe(sealed.seal)
    expect([later.isOurs('ann', now), seals.isOurs('ann', now)]).toEqual([true, false])
    expect(makeSeals([renewed[0]]).isOurs('ann', sealed)).toBe(false)
  })

  it('72 小时追认: ids of the server’s own pushes are the same every time, other for other keys and subjects', () => {
    expect(seals.ownPushId('revert a')).toMatch(/^[0-9a-f]{32}$/)
    expect(seals.ownPushId('revert a')).toBe(makeSeals(keys).ownPushId('revert a'))
    const others = [seals.ownPushId('revert b'), makeSeals([newSealKey(random)]).ownPushId('revert a')]
    expect(others).not.toContain(seals.ownPushId('revert a'))
  })
})
