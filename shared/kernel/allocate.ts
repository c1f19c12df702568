// Divides a sum so that the parts add up to it exactly: to the 分, to the person, to the place.

/**
 * Who gets what is left after everybody was given the whole part of their share:
 * `largest-remainder` those who lost most by it, one each, the first in the list among equals ·
 * `last` the last with a weight, all of it (尾差并入末行) · `largest-weight` the first with the largest weight, all of it.
 */
export type RemainderRule = 'largest-remainder' | 'last' | 'largest-weight'

export interface Allocation {
  /** As many as weights, same order; their sum is the total. */
  readonly parts: readonly number[]
  /** What each got beyond the whole part of the exact share; the sum is what was left over. */
  readonly absorbed: readonly number[]
}

/**
 * Exact for any safe integers: shares are compared as fractions, never as doubles.
 * @param total whole number, also negative
 * @param weights whole numbers ≥ 0
 * @returns undefined where nobody has a weight and there is something to divide, or a number is no safe whole one
 */
export function allocate(total: number, weights: readonly number[], rule: RemainderRule): Allocation | undefined {
  if (!Number.isSafeInteger(total) || !weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0))
    return undefined
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n)
  if (sum === 0n) return total === 0 ? { parts: weights.map(() => 0), absorbed: weights.map(() => 0) } : undefined
  const sign = total < 0 ? -1 : 1
  const size = BigInt(Math.abs(total))
  const shares = weights.map((weight) => ({
    whole: (size * BigInt(weight)) / sum,
    rest: (size * BigInt(weight)) % sum,
  }))
  const left = Number(size - shares.reduce((all, { whole }) => all + whole, 0n))
  const extra = absorb(left, { rests: shares.map(({ rest }) => rest), weights, rule })
  // No minus zero: it is no other amount than zero.
  const signed = (value: number): number => (value === 0 ? 0 : sign * value)
  return {
    parts: shares.map(({ whole }, index) => signed(Number(whole) + (extra[index] ?? 0))),
    absorbed: extra.map(signed),
  }
}

function absorb(
  left: number,
  how: { readonly rests: readonly bigint[]; readonly weights: readonly number[]; readonly rule: RemainderRule },
): readonly number[] {
  const { rests, weights, rule } = how
  if (rule === 'largest-remainder') {
    // Fewer are left than have a remainder: nobody without a weight gets one.
    const order = rests
      .map((rest, index) => ({ rest, index }))
      .toSorted((a, b) => (a.rest > b.rest ? -1 : a.rest < b.rest ? 1 : a.index - b.index))
    const chosen = new Set(order.slice(0, left).map(({ index }) => index))
    return weights.map((_, index) => (chosen.has(index) ? 1 : 0))
  }
  const heaviest = weights.reduce((best, weight, index) => (weight > (weights[best] ?? 0) ? index : best), 0)
  const taker = rule === 'last' ? weights.findLastIndex((weight) => weight > 0) : heaviest
  return weights.map((_, index) => (index === taker ? left : 0))
}
