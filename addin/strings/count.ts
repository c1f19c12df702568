// English plurals of the plain kind.

/** 1 row · 2 rows */
export function count(n: number, noun: string): string {
  return n === 1 ? `1 ${noun}` : `${n.toLocaleString('en')} ${noun}s`
}
