// Text as it is compared: headers, names and choices in one form, whatever the spelling in the file.
import { simplifiedCharacters, traditionalCharacters } from './generated/traditional.ts'

const simplifiedOf = pairUp(traditionalCharacters, simplifiedCharacters)

function pairUp(from: string, to: string): ReadonlyMap<string, string> {
  const targets = Array.from(to)
  return new Map(Array.from(from, (character, index) => [character, targets[index] ?? character] as const))
}

/** Any character from where 汉字 begin; a text without them is as it is in both scripts. */
const mayBeHan = /[\u2e80-\uffff]/

/** 繁 → 简, character by character, for comparing: never for what is stored. Idempotent. */
export function toSimplified(text: string): string {
  if (!mayBeHan.test(text)) return text
  let changed = false
  let result = ''
  for (const character of text) {
    const simplified = simplifiedOf.get(character)
    changed ||= simplified !== undefined
    result += simplified ?? character
  }
  return changed ? result : text
}

/** Spaces of every kind, line breaks, and characters that show nothing. */
const spaces = /[\s\u00ad\u180e\u200b-\u200f\u2060\ufeff\u3164]+/g

/** NFKC, 简体, lower case, no white space: the form in which words are looked up. */
export function foldText(text: string): string {
  return toSimplified(text.normalize('NFKC')).replace(spaces, '').toLowerCase()
}

export interface NormalHeader {
  readonly text: string
  /** 元, 万元, 元/人, %, 人 …; null when the header names none. */
  readonly unit: string | null
}

/** Outline numbers in front: 一、 （一） 1. 1、 (1) ①; not `2025年`, not `1月`. */
const outline =
  /^(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、.,]|\(\d{1,2}\)|\d{1,2}(?:[、)]|\.(?!\d)))/
const circled = /^\s*[①-⑳⑴-⒛㈠-㈩]/

const unitWord = String.raw`(?:(?:人民币)?[万千百亿]?元(?:/[人月年天次户份]){0,2}|%|‰|人次?|份|天|户|个|件)`
const bracketUnit = new RegExp(String.raw`[(\[【〔{](?:金额)?(?:单位[::]?)?(${unitWord})[)\]】〕}]`, 'g')
const trailingUnit = new RegExp(String.raw`[,、;]?(?:金额)?单位:?(${unitWord})$`)

/** Marks that say nothing about which column it is; % and letters, digits and 汉字 stay. */
const marks = /[^\p{L}\p{N}\p{M}%‰]+/gu

/**
 * A header, title or row label as it is compared: NFKC, 简体, without white space, line breaks, outline number, unit, ＊ ★ ：
 * and brackets (what stands in other brackets stays). A percent sign stays in the text, as it tells 增减% from 增减.
 */
export function normalizeHeader(header: string): NormalHeader {
  let unit: string | null = null
  const folded = foldText(header.replace(circled, ''))
  const named = (found: string): void => {
    unit = found.replace('人民币', '')
  }
  const plain = folded
    .replace(bracketUnit, (_, found: string) => {
      named(found)
      return found === '%' || found === '‰' ? found : ''
    })
    .replace(trailingUnit, (_, found: string) => {
      named(found)
      return ''
    })
  const bare = plain.replace(/^[*★☆※#]+/, '').replace(outline, '')
  const text = bare.replace(marks, '')
  return { text: text === '' ? plain.replace(marks, '') : text, unit }
}

const cjk = String.raw`\p{Script=Han}`
const spaceBetweenHan = new RegExp(String.raw`(?<=${cjk})[\s\u3000]+(?=${cjk})`, 'gu')
const dots = /[•‧・･．∙⋅]/g

/** A person's or unit's name as it is kept: NFC, `张 三` → `张三`, one kind of dot (·), single spaces; rare characters stay. */
export function normalizeName(text: string): string {
  return text
    .normalize('NFC')
    .replace(dots, '·')
    .replace(spaceBetweenHan, '')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
}

/** `note`: free text, several lines · `name`: names, choices, identifiers: one line, nothing invisible. */
export type TextKind = 'note' | 'name'

export interface ForbiddenCharacter {
  /** `U+202E`. */
  readonly codePoint: string
  /** 1-based, in code points. */
  readonly position: number
}

const invisibles = String.raw`\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff`
const surrogates = String.raw`[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]`
/** Any character that one of the two below may forbid: one class, so that the usual text costs a single quick look. */
const suspicious = new RegExp(
  String.raw`[\0-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufff9-\uffff]`,
)
const forbiddenInNote = new RegExp(String.raw`[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f${invisibles}]|${surrogates}`, 'g')
const forbiddenInName = new RegExp(String.raw`[\0-\x1f\x7f-\x9f\u200c\u200d${invisibles}]|${surrogates}`, 'g')

/** true when no character of the text can be forbidden: a quick look, which nearly every text passes. */
export function isUsualText(text: string): boolean {
  return !suspicious.test(text)
}

/**
 * Characters that may not be stored: controls (notes keep TAB and line breaks), lone surrogates, bidi controls, zero-width
 * ones (notes keep the joiners, which emoji need). The first one, or undefined.
 */
export function findForbiddenCharacter(text: string, kind: TextKind): ForbiddenCharacter | undefined {
  if (isUsualText(text)) return undefined
  const at = text.search(kind === 'note' ? forbiddenInNote : forbiddenInName)
  if (at < 0) return undefined
  const code = text.codePointAt(at) ?? 0
  return {
    codePoint: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`,
    position: codePointLength(text.slice(0, at)) + 1,
  }
}

/** Without the characters that findForbiddenCharacter finds. */
export function removeForbiddenCharacters(text: string, kind: TextKind): string {
  return text.replace(kind === 'note' ? forbiddenInNote : forbiddenInName, '')
}

/** Length as people count: code points. */
export function codePointLength(text: string): number {
  let length = 0
  for (const character of text) length += character.length > 0 ? 1 : 0
  return length
}
