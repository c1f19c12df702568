// Searching, sorting and filtering records.
import { describe, expect, it } from 'vitest'
import { indexRecords, viewRecords, worstOf, type View } from '#addin/session/recordView.ts'
import type { RecordRow } from '#shared/contract/resources.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import type { RecordId, Values } from '#shared/kernel/value.ts'
import { sampleSheet } from '../samples.ts'

const row = (id: string, values: Values): RecordRow => ({ id, rv: '1-0', state: 'draft', values })
const rows = [
  row('a', { code: '50401', name: '帮扶', amount: 3_800_000 }),
  row('b', { code: '504', name: 'ＡＢＣ 送温暖', amount: 200_000 }),
  row('c', { code: '50402', name: '其他', amount: null }),
]
const finding = (id: string | undefined, severity: Finding['severity']): Finding => ({
  code: 'sample/large',
  severity,
  location: id === undefined ? {} : { id: id as RecordId },
  params: {},
})
const index = indexRecords(rows, [finding('b', 'hint'), finding('b', 'warning'), finding(undefined, 'error')], {
  sheet: sampleSheet,
  locale: 'zh-Hans',
})
const view = (part: Partial<View>): string =>
  viewRecords(index, { query: '', filter: 'all', sort: null, ...part })
    .map((at) => rows[at]?.id)
    .join('')

describe('the records in view', () => {
  it('finds words in any column, by any width and case, and amounts with or without separators', () => {
    expect(view({ query: 'abc' })).toBe('b')
    expect(view({ query: '38,000.00' })).toBe('a')
    expect(view({ query: '38000' })).toBe('a')
    expect(view({ query: '504 送' })).toBe('b')
    expect(view({ query: '没有' })).toBe('')
  })

  it('sorts numbers as numbers, keeps equal rows in order, and puts blanks last in either direction', () => {
    expect(view({ sort: { column: 'amount', direction: 'ascending' } })).toBe('bac')
    expect(view({ sort: { column: 'amount', direction: 'descending' } })).toBe('abc')
    expect(view({ sort: { column: 'note', direction: 'descending' } })).toBe('abc')
    expect(view({ sort: { column: 'code', direction: 'ascending' } })).toBe('bac')
  })

  it('filters by what was found, and keeps findings of the whole sheet apart', () => {
    expect(view({ filter: 'decisions' })).toBe('b')
    expect(view({ filter: 'error' })).toBe('')
    expect(view({ filter: 'hint' })).toBe('b')
    expect(index.setFindings).toHaveLength(1)
    expect(worstOf(index.findings.get('b'))).toBe('warning')
    expect(worstOf(undefined)).toBeUndefined()
  })

  it('views 100,000 rows in well under a second', () => {
    const many = Array.from({ length: 100_000 }, (_, n) =>
      row(String(n), { code: String(n % 977), name: `科目${n}`, amount: n * 7 }),
    )
    const large = indexRecords(many, [], { sheet: sampleSheet, locale: 'zh-Hans' })
    const sorted = { query: '', filter: 'all', sort: { column: 'amount', direction: 'descending' } } as const
    const started = performance.now()
    expect(viewRecords(large, sorted)[0]).toBe(99_999)
    expect(viewRecords(large, { ...sorted, query: '科目99999' })).toEqual([99_999])
    expect(performance.now() - started).toBeLessThan(4000)
  })
})
