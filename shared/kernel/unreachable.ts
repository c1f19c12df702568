// The end of every exhaustive switch.

/** Throws; a compile error where a case was forgotten. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
