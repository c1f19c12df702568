// Codes, identity numbers and bank cards: text always, lost digits never guessed.
import { describe, expect, it } from 'vitest'
import { code } from '#shared/values/code.ts'
import { identityCheckCharacter } from '#shared/kernel/identityNumber.ts'
import { isBankCard } from '#shared/values/identifier.ts'
import type { RawValue } from '#shared/workbook/raw.ts'
import { column, legacy, own } from './cells.ts'

const any = column('code')
const digits = column('code', { format: 'digits' })
const idcard = column('code', { format: 'idcard' })
const bankcard = column('code', { format: 'bankcard' })

/** Made up: area 990000 does not exist, so that it belongs to nobody. */
const identity = ((first: string) => first + identityCheckCharacter(first))('99000019900101001')
const card = Array.from('0123456789', (last) => `990000000000001${last}`).find(isBankCard) ?? ''

describe('codes', () => {
  it.each<readonly [RawValue, string, string | undefined]>([
    ['1001', '1001', undefined],
    ['１００１', '1001', 'value/full-width'],
    ['    50101', '50101', undefined],
    ['50 101', '50101', 'value/spaces'],
    [50101, '50101', 'value/number-as-text'],
  ])('C6 reads %j as %s', (cell, value, note) => {
    const reading = code.parse(cell, digits, own)
    expect(reading).toMatchObject({ ok: true, value: { value } })
    if (reading.ok) expect(reading.value.notes).toEqual(note === undefined ? [] : [note])
  })

  it.each<readonly [RawValue, string, string | undefined]>([
    ['l001', 'key.format', '1001'],
    ['1OO1', 'key.format', '1001'],
    ['DВ-1', 'key.confusable', 'DB-1'],
    ['О', 'key.confusable', 'O'],
    [501.5, 'key.format', undefined],
    ['科目', 'key.format', undefined],
    ['1\u202e2', 'text.char', undefined],
    [{ kind: 'error', code: '#N/A' }, 'cell.error', undefined],
    [4.40102199e17, 'key.float', undefined],
    ['4.40102E+17', 'key.float', undefined],
  ])('C6 refuses %j: %s', (cell, problemCode, suggestion) => {
    const reading = code.parse(cell, digits, legacy)
    expect(reading).toMatchObject({ ok: false, error: { code: problemCode } })
    if (!reading.ok) expect(reading.error.suggestion).toBe(suggestion)
  })

  it('keeps letters of free codes as they are', () => {
    expect(code.parse('DB-2025-001', any, own)).toEqual({ ok: true, value: { value: 'DB-2025-001', notes: [] } })
  })
})

describe('identity numbers', () => {
  it('C16 takes a right one, and makes a small x large', () => {
    expect(code.parse(identity, idcard, own)).toMatchObject({ ok: true, value: { value: identity } })
    const withX = Array.from({ length: 1000 }, (_, index) => `99000019900101${String(index).padStart(3, '0')}`).find(
      (first) => identityCheckCharacter(first) === 'X',
    )
    expect(code.parse(`${withX}x`, idcard, own)).toMatchObject({
      ok: true,
      value: { value: `${withX}X`, notes: ['value/upper-cased'] },
    })
  })

  it.each<readonly [RawValue, string]>([
    [Number(identity), 'idcard.float'],
    [1.10101e17, 'idcard.float'],
    ['1.10101E+17', 'idcard.float'],
    [identity.slice(0, 15).concat('000'), 'idcard.float'],
    [identity.slice(0, 17).concat(identity.endsWith('1') ? '2' : '1'), 'idcard.check'],
    ['990000900101001', 'idcard.old'],
    ['990000199013010010', 'idcard.birth'],
    ['12345', 'idcard.format'],
  ])('C16 says what is wrong with %j: %s', (cell, problemCode) => {
    expect(code.parse(cell, idcard, legacy)).toMatchObject({ ok: false, error: { code: problemCode } })
  })
})

describe('old identity numbers', () => {
  it('C16 offer the number of 18 characters, never taken by itself', () => {
    const old = identity.slice(0, 6).concat(identity.slice(8, 17))
    expect(code.parse(old, idcard, legacy)).toMatchObject({
      ok: false,
      error: { code: 'idcard.old', suggestion: identity },
    })
    const nobody = code.parse('990000901301001', idcard, legacy)
    expect(!nobody.ok && nobody.error.suggestion).toBeUndefined()
  })
})

describe('bank cards', () => {
  it('C17 takes a card that passes Luhn, and drops its spaces', () => {
    expect(isBankCard(card)).toBe(true)
    const spaced = card.replace(/(\d{4})(?=\d)/g, '$1 ')
    expect(code.parse(spaced, bankcard, own)).toMatchObject({
      ok: true,
      value: { value: card, notes: ['value/spaces'] },
    })
  })

  it.each<readonly [RawValue, string]>([
    ['6000000000000005', 'bankcard.check'],
    ['6222021234567890000', 'bankcard.float'],
    [Number('6222021234567890123'), 'bankcard.float'],
    ['123', 'bankcard.format'],
  ])('C17 says what is wrong with %j: %s', (cell, problemCode) => {
    expect(code.parse(cell, bankcard, legacy)).toMatchObject({ ok: false, error: { code: problemCode } })
  })
})
