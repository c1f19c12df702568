// The sums that close a body: which is the sum of all, and what stands below it.
import type { BodyRow } from './bodyRoles.ts'
import { cellText, type Region } from './region.ts'
import type { Tallies } from './tallies.ts'
import { foldLabel } from './words.ts'

/** After the sum of all, a few thinner rows are no data any more; what is like the sum itself is a sum too. */
export function closeTail(
  region: Region,
  from: number,
  rows: BodyRow[],
  typical: number,
): { notes: number[]; sums: number[] } {
  const notes: number[] = []
  const sums: number[] = []
  let last = -1
  rows.forEach((row, i) => {
    if (row.role === 'total' || row.role === 'subtotal') last = i
  })
  let dataAfter = 0
  for (let i = last + 1; i < rows.length; i++) if (rows[i]?.role === 'data') dataAfter++
  if (last >= 0 && dataAfter > 0 && dataAfter <= 3 && dataAfter * 4 < rows.length && rows[last]?.role === 'total') {
    for (let i = last + 1; i < rows.length; i++) {
      if (rows[i]?.role !== 'data' || (region.count[from + i] ?? 0) >= Math.max(2, typical)) continue
      rows[i] = { role: 'footer' }
      notes.push(from + i)
    }
  }
  // Rows between two sums at the end, shaped like a sum: 税前利润, 本年结余.
  const usualWords = medianWords(region, from, rows)
  let firstSum = rows.length
  for (let i = rows.length - 1; i >= 0; i--) {
    const role = rows[i]?.role
    if (role === 'total' || role === 'subtotal') firstSum = i
    else if (role === 'data' && !isLikeSum(region, from + i, { rows, from, usualWords })) break
  }
  for (let i = firstSum + 1; i < rows.length; i++) {
    if (rows[i]?.role !== 'data' || !isLikeSum(region, from + i, { rows, from, usualWords })) continue
    rows[i] = { role: 'total', total: 'balance', label: cellText(region, from + i, region.first[from + i] ?? 0) }
    sums.push(from + i)
  }
  return { notes, sums }
}

function medianWords(region: Region, from: number, rows: readonly BodyRow[]): number {
  const step = Math.max(1, Math.floor(rows.length / 200))
  const words: number[] = []
  for (let i = 0; i < rows.length; i += step) if (rows[i]?.role === 'data') words.push(region.words[from + i] ?? 0)
  words.sort((a, b) => a - b)
  return words[Math.floor(words.length / 2)] ?? 0
}

/** Words in the same first column as the nearest sum above, no more cells than it, and fewer words than data has. */
function isLikeSum(
  region: Region,
  k: number,
  { rows, from, usualWords }: { readonly rows: readonly BodyRow[]; readonly from: number; readonly usualWords: number },
): boolean {
  if ((region.words[k] ?? 0) >= usualWords) return false
  for (let i = k - from - 1; i >= 0 && i >= k - from - 4; i--) {
    const role = rows[i]?.role
    if (role === 'data') continue
    if (role !== 'total' && role !== 'subtotal') return false
    const sum = from + i
    const own = cellText(region, k, region.first[k] ?? 0)
    return (
      region.first[sum] === region.first[k] &&
      (region.words[k] ?? 0) > 0 &&
      (region.words[k] ?? 0) <= (region.words[sum] ?? 0) &&
      (region.count[k] ?? 0) <= (region.count[sum] ?? 0) &&
      !/^\d/.test(own)
    )
  }
  return false
}

/** `X合计` closes the table when no rows of data and no wider sum stand below it. */
export function raiseLastSubtotal(rows: BodyRow[]): void {
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i]
    if (row?.role === 'data' || row?.role === 'total') return
    if (row?.role !== 'subtotal') continue
    if (!/小计|本页|sub/.test(foldLabel(row.label ?? ''))) rows[i] = { ...row, role: 'total', total: 'total' }
    return
  }
}

/** `X合计` above or below all rows, equal to their sum, is the total. */
export function raiseWholeSums(from: number, rows: BodyRow[], tallies: Tallies): void {
  if (rows.some((row) => row.role === 'total' && row.total === 'total')) return
  for (const sum of tallies.declared) {
    const row = rows[sum.k - from]
    if (row?.role !== 'subtotal' || !sum.ofAll || !sum.ties.includes(true) || sum.ties.includes(false)) continue
    if (/合计|总计|共计/.test(foldLabel(row.label ?? '')) && !/小计|本页/.test(foldLabel(row.label ?? '')))
      rows[sum.k - from] = { ...row, role: 'total', total: 'total' }
  }
}
