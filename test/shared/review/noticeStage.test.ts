// The days after a 公示: objections to its last day, its list five days more.
import { expect, it } from 'vitest'
import { parsePlainDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import { noticeStage } from '#shared/review/noticeStage.ts'

it('takes objections to the last day and takes the list down after five more, over a month’s end', () => {
  const day = (text: string): PlainDate => {
    const read = parsePlainDate(text)
    if (!read) throw new Error(text)
    return read
  }
  const days = ['2026-02-01', '2026-02-26', '2026-02-27', '2026-03-03', '2026-03-04']
  expect(days.map((today) => noticeStage(day('2026-02-26'), day(today)))).toEqual([
    'open',
    'open',
    'over',
    'over',
    'down',
  ])
})
