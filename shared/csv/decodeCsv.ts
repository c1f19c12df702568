// Bytes of a CSV file as text: BOM, strict UTF-8, UTF-16 with BOM, GB18030 told apart, and doubts said.
import type { Finding } from '../kernel/finding.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { FileRefusal } from '../workbook/raw.ts'

export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** The machine's text decoder. `strict`: undefined where a byte does not fit; else U+FFFD there. A BOM is not part of the text. */
export type DecodeBytes = (bytes: Uint8Array, encoding: CsvEncoding, mode: 'strict' | 'lenient') => string | undefined

export interface DecodedCsv {
  readonly text: string
  readonly encoding: CsvEncoding
  readonly findings: readonly Finding[]
}

/** How many characters beyond ASCII are looked at to tell encodings apart. */
const sampleCharacters = 20_000

/** Refusal `csv.encoding`: UTF-16 without BOM, or bytes that are none of the four. */
export function decodeCsv(bytes: Uint8Array, decode: DecodeBytes): Result<DecodedCsv, FileRefusal> {
  const [a, b, c] = bytes
  if (a === 0xff && b === 0xfe) return decoded(bytes.subarray(2), 'utf-16le', decode)
  if (a === 0xfe && b === 0xff) return decoded(bytes.subarray(2), 'utf-16be', decode)
  const isMarked = a === 0xef && b === 0xbb && c === 0xbf
  const body = isMarked ? bytes.subarray(3) : bytes
  if (looksWide(body)) return err({ code: 'csv.encoding', params: { guess: 'UTF-16' } })
  const plain = decode(body, 'utf-8', 'strict')
  if (plain !== undefined) return ok({ text: plain, encoding: 'utf-8', findings: [] })
  if (isMarked || isMostlyUtf8(body)) {
    const text = decode(body, 'utf-8', 'lenient') ?? ''
    const params = { count: text.split('\ufffd').length - 1 }
    const finding: Finding = { code: 'csv.encoding-damaged', severity: 'error', location: {}, params }
    return ok({ text, encoding: 'utf-8', findings: [finding] })
  }
  const chinese = decode(body, 'gb18030', 'strict')
  if (chinese === undefined) return err({ code: 'csv.encoding', params: { guess: '–' } })
  const share = shareOfUsualChinese(body)
  const doubt: Finding = {
    code: 'csv.encoding-doubt',
    severity: 'warning',
    location: {},
    params: { encoding: 'GB18030' },
  }
  return ok({ text: chinese, encoding: 'gb18030', findings: share < 0.85 ? [doubt] : [] })
}

function decoded(bytes: Uint8Array, encoding: CsvEncoding, decode: DecodeBytes): Result<DecodedCsv, FileRefusal> {
  const text = decode(bytes, encoding, 'strict')
  return text === undefined
    ? err({ code: 'csv.encoding', params: { guess: encoding } })
    : ok({ text, encoding, findings: [] })
}

/** Every second byte NUL, as in UTF-16 of mostly ASCII text. */
function looksWide(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 65_536)
  const zeros = [0, 0]
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  return length >= 4 && Math.max(even, odd) > length * 0.15 && Math.min(even, odd) <= length * 0.02
}

/** Of the first characters beyond ASCII, at most one in fifty wrongly formed. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let right = 0
  let wrong = 0
  for (let i = 0; i < bytes.length && right + wrong < sampleCharacters; i++) {
    const byte = bytes[i] as number
    if (byte < 0x80) continue
    const more = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xc2 && byte < 0xe0 ? 1 : 0
    let k = 1
    while (k <= more && ((bytes[i + k] ?? 0) & 0xc0) === 0x80) k++
    if (more > 0 && k > more) {
      right++
      i += more
    } else wrong++
  }
  return wrong * 50 <= right
}

/**
 * Of the characters beyond ASCII, the share that GB 2312 has (what nearly all Chinese text is made of) or that four bytes write.
 * Western and Big5 text read as GB18030 falls mostly outside.
 */
function shareOfUsualChinese(bytes: Uint8Array): number {
  let usual = 0
  let all = 0
  for (let i = 0; i < bytes.length && all < sampleCharacters; i++) {
    const lead = bytes[i] as number
    if (lead < 0x80) continue
    const trail = bytes[++i] ?? 0
    all++
    if (trail >= 0x30 && trail <= 0x39) {
      i += 2
      usual++
    } else if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xf7) || (lead >= 0xa1 && lead <= 0xa3))) usual++
  }
  return all === 0 ? 1 : usual / all
}
