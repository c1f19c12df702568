// How much goes in one exchange: Excel on the web takes 5 MB either way; we aim far below it.

export const requestBudget = 900_000
/** Larger answers are fewer but stop the page while they are taken in. */
export const answerBudget = 900_000

/** What one range costs in a request besides its values, in bytes; measured with Office.js 16.0.15407. */
export const rangeCost = 700

/** UTF-8 bytes of the JSON of these cells, a little more than less. */
export function bytesOf(cells: readonly (readonly unknown[])[]): number {
  let bytes = 0
  for (const row of cells) {
    bytes += 2
    for (const cell of row) bytes += typeof cell === 'string' ? textBytes(cell) + 3 : 12
  }
  return bytes
}

function textBytes(text: string): number {
  let bytes = text.length
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    // Quotes and line ends are escaped; everything past ASCII takes two to three bytes.
    if (unit > 0x7f) bytes += 2
    else if (unit < 0x20) bytes += 5
    else if (unit === 0x22 || unit === 0x5c) bytes++
  }
  return bytes
}

/** Consecutive items that together stay in the budget; an item over it stands alone. */
export function cutByBytes<T>(
  items: readonly T[],
  cost: (item: T) => number,
  budget: number,
): readonly (readonly T[])[] {
  const parts: T[][] = []
  let left = 0
  for (const item of items) {
    const bytes = cost(item)
    if (parts.length === 0 || bytes > left) {
      parts.push([])
      left = budget
    }
    parts.at(-1)?.push(item)
    left -= bytes
  }
  return parts
}
