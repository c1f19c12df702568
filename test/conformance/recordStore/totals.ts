// Rules, limits, control totals, rehearsals.
import { openWorld, type OpenStore } from './world.ts'
import { context, create, envelope, p1, push, row, rvAt, update } from '#test/conformance/storeWorld.ts'
import type { Op } from '#shared/sync/record.ts'
import { describe, expect, it } from 'vitest'

export function describeTotals(open: OpenStore): void {
  describe('rules and totals', () => {
    it('V23: errors that block saving reject their op with the finding; warnings do not', async () => {
      const { store, ann } = await openWorld(open)
      const result = await push(store, ann, [create(row('1', { side: '收入', note: null })), create(row('X2'))])
      expect(result.results).toMatchObject([
        { s: 'rejected', code: 'invalid', findings: [{ code: 'ledger/income-needs-note' }] },
        { s: 'applied' },
      ])
      expect(result.findings).toMatchObject([{ code: 'ledger/odd-code', severity: 'warning' }])
    })

    it('M4, M5: derived and sensitive fields are not taken; an equal derived value passes', async () => {
      const { store, ann } = await openWorld(open)
      const result = await push(store, ann, [
        create(row('1', { double: 5 })),
        create(row('2', { double: 200 })),
        create(row('3', { secret: '110' })),
        create(row('4', { nothing: 'x' })),
      ])
      expect(result.results).toMatchObject([
        { s: 'rejected', code: 'derived-field' },
        { s: 'applied' },
        { s: 'rejected', code: 'field-forbidden' },
        { s: 'rejected', code: 'invalid' },
      ])
    })

    it('I6: a limit over many rows holds per group of ops and under racing writers', async () => {
      const { store, ann, ben } = await openWorld(open)
      const paid = (code: string, amount: number): Op => create(row(code, { payee: '甲', amount }))
      const first = await push(store, ann, [
        paid('1', 30_000),
        paid('2', 30_000),
        [paid('3', 10_000), paid('4', 10_000)],
      ])
      expect(first.results).toMatchObject([
        { s: 'applied' },
        { s: 'rejected', code: 'limit', findings: [{ code: 'ledger/payee-limit' }] },
        { s: 'applied' },
        { s: 'applied' },
      ])
      await Promise.all(Array.from({ length: 10 }, (_, i) => push(store, i % 2 === 0 ? ann : ben, [paid(`r${i}`, 1)])))
      const rows = (await store.listRecords(p1, ann))?.rows ?? []
      expect(rows.reduce((sum, { values }) => sum + Number(values['amount']), 0)).toBe(50_000)
    })

    it('P-3: control totals before and after conserve, with counts that add up', async () => {
      const { store, ann } = await openWorld(open)
      const a = create(row('1', { amount: 1000 }))
      const b = create(row('2', { amount: 500 }))
      const made = await push(store, ann, [a, b])
      expect(made.totals.find(({ column }) => column === 'amount')).toEqual({
        p: p1,
        column: 'amount',
        before: 0,
        after: 1500,
      })
      const moved = await push(store, ann, [
        [
          update(a.id, rvAt(made, 0), [{ amount: 1000 }, { amount: 800 }]),
          update(b.id, rvAt(made, 1), [{ amount: 500 }, { amount: 700 }]),
        ],
      ])
      expect(moved.totals.find(({ column }) => column === 'amount')).toMatchObject({ before: 1500, after: 1500 })
      expect(moved.counts).toEqual({
        created: 0,
        updated: 2,
        deleted: 0,
        merged: 0,
        noop: 0,
        conflicts: 0,
        rejected: 0,
        skipped: 0,
      })
      expect(moved.receipt).toBe('R2')
    })

    it('B12: sums past 2⁵³ are refused, never rounded', async () => {
      const { store, ann } = await openWorld(open)
      const ops = Array.from({ length: 8 }, (_, i) => create(row(`${i}`, { amount: 1e15 })))
      const result = await push(store, ann, ops)
      expect(result.results.some((outcome) => outcome.s === 'rejected' && outcome.code === 'limit')).toBe(true)
      expect(result.totals.every(({ after }) => Number.isSafeInteger(after))).toBe(true)
      expect(await store.verifyChain({ tables: true })).toMatchObject({ intact: true })
    })

    it('P-6: a rehearsal answers everything and leaves nothing', async () => {
      const { store, ann } = await openWorld(open)
      const sent = envelope([create(row('1')), create(row('2', { name: null }))], { dryRun: true })
      const rehearsed = await store.push(sent, ann, context)
      expect(rehearsed).toMatchObject({
        ok: true,
        value: {
          point: null,
          receipt: '',
          counts: { created: 1, rejected: 1 },
          totals: [{ column: 'amount', after: 100 }, {}],
        },
      })
      expect((await store.head()).csn).toBe(0)
      expect(await store.receipt(sent.pushId, ann)).toBeNull()
      expect(await store.push({ ...sent, dryRun: false }, ann, context)).toMatchObject({
        ok: true,
        value: { replay: false },
      })
    })
  })
}
