// Resident identity numbers (居民身份证号, GB 11643): their check character and what they say of a person.
import { plainDate, type PlainDate } from './plainDate.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Check character of the first 17 digits (GB 11643-1999, mod 11-2). */
export function identityCheckCharacter(first17: string): string {
  let sum = 0
  for (const [index, weight] of weights.entries()) sum += weight * Number(first17[index])
  return '10X98765432'[sum % 11] ?? ''
}

export interface IdentityFacts {
  readonly birthDate: PlainDate
  readonly sex: '男' | '女'
}

/** Birthday inside a number of 18 characters, check character or not; undefined when there is no such day. */
export function identityBirthDate(number: string): PlainDate | undefined {
  const day = plainDate(Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14)))
  return day === undefined || day < '1900-01-01' ? undefined : day
}

/** What a sound number says; undefined for anything else. */
export function readIdentityNumber(number: string): IdentityFacts | undefined {
  if (!/^\d{17}[\dX]$/.test(number) || identityCheckCharacter(number.slice(0, 17)) !== number[17]) return undefined
  const birthDate = identityBirthDate(number)
  return birthDate === undefined ? undefined : { birthDate, sex: Number(number[16]) % 2 === 1 ? '男' : '女' }
}

/**
 * The number of 18 characters that an old one of 15 digits became: the century is put in and the check character added.
 * @returns undefined when the day does not exist, and for the sequence numbers 996…999, which people born before 1900 had
 */
export function lengthenIdentityNumber(old: string): string | undefined {
  if (!/^\d{15}$/.test(old) || old.slice(12) >= '996') return undefined
  const first17 = `${old.slice(0, 6)}19${old.slice(6)}`
  return identityBirthDate(first17) === undefined ? undefined : `${first17}${identityCheckCharacter(first17)}`
}
