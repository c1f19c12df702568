// Lines of a budget that are no account: balances brought forward and drawn on, by their canonical names.
import { normalizeHeader } from '../../kernel/text.ts'

export const broughtForward = '上年结余'
export const drawnSurplus = '动用以前年度结余'
export const returnedInvestment = '收回投资'
export const investment = '投资'
export const reserveFund = '提取后备金'

const spellings: Readonly<Record<string, readonly string[]>> = {
  [broughtForward]: [
    '上年结余',
    '上年结余(年初滚存结余)',
    '年初滚存结余',
    '上年滚存结余',
    '期初结余',
    '期初滚存结余',
    '年初结余',
    '上年结转',
    '上年度结余',
    '上年结转结余',
    '上年末结余',
    '以前年度结余',
    '上年累计结余',
    '年初资金结转结余',
  ],
  [drawnSurplus]: [
    '动用以前年度结余',
    '动用上年结余',
    '动用结余',
    '使用以前年度结余',
    '使用上年结余',
    '上年结余弥补',
    '用以前年度结余弥补',
    '以前年度结余弥补',
    '动用历年结余',
    '弥补收支差额',
    '动用滚存结余',
    '动用以前年度滚存结余',
  ],
  [returnedInvestment]: ['收回投资', '本年收回投资'],
  [investment]: ['投资', '本年投资'],
  [reserveFund]: ['提取后备金', '本年提取后备金'],
}

const canonical = new Map(
  Object.entries(spellings).flatMap(([name, written]) =>
    written.map((text) => [normalizeHeader(text).text, name] as const),
  ),
)

export const balanceLines: readonly string[] = Object.keys(spellings)

/** The canonical name of a balance line, however it is written; undefined for anything else. */
export function findBalanceLine(name: string): string | undefined {
  return canonical.get(normalizeHeader(name).text)
}

const totals =
  /^(?:(?:本年|当年|年度|全年)?(?:经费|预算)?(?:收入|支出|收支)?(?:合计|总计|小计|共计|累计)|(?:本年|当年)(?:收支)?(?:结余|差额)|(?:收支)(?:结余|差额|相抵)|(?:期末|年末)(?:累计|滚存|资金结转)?结余|滚存结余|本页合计)(?:数|额)?$/

/** Rows that are sums by their name alone, wherever recognition put them. */
export function isTotalName(name: string): boolean {
  return totals.test(normalizeHeader(name).text)
}
