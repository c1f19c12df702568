// May this be a password: long enough, not common, not made of what everybody knows about its owner. No other rules.
import { commonPasswords } from './commonPasswords.ts'
import { maxPasswordBytes } from './password.ts'
import { refuse, type Refusal } from '../request/refusal.ts'

export const minimumPasswordLength = 8

/** Words that an office would think of first, whatever their case. */
const houseWords = [
  'tongbiao',
  '同表',
  '工会',
  '总工会',
  'gonghui',
  'zonggonghui',
  'laborunion',
  'office',
  '办公室',
  'bangongshi',
]

/** @param context sign-in name, display name, unit names; undefined when it may be used */
export function checkPassword(password: string, context: readonly string[]): Refusal | undefined {
  if (Buffer.byteLength(password) > maxPasswordBytes) return refuse('password.long', { maximum: maxPasswordBytes })
  if (lengthOf(password) < minimumPasswordLength) return refuse('password.short', { minimum: minimumPasswordLength })
  const plain = password.normalize('NFKC').toLowerCase()
  if (isCommon(plain)) return refuse('password.common')
  const known = [...houseWords, ...context.map((word) => word.normalize('NFKC').toLowerCase())]
  const rest = known
    .filter((word) => lengthOf(word) >= 2)
    .sort((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, ''), plain)
  return rest !== plain && lengthOf(rest.replace(/[\d\W_]/gu, '')) < 4 && lengthOf(rest) < minimumPasswordLength
    ? refuse('password.context')
    : undefined
}

/** In code points. */
function lengthOf(text: string): number {
  return Array.from(text).length
}

/** On the list as it stands, or with digits and signs cut from its ends, letters written as figures, or one part repeated. */
function isCommon(plain: string): boolean {
  const figures: Readonly<Record<string, string>> = {
    '0': 'o',
    '1': 'i',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '7': 't',
    '@': 'a',
    $: 's',
    '!': 'i',
  }
  const letters = plain.replace(/[013457@$!]/g, (figure) => figures[figure] ?? figure)
  const core = plain.replace(/^[^a-z\u4e00-\u9fff]+|[^a-z\u4e00-\u9fff]+$/g, '')
  return (
    [plain, letters, core].some((text) => commonPasswords.has(text)) ||
    /^(.{1,4})\1+.?$/u.test(plain) ||
    isRun(plain) ||
    (/^\d+$/.test(plain) && plain.length <= 8)
  )
}

const keyboard = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn',
]

/** A walk along the alphabet, the digits or a row of keys, either way. */
function isRun(plain: string): boolean {
  return keyboard.some((row) => {
    const back = Array.from(row).reverse().join('')
    return row.includes(plain) || back.includes(plain)
  })
}
