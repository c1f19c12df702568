// Decimal digits without a float between (sheets may not import values).

/** digits ÷ 10^scale. */
export interface ExactDecimal {
  readonly digits: bigint
  readonly scale: number
}

/** `1234.5`; commas are dropped. */
export function parseDecimal(text: string): ExactDecimal | undefined {
  const match = /^(\d{1,15})(?:\.(\d{1,8}))?$/.exec(text.replaceAll(',', ''))
  if (match === null) return undefined
  const fraction = match[2] ?? ''
  return { digits: BigInt(`${match[1] ?? ''}${fraction}`), scale: fraction.length }
}
