// Pulls: pages, deltas, tombstones, checksums, restored servers, and that no reader misses a change.
import { openWorld, type OpenStore } from './world.ts'
import {
  create,
  envelope,
  context,
  p1,
  p9,
  pullAll,
  pullRequest,
  push,
  remove,
  row,
  rvAt,
  update,
} from '#test/conformance/storeWorld.ts'
import type { PullPage, Point } from '#shared/sync/record.ts'
import { describe, expect, it } from 'vitest'

const held = (pages: readonly PullPage[]) => pages.at(-1)?.parts.map(({ p, proj }) => ({ p, proj })) ?? []
const cursor = (pages: readonly PullPage[]): Point | null => pages.at(-1)?.to ?? null

export function describePulls(open: OpenStore): void {
  describe('pulls', () => {
    it('N5: a first pull gives every visible row, with row count, money and checksum that tie', async () => {
      const { store, ann } = await openWorld(open)
      await push(
        store,
        ann,
        Array.from({ length: 7 }, (_, i) => create(row(`${i}`, { amount: i * 100 }))),
      )
      const pages = await pullAll(store, ann)
      const [page] = pages
      expect(page).toMatchObject({ mode: 'delta', more: false, gone: [], drop: [] })
      const put = page?.put ?? []
      const x = put
        .reduce((mark, { rv }) => mark ^ BigInt(`0x${rv.slice(-16)}`), 0n)
        .toString(16)
        .padStart(16, '0')
      expect(page?.parts).toEqual([{ p: p1, proj: page?.parts[0]?.proj, rows: 7, fen: '6300', x }])
      expect(page?.to).toEqual(await store.head())
    })

    it('B24, W4: pages are cut anywhere and chain to the whole, in the order of commits', async () => {
      const { store, ann } = await openWorld(open)
      for (let i = 0; i < 3; i++)
        await push(
          store,
          ann,
          Array.from({ length: 5 }, (_, j) => create(row(`${i}-${j}`))),
        )
      const page = { token: null, maxRows: 4, maxBytes: 1_500_000 }
      const pages = await pullAll(store, ann, { page })
      expect(pages.map(({ put, more }) => [put.length, more])).toEqual([
        [4, true],
        [4, true],
        [4, true],
        [3, false],
      ])
      const codes = pages.flatMap(({ put }) => put.map(({ values }) => values['code']))
      expect(codes).toEqual(Array.from({ length: 15 }, (_, i) => `${Math.floor(i / 5)}-${i % 5}`))
      expect(pages.map(({ to }) => to.csn)).toEqual([0, 1, 2, 3])
      const clamped = await pullAll(store, ann, { page: { token: null, maxRows: 0, maxBytes: 0 } })
      expect(clamped.map(({ put }) => put.length)).toEqual(Array(15).fill(1))
    })

    it('B23: a page token of another user, edited, or from another start is refused', async () => {
      const { store, ann, ben } = await openWorld(open)
      await push(store, ann, [create(row('1')), create(row('2'))])
      const first = await store.pull(pullRequest({ page: { token: null, maxRows: 1, maxBytes: 9999 } }), ann)
      const token = first.ok ? (first.value.pageToken ?? '') : ''
      const ask = (who: typeof ann, text: string, more = {}) =>
        store.pull(pullRequest({ page: { token: text, maxRows: 1, maxBytes: 9999 }, ...more }), who)
      expect(await ask(ann, token)).toMatchObject({ ok: true, value: { more: false } })
      const refused = { ok: false, error: { code: 'page-token' } }
      expect(await ask(ben, token)).toMatchObject(refused)
      expect(await ask(ann, token.replace(/^\d/, '7'))).toMatchObject(refused)
      expect(await ask(ann, 'x')).toMatchObject(refused)
      expect(await ask(ann, token, { cursor: await store.head() })).toMatchObject(refused)
    })

    it('a delta brings what changed since, tombstones as ids, and nothing twice', async () => {
      const { store, ann } = await openWorld(open)
      const ops = [create(row('1')), create(row('2')), create(row('3'))] as const
      const made = await push(store, ann, ops)
      const before = await pullAll(store, ann)
      await push(store, ann, [
        update(ops[0].id, rvAt(made, 0), [{ note: '备注' }, { note: 'x' }]),
        remove(ops[1].id, rvAt(made, 1)),
      ])
      const [page] = await pullAll(store, ann, { cursor: cursor(before), held: held(before) })
      expect(page?.put.map(({ id }) => id)).toEqual([ops[0].id])
      expect(page?.gone).toEqual([ops[1].id])
      expect(page?.parts).toMatchObject([{ rows: 2 }])
      const [again] = await pullAll(store, ann, { cursor: page?.to ?? null, held: held([page as PullPage]) })
      expect(again).toMatchObject({ put: [], gone: [] })
    })

    it('P-9: head is unchanged until something that one sees has changed', async () => {
      const { store, ann, zoe } = await openWorld(open)
      await push(store, ann, [create(row('1'))])
      const point = await store.head()
      expect(await store.headFor(ann, point)).toEqual({ unchanged: true, head: point })
      await push(store, zoe, [create(row('1'), { p: p9 })])
      expect(await store.headFor(ann, point)).toMatchObject({ unchanged: true })
      expect(await store.headFor(zoe, point)).toMatchObject({ unchanged: false })
      expect(await store.headFor(ann, { csn: point.csn, h: 'f'.repeat(32) })).toMatchObject({ unchanged: false })
      expect(await store.headFor(ann, null)).toMatchObject({ unchanged: false })
    })

    it('H8, B22: a point that is not on the chain gives a reset with the newest common ancestor', async () => {
      const { store, ann } = await openWorld(open)
      const one = await push(store, ann, [create(row('1'))])
      await push(store, ann, [create(row('2'))])
      const lost = { csn: 9, h: 'a'.repeat(32) }
      const history = [one.point ?? lost]
      const [page] = await pullAll(store, ann, { cursor: lost, history })
      expect(page).toMatchObject({ mode: 'reset', ancestor: one.point })
      expect(page?.put).toHaveLength(2)
      const [other] = await pullAll(store, ann, { cursor: one.point, witness: [{ csn: 2, h: 'b'.repeat(32) }] })
      expect(other).toMatchObject({ mode: 'reset', ancestor: one.point })
      const [none] = await pullAll(store, ann, { cursor: { csn: -1, h: 'x' } })
      expect(none).toMatchObject({ mode: 'reset', ancestor: null })
    })

    it('partitions that are asked for, held under another projection, or lost', async () => {
      const { store, ann, dora } = await openWorld(open)
      await push(store, ann, [create(row('1'))])
      const p2 = 'u1/ledger/2025'
      await push(store, ann, [create(row('1'), { p: p2 })])
      const [wanted] = await pullAll(store, dora, { want: [p2, 'u9/ledger/2026'] })
      expect(wanted?.parts.map(({ p }) => p)).toEqual([p2])
      const other = [{ p: p1, proj: 'other' }]
      const [again] = await pullAll(store, ann, { cursor: await store.head(), held: other })
      expect(again).toMatchObject({ drop: [p1], put: [{ p: p1 }] })
      await store.db.deleteFrom('access_grant').where('user_id', '=', 'ann').execute()
      const [lost] = await pullAll(
        store,
        { ...ann, grants: [] },
        { cursor: await store.head(), held: held([again as PullPage]) },
      )
      expect(lost).toMatchObject({ drop: [p1], put: [], parts: [] })
    })

    it('I14: eight readers beside eight writers miss no change, and commits have no gaps', async () => {
      const { store, ann, ben } = await openWorld(open)
      let writing = true
      const commits: number[] = []
      const write = async (writer: number): Promise<void> => {
        for (let i = 0; i < 12; i++) {
          const { point } = await push(store, writer % 2 === 0 ? ann : ben, [create(row(`${writer}-${i}`))])
          commits.push(point?.csn ?? -1)
        }
      }
      const readers = Array.from({ length: 8 }, async () => {
        const seen = new Set<string>()
        let at: Point | null = null
        let known: ReturnType<typeof held> = []
        for (let last = false; ;) {
          const done: boolean = last
          const pages: readonly PullPage[] = await pullAll(store, ann, { cursor: at, held: known })
          for (const { put } of pages) for (const { id } of put) seen.add(id)
          expect(pages.at(-1)?.parts.reduce((sum, { rows }) => sum + rows, 0) ?? 0).toBe(seen.size)
          at = cursor(pages)
          known = held(pages)
          if (done) return seen.size
          last = !writing
          await new Promise((resolve) => setImmediate(resolve))
        }
      })
      await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)))
      writing = false
      expect(await Promise.all(readers)).toEqual(Array(8).fill(96))
      expect(commits.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 96 }, (_, i) => i + 1))
    })

    it('text pages have whole lines, and say how many rows they hold', async () => {
      const { store, ann } = await openWorld(open)
      await store.push(envelope([create(row('1', { name: '引号"换行\n反斜\\𠮷' }))]), ann, context)
      const answer = await store.pullText(pullRequest(), ann)
      const lines = answer.ok ? Buffer.concat(answer.value).toString().split('\n') : []
      expect(lines.at(-1)).toBe('')
      expect(JSON.parse(lines[0] ?? '')).toMatchObject({ columns: ['id', 'p', 'rv', 'state', 'values'] })
      expect(JSON.parse(lines[1] ?? '')).toMatchObject({
        3: 'draft',
        4: { amount: '100', name: '引号"换行\n反斜\\𠮷' },
      })
      expect(JSON.parse(lines.at(-2) ?? '')).toMatchObject({ more: false, rows: 1 })
    })
  })
}
