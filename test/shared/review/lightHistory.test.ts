// 灯色历史: what is replayed for a day is the light of the record as it was on that day, by every kind that has a light.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ruleContext, type RuleContext } from '#shared/definition/rule.ts'
import type { LightRule } from '#shared/definition/light.ts'
import { fromEpochDay, parsePlainDate, plusDays, toEpochDay, type PlainDate } from '#shared/kernel/plainDate.ts'
import type { Value, Values } from '#shared/kernel/value.ts'
import type { WorkingCalendar } from '#shared/kernel/workingCalendar.ts'
import { plainCalendar } from '#shared/kernel/workingCalendar.ts'
import { lightAt, replayLights, type RowVersion } from '#shared/review/lightHistory.ts'
import { sheets } from '#shared/sheets/index.ts'
import { sampleTask } from '#shared/sheets/task/rules.ts'
import { taskSheet } from '#shared/sheets/task.ts'

const day = (text: string): PlainDate => parsePlainDate(text)!
/** National day and the weekend that is worked for it, so that working days are not just weekdays. */
const calendar: WorkingCalendar = {
  isKnown: () => true,
  isWorkingDay: (date) =>
    (date >= '2026-10-01' && date <= '2026-10-07' ? false : plainCalendar.isWorkingDay(date)) || date === '2026-10-10',
}
const contextOf = (today: PlainDate): RuleContext => ruleContext({ today, year: 2026, unitKind: 'primary', calendar })
const begin = day('2026-08-20')
const history = (versions: readonly (readonly [string, Values | null])[], today: string) =>
  replayLights(taskSheet.light!, {
    versions: versions.map(([from, values]) => ({ from: day(from), values })),
    today: day(today),
    contextOf,
  })
const shown = (versions: readonly (readonly [string, Values | null])[], today: string) =>
  history(versions, today).spans.map(({ from, verdict }) => [from, verdict?.light ?? null, verdict?.params['days']])

/** Columns that the lights of today's kinds read, with values that press soon, late or never. */
const someDay = fc.integer({ min: -10, max: 500 }).map((days) => plusDays(begin, days) as Value)
const someValues: fc.Arbitrary<Values> = fc.record(
  {
    due: fc.oneof(someDay, fc.constant<Value>('长期')),
    extendedTo: someDay,
    extensionFiled: someDay,
    extensionApprover: fc.constant<Value>('主席'),
    status: fc.constantFrom<Value>('正在办理', '已办结', '已中止'),
    doneDate: someDay,
    recordType: fc.constant<Value>('建档'),
    filedOn: fc.integer({ min: -800, max: 0 }).map((days) => plusDays(begin, days) as Value),
    updatedOn: fc.integer({ min: -400, max: 100 }).map((days) => plusDays(begin, days) as Value),
    closedOn: someDay,
    direction: fc.constantFrom<Value>('收文', '发文', '来访'),
    date: someDay,
    repliedOn: someDay,
  },
  { requiredKeys: [] },
)
const someVersions: fc.Arbitrary<readonly RowVersion[]> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 80 }), fc.option(someValues, { freq: 8 })), { minLength: 1, maxLength: 6 })
  .map((changes) => {
    const byDay = new Map(changes.map(([days, values]) => [plusDays(begin, days), values]))
    return [...byDay].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([from, values]) => ({ from, values }))
  })

function* daysUpTo(today: PlainDate): Generator<PlainDate> {
  for (let at = toEpochDay(begin); at <= toEpochDay(today); at += 1) yield fromEpochDay(at)!
}

const lit = sheets.flatMap(({ kind, light }) => (light ? [[kind, light] as const] : []))

describe('the history of a light', () => {
  it('is there for the kinds that declare a light', () => {
    expect(lit.map(([kind]) => kind)).toEqual(['task', 'hardship', 'document'])
  })

  it.each<readonly [string, LightRule]>(lit)(
    '%s: replayed for a day, it is the light of the record as it was',
    (_, light) => {
      fc.assert(
        fc.property(someVersions, fc.integer({ min: 0, max: 120 }), (versions, days) => {
          const today = plusDays(begin, days)
          const past = versions.filter(({ from }) => from <= today)
          const replayed = replayLights(light, { versions: past, today, contextOf })
          for (const at of daysUpTo(today)) {
            const values = past.findLast(({ from }) => from <= at)?.values ?? null
            const verdict = values && light.of(values, contextOf(at))
            const span = lightAt(replayed, at)
            expect([at, span?.verdict?.light, span?.verdict?.reason]).toEqual([at, verdict?.light, verdict?.reason])
            // the sentence of a span is the one of its first day, to the figure
            if (span?.from === at) expect(span.verdict).toEqual(verdict)
          }
        }),
        { numRuns: 300 },
      )
    },
  )

  it('asks on days of a change and of a turn only, however long the time', () => {
    let asked = 0
    const light: LightRule = {
      turns: taskSheet.light!.turns,
      of: (row, context) => {
        asked += 1
        return taskSheet.light!.of(row, context)
      },
    }
    const versions = [{ from: day('2020-01-02'), values: { ...sampleTask, due: '2020-03-31' } }]
    expect(replayLights(light, { versions, today: day('2026-11-29'), contextOf }).spans).toHaveLength(4)
    expect(asked).toBeLessThan(10)
  })

  it('goes green, yellow, red and overdue by working days, over a holiday', () => {
    expect(shown([['2026-09-20', { ...sampleTask, due: '2026-10-12' }]], '2026-10-20')).toEqual([
      ['2026-09-20', 'green', 12],
      // 30 September is the last working day before; 8, 9, 10 (调休) and 12 October follow
      ['2026-10-08', 'yellow', 3],
      ['2026-10-10', 'red', 1],
      ['2026-10-13', 'red', 1],
    ])
  })

  it('knows what an extension, an end and a deletion did, and leaves out changes that say nothing new', () => {
    const task = { ...sampleTask, due: '2026-09-30' }
    const extended = { ...task, extendedTo: '2026-10-30', extensionFiled: '2026-09-28', extensionApprover: '主席' }
    expect(
      shown(
        [
          ['2026-09-01', task],
          ['2026-09-03', { ...task, remark: '不改灯' }],
          ['2026-09-29', extended],
          ['2026-10-15', { ...extended, status: '已办结' }],
          ['2026-10-16', null],
        ],
        '2026-11-20',
      ),
    ).toEqual([
      ['2026-09-01', 'green', 21],
      ['2026-09-25', 'yellow', 3],
      ['2026-09-29', 'green', 19],
      ['2026-10-15', null, undefined],
    ])
  })

  it('begins with the first light that was on, and says what holds today', () => {
    const none = history([['2026-09-01', { task: '无时限' }]], '2026-09-02')
    expect([none.spans, none.now]).toEqual([[], null])
    const late = history(
      [
        ['2026-09-01', { task: '无时限' }],
        ['2026-09-10', { ...sampleTask, due: '2026-09-15' }],
      ],
      '2026-09-20',
    )
    expect([late.spans[0]?.from, late.now?.params]).toEqual(['2026-09-10', { due: '2026-09-15', days: 5 }])
  })
})
