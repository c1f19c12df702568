// Row rules of the roster: what a member's record must say, and days in order (domain.md §4.2 L).
import type { RowRule } from '../../definition/rule.ts'
import type { Values } from '../../kernel/value.ts'
import { words } from '../../kernel/words.ts'
import { house, membershipPractice } from '../../policy/sources.ts'
import { textOf as text } from '../accounts/rowParts.ts'
import { identityRules, phoneRule } from '../rules/people.ts'

/** A sound member, from which examples are made. */
export const sampleMember: Values = {
  memberNo: 'HY-0001',
  name: '甲某',
  sex: '男',
  birthDate: '1990-01-01',
  department: '财务部',
  phone: '13800000000',
  startedWork: '2012-07-01',
  joinedOn: '2012-09-01',
  standing: '在会',
  inWageBase: true,
  duesBase: 567_800,
  monthlyDues: 2_835,
}

const needed = [
  ['sex', '性别'],
  ['department', '部门'],
  ['phone', '手机号码'],
  ['joinedOn', '入会时间'],
] as const

/** Days that follow each other in a life. */
const order = [
  ['birthDate', '出生日期'],
  ['startedWork', '参加工作时间'],
  ['joinedOn', '入会时间'],
  ['leftOn', '离会时间'],
] as const

export const memberRules: readonly RowRule[] = [
  ...identityRules({ kind: 'member', sample: sampleMember }),
  phoneRule({ kind: 'member', sample: sampleMember }),
  {
    scope: 'row',
    code: 'member/incomplete',
    severity: 'warning',
    citation: membershipPractice('会员登记'),
    title: words('名册必填项齐全', '名冊必填項齊全', 'The roster is complete'),
    message: words(
      '还缺：{missing}。请补上。',
      '還缺：{missing}。請補上。',
      'Missing: {missing}. Please fill them in.',
    ),
    columns: ['name', ...needed.map(([key]) => key)],
    check: (row) => {
      // A dues table alone says nothing of the person: that stands in the record it is merged with.
      if (['sex', 'phone', 'joinedOn', 'birthDate'].every((key) => (row[key] ?? null) === null)) return null
      const missing = needed.filter(([key]) => (row[key] ?? null) === null).map(([, label]) => label)
      return missing.length === 0 ? null : { missing: missing.join('、') }
    },
    examples: {
      valid: [sampleMember, { name: '甲某', department: '财务部', duesBase: 567_800 }],
      invalid: [{ ...sampleMember, phone: null }],
    },
  },
  {
    scope: 'row',
    code: 'member/day-order',
    severity: 'warning',
    citation: house('日期先后'),
    title: words(
      '出生、工作、入会、离会先后有序，不在将来',
      '出生、工作、入會、離會先後有序，不在將來',
      'Birth, work, joining and leaving follow each other, none in the future',
    ),
    message: words(
      '{later} {laterDay} 早于{earlier} {earlierDay}，或在今天之后。请核对。',
      '{later} {laterDay} 早於{earlier} {earlierDay}，或在今天之後。請核對。',
      '{later} {laterDay} lies before {earlier} {earlierDay}, or after today. Please check.',
    ),
    columns: order.map(([key]) => key),
    check: (row, { today }) => {
      const days = order.map(([key, label]) => ({ label, day: text(row, key) })).filter(({ day }) => day !== '')
      for (const [index, { label, day }] of days.entries()) {
        const before = days[index - 1]
        if (before !== undefined && day < before.day)
          return { later: label, laterDay: day, earlier: before.label, earlierDay: before.day }
        if (day > today) return { later: label, laterDay: day, earlier: '今天', earlierDay: today }
      }
      return null
    },
    examples: {
      valid: [sampleMember, { name: '乙某' }],
      invalid: [
        { ...sampleMember, joinedOn: '1989-01-01' },
        { ...sampleMember, joinedOn: '2031-01-01' },
      ],
    },
  },
  {
    scope: 'row',
    code: 'member/left-without-standing',
    severity: 'warning',
    citation: membershipPractice('会籍变动'),
    title: words('会籍状态与离会时间一致', '會籍狀態與離會時間一致', 'Membership agrees with the day of leaving'),
    message: words(
      '离会时间是 {leftOn}，会籍状态是“{standing}”。已离会的请改会籍状态，仍在会的请删去离会时间。',
      '離會時間是 {leftOn}，會籍狀態是「{standing}」。已離會的請改會籍狀態，仍在會的請刪去離會時間。',
      'Left on {leftOn}, but the membership is “{standing}”. Change the one or the other.',
    ),
    columns: ['standing', 'leftOn'],
    check: (row, { today }) => {
      const leftOn = text(row, 'leftOn')
      const standing = text(row, 'standing')
      return leftOn !== '' && leftOn <= today && (standing === '在会' || standing === '')
        ? { leftOn, standing: standing === '' ? '（空）' : standing }
        : null
    },
    examples: {
      valid: [sampleMember, { ...sampleMember, standing: '退休', leftOn: '2025-06-30' }],
      invalid: [{ ...sampleMember, leftOn: '2025-06-30' }],
    },
  },
]
