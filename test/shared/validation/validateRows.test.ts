// Limits and rules of single rows.
import { describe, expect, it } from 'vitest'
import { blocksSave, validateRows } from '#shared/validation/validateRows.ts'
import { formatFinding } from '#shared/validation/formatFinding.ts'
import { validationWords } from '#shared/validation/validationWords.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import type { Values } from '#shared/kernel/value.ts'
import { words } from '#shared/kernel/words.ts'
import { ruleContext } from '#shared/definition/rule.ts'
import { ledgerDefinition } from '#test/arbitrary/ledgerDefinition.ts'

const context = ruleContext({ today: plainDate(2026, 7, 1)!, year: 2026, unitKind: 'primary' })
const sound: Values = { code: '401', name: '会费', side: '支出', amount: 100 }
const check = (change: Values) =>
  validateRows(ledgerDefinition, [{ values: { ...sound, ...change }, location: { row: 7 } }], context)
const codes = (change: Values): readonly string[] => check(change).map((finding) => finding.code)

const limitCases: readonly (readonly [string, Values, readonly string[]])[] = [
  ['V11 eleven characters in a column of ten', { name: '一二三四五六七八九十一' }, ['text.length']],
  ['V11 counts code points: ten rare characters pass', { name: '𠮷'.repeat(10) }, []],
  ['V11 C3 32,768 characters are too many for a cell', { note: 'a'.repeat(32_768) }, ['text.length']],
  ['V11 C3 32,767 are not', { note: 'a'.repeat(32_767) }, []],
  ['V12 C4 a lone surrogate', { note: 'a\ud800b' }, ['text.char']],
  ['V12 C4 NUL', { name: 'a\0' }, ['text.char']],
  ['V12 C4 bidi override', { name: 'a\u202eb' }, ['text.char']],
  ['V12 C4 zero width in a key', { code: '4\u200b01' }, ['text.char']],
  ['V12 C7 rare names pass', { name: '䶮𬎆阿卜·买买提' }, []],
  ['V12 C8 emoji with joiner in a note passes', { note: '👨‍👩‍👧' }, []],
  ['V13 C21 not a choice', { side: 'APPROVED' }, ['enum']],
  ['V14 C11 a negative amount', { amount: -1 }, ['money.sign']],
  ['V14 a head count out of bounds', { people: 501 }, ['number.range']],
  ['V15 a derived column is not checked', { double: -5 }, []],
  ['V20 V5 a field rule', { code: 'X9' }, ['ledger/odd-code']],
  ['V20 a row rule', { side: '收入' }, ['ledger/income-needs-note']],
  [
    'V1 all findings of one row at once',
    { code: 'X9', name: null, amount: -1, side: '收入' },
    ['ledger/odd-code', 'required', 'money.sign', 'ledger/income-needs-note'],
  ],
]

describe('validateRows', () => {
  it('V10 gives nothing for a sound row, and `required` for a blank that must be filled', () => {
    expect(codes({})).toEqual([])
    expect(codes({ note: null, people: null, day: null })).toEqual([])
    expect(codes({ code: null, name: '' })).toEqual(['required', 'required'])
  })

  it.each(limitCases)('V1 V11 V12 V13 V14 V15 V20: %s', (_, change, expected) => {
    expect(codes(change)).toEqual(expected)
  })

  it('V2 V5 says where: row, column, facts and citation', () => {
    const [finding] = check({ code: 'X9' })
    expect(finding).toEqual({
      code: 'ledger/odd-code',
      severity: 'warning',
      location: { row: 7, column: 'code' },
      params: { code: 'X9' },
      citation: { source: '本测试', clause: '第一条', certainty: 'house' },
    })
  })

  it.each([
    ['收入 ', '收入'],
    ['支', '支出'],
    ['收　入', '收入'],
    ['支處', '支出'],
  ])('V13 offers the nearest choice for %j', (spelled, meant) => {
    expect(check({ side: spelled, note: 'x' })[0]?.fix).toEqual({ type: 'setValue', column: 'side', value: meant })
  })

  it('V12 offers the text without the invisible character', () => {
    expect(check({ name: '会\u200b费' })[0]?.fix).toEqual({ type: 'setValue', column: 'name', value: '会费' })
  })

  it('V22 offers a row rule’s certain correction', () => {
    expect(check({ side: '收入' })[0]?.fix).toEqual({ type: 'setValue', column: 'note', value: '见附件' })
  })

  it('V23 lets only limits and errors that say so block saving', () => {
    expect(
      check({ code: 'X9', name: null, side: '收入' }).map((finding) => [
        finding.code,
        blocksSave(ledgerDefinition, finding),
      ]),
    ).toEqual([
      ['ledger/odd-code', false],
      ['required', true],
      ['ledger/income-needs-note', true],
    ])
  })

  it('V4 says the column in the reader’s language', () => {
    const finding = check({ name: null })[0]!
    expect(formatFinding(finding, { words: [validationWords], definition: ledgerDefinition, locale: 'zh-Hans' })).toBe(
      '“名称”没有填，请补上。',
    )
    expect(formatFinding(finding, { words: [validationWords], definition: ledgerDefinition, locale: 'en' })).toBe(
      '“名称” is blank. Please fill it in.',
    )
  })

  it('V4 leaves a label that is not the column’s own as the file has it', () => {
    const total = {
      code: 'x',
      severity: 'warning',
      location: { column: 'amount' },
      params: { label: '本年收入合计' },
    } as const
    const say = {
      words: [{ x: words('“{label}”', '「{label}」', '“{label}”') }],
      definition: ledgerDefinition,
      locale: 'en',
    } as const
    expect(formatFinding(total, say)).toBe('“本年收入合计”')
  })

  it('V21 keeps the examples of every rule: valid gives nothing, invalid gives the finding', () => {
    for (const rule of ledgerDefinition.rules) {
      if (rule.scope === 'row') {
        for (const row of rule.examples.valid) expect(rule.check(row, context)).toBeNull()
        for (const row of rule.examples.invalid) expect(rule.check(row, context)).not.toBeNull()
      }
    }
  })
})

describe('masked columns', () => {
  const masked: typeof ledgerDefinition = {
    ...ledgerDefinition,
    columns: { ...ledgerDefinition.columns, note: { ...ledgerDefinition.columns['note']!, mask: 'phone' } },
  }
  const codesOf = (values: Values, shown?: Values) =>
    validateRows(masked, [{ values, location: { row: 7 }, ...(shown && { shown }) }], context).map(({ code }) => code)

  it('V60 asterisks that the server did not show there are no value, and stop the row', () => {
    const typed = { ...sound, note: '138****5678' }
    expect(codesOf(typed)).toEqual(['text.masked'])
    expect(codesOf(typed, { ...sound, note: '139****5678' })).toEqual(['text.masked'])
    expect(codesOf({ ...sound, note: '13812345678' })).toEqual([])
    const [finding] = validateRows(masked, [{ values: typed, location: { row: 7 } }], context)
    expect(finding).toMatchObject({ location: { row: 7, column: 'note' }, params: { label: '备注' } })
    expect(blocksSave(masked, finding!)).toBe(true)
  })

  it('V61 what the server shows masked is judged by no rule of its column', () => {
    const shown = { ...sound, side: '收入', note: '***' }
    expect(codesOf(shown, shown)).toEqual([])
    expect(codesOf({ ...shown, note: null }, shown)).toEqual(['ledger/income-needs-note'])
  })
})
