// What the title of an old list says of all of its rows: which festival or occasion, which issue.
import type { InterpretContext, Interpretation } from '../../definition/sheet.ts'
import type { RuleContext } from '../../definition/rule.ts'
import { foldText } from '../../kernel/text.ts'
import type { Value, Values } from '../../kernel/value.ts'
import { chartOf, findAccountByName } from '../../policy/charts.ts'
import { occasions, purposeOfOccasion } from './choices.ts'

/** Longest spelling first, so that 妇女节 is not taken for anything shorter. */
const spellings = occasions
  .flatMap(({ value, synonyms }) => [value, ...synonyms].map((word) => [foldText(word), value] as const))
  .filter(([word]) => word.length >= 2 && word !== '其他' && word !== '其它')
  .toSorted(([a], [b]) => b.length - a.length)

/** The occasion that a title names, e.g. 2026年春节慰问品发放签领表 → 春节; undefined when it names none, or several. */
export function findOccasion(title: string): string | undefined {
  let rest = foldText(title)
  const found = new Set<string>()
  for (const [word, value] of spellings) {
    if (!rest.includes(word)) continue
    found.add(value)
    rest = rest.replaceAll(word, '')
  }
  return found.size === 1 ? [...found][0] : undefined
}

/** `某某公司工会春节慰问品发放签领表` of 2026 → `2026年春节慰问品`. */
function issueOf(title: string, year: number): string | null {
  const plain = title.replace(/\s+/g, '').replace(/^.*(?:工会|委员会)/, '')
  const match = /^(?:(?:19|20)\d{2}年度?)?(.{0,30}?(?:慰问品|慰问金|慰问|福利品|福利|补助|纪念品))/.exec(plain)
  return match?.[1] === undefined ? null : `${year}年${match[1]}`
}

/** The code of an account that a plan names only: `会员活动支出`, `50105会员活动支出`. */
export function findAccountCode(name: string, context: Pick<RuleContext, 'year' | 'unitKind'>): string | null {
  const written = /^\d{3}(?:\d{2}){0,3}(?!\d)/.exec(name)?.[0]
  if (written !== undefined) return written
  const { year, unitKind } = context
  return findAccountByName(chartOf(year), name, { unitKind, class: '支出' })?.code ?? null
}

/** A plan: the account's code is found by its name, so that the plan can be held against the budget. */
export function interpretPlan(row: Values, context: RuleContext & InterpretContext): Interpretation {
  const read = interpretBenefit(row, context)
  const { accountCode, accountName } = read.values
  if ((accountCode ?? null) !== null || typeof accountName !== 'string') return read
  const code = findAccountCode(accountName, context)
  return code === null ? read : { ...read, values: { ...read.values, accountCode: code } }
}

/** For kinds with the columns of benefitColumns.ts. */
export function interpretBenefit(row: Values, context: RuleContext & InterpretContext): Interpretation {
  const title = context.title ?? ''
  const occasion = (row['occasion'] ?? findOccasion(title) ?? null) as Value
  const issue = row['issue'] ?? (occasion === null ? null : issueOf(title, context.year))
  const purpose = typeof occasion === 'string' ? (purposeOfOccasion(occasion) ?? null) : null
  const values: Values = {
    ...row,
    ...(occasion === null ? {} : { occasion }),
    ...(issue === null ? {} : { issue }),
    purpose,
  }
  return { values, role: 'data', findings: [] }
}
