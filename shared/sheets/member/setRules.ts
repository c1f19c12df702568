// Set rules of the roster: nobody stands in it twice.
import type { SetRule } from '../../definition/rule.ts'
import { words } from '../../kernel/words.ts'
import { house, membershipPractice } from '../../policy/sources.ts'
import { sampleIdentity } from '../rules/people.ts'
import { sampleMember as member } from './rules.ts'

const other = { ...member, memberNo: 'HY-0002', name: '乙某' }

export const setRules: readonly SetRule[] = [
  {
    scope: 'set',
    code: 'member/number-twice',
    severity: 'error',
    blocks: 'submit',
    citation: membershipPractice('会员证号唯一'),
    title: words('会员证号不重复', '會員證號不重複', 'Membership numbers are used once'),
    message: words(
      '会员证号 {key} 用了 {count} 次。请改成不重复的证号。',
      '會員證號 {key} 用了 {count} 次。請改成不重複的證號。',
      'Membership number {key} is used {count} times. Please give each member their own.',
    ),
    set: { type: 'unique', key: ['memberNo'], where: [] },
    examples: { valid: [[member, other]], invalid: [[member, { ...other, memberNo: 'HY-0001' }]] },
  },
  {
    scope: 'set',
    code: 'member/identity-twice',
    severity: 'error',
    blocks: 'submit',
    citation: membershipPractice('一人一会籍'),
    title: words('身份证号不重复', '身份證號不重複', 'Identity numbers are used once'),
    message: words(
      '有 {count} 行的身份证号相同。请核对是不是同一个人登记了两次。',
      '有 {count} 行的身份證號相同。請核對是不是同一個人登記了兩次。',
      '{count} rows have the same identity number. Please check whether one person was entered twice.',
    ),
    set: { type: 'unique', key: ['idCard'], where: [] },
    examples: {
      valid: [[member, other]],
      invalid: [
        [
          { ...member, ...sampleIdentity },
          { ...other, ...sampleIdentity },
        ],
      ],
    },
  },
  {
    scope: 'set',
    code: 'member/name-twice',
    severity: 'warning',
    citation: house('同名区分'),
    title: words('同一部门的同名会员', '同一部門的同名會員', 'Namesakes in one department'),
    message: words(
      '“{key}”有 {count} 行。同一个人的请合并；同名的请填会员证号或在姓名里区分。',
      '「{key}」有 {count} 行。同一個人的請合併；同名的請填會員證號或在姓名裡區分。',
      '“{key}” stands in {count} rows. Merge them if they are one person; else tell them apart by membership number or name.',
    ),
    set: { type: 'unique', key: ['department', 'name'], where: [{ column: 'standing', notIn: ['转出', '退会'] }] },
    examples: {
      valid: [
        [member, other],
        [member, { ...other, name: '甲某', department: '组织部' }],
      ],
      invalid: [[member, { ...other, name: '甲某' }]],
    },
  },
]
