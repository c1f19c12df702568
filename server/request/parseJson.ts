// Bytes → JSON value, by way of the scanner.
import { defaultJsonLimits, scanJson, type JsonScan } from '#shared/contract/scanJson.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import { refuse, type Refusal } from './refusal.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

export interface ParsedJson extends JsonScan {
  /** Without BOM. */
  readonly text: string
  readonly value: Readonly<Record<string, unknown>>
}

/**
 * One JSON object; a BOM is accepted and dropped.
 * @param find a key of the object whose place in the text is wanted
 */
export function parseJson(bytes: Uint8Array, find?: string): Result<ParsedJson, Refusal> {
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    return err(refuse('json.encoding'))
  }
  if (text.includes('\0')) return err(refuse('json.encoding'))
  if (text.trim() === '') return err(refuse('json.shape'))
  const scanned = scanJson(text, defaultJsonLimits, find)
  if (!scanned.ok) {
    const { code, ...params } = scanned.error
    return err(refuse(code, params))
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return err(refuse('json.syntax'))
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return err(refuse('json.shape'))
  return ok({ text, value: value as ParsedJson['value'], span: scanned.value.span })
}
