// How a sum would be shared out over the rows of a sheet by their weights: to the 分, with the one who carries the rest named.
import { meetsCondition } from '../definition/condition.ts'
import type { Share, SheetDefinition } from '../definition/sheet.ts'
import { allocate, type RemainderRule } from '../kernel/allocate.ts'
import type { Value, Values } from '../kernel/value.ts'

export interface SharePart {
  /** Place of the row in what was given. */
  readonly row: number
  readonly name: string
  readonly weight: number
  /** 分 by the weights. */
  readonly part: number
  /** 分 beyond the whole part of the exact share. */
  readonly absorbed: number
  /** What the sheet says now; null where it says nothing. */
  readonly written: number | null
}

export interface SharePlan {
  /** Values of the group's key, e.g. the round of bonuses. */
  readonly group: readonly Value[]
  /** 分 to share out. */
  readonly total: number
  readonly rule: RemainderRule
  readonly parts: readonly SharePart[]
}

/** Groups with a sum to share and rows that take part, in the order of their first row; exact to the 分. */
export function planShares(
  definition: SheetDefinition,
  rows: readonly Values[],
  rule?: RemainderRule,
): readonly SharePlan[] {
  return (definition.shares ?? []).flatMap((share) => {
    const groups = new Map<string, number[]>()
    for (const [index, row] of rows.entries()) {
      const key = JSON.stringify(share.groupBy.map((column) => row[column] ?? null))
      groups.set(key, [...(groups.get(key) ?? []), index])
    }
    return [...groups].flatMap(([key, indices]) => {
      const plan = planGroup(share, { rows, indices }, rule ?? share.remainder)
      return plan === undefined ? [] : [{ ...plan, group: JSON.parse(key) as readonly Value[] }]
    })
  })
}

function planGroup(
  share: Share,
  { rows, indices }: { readonly rows: readonly Values[]; readonly indices: readonly number[] },
  rule: RemainderRule,
): Omit<SharePlan, 'group'> | undefined {
  const { column, where, times } = share.total
  const totals = indices.flatMap((index) => {
    const value = rows[index]?.[column]
    return typeof value === 'number' && meetsCondition(where, rows[index] ?? {}) ? [value * times] : []
  })
  const taking = indices.filter((index) => meetsCondition(share.where, rows[index] ?? {}))
  const total = totals.reduce((sum, value) => sum + value, 0)
  const weights = taking.map((index) => share.weight(rows[index] ?? {}))
  const shared = totals.length === 0 ? undefined : allocate(total, weights, rule)
  if (shared === undefined || taking.length === 0) return undefined
  const parts = taking.map((index, place): SharePart => {
    const written = rows[index]?.[share.part]
    return {
      row: index,
      name: String(rows[index]?.[share.name] ?? ''),
      weight: weights[place] ?? 0,
      part: shared.parts[place] ?? 0,
      absorbed: shared.absorbed[place] ?? 0,
      written: typeof written === 'number' ? written : null,
    }
  })
  return { total, rule, parts }
}
