// The desk is read in minutes: hundreds of rows that wait for the same are one line, what people wrote stays apart, red comes first.
import { describe, expect, it } from 'vitest'
import { deskGroups, sayTheSame, splitDesk } from '#addin/session/deskGroups.ts'
import type { DeskItem } from '#shared/review/reviewInfo.ts'

const item = (at: number, more: Partial<DeskItem> = {}): DeskItem => ({
  type: 'review',
  p: 'u1/member/2026',
  unitName: '示例厂工会',
  record: null,
  subject: '',
  label: `会员 ${at}`,
  transitions: ['confirm'],
  light: null,
  logged: [],
  text: '',
  by: '',
  at: '',
  ...more,
})

describe('deskGroups', () => {
  it('tells 300 rows that wait for the same as one line, and loses none', () => {
    const groups = deskGroups(Array.from({ length: 300 }, (_, at) => item(at)))
    expect(groups.map(({ items }) => items.length)).toEqual([300])
  })

  it('tells three apart, other steps apart, and what people ask one by one', () => {
    const few = [0, 1, 2].map((at) => item(at))
    const others = [3, 4, 5].map((at) => item(at, { transitions: ['leave'] }))
    const asked = [6, 7, 8, 9].map((at) => item(at, { type: 'request', subject: `s${at}`, text: '请审' }))
    expect(deskGroups([...few, ...others, ...asked]).map(({ items }) => items.length)).toEqual(Array(10).fill(1))
  })

  it('puts red lights before requests, and requests before what is to be done', () => {
    const red = item(2, { type: 'light', transitions: [], light: { light: 'red', reason: 'late', params: {} } })
    const groups = deskGroups([item(0), item(1, { type: 'request', subject: 's' }), red])
    expect(groups.map(({ items: [first] }) => first.type)).toEqual(['light', 'request', 'review'])
  })

  it('counts only what waits: what is merely open stands apart', () => {
    const archive = Array.from({ length: 300 }, (_, at) => item(at, { type: 'open', transitions: ['archive'] }))
    const { waiting, open } = splitDesk([...archive, item(300), item(301, { type: 'request', subject: 's' })])
    expect(waiting.map(({ items: [first] }) => first.type)).toEqual(['request', 'review'])
    expect(open.map(({ items }) => items.length)).toEqual([300])
  })

  it('knows when one sentence does not hold for all that stand together', () => {
    const late = (at: number, days: number) =>
      item(at, { type: 'light', light: { light: 'red', reason: 'late', params: { days } } })
    const [same] = deskGroups([0, 1, 2, 3].map((at) => late(at, 400)))
    const [different] = deskGroups([0, 1, 2, 3].map((at) => late(at, 400 + at)))
    expect([same, different].map((group) => group && sayTheSame(group.items))).toEqual([true, false])
  })
})
