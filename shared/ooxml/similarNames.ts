// Sheet names that people can not tell apart.

/** Pairs whose names differ only by full-width forms, blanks, zero-width characters or case. */
export function similarNames(names: readonly string[]): readonly (readonly [string, string])[] {
  const seen = new Map<string, string>()
  const pairs: (readonly [string, string])[] = []
  for (const name of names) {
    const key = name
      .normalize('NFKC')
      .replace(/[\s\u200b-\u200d\ufeff]+/g, '')
      .toLowerCase()
    const other = seen.get(key)
    if (other === undefined) seen.set(key, name)
    else pairs.push([other, name])
  }
  return pairs
}
