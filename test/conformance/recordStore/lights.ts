// 灯色历史 of a stored record: replayed from its audit, it is what the light was when each day was today.
import { localDay } from '#server/localDay.ts'
import { ruleContext } from '#shared/definition/rule.ts'
import type { PlainDate } from '#shared/kernel/plainDate.ts'
import { lightAt } from '#shared/review/lightHistory.ts'
import { caseDefinition } from '#test/arbitrary/reviewDefinitions.ts'
import { create, push, remove, row, update } from '#test/conformance/storeWorld.ts'
import { describe, expect, it } from 'vitest'
import { hours, look, openReviewWorld, pCase, schema, type OpenReviewStore } from './reviewWorld.ts'

export function describeLights(open: OpenReviewStore): void {
  describe('the history of a light', () => {
    it('is, for each day, the light of the record as it was on that day: edits, several on one day, deletion', async () => {
      const { store, ann, advance } = await openReviewWorld(open)
      let now = Date.parse('2026-03-02T02:00:00.000Z')
      const op = create(row('1', { note: '2026-03-04' }), { p: pCase })
      const note = async (text: string) => {
        const [found] = (await look(store, pCase, ann)).rows
        return push(store, ann, [update(op.id, found!.rv, [{ note: found!.values['note'] ?? null }, { note: text }])], { schema }) // prettier-ignore
      }
      const happenings: Readonly<Record<number, () => Promise<unknown>>> = {
        0: () => push(store, ann, [op], { schema }),
        1: () => note('2026-03-03'),
        2: () => note('没有日子'),
        // twice on one day: what it held at its end counts
        5: async () => {
          await note('2026-02-01')
          await note('2026-03-20')
        },
        9: async () => push(store, ann, [remove(op.id, (await look(store, pCase, ann)).rows[0]!.rv)], { schema }),
      }
      const seen: (readonly [PlainDate, string | undefined])[] = []
      for (let day = 0; day < 12; day += 1) {
        await happenings[day]?.()
        const today = localDay(new Date(now))
        const [found] = (await look(store, pCase, ann)).rows
        const context = ruleContext({ today, year: 2026, unitKind: 'primary' })
        seen.push([today, found && caseDefinition.light?.of(found.values, context)?.light])
        advance(24 * hours)
        now += 24 * hours
      }
      const history = await store.lights(op.id, ann)
      expect(seen.map(([day]) => [day, history && lightAt(history, day)?.verdict?.light])).toEqual(seen)
      expect(history?.spans.map(({ verdict }) => verdict?.light ?? null)).toEqual([
        'green',
        'green',
        null,
        'green',
        null,
      ])
      expect(history?.now).toBeNull()
    })

    it('is seen by whoever sees the row, and has nothing to say of records without a light', async () => {
      const { store, ann, dora, dep } = await openReviewWorld(open)
      const made = [create(row('1', { note: '2026-03-01', owner: '组宣部' }), { p: pCase }), create(row('2'), { p: pCase })] // prettier-ignore
      await push(store, ann, made, { schema })
      const [own, other] = made.map(({ id }) => id)
      expect((await store.lights(own!, dep))?.now).toEqual({ light: 'red', reason: 'case/late', params: { due: '2026-03-01' } }) // prettier-ignore
      expect(await store.lights(other!, dep)).toBeUndefined()
      expect(await store.lights(other!, dora)).toMatchObject({ spans: [], now: null })
    })
  })
}
