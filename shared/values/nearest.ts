// The known word nearest to what was written, when it is near enough to name.

/** @param words folded spelling → value @returns the value of the nearest spelling, undefined when none is near */
export function findNearest(written: string, words: ReadonlyMap<string, string>): string | undefined {
  if (written === '' || written.length > 40) return undefined
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(written.length / 2)) + 0.5
  for (const [word, value] of words) {
    const contained = word.length > 1 && written.length > 1 && (written.includes(word) || word.includes(written))
    const distance = contained ? 0.5 : editDistance(written, word)
    if (distance < bestDistance && distance < Math.max(written.length, word.length)) {
      best = value
      bestDistance = distance
    }
  }
  return best
}

/** Levenshtein. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 0; i < a.length; i++) {
    const current = [i + 1]
    for (let j = 0; j < b.length; j++) {
      const replaced = (previous[j] ?? 0) + (a[i] === b[j] ? 0 : 1)
      current.push(Math.min(replaced, (previous[j + 1] ?? 0) + 1, (current[j] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? 0
}
