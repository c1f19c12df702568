// Sums written in words: 共计2856人次 | 总金额142800元, 项目金额合计：300.
import type { SeenColumn } from './columnTypes.ts'
import { decimalOfText } from './amount.ts'
import { exactDecimal, tiesToCent } from './exactSum.ts'
import { rowTexts, type Region } from './region.ts'
import { foldLabel } from './words.ts'

const amounts = /([一-龥]{0,8}?)[:：]?[¥￥]?(-?\d[\d,]*(?:\.\d+)?)(万?元|人次?|户|份|件|个|次)?/g

export interface TextTotals {
  /** × 10^20 by position in `columns`; undefined where nothing is said. */
  readonly declared: readonly (bigint | undefined)[]
}

/** Which column a number of people, or an amount of money, speaks of: one whose sum it is, else the only one of its sort. */
function columnOf(columns: readonly SeenColumn[], words: string, unit: string): number {
  const fits = columns.flatMap((column, i) => {
    const header = foldLabel(column.header)
    const money = /元/.test(unit) || /金额|经费|款/.test(words)
    if (money) return column.type === 'money' ? [i] : []
    if (/人/.test(unit)) return /人/.test(header) ? [i] : []
    return unit !== '' && header.includes(unit) ? [i] : []
  })
  return fits.length === 1 ? (fits[0] ?? -1) : -1
}

/** @param computed sums of the rows above, × 10^20 */
export function readTextTotals(
  region: Region,
  k: number,
  source: { readonly columns: readonly SeenColumn[]; readonly computed: readonly bigint[] },
): TextTotals | undefined {
  const { columns, computed } = source
  const declared: (bigint | undefined)[] = columns.map(() => undefined)
  let found = false
  for (const text of rowTexts(region, k)) {
    const folded = foldLabel(text)
    if (folded.length > 120) continue
    for (const match of folded.matchAll(amounts)) {
      const decimal = decimalOfText((match[2] ?? '').replaceAll(',', ''))
      if (!decimal) continue
      const exact = exactDecimal(decimal) * (match[3] === '万元' ? 10000n : 1n)
      const tying = columns.findIndex((_, i) => computed[i] !== 0n && tiesToCent(exact, computed[i] ?? 0n))
      const at = tying >= 0 ? tying : columnOf(columns, match[1] ?? '', match[3] ?? '')
      if (at < 0 || declared[at] !== undefined) continue
      declared[at] = exact
      found = true
    }
  }
  return found ? { declared } : undefined
}
