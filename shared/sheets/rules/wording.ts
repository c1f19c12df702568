// Words that must not stand in what union money buys: 八不准 (32号 art. 22) and payments that are forbidden outright (E-14, E-21).
import type { RowRule } from '../../definition/rule.ts'
import type { Values } from '../../kernel/value.ts'
import { words } from '../../kernel/words.ts'
import { anhuiRules, enterpriseRules, spendingRules } from '../../policy/sources.ts'
import { textOf } from '../accounts/rowParts.ts'

export interface WordingRulesOf {
  readonly kind: string
  /** Columns in which people write what the money is for; the first is where the finding is shown. */
  readonly columns: readonly string[]
  readonly sample: Values
  /** Words of the list that mean something lawful in this kind. */
  readonly allowed?: readonly string[]
}

/** word → which of the eight (1 请客送礼 · 2 滥发奖金津贴补贴 · 3 高消费娱乐健身 · 4 小金库 · 6 截留挪用 · 7 集资担保 · 8 与工会活动无关). */
const watched: readonly (readonly [pattern: RegExp, item: number])[] = [
  [/宴请|招待|送礼/, 1],
  // 禁烟, 酒店, 酒精 and the like are no gifts.
  [/(?<![禁控戒无防])烟(?![花雾台感道草控])/, 1],
  [/酒(?![店精泉])/, 1],
  [/奖金|津贴|补贴|加班费/, 2],
  [/会所|KTV|高尔夫|高档/i, 3],
  [/旅游(?!年票|景点年票)/, 3],
  [/小金库/, 4],
  [/摊派/, 8],
]

/** Forbidden whatever the reason. */
const forbidden = /捐赠|赞助|商业预付卡|预付卡|健身卡|借款|担保|理财|非法集资|集资/

/** Cash and what is as good as cash. */
export const cashWords = /现金|购物卡|购物券|代金券|消费券|消费卡|储值卡|预付卡|红包|礼金/

const eight: Readonly<Record<number, string>> = {
  1: '不准使用工会经费请客送礼',
  2: '不准违反规定滥发奖金、津贴、补贴',
  3: '不准用于高消费性娱乐和健身活动',
  4: '不准违规设立“小金库”',
  8: '不准报销与工会活动无关的费用',
}

function textsOf(row: Values, columns: readonly string[]): string {
  return columns.map((column) => textOf(row, column)).join(' ')
}

export function wordingRules({ kind, columns, sample, allowed = [] }: WordingRulesOf): readonly RowRule[] {
  const [first = ''] = columns
  return [
    {
      scope: 'row',
      code: `${kind}/eight-prohibitions`,
      reference: '八不准',
      severity: 'warning',
      citation: spendingRules('第22条（八不准）'),
      title: words('八不准', '八不准', 'The eight prohibitions'),
      message: words(
        '写有“{word}”：{prohibition}。与此无关的请说明，有关的请删去。',
        '寫有「{word}」：{prohibition}。與此無關的請說明，有關的請刪去。',
        'It says “{word}”: {prohibition}. Please explain, or take it out.',
      ),
      columns,
      check: (row) => {
        const text = textsOf(row, columns)
        for (const [pattern, item] of watched) {
          const word = pattern.exec(text)?.[0]
          if (word !== undefined && !allowed.includes(word)) return { word, prohibition: eight[item] ?? '' }
        }
        return null
      },
      examples: {
        valid: [sample, { ...sample, [first]: '酒店消毒用品' }],
        invalid: [
          { ...sample, [first]: '高档白酒' },
          { ...sample, [first]: '宴请' },
        ],
      },
    },
    {
      scope: 'row',
      code: `${kind}/forbidden-payment`,
      reference: 'E-21',
      severity: 'error',
      blocks: 'submit',
      citation: enterpriseRules('第28、36、40、66条'),
      title: words(
        '不得捐赠、赞助、购卡、出借、担保和理财',
        '不得捐贈、贊助、購卡、出借、擔保和理財',
        'No donations, sponsoring, prepaid cards, loans, guarantees or investments',
      ),
      message: words(
        '写有“{word}”，工会经费不得用于此项。请删去，或改列正当用途。',
        '寫有「{word}」，工會經費不得用於此項。請刪去，或改列正當用途。',
        'It says “{word}”, for which union money must not be used. Please take it out.',
      ),
      columns,
      check: (row) => {
        const word = forbidden.exec(textsOf(row, columns))?.[0]
        return word === undefined ? null : { word }
      },
      examples: { valid: [sample], invalid: [{ ...sample, [first]: '健身卡' }] },
    },
    {
      scope: 'row',
      code: `${kind}/health-check`,
      reference: 'E-14',
      // One province's rule; others pay for certain examinations.
      severity: 'warning',
      citation: anhuiRules('第17页'),
      title: words('体检由单位负担', '體檢由單位負擔', 'Health checks are the employer’s cost'),
      message: words(
        '写有“体检”。体检费由单位行政负担，不得列支工会经费；本省另有规定的请写明文号。',
        '寫有「體檢」。體檢費由單位行政負擔，不得列支工會經費；本省另有規定的請寫明文號。',
        'It says 体检 (health check): the employer pays for it, not the union, unless your province says otherwise.',
      ),
      columns,
      check: (row) =>
        /体检|健康检查/.test(textsOf(row, columns)) && !/〔\d{4}〕\d+号/.test(textsOf(row, columns)) ? {} : null,
      examples: { valid: [sample], invalid: [{ ...sample, [first]: '职工体检' }] },
    },
  ]
}
