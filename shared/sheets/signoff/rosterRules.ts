// Rules that hold a list against the roster and the lists of other units (E-08, E-13).
import type { LinkedRule } from '../../definition/rule.ts'
import { words } from '../../kernel/words.ts'
import { anhuiRules, spendingRules } from '../../policy/sources.ts'
import { members, welfareStates } from '../welfare/linkedTerms.ts'
import { given, occasionIs, receipts } from './receipts.ts'

export const rosterRules: readonly LinkedRule[] = [
  {
    scope: 'linked',
    code: 'signoff/not-in-roster',
    reference: 'E-13',
    severity: 'warning',
    citation: anhuiRules('第9—10页'),
    title: words('领取人在会员名册里', '領取人在會員名冊裡', 'Recipients are in the roster'),
    message: words(
      '“{group}”在签领表里，不在在会会员里。请核对姓名、会籍；离退休和外单位人员不从工会经费列支。',
      '「{group}」在簽領表裡，不在在會會員裡。請核對姓名、會籍；離退休和外單位人員不從工會經費列支。',
      '“{group}” stands in the list but is no member in good standing. Please check name and membership.',
    ),
    linked: {
      group: ['name'],
      reach: 'unit',
      left: [
        receipts(
          ['name'],
          [{ column: 'purpose', notIn: ['困难帮扶', '送温暖', '退休离岗慰问', '丧葬慰问(会员)', '其他'] }],
        ),
      ],
      right: [members(['name'])],
      relation: 'atMost',
      tolerance: 0,
      onlyWhere: 'leftOnly',
    },
    examples: {
      valid: [[given(), { kind: 'member', values: { name: '甲某', standing: '在会' } }]],
      invalid: [[given()], [given(), { kind: 'member', values: { name: '甲某', standing: '退休' } }]],
    },
  },
  {
    scope: 'linked',
    code: 'signoff/outside-wage-base',
    reference: 'E-13',
    severity: 'warning',
    citation: anhuiRules('第9—10页'),
    title: words(
      '工资没有纳入拨缴基数的不享受',
      '工資沒有納入撥繳基數的不享受',
      'Those whose wage is not in the 2 % base are given nothing',
    ),
    message: words(
      '“{group}”领了 {left} 次，名册里工资没有纳入拨缴基数。按有的省的规定不能享受，请核对。',
      '「{group}」領了 {left} 次，名冊裡工資沒有納入撥繳基數。按有的省的規定不能享受，請核對。',
      '“{group}” received {left} times, but the wage is not in the 2 % base. Some provinces allow nothing then; please check.',
    ),
    linked: {
      group: ['department', 'name'],
      reach: 'unit',
      left: [receipts(['department', 'name'], [{ column: 'purpose', notIn: ['困难帮扶', '送温暖', '其他'] }])],
      // Counted below nothing: wherever there is such a member, any receipt is too much.
      right: [
        {
          kind: 'member',
          groupBy: ['department', 'name'],
          column: null,
          where: [{ column: 'inWageBase', in: [false] }],
          times: -1,
        },
      ],
      relation: 'atMost',
      tolerance: 0,
      onlyWhere: 'both',
    },
    examples: {
      valid: [[given(), { kind: 'member', values: { department: '财务部', name: '甲某', inWageBase: true } }]],
      invalid: [[given(), { kind: 'member', values: { department: '财务部', name: '甲某', inWageBase: false } }]],
    },
  },
  {
    scope: 'linked',
    code: 'signoff/member-year-everywhere',
    reference: 'E-13',
    severity: 'warning',
    citation: anhuiRules('第9—10页：只在一处享受'),
    title: words('借用、派遣人员只在一处享受', '借用、派遣人員只在一處享受', 'Those on loan are given it in one place'),
    message: words(
      '会员证号 {group} 的同一项慰问在各单位共发了 {left} 次。借用、挂职、派遣人员只在一处享受，请核对。',
      '會員證號 {group} 的同一項慰問在各單位共發了 {left} 次。借用、掛職、派遣人員只在一處享受，請核對。',
      'Membership number {group} was given the same {left} times over all units. Those on loan are given it in one place only.',
    ),
    linked: {
      group: ['memberNo', 'occasion', 'item'],
      reach: 'everywhere',
      left: [receipts(['memberNo', 'occasion', 'item'], [{ column: 'purpose', in: ['节日慰问', '生日慰问'] }])],
      right: [],
      relation: 'atMost',
      tolerance: 1,
    },
    examples: {
      valid: [[given(), given({ memberNo: 'HY-0002' }, { unitId: 'u2' })]],
      invalid: [[given(), given({}, { unitId: 'u2' })]],
    },
  },
  {
    scope: 'linked',
    code: 'signoff/left-out',
    reference: 'E-08',
    severity: 'hint',
    citation: spendingRules('第8条（四）：向全体会员发放'),
    title: words('春节慰问人人有份', '春節慰問人人有份', 'Spring Festival leaves nobody out'),
    message: words(
      '春节慰问签领 {left} 人，名册在会 {right} 人，差 {difference} 人。请核对有没有遗漏。',
      '春節慰問簽領 {left} 人，名冊在會 {right} 人，差 {difference} 人。請核對有沒有遺漏。',
      'Spring Festival: {left} signed, the roster has {right} members, a difference of {difference}. Please check whether somebody was left out.',
    ),
    linked: {
      group: [],
      reach: 'unit',
      left: [{ ...receipts([], occasionIs('春节')), states: welfareStates.issued }],
      right: [members([])],
      relation: 'atLeast',
      tolerance: 0,
      onlyWhere: 'both',
    },
    examples: {
      valid: [[given({}, { state: 'issued' }), { kind: 'member', values: { name: '甲某', standing: '在会' } }]],
      invalid: [
        [
          given({}, { state: 'issued' }),
          { kind: 'member', values: { name: '甲某', standing: '在会' } },
          { kind: 'member', values: { name: '乙某', standing: '在会' } },
        ],
      ],
    },
  },
]
