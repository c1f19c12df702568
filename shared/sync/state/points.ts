// Which points a workbook keeps: witnesses (W7) and the thinned history that finds a common ancestor after a restore.
import type { Point } from '../record.ts'

const maxWitnesses = 8
const maxHistory = 32

export function samePoint(a: Point | null, b: Point | null): boolean {
  return a === b || (a !== null && b !== null && a.csn === b.csn && a.h === b.h)
}

/** Adds what the server just named; the newest told are kept. */
export function addWitness(witnesses: readonly Point[], ...told: readonly (Point | null)[]): readonly Point[] {
  let kept = [...witnesses]
  for (const point of told) {
    if (point === null) continue
    kept = [...kept.filter((other) => !samePoint(other, point)), point]
  }
  return kept.slice(-maxWitnesses)
}

/** After a complete apply at `cursor` the server has shown that it knows all points up to there. */
export function dropPassed(witnesses: readonly Point[], cursor: Point): readonly Point[] {
  return witnesses.filter((point) => point.csn > cursor.csn)
}

/** Newest first, spaced about 1, 2, 4, 8 … commits apart, at most 32. */
export function addHistory(history: readonly Point[], point: Point): readonly Point[] {
  const older = history.filter((other) => other.csn < point.csn)
  const kept: Point[] = [point]
  let gap = 1
  for (const other of older) {
    const last = kept[kept.length - 1] ?? point
    if (kept.length > 1 && last.csn - other.csn < gap && other !== older[older.length - 1]) continue
    kept.push(other)
    gap = Math.max(gap, Math.floor((point.csn - other.csn) / 2))
  }
  return kept.length <= maxHistory ? kept : [...kept.slice(0, maxHistory - 1), ...kept.slice(-1)]
}
