// A limit as a line that people read, in each language: what, how much, for whom.
import type { Limit, LimitBase, PolicyLayer, Share } from '../definition/limit.ts'
import { formatYuan, type Fen } from '../kernel/money.ts'
import { unreachable } from '../kernel/unreachable.ts'
import { fillPlaces, words, type Locale, type Params, type Words } from '../kernel/words.ts'
import type { PackLimit, TieredLimit } from './pack.ts'

export const layerWords: Readonly<Record<PolicyLayer, Words>> = {
  national: words('国家', '國家', 'National'),
  provincial: words('省级', '省級', 'Provincial'),
  local: words('市级/产业', '市級/產業', 'Local or industry'),
  unit: words('本单位', '本單位', 'Own unit'),
}

const baseWords: Readonly<Record<LimitBase, Words>> = {
  dues: words('当年会费收入', '當年會費收入', 'the year’s dues'),
  retainedIncome: words('当年留成收入', '當年留成收入', 'the year’s retained income'),
  budgetIncome: words('当年预算收入', '當年預算收入', 'the year’s budgeted income'),
  budgetExpenditure: words('年度预算支出', '年度預算支出', 'the year’s budgeted expenditure'),
  participants: words('参加人数', '參加人數', 'the number of participants'),
}

const lines: Readonly<Record<Limit['form'] | 'tiered', Words>> = {
  perMemberYear: words(
    '{tags}：每人每年不超过 {max} 元',
    '{tags}：每人每年不超過 {max} 元',
    '{tags}: at most {max} yuan per member and year',
  ),
  perEvent: words(
    '{tags}：每次不超过 {max} 元{raised}',
    '{tags}：每次不超過 {max} 元{raised}',
    '{tags}: at most {max} yuan each time{raised}',
  ),
  perFestival: words(
    '{tags}：每人不超过 {max} 元',
    '{tags}：每人不超過 {max} 元',
    '{tags}: at most {max} yuan per member',
  ),
  perPersonDay: words(
    '{tags}：每人每天不超过 {max} 元',
    '{tags}：每人每天不超過 {max} 元',
    '{tags}: at most {max} yuan per person and day',
  ),
  unitYearRatio: words(
    '{tags}：全年合计不超过{base}的 {share}',
    '{tags}：全年合計不超過{base}的 {share}',
    '{tags}: at most {share} of {base}',
  ),
  duesMultiple: words(
    '{tags}：全年合计不超过当年会费收入的 {multiple} 倍',
    '{tags}：全年合計不超過當年會費收入的 {multiple} 倍',
    '{tags}: at most {multiple} times the year’s dues',
  ),
  headcountRatio: words(
    '{tags}：获奖人数不超过{base}的 {share}',
    '{tags}：獲獎人數不超過{base}的 {share}',
    '{tags}: winners at most {share} of {base}',
  ),
  frequency: words('{tags}：{per} {times} 次', '{tags}：{per} {times} 次', '{tags}: {times} time(s) {per}'),
  means: words('{tags}：只能用 {allowed}', '{tags}：只能用 {allowed}', '{tags}: only as {allowed}'),
  eligibility: words(
    '{tags}：只给{condition}的人',
    '{tags}：只給{condition}的人',
    '{tags}: only for those who {condition}',
  ),
  tiered: words(
    '{tags}：每人每年不超过 {max} 元',
    '{tags}：每人每年不超過 {max} 元',
    '{tags}: at most {max} yuan per member and year',
  ),
}

const perWords = {
  year: words('每年', '每年', 'a year'),
  lifetime: words('一生', '一生', 'in a lifetime'),
  illnessYear: words('同一病种每年', '同一病種每年', 'a year for the same illness'),
  event: words('每事', '每事', 'per event'),
} as const

const conditionWords = {
  member: words('在会', '在會', 'are members'),
  duesPaid: words('已缴会费', '已繳會費', 'have paid their dues'),
  inWageBase: words('工资已纳入拨缴基数', '工資已納入撥繳基數', 'are in the wage base of the 2 %'),
  lawful: words('符合国家法律政策', '符合國家法律政策', 'meet the law'),
} as const

const raisedWords = words('，{circumstance}的 {max} 元', '，{circumstance}的 {max} 元', ', {max} with {circumstance}')
const belowWords = words(
  '{max}（人均留成不足 {below} 元的）',
  '{max}（人均留成不足 {below} 元的）',
  '{max} (retained per head below {below})',
)
const naturesWords = words('{max}（{natures}）', '{max}（{natures}）', '{max} ({natures})')
const everyFestival = words('其他节日', '其他節日', 'Other festivals')

const shown = (amount: Fen): string => formatYuan(amount).replace(/\.00$/, '')

function shareText({ times, per }: Share): string {
  return per === 100 ? `${times}%` : `${times}/${per}`
}

function tierText({ tiers }: TieredLimit, locale: Locale): string {
  const texts = tiers.map((tier) => {
    if ('below' in tier) return fillPlaces(belowWords[locale], { max: shown(tier.max), below: shown(tier.below) })
    if ('natures' in tier)
      return fillPlaces(naturesWords[locale], { max: shown(tier.max), natures: tier.natures.join('、') })
    return shown(tier.max)
  })
  return texts.join(locale === 'en' ? ', ' : '、')
}

function paramsOf(limit: PackLimit, locale: Locale): Params {
  switch (limit.form) {
    case 'perMemberYear':
      return { tags: limit.tags.join('、'), max: shown(limit.max) }
    case 'perEvent': {
      const raised = (limit.raised ?? []).map(({ circumstance, max }) =>
        fillPlaces(raisedWords[locale], { circumstance, max: shown(max) }),
      )
      return { tags: limit.tag, max: shown(limit.max), raised: raised.join('') }
    }
    case 'perFestival': {
      const tags = limit.festivals.length === 0 ? everyFestival[locale] : limit.festivals.join('、')
      return { tags, max: shown(limit.max) }
    }
    case 'perPersonDay':
      return { tags: limit.tag, max: shown(limit.max) }
    case 'unitYearRatio':
      return { tags: limit.tags.join('、'), base: baseWords[limit.base][locale], share: shareText(limit.share) }
    case 'headcountRatio':
      return { tags: limit.tag, base: baseWords[limit.base][locale], share: shareText(limit.share) }
    case 'duesMultiple':
      return { tags: limit.tags.join('、'), multiple: limit.multiple }
    case 'frequency':
      return { tags: limit.tag, per: perWords[limit.per][locale], times: limit.times }
    case 'means':
      return { tags: limit.tag, allowed: limit.allowed.join('、') }
    case 'eligibility':
      return { tags: limit.tags.join('、'), condition: conditionWords[limit.condition][locale] }
    case 'tiered':
      return { tags: limit.tags.join('、'), max: tierText(limit, locale) }
    default:
      return unreachable(limit)
  }
}

export function describeLimit(limit: PackLimit, locale: Locale): string {
  return fillPlaces(lines[limit.form][locale], paramsOf(limit, locale))
}
