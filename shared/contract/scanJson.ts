// Looks over JSON text before it is parsed: what JSON.parse would let through in silence is refused here.
import { err, ok, type Result } from '../kernel/result.ts'

export interface JsonLimits {
  readonly depth: number
  /** Keys of one object. */
  readonly keys: number
}

export const defaultJsonLimits: JsonLimits = { depth: 20, keys: 200 }

export type JsonProblem =
  | { readonly code: 'json.depth'; readonly limit: number }
  | { readonly code: 'json.keys'; readonly limit: number }
  | { readonly code: 'json.duplicate-key' | 'json.key'; readonly key: string }
  | { readonly code: 'json.syntax' }

/** Keys that reach into the prototype of what is built from them. */
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

const quote = 34
const backslash = 92
const comma = 44
const openBrace = 123
const closeBrace = 125
const openBracket = 91
const closeBracket = 93

/** Where the value of a key of the outermost object stands, colon included; UTF-16 units. */
export interface JsonSpan {
  readonly from: number
  readonly to: number
}

export interface JsonScan {
  /** Of the key asked for; undefined: it is not there. */
  readonly span: JsonSpan | undefined
}

/**
 * Depth, keys per object, duplicate and forbidden keys (after unescaping), in one pass without recursion.
 * Says nothing of the rest of the grammar: JSON.parse does that afterwards.
 * @param find a key of the outermost object whose place is wanted
 */
export function scanJson(
  text: string,
  limits: JsonLimits = defaultJsonLimits,
  find?: string,
): Result<JsonScan, JsonProblem> {
  let from = -1
  let to = -1
  // One entry per open bracket; null for arrays.
  const keysSeen: (Set<string> | null)[] = []
  let keys: Set<string> | null = null
  let expectsKey = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) {
      const end = endOfString(text, at)
      if (end < 0) return err({ code: 'json.syntax' })
      if (keys !== null && expectsKey) {
        const key = unescape(text.slice(at, end + 1))
        if (key === undefined) return err({ code: 'json.syntax' })
        if (forbiddenKeys.has(key)) return err({ code: 'json.key', key })
        if (keys.has(key)) return err({ code: 'json.duplicate-key', key: key.slice(0, 100) })
        if (keys.size >= limits.keys) return err({ code: 'json.keys', limit: limits.keys })
        keys.add(key)
        expectsKey = false
        if (key === find && keysSeen.length === 1) from = end + 1
      }
      at = end
    } else if (code === openBrace || code === openBracket) {
      if (keysSeen.length >= limits.depth) return err({ code: 'json.depth', limit: limits.depth })
      keys = code === openBrace ? new Set() : null
      keysSeen.push(keys)
      expectsKey = keys !== null
    } else if (code === closeBrace || code === closeBracket) {
      if (from >= 0 && to < 0 && keysSeen.length === 1) to = at
      if (keysSeen.pop() === undefined) return err({ code: 'json.syntax' })
      keys = keysSeen[keysSeen.length - 1] ?? null
      expectsKey = false
    } else if (code === comma) {
      expectsKey = keys !== null
      if (from >= 0 && to < 0 && keysSeen.length === 1) to = at
    }
  }
  return ok({ span: to < 0 ? undefined : { from, to } })
}

/** Place of the closing quote, or -1. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0
    while (text.charCodeAt(at - 1 - slashes) === backslash) slashes++
    if (slashes % 2 === 0) return at
  }
  return -1
}

function unescape(quoted: string): string | undefined {
  if (!quoted.includes('\\')) return quoted.slice(1, -1)
  try {
    return JSON.parse(quoted) as string
  } catch {
    return undefined
  }
}
