// Formats of identifiers: digits, resident identity numbers (GB 11643), bank cards (Luhn), and letters that look alike.
import type { CodeFormat } from '../definition/column.ts'
import { identityBirthDate, identityCheckCharacter, lengthenIdentityNumber } from '../kernel/identityNumber.ts'
import { ok, type Result } from '../kernel/result.ts'
import { problem, showText } from './problem.ts'
import type { ValueProblem } from './valueType.ts'

/** Cyrillic and Greek letters that print like Latin ones (UTS #39, those met in codes). */
const lookAlikes: ReadonlyMap<string, string> = new Map(
  Array.from('АВЕЅІЈКМНОРСТХУаеоріјѕсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο', (letter, index) => [
    letter,
    'ABESIJKMHOPCTXYaeopijscyxABEZHIKMNOPTYXo'[index] ?? letter,
  ]),
)

const isAscii = /^[\x20-\x7e]*$/

/** The identifier in its canonical spelling (upper-case X), or why it is none. */
export function checkIdentifier(text: string, format: CodeFormat): Result<string, ValueProblem> {
  const latin = isAscii.test(text) ? text : Array.from(text, (letter) => lookAlikes.get(letter) ?? letter).join('')
  if (latin !== text) return problem('key.confusable', { text: showText(text), reading: showText(latin) }, latin)
  switch (format) {
    case 'any':
      return ok(text)
    case 'digits':
      return checkDigits(text)
    case 'idcard':
      return checkIdentityNumber(text.toUpperCase())
    case 'bankcard':
      return checkBankCard(text)
  }
}

function checkDigits(text: string): Result<string, ValueProblem> {
  if (/^\d{1,20}$/.test(text)) return ok(text)
  const reading = text.replace(/[lI]/g, '1').replace(/[oO]/g, '0')
  return /^\d{1,20}$/.test(reading)
    ? problem('key.format', { text: showText(text) }, reading)
    : problem('key.format', { text: showText(text) })
}

function checkIdentityNumber(text: string): Result<string, ValueProblem> {
  if (/^\d{15}$/.test(text)) return problem('idcard.old', {}, lengthenIdentityNumber(text))
  if (!/^\d{17}[\dX]$/.test(text)) return problem('idcard.format', { length: text.length })
  if (identityBirthDate(text) === undefined) return problem('idcard.birth', {})
  if (identityCheckCharacter(text.slice(0, 17)) === text[17]) return ok(text)
  return text.endsWith('000') ? problem('idcard.float', {}) : problem('idcard.check', {})
}

/** Luhn. */
export function isBankCard(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index])
    const doubled = index % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

function checkBankCard(text: string): Result<string, ValueProblem> {
  if (!/^\d{12,19}$/.test(text)) return problem('bankcard.format', { length: text.length })
  if (isBankCard(text)) return ok(text)
  return text.length >= 16 && text.endsWith('000') ? problem('bankcard.float', {}) : problem('bankcard.check', {})
}
