// Which character parts the fields of a CSV text.

export type Delimiter = ',' | ';' | '\t' | '|'

const candidates: readonly Delimiter[] = [',', '\t', ';', '|']
const sampleLength = 16_384

/** The first line of some exports: `sep=;`. */
export function declaredDelimiter(text: string): { readonly delimiter: Delimiter; readonly end: number } | undefined {
  const match = /^"?sep=([,;|\t])"?(?:\r\n|\n|\r|$)/i.exec(text.slice(0, 20))
  return match ? { delimiter: match[1] as Delimiter, end: match[0].length } : undefined
}

/**
 * The candidate that gives most lines the same number of fields; among equals the earlier in `, TAB ; |`.
 * Delimiters inside quotes do not count. A text without any has one column: `,`.
 */
export function findDelimiter(text: string): Delimiter {
  let best: Delimiter = ','
  let bestScore = 0
  for (const delimiter of candidates) {
    const score = scoreOf(countPerLine(text, delimiter))
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

/** Delimiters outside quotes, for each of the first lines. */
function countPerLine(text: string, delimiter: Delimiter): readonly number[] {
  const code = delimiter.charCodeAt(0)
  const counts: number[] = []
  const length = Math.min(text.length, sampleLength)
  let count = 0
  let quoted = false
  let isFieldStart = true
  let lineLength = 0
  for (let i = 0; i < length && counts.length < 200; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x22 && (quoted || isFieldStart)) quoted = !quoted
    else if (!quoted && (c === 10 || c === 13)) {
      if (lineLength > 0) counts.push(count)
      count = 0
      lineLength = 0
      isFieldStart = true
      continue
    } else if (!quoted && c === code) {
      count++
      lineLength++
      isFieldStart = true
      continue
    }
    lineLength++
    isFieldStart = false
  }
  if (lineLength > 0 && (text.length <= sampleLength || counts.length === 0)) counts.push(count)
  return counts
}

/** Lines that share the commonest count above 0, weighted a little by that count. */
function scoreOf(counts: readonly number[]): number {
  const lines = new Map<number, number>()
  for (const count of counts) if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1)
  let best = 0
  for (const [count, times] of lines) best = Math.max(best, times * (1 + Math.min(count, 50) / 50))
  return best
}
