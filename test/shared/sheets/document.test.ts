// The registers of documents and visits: numbers, days, lights.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ruleContext } from '#shared/definition/rule.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import type { Values } from '#shared/kernel/value.ts'
import { dueDay, lightOf } from '#shared/sheets/document/deadlines.ts'
import { tidyDocNo } from '#shared/sheets/document/docNo.ts'
import { sampleIncoming, sampleOutgoing, sampleVisit } from '#shared/sheets/document/sample.ts'
import { documentSheet } from '#shared/sheets/document.ts'
import { validateRows } from '#shared/validation/validateRows.ts'

const context = ruleContext({ today: plainDate(2026, 3, 1)!, year: 2026, unitKind: 'primary' })
const codes = (row: Values) =>
  validateRows(documentSheet, [{ values: row, location: {} }], context).map(({ code }) => code)

describe('document numbers', () => {
  it.each([
    ['市工〔2026〕3号', '市工〔2026〕3号'],
    ['市工[2026]3号', '市工〔2026〕3号'],
    ['市工（2026）03号', '市工〔2026〕3号'],
    ['市工【2026】第12号', '市工〔2026〕12号'],
    ['传真电报', undefined],
  ])('%s is %s', (written, tidy) => {
    expect(tidyDocNo(written)).toBe(tidy)
  })

  it('are tidied once and for all', () => {
    fc.assert(
      fc.property(fc.constantFrom('[]', '〔〕', '()', '（）', '【】'), fc.nat(999), (pair, number) => {
        const [left = '', right = ''] = Array.from(pair)
        const once = tidyDocNo(`某工${left}2026${right}${String(number).padStart(3, '0')}号`)
        expect(once).toBe(`某工〔2026〕${number}号`)
        expect(tidyDocNo(once ?? '')).toBe(once)
      }),
    )
  })
})

describe('rules', () => {
  it('say nothing of sound entries', () => {
    for (const row of [sampleIncoming, sampleOutgoing, sampleVisit]) expect(codes(row)).toEqual([])
  })

  it.each<readonly [string, Values, readonly string[]]>([
    ['two leads', { ...sampleIncoming, lead: '组织部、财务部' }, ['document/one-lead']],
    ['an urgent one without a day', { ...sampleIncoming, urgency: '特急', due: null }, ['document/urgent-due']],
    ['overdue without a result', { ...sampleIncoming, due: '2026-02-20' }, ['document/overdue']],
    ['a level that is none', { ...sampleIncoming, secrecy: '保密' }, ['document/secrecy-level']],
    ['a copy to a main recipient', { ...sampleOutgoing, copyTo: '各分工会' }, ['document/copies-to-all']],
    ['XF not told in 15 days', { ...sampleVisit, date: '2026-01-20', informedOn: null }, ['document/not-informed']],
    [
      'XF not settled in 60 days',
      { ...sampleVisit, date: '2025-11-01', informedOn: '2025-11-05' },
      ['document/petition-overdue'],
    ],
    ['XF extended beyond 30 days', { ...sampleVisit, extendedTo: '2026-06-01' }, ['document/extension-too-long']],
  ])('%s', (_, row, expected) => {
    expect(codes(row)).toEqual(expected)
  })

  it('XF give petitions 60 days, or the day that was set or extended', () => {
    expect(dueDay(sampleVisit)).toBe('2026-04-11')
    expect(dueDay({ ...sampleVisit, due: '2026-03-15' })).toBe('2026-03-15')
    expect(dueDay({ ...sampleVisit, extendedTo: '2026-05-01' })).toBe('2026-05-01')
    expect(dueDay({ ...sampleIncoming, due: null })).toBeUndefined()
  })

  it.each<readonly [Values, string | undefined]>([
    [{ due: '2026-03-20' }, 'green'],
    [{ due: '2026-03-04' }, 'yellow'],
    [{ due: '2026-03-02' }, 'red'],
    [{ due: '2026-02-20' }, 'red'],
    [{ due: '2026-02-20', result: '已办' }, undefined],
    [{ due: '2026-02-20', direction: '发文' }, undefined],
  ])('%j shows %s on 1 March', (change, light) => {
    expect(lightOf({ ...sampleIncoming, ...change }, context)?.light).toBe(light)
  })
})
