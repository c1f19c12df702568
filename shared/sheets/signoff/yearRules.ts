// Rules over the lists of a year, or of all years: how much, how often (E-07, E-09, E-11, E-12).
import type { Limit } from '../../definition/limit.ts'
import type { LinkedRule } from '../../definition/rule.ts'
import { fen } from '../../kernel/money.ts'
import { words } from '../../kernel/words.ts'
import { spendingRules } from '../../policy/sources.ts'
import { given, occasionIs, receipts } from './receipts.ts'

const yearLimit = (max: number): Limit => ({ form: 'perMemberYear', tags: ['节日慰问'], max: fen(max) })

export const yearRules: readonly LinkedRule[] = [
  {
    scope: 'linked',
    code: 'signoff/member-year',
    reference: 'E-07',
    severity: 'error',
    blocks: 'submit',
    citation: spendingRules('第8条；限额见各省办法'),
    title: words(
      '每人全年节日慰问不超过限额',
      '每人全年節日慰問不超過限額',
      'Each member’s festivals within the yearly limit',
    ),
    message: words(
      '“{group}”本年节日慰问各次共 {left} 元，限 {limit} 元，超 {difference} 元。',
      '「{group}」本年節日慰問各次共 {left} 元，限 {limit} 元，超 {difference} 元。',
      '“{group}” got {left} yuan for festivals this year; the limit is {limit}, {difference} too much.',
    ),
    linked: {
      group: ['department', 'name'],
      reach: 'unit',
      left: [
        {
          kind: 'signoff',
          groupBy: ['department', 'name'],
          column: 'amount',
          where: [{ column: 'purpose', in: ['节日慰问'] }],
          times: 1,
        },
      ],
      right: { limit: { tag: '节日慰问', form: 'perMemberYear' } },
      relation: 'atMost',
      tolerance: 0,
    },
    examples: {
      valid: [[given({ amount: 100_000 }), given({ amount: 100_000, occasion: '中秋' })]],
      invalid: [[given({ amount: 100_000 }), given({ amount: 100_001, occasion: '中秋' })]],
      limits: [yearLimit(200_000)],
    },
  },
  {
    scope: 'linked',
    code: 'signoff/birthday-twice',
    reference: 'E-09',
    severity: 'error',
    blocks: 'submit',
    citation: spendingRules('第8条（四）'),
    title: words('生日慰问一年一次', '生日慰問一年一次', 'One birthday a year'),
    message: words(
      '“{group}”本年生日慰问发了 {left} 次。一年一次，请核对。',
      '「{group}」本年生日慰問發了 {left} 次。一年一次，請核對。',
      '“{group}” got {left} birthday gifts this year; there is one a year.',
    ),
    linked: {
      group: ['department', 'name'],
      reach: 'unit',
      left: [receipts(['department', 'name'], occasionIs('生日'))],
      right: [],
      relation: 'atMost',
      tolerance: 1,
    },
    examples: {
      valid: [[given({ occasion: '生日' }), given()]],
      invalid: [[given({ occasion: '生日' }), given({ occasion: '生日', item: '蛋糕' })]],
    },
  },
  {
    scope: 'linked',
    code: 'signoff/once-in-life',
    reference: 'E-12',
    severity: 'error',
    blocks: 'submit',
    citation: spendingRules('第8条（四）'),
    title: words('退休、入会慰问只有一次', '退休、入會慰問只有一次', 'Retirement and joining come once'),
    message: words(
      '“{group}”历年共发了 {left} 次。这项慰问只有一次，请核对。',
      '「{group}」歷年共發了 {left} 次。這項慰問只有一次，請核對。',
      '“{group}” was given this {left} times over the years; it comes once.',
    ),
    linked: {
      group: ['department', 'name', 'occasion'],
      reach: 'unit',
      left: [{ ...receipts(['department', 'name', 'occasion'], occasionIs('退休', '入会')), years: 'all' }],
      right: [],
      relation: 'atMost',
      tolerance: 1,
    },
    examples: {
      valid: [[given({ occasion: '退休' })]],
      invalid: [[given({ occasion: '退休' }), given({ occasion: '退休' }, { yearOffset: -1 })]],
    },
  },
  {
    scope: 'linked',
    code: 'signoff/illness-twice',
    reference: 'E-11',
    severity: 'warning',
    citation: spendingRules('第8条（四）'),
    title: words('同一病种一年慰问一次', '同一病種一年慰問一次', 'One visit a year for one illness'),
    message: words(
      '“{group}”本年住院慰问 {left} 次。同一病种一年一次；病种不同的请在备注说明（不写病名）。',
      '「{group}」本年住院慰問 {left} 次。同一病種一年一次；病種不同的請在備註說明（不寫病名）。',
      '“{group}” was visited in hospital {left} times this year: once a year for one illness. Say in the remark if the illness differs, without naming it.',
    ),
    linked: {
      group: ['department', 'name'],
      reach: 'unit',
      left: [receipts(['department', 'name'], occasionIs('住院'))],
      right: [],
      relation: 'atMost',
      tolerance: 1,
    },
    examples: {
      valid: [[given({ occasion: '住院' })]],
      invalid: [[given({ occasion: '住院' }), given({ occasion: '住院', amount: 1 })]],
    },
  },
  {
    scope: 'linked',
    code: 'signoff/times-a-year',
    reference: 'E-07',
    severity: 'warning',
    citation: spendingRules('第8条；次数见各省办法'),
    title: words('节日慰问一年的次数', '節日慰問一年的次數', 'How many festivals a year'),
    message: words(
      '“{group}”本年节日慰问 {left} 行，限 {limit} 次。一个节日发几样的合并计算，请核对。',
      '「{group}」本年節日慰問 {left} 行，限 {limit} 次。一個節日發幾樣的合併計算，請核對。',
      '“{group}” has {left} lines for festivals this year, the limit is {limit} times. Several items of one festival count once: please check.',
    ),
    linked: {
      group: ['department', 'name'],
      reach: 'unit',
      left: [receipts(['department', 'name'], [{ column: 'purpose', in: ['节日慰问'] }])],
      right: { limit: { tag: '节日慰问', form: 'frequency' } },
      relation: 'atMost',
      tolerance: 0,
    },
    examples: {
      valid: [[given(), given({ occasion: '中秋' })]],
      invalid: [[given(), given({ occasion: '中秋' }), given({ occasion: '国庆' })]],
      limits: [{ form: 'frequency', tag: '节日慰问', per: 'year', times: 2 }],
    },
  },
]
