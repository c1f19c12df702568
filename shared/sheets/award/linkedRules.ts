// Rules of awards over rows and units: winners among participants (E-01, E-02, E-18), winners by quota, nobody twice (E-17).
import type { Limit } from '../../definition/limit.ts'
import type { LinkedTerm } from '../../definition/linked.ts'
import type { PurposeTag } from '../../definition/purpose.ts'
import type { LinkedRule } from '../../definition/rule.ts'
import type { Values } from '../../kernel/value.ts'
import { words } from '../../kernel/words.ts'
import { awardPractice, enterpriseRules, spendingRules } from '../../policy/sources.ts'
import { rowKinds } from './choices.ts'
import { sampleNomination, sampleQuota } from './sample.ts'

const row = (values: Values, more: { readonly unitId?: string } = {}) => ({ kind: 'award', values, ...more })
const winner = (change: Values = {}) => row({ ...sampleNomination, ...change })

function winners(groupBy: readonly string[], where: LinkedTerm['where'] = []): LinkedTerm {
  return {
    kind: 'award',
    groupBy,
    column: null,
    where: [{ column: 'recordType', in: [rowKinds.nomination] }, { column: 'decision', notIn: ['不批准'] }, ...where],
    times: 1,
  }
}

interface Ratio {
  readonly tag: PurposeTag
  readonly code: string
  readonly reference: string
  readonly names: readonly [string, string, string]
}

const ratios: readonly Ratio[] = [
  {
    tag: '文体活动',
    code: 'award/sports-winners',
    reference: 'E-02',
    names: ['文体活动', '文體活動', 'Culture and sport'],
  },
  {
    tag: '技能竞赛',
    code: 'award/contest-winners',
    reference: 'E-18',
    names: ['技能竞赛', '技能競賽', 'Skill contests'],
  },
  { tag: '职工教育', code: 'award/trainee-winners', reference: 'E-01', names: ['职工教育', '職工教育', 'Education'] },
]

const twoThirds = (tag: PurposeTag): Limit => ({
  form: 'headcountRatio',
  tag,
  base: 'participants',
  share: { times: 2, per: 3 },
})

/** The number of participants stands in the quota row of the programme. */
const ratioRules = ratios.map(({ tag, code, reference, names: [hans, hant, en] }): LinkedRule => {
  const of = (count: number) =>
    Array.from({ length: count }, (_, index) => winner({ purpose: tag, name: `${'甲乙丙丁'[index] ?? ''}某` }))
  const asked = row({ ...sampleQuota, purpose: tag, participants: 3 })
  return {
    scope: 'linked',
    code,
    reference,
    severity: 'error',
    blocks: 'submit',
    citation: spendingRules('第8条'),
    title: words(`${hans}获奖人数不超过比例`, `${hant}獲獎人數不超過比例`, `${en}: winners within the share`),
    message: words(
      `“{group}”（${hans}）获奖 {left} 人，按参加人数最多 {limit} 人，多 {difference} 人。未获奖的可以发少量纪念品。`,
      `「{group}」（${hant}）獲獎 {left} 人，按參加人數最多 {limit} 人，多 {difference} 人。未獲獎的可以發少量紀念品。`,
      `“{group}” (${en}): {left} winners, {limit} allowed by the number of participants, {difference} too many.`,
    ),
    linked: {
      group: ['programme'],
      reach: 'unit',
      left: [winners(['programme'], [{ column: 'purpose', in: [tag] }])],
      right: {
        limit: { tag, form: 'headcountRatio' },
        bases: {
          participants: [
            {
              kind: 'award',
              groupBy: ['programme'],
              column: 'participants',
              where: [
                { column: 'recordType', in: [rowKinds.quota] },
                { column: 'purpose', in: [tag] },
              ],
              times: 1,
            },
          ],
        },
      },
      relation: 'atMost',
      tolerance: 0,
    },
    examples: { valid: [[asked, ...of(2)]], invalid: [[asked, ...of(3)]], limits: [twoThirds(tag)] },
  }
})

export const linkedRules: readonly LinkedRule[] = [
  ...ratioRules,
  {
    scope: 'linked',
    code: 'award/over-quota',
    severity: 'error',
    blocks: 'submit',
    citation: awardPractice('按名额推荐'),
    title: words('推荐不超过名额', '推薦不超過名額', 'No more nominations than places'),
    message: words(
      '“{group}”推荐 {left} 个，名额 {right} 个，多 {difference} 个。',
      '「{group}」推薦 {left} 個，名額 {right} 個，多 {difference} 個。',
      '“{group}”: {left} nominated for {right} places, {difference} too many.',
    ),
    linked: {
      group: ['programme', 'department', 'category'],
      reach: 'unit',
      left: [winners(['programme', 'department', 'category'])],
      right: [
        {
          kind: 'award',
          groupBy: ['programme', 'department', 'category'],
          column: 'places',
          where: [{ column: 'recordType', in: [rowKinds.quota] }],
          times: 1,
        },
      ],
      relation: 'atMost',
      tolerance: 0,
      onlyWhere: 'both',
    },
    examples: {
      valid: [[row({ ...sampleQuota, places: 1 }), winner()], [winner()]],
      invalid: [[row({ ...sampleQuota, places: 1 }), winner(), winner({ name: '乙某' })]],
    },
  },
  {
    scope: 'linked',
    code: 'award/two-units',
    reference: 'E-17',
    severity: 'warning',
    citation: enterpriseRules('第28条：不得重复奖励'),
    title: words('同一类别不在两个单位获奖', '同一類別不在兩個單位獲獎', 'The same award not in two unions'),
    message: words(
      '会员证号和类别“{group}”在各单位共奖励 {left} 次。不得重复奖励，请核对。',
      '會員證號和類別「{group}」在各單位共獎勵 {left} 次。不得重複獎勵，請核對。',
      '“{group}” is rewarded {left} times over all units. Nobody is rewarded twice; please check.',
    ),
    linked: {
      group: ['memberNo', 'category'],
      reach: 'everywhere',
      left: [winners(['memberNo', 'category'])],
      right: [],
      relation: 'atMost',
      tolerance: 1,
    },
    examples: {
      valid: [[winner(), row({ ...sampleNomination, memberNo: 'HY-0002' }, { unitId: 'u2' })]],
      invalid: [[winner(), row(sampleNomination, { unitId: 'u2' })]],
    },
  },
]
