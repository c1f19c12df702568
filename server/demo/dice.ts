// Random choices that come out the same every time: a made-up year must be the same year on every machine.

export interface Dice {
  /** Whole number from `low` to `high`, both inclusive. */
  between(low: number, high: number): number
  /** Throws on an empty list. */
  pick<T>(list: readonly T[]): T
}

/** mulberry32: small, quick, good enough for made-up people. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  return {
    between: (low, high) => low + (next() % (high - low + 1)),
    pick: (list) => {
      const index = next() % Math.max(1, list.length)
      const picked = list[index]
      if (picked === undefined) throw new Error('nothing to pick from')
      return picked
    },
  }
}
