// Texts, choices, lists, yes and no, whole numbers and percentages.
import { describe, expect, it } from 'vitest'
import { words } from '#shared/kernel/words.ts'
import { boolean } from '#shared/values/boolean.ts'
import { choice } from '#shared/values/choice.ts'
import { integer } from '#shared/values/integer.ts'
import { list } from '#shared/values/list.ts'
import { percent } from '#shared/values/percent.ts'
import { text } from '#shared/values/text.ts'
import type { RawValue } from '#shared/workbook/raw.ts'
import { column, legacy, own } from './cells.ts'

describe('text', () => {
  it.each([
    '=HYPERLINK("http://x","y")',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1+1',
    "'=1",
    '<img src=x onerror=alert(1)>',
    '</script>',
    'javascript:alert(1)',
    '䶮',
    '𬎆',
    '阿卜杜拉·买买提',
    '名'.repeat(40),
    '👨‍👩‍👧',
    ' 前后有空格 ',
    '第一行\n第二行',
  ])('C1 C2 C7 C8 keeps %j exactly', (written) => {
    for (const context of [own, legacy])
      expect(text.parse(written, column('text'), context)).toEqual({ ok: true, value: { value: written, notes: [] } })
    expect(text.decode(text.encode(written), column('text'))).toEqual({ ok: true, value: written })
  })

  it.each([
    ['张\ud800', 'U+D800'],
    ['张\0', 'U+0000'],
    ['张\u0007', 'U+0007'],
    ['张\u202e三', 'U+202E'],
    ['张\u200b三', 'U+200B'],
  ])('C4 refuses %j, naming %s, and offers it without', (written, codePoint) => {
    const reading = text.parse(written, column('text'), own)
    expect(reading).toMatchObject({ ok: false, error: { code: 'text.char', params: { codePoint } } })
    expect(text.decode(written, column('text'))).toMatchObject({ ok: false, error: { code: 'text.char' } })
    if (!reading.ok) expect(reading.error.suggestion).toMatch(/^张三?$/)
  })

  it('C4 drops zero-width marks of old files with a note, and offers nothing for a character that was lost', () => {
    expect(text.parse('张\u200b三', column('text'), legacy)).toEqual({
      ok: true,
      value: { value: '张三', notes: ['value/invisible-removed'] },
    })
    expect(text.parse('三\ufffd', column('text'), legacy)).toMatchObject({ ok: false, error: { code: 'text.char' } })
  })

  it('C5 gives one form to composed and decomposed letters', () => {
    expect(text.parse('e\u0301', column('text'), own)).toEqual(text.parse('é', column('text'), own))
  })
})

describe('choice', () => {
  const state = column('choice', {
    choices: [
      { value: '已审批', label: words('已审批', '已審批', 'Approved'), synonyms: ['批准', '审批通过'] },
      { value: '草案', label: words('草案', '草案', 'Draft'), synonyms: [] },
    ],
  })

  it.each<readonly [RawValue, string]>([
    ['已审批 ', '已审批'],
    ['APPROVED', '已审批'],
    ['批准', '已审批'],
  ])('C21 asks about %j and offers %s', (cell, suggestion) => {
    expect(choice.parse(cell, state, own)).toMatchObject({ ok: false, error: { code: 'enum', suggestion } })
    expect(choice.parse(cell, state, legacy)).toEqual({
      ok: true,
      value: { value: suggestion, notes: ['value/synonym'] },
    })
  })

  it('C21 names the nearest choice for a word that is none, without offering it as certain', () => {
    const reading = choice.parse('已审', state, legacy)
    expect(reading).toMatchObject({ ok: false, error: { code: 'enum', params: { nearest: '已审批' } } })
    if (!reading.ok) expect(reading.error.suggestion).toBeUndefined()
    expect(choice.decode('xxxxxx', state)).toMatchObject({ ok: false, error: { code: 'enum' } })
  })
})

describe('list', () => {
  it.each([
    ['财务部，办公室', '财务部、办公室'],
    ['财务部;办公室；宣传部', '财务部、办公室、宣传部'],
    ['财务部\n办公室', '财务部、办公室'],
    ['财务部/办公室', '财务部、办公室'],
    ['财务部 办公室', '财务部、办公室'],
    ['张 三', '张三'],
    ['财务部、财务部', '财务部'],
    ['、', null],
  ])('reads %j as %j', (cell, value) => {
    expect(list.parse(cell, column('list'), own)).toMatchObject({ ok: true, value: { value } })
  })
})

describe('boolean', () => {
  it.each<readonly [RawValue, boolean]>([
    [true, true],
    ['√', true],
    ['✓', true],
    ['是', true],
    ['有', true],
    [1, true],
    ['Y', true],
    ['对勾', true],
    ['■', true],
    ['□', false],
    ['×', false],
    ['否', false],
    [0, false],
  ])('reads %j as %j in old files', (cell, value) => {
    expect(boolean.parse(cell, column('boolean'), legacy)).toMatchObject({ ok: true, value: { value } })
  })

  it('does not guess at ○', () => {
    expect(boolean.parse('○', column('boolean'), legacy)).toMatchObject({
      ok: false,
      error: { code: 'boolean.format' },
    })
  })
})

describe('integer', () => {
  it.each<readonly [RawValue, number | null]>([
    [120, 120],
    ['120人', 120],
    ['１２０', 120],
    ['1,200', 1200],
    ['12.0', 12],
    ['—', null],
  ])('reads %j as %j in old files', (cell, value) => {
    expect(integer.parse(cell, column('integer'), legacy)).toMatchObject({ ok: true, value: { value } })
  })

  it.each<RawValue>([1.5, '1.5', '多人', true, 1e300])('refuses %j', (cell) => {
    expect(integer.parse(cell, column('integer'), legacy)).toMatchObject({
      ok: false,
      error: { code: 'integer.format' },
    })
  })
})

describe('percent', () => {
  it.each<readonly [RawValue, number]>([
    ['120%', 12_000],
    ['12０%', 12_000],
    ['12.5％', 1250],
    [0.125, 1250],
    [1, 10_000],
    [80, 8000],
    ['80', 8000],
    [-0.05, -500],
  ])('C23 reads %j as %j in old files', (cell, value) => {
    expect(percent.parse(cell, column('percent'), legacy)).toMatchObject({ ok: true, value: { value } })
  })

  it('C23 asks about 1.2, unless the column says what its numbers are', () => {
    expect(percent.parse(1.2, column('percent'), legacy)).toMatchObject({
      ok: false,
      error: { code: 'percent.ambiguous' },
    })
    expect(percent.parse(1.2, column('percent'), { ...legacy, percentPoints: true })).toMatchObject({
      value: { value: 120 },
    })
    expect(percent.parse(1.2, column('percent'), { ...legacy, percentPoints: false })).toMatchObject({
      value: { value: 12_000 },
    })
    expect(percent.parse(1.2, column('percent'), own)).toMatchObject({ value: { value: 12_000 } })
  })

  it('C23 asks about 12０% in our own sheets and notes what it rounds', () => {
    expect(percent.parse('12０%', column('percent'), own)).toMatchObject({ ok: false, error: { suggestion: 12_000 } })
    expect(percent.parse(1 / 3, column('percent'), own)).toEqual({
      ok: true,
      value: { value: 3333, notes: ['value/rounded'] },
    })
  })
})
