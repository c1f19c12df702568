// Days and deadlines in every spelling met.
import { describe, expect, it } from 'vitest'
import { date } from '#shared/values/date.ts'
import { deadline } from '#shared/values/deadline.ts'
import type { RawValue } from '#shared/workbook/raw.ts'
import { column, legacy, own } from './cells.ts'

const day = column('date')
const due = column('deadline')

describe('days in old files', () => {
  it.each<readonly [RawValue, string, string?]>([
    [{ kind: 'date', serial: 45352, text: '2024-03-01' }, '2024-03-01'],
    [{ kind: 'date', serial: 45000.7, text: '2023-03-15 16:48:00' }, '2023-03-15', 'value/time-dropped'],
    ['2024-03-01', '2024-03-01'],
    ['2023.5.1', '2023-05-01', 'value/date-spelling'],
    ['2023-5-1', '2023-05-01'],
    ['2023/05/01', '2023-05-01'],
    ['2023年5月1日', '2023-05-01'],
    ['２０２３．５．１', '2023-05-01'],
    ['2023 年 5 月 1 日', '2023-05-01'],
    ['20230501', '2023-05-01'],
    [20230501, '2023-05-01'],
    ['24.3.1', '2024-03-01', 'value/short-year'],
    ['二〇二四年三月一日', '2024-03-01'],
    ['二○二三年十二月三十一日', '2023-12-31'],
    ['二〇二三年十月二十日', '2023-10-20'],
    ['5月1日', '2025-05-01', 'value/year-assumed'],
    ['5.12', '2025-05-12', 'value/year-assumed'],
    [45047, '2023-05-01', 'value/date-serial'],
    ['2024-03-01 00:00:00', '2024-03-01'],
  ])('C13 reads %j as %s', (cell = null, value, note) => {
    const reading = date.parse(cell, day, legacy)
    expect(reading).toMatchObject({ ok: true, value: { value } })
    if (note !== undefined && reading.ok) expect(reading.value.notes).toContain(note)
  })

  it('C14 reads serials in the date system of the workbook', () => {
    expect(date.parse(45047, day, { ...legacy, epoch: 1904 })).toMatchObject({ value: { value: '2027-05-02' } })
  })

  it.each<readonly [RawValue, string]>([
    ['2024-02-30', 'date.none'],
    ['2023-02-29', 'date.none'],
    ['2024/2/30', 'date.none'],
    ['2024-13-01', 'date.none'],
    [20230231, 'date.none'],
    [{ kind: 'date', serial: 60, text: '' }, 'date.serial'],
    [{ kind: 'date', serial: -1, text: '' }, 'date.serial'],
    [60, 'date.serial'],
    [-1, 'date.serial'],
    ['9999-12-31', 'date.range'],
    [2023.1, 'date.ambiguous'],
    ['2023.1', 'date.ambiguous'],
    [2023.11, 'date.partial'],
    ['2023年5月', 'date.partial'],
    ['202305', 'date.partial'],
    ['五月', 'date.partial'],
    ['2023.5.1-5.3', 'date.partial'],
    ['上半年', 'date.partial'],
    ['长期', 'date.format'],
    ['已完成', 'date.format'],
    [5.1, 'date.serial'],
    [true, 'date.format'],
    ['1'.repeat(1_000_000), 'date.format'],
  ])('C13 C24 does not guess at %j: %s', (cell, code) => {
    expect(date.parse(cell, day, legacy)).toMatchObject({ ok: false, error: { code } })
  })
})

describe('days in our own sheets', () => {
  it.each<readonly [RawValue, string, string | undefined]>([
    ['24.3.1', 'date.format', '2024-03-01'],
    ['二〇二四年三月一日', 'date.format', '2024-03-01'],
    [{ kind: 'date', serial: 45000.7, text: '2023-03-15 16:48:00' }, 'date.time', '2023-03-15'],
    [45000.7, 'date.time', '2023-03-15'],
    [45047, 'date.number', '2023-05-01'],
    ['6月', 'date.partial', undefined],
  ])('C13 asks about %j: %s', (cell, code, suggestion) => {
    const reading = date.parse(cell, day, own)
    expect(reading).toMatchObject({ ok: false, error: { code } })
    if (!reading.ok) expect(reading.error.suggestion).toBe(suggestion)
  })

  it.each(['2024-03-01', '2024/3/1', '2024.3.1', '2024年3月1日'])('takes %s without asking', (cell) => {
    expect(date.parse(cell, day, own)).toMatchObject({ ok: true, value: { value: '2024-03-01' } })
  })
})

describe('deadlines', () => {
  it.each<readonly [RawValue, string]>([
    ['2025.6.30', '2025-06-30'],
    ['6月底前', '2025-06-30'],
    ['6月30日前', '2025-06-30'],
    ['2025年6月底前完成', '2025-06-30'],
    ['2025年2月', '2025-02-28'],
    ['2025.6', '2025-06-30'],
    [2025.6, '2025-06-30'],
    ['6月中旬', '2025-06-20'],
    ['6月上旬', '2025-06-10'],
    ['长期', '长期'],
    ['长期坚持', '长期'],
    ['持续推进', '长期'],
    ['每季度末', '每季度末'],
    ['每季度', '每季度末'],
    ['每月底前', '每月末'],
    ['每年年底', '每年末'],
    ['立行立改', '立行立改'],
    ['立即整改', '立行立改'],
    ['年底', '2025-12-31'],
    ['年底前', '2025-12-31'],
    ['2026年底', '2026-12-31'],
    ['明年6月', '2026-06-30'],
    ['上半年', '2025-06-30'],
    ['第二季度', '2025-06-30'],
    ['三季度末', '2025-09-30'],
    ['Q2', '2025-06-30'],
    ['2023.5.1-5.3', '2023-05-03'],
    ['2023年5月1日至3日', '2023-05-03'],
    ['五月', '2025-05-31'],
    ['十二月底前', '2025-12-31'],
    [{ kind: 'date', serial: 45838, text: '2025-06-30' }, '2025-06-30'],
  ])('reads %j as %s in old files', (cell, value) => {
    expect(deadline.parse(cell, due, legacy)).toMatchObject({ ok: true, value: { value } })
  })

  it('asks in our own sheets, with the day it takes it for', () => {
    expect(deadline.parse('6月底前', due, own)).toMatchObject({
      ok: false,
      error: { code: 'deadline.format', suggestion: '2025-06-30' },
    })
    expect(deadline.parse('长期', due, own)).toMatchObject({ ok: true, value: { value: '长期' } })
  })

  it.each<readonly [RawValue, string]>([
    ['尽快', 'deadline.format'],
    ['2025-02-30', 'date.none'],
    ['2025.1', 'date.ambiguous'],
    [true, 'deadline.format'],
  ])('does not guess at %j: %s', (cell, code) => {
    expect(deadline.parse(cell, due, legacy)).toMatchObject({ ok: false, error: { code } })
  })
})
