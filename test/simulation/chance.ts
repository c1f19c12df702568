// Chance from a seed: one seed, one history.

export interface Chance {
  /** 0 ≤ x < 1. */
  next(): number
  /** 0 … n − 1. */
  below(n: number): number
  happens(probability: number): boolean
  pick<T>(items: readonly T[]): T
  bytes(count: number): Uint8Array
}

/** sfc32 over the seed's own mix. */
export function makeChance(seed: number): Chance {
  let [a, b, c, d] = [seed | 0, (seed * 2654435761) | 0, 0x9e3779b9 | 0, 1]
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4294967296
  }
  for (let warm = 0; warm < 12; warm += 1) next()
  const below = (n: number): number => Math.floor(next() * n)
  return {
    next,
    below,
    happens: (probability) => next() < probability,
    pick: <T>(items: readonly T[]): T => {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => below(256)),
  }
}
