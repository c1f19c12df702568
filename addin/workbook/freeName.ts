// A name for a new sheet beside those that are there.

const longest = 31

/** The name itself, or with ` (2)`, ` (3)`, … after it, shortened where that is too long. */
export function findFreeName(wanted: string, taken: readonly string[]): string {
  const known = new Set(taken.map((name) => name.toLowerCase()))
  for (let n = 1; ; n++) {
    const end = n === 1 ? '' : ` (${n})`
    const name = `${wanted.slice(0, longest - end.length)}${end}`
    if (!known.has(name.toLowerCase())) return name
  }
}
