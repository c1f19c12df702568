// Shares of amounts, in the unit of percent columns.

/** part ÷ whole in 1/100 of a percent point, half away from zero as Excel's ROUND does; null when the whole is nothing. */
export function rateOf(part: number, whole: number): number | null {
  if (whole === 0) return null
  const exact = (BigInt(part) * 20_000n) / BigInt(Math.abs(whole))
  const rounded = Number((exact + (exact < 0n ? -1n : 1n)) / 2n)
  return rounded === 0 ? 0 : rounded
}
