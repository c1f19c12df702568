// Resident identity numbers: check character, birthday, sex, and what became of those of 15 digits.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identityCheckCharacter, lengthenIdentityNumber, readIdentityNumber } from '#shared/kernel/identityNumber.ts'
import { fromEpochDay } from '#shared/kernel/plainDate.ts'

const numbers = fc
  .record({ day: fc.integer({ min: -25_567, max: 20_000 }), sequence: fc.integer({ min: 0, max: 999 }) })
  .map(({ day, sequence }) => {
    const birthDate = String(fromEpochDay(day))
    const first17 = `990000${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
    return { birthDate, sequence, number: first17 + identityCheckCharacter(first17) }
  })

describe('identity numbers', () => {
  it('GB 11643 say birthday and sex', () => {
    fc.assert(
      fc.property(numbers, ({ number, birthDate, sequence }) => {
        expect(readIdentityNumber(number)).toEqual({ birthDate, sex: sequence % 2 === 1 ? '男' : '女' })
      }),
    )
  })

  it('GB 11643 are not believed once a digit is changed', () => {
    fc.assert(
      fc.property(numbers, fc.nat(16), fc.integer({ min: 1, max: 9 }), ({ number }, at, by) => {
        const digit = String((Number(number[at]) + by) % 10)
        expect(readIdentityNumber(number.slice(0, at) + digit + number.slice(at + 1))).toBeUndefined()
      }),
    )
  })

  it('GB 11643 follow from the 15 digits of old for those born from 1900 to 1999', () => {
    fc.assert(
      fc.property(numbers, ({ number, birthDate, sequence }) => {
        fc.pre(birthDate < '2000' && sequence < 996)
        expect(lengthenIdentityNumber(number.slice(0, 6) + number.slice(8, 17))).toBe(number)
      }),
    )
    expect(lengthenIdentityNumber('990000900101998')).toBeUndefined()
    expect(lengthenIdentityNumber('99000090010100')).toBeUndefined()
  })
})
