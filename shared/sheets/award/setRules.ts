// Set rules of awards: the sum is shared out whole, quotas keep to the total, nobody stands twice (E-17).
import type { Condition } from '../../definition/condition.ts'
import type { SetRule } from '../../definition/rule.ts'
import { words } from '../../kernel/words.ts'
import { awardPractice, enterpriseRules } from '../../policy/sources.ts'
import { rowKinds } from './choices.ts'
import {
  sampleBonus as bonus,
  sampleNomination as nomination,
  samplePool as pool,
  sampleQuota as quota,
} from './sample.ts'

const isKind = (kind: string): Condition => [{ column: 'recordType', in: [kind] }]

export const setRules: readonly SetRule[] = [
  {
    scope: 'set',
    code: 'award/pool',
    severity: 'error',
    blocks: 'submit',
    citation: awardPractice('Σ实发 = 总额，尾差不超过 1 元'),
    title: words('实发合计等于奖金总额', '實發合計等於獎金總額', 'The sum is shared out, no more and no less'),
    message: words(
      '“{group}”实发合计 {left} 元，奖金总额 {right} 元，差 {difference} 元。请调整，尾差写明由谁承担。',
      '「{group}」實發合計 {left} 元，獎金總額 {right} 元，差 {difference} 元。請調整，尾差寫明由誰承擔。',
      '“{group}”: {left} yuan paid of {right} to share, a difference of {difference}. Please adjust, and say who carries the rounding.',
    ),
    set: {
      type: 'compareSums',
      groupBy: ['programme'],
      left: [{ column: 'net', where: isKind(rowKinds.bonus), times: 1 }],
      right: [{ column: 'net', where: isKind(rowKinds.pool), times: 1 }],
      relation: 'equal',
      tolerance: 100,
      onlyWhere: isKind(rowKinds.pool),
    },
    examples: {
      valid: [[pool, bonus], [pool, { ...bonus, net: 110_100 }], [bonus]],
      invalid: [[pool, { ...bonus, net: 110_101 }], [pool]],
    },
  },
  {
    scope: 'set',
    code: 'award/quota-total',
    severity: 'error',
    blocks: 'submit',
    citation: awardPractice('名额合计不超过总名额'),
    title: words('各部门名额不超过总名额', '各部門名額不超過總名額', 'Places within the total'),
    message: words(
      '“{group}”各部门名额共 {left} 个，总名额（不写部门的一行）{right} 个，多 {difference} 个。',
      '「{group}」各部門名額共 {left} 個，總名額（不寫部門的一行）{right} 個，多 {difference} 個。',
      '“{group}”: departments have {left} places, the total (the row without department) is {right}, {difference} too many.',
    ),
    set: {
      type: 'compareSums',
      groupBy: ['programme', 'category'],
      left: [
        { column: 'places', where: [...isKind(rowKinds.quota), { column: 'department', blank: false }], times: 1 },
      ],
      right: [
        { column: 'places', where: [...isKind(rowKinds.quota), { column: 'department', blank: true }], times: 1 },
      ],
      relation: 'atMost',
      tolerance: 0,
      onlyWhere: [...isKind(rowKinds.quota), { column: 'department', blank: true }],
    },
    examples: {
      valid: [[quota, { ...quota, department: null, places: 5 }], [quota]],
      invalid: [[quota, { ...quota, department: null, places: 4 }]],
    },
  },
  {
    scope: 'set',
    code: 'award/person-twice',
    reference: 'E-17',
    severity: 'warning',
    citation: enterpriseRules('第28条：几项名次就高'),
    title: words('一个人一次评选只奖一次', '一個人一次評選只獎一次', 'One prize for each in a selection'),
    message: words(
      '“{key}”列了 {count} 行。有几项名次的只奖最高的一项。',
      '「{key}」列了 {count} 行。有幾項名次的只獎最高的一項。',
      '“{key}” stands in {count} rows. Of several places only the highest is rewarded.',
    ),
    set: {
      type: 'unique',
      key: ['programme', 'department', 'name'],
      where: [...isKind(rowKinds.nomination), { column: 'decision', notIn: ['不批准'] }],
    },
    examples: {
      valid: [
        [nomination, { ...nomination, name: '乙某' }],
        [nomination, { ...nomination, decision: '不批准' }],
      ],
      invalid: [[nomination, { ...nomination, category: '积极分子' }]],
    },
  },
  {
    scope: 'set',
    code: 'award/bonus-twice',
    severity: 'error',
    blocks: 'submit',
    citation: awardPractice('一人一行'),
    title: words('一批奖金一人一行', '一批獎金一人一行', 'One row for each in a round of bonuses'),
    message: words(
      '“{key}”列了 {count} 行。请合并，同名的请填会员证号。',
      '「{key}」列了 {count} 行。請合併，同名的請填會員證號。',
      '“{key}” stands in {count} rows. Merge them, or give the membership numbers of namesakes.',
    ),
    set: { type: 'unique', key: ['programme', 'department', 'name', 'memberNo'], where: isKind(rowKinds.bonus) },
    examples: { valid: [[bonus, { ...bonus, memberNo: 'HY-0009' }]], invalid: [[bonus, bonus]] },
  },
]
