// Rules of the register over rows and years: a file before any help, nobody forgotten, the year’s sum, members only.
import type { LinkedTerm } from '../../definition/linked.ts'
import type { LinkedRule } from '../../definition/rule.ts'
import { fen } from '../../kernel/money.ts'
import type { Values } from '../../kernel/value.ts'
import { words } from '../../kernel/words.ts'
import { hardshipPractice, spendingRules } from '../../policy/sources.ts'
import { fileRow } from './choices.ts'
import { sampleAid, sampleFile } from './sample.ts'

const person = ['department', 'name'] as const

const files = (years: LinkedTerm['years'] = 'same'): LinkedTerm => ({
  kind: 'hardship',
  groupBy: person,
  column: null,
  where: [
    { column: 'recordType', in: [fileRow] },
    { column: 'closedOn', blank: true },
  ],
  times: 1,
  years,
})

const aids = (column: string | null, years: LinkedTerm['years'] = 'same'): LinkedTerm => ({
  kind: 'hardship',
  groupBy: person,
  column,
  where: [{ column: 'recordType', notIn: [fileRow, null] }],
  times: 1,
  years,
})

const file = (change: Values = {}) => ({ kind: 'hardship', values: { ...sampleFile, ...change } })
const aid = (change: Values = {}) => ({ kind: 'hardship', values: { ...sampleAid, ...change } })

export const linkedRules: readonly LinkedRule[] = [
  {
    scope: 'linked',
    code: 'hardship/aid-without-file',
    severity: 'error',
    blocks: 'submit',
    citation: hardshipPractice('先建档后帮扶'),
    title: words('先建档，后帮扶', '先建檔，後幫扶', 'A file first, then help'),
    message: words(
      '“{group}”有 {left} 笔救助，没有未退的档案。请先建档，或核对部门和姓名。',
      '「{group}」有 {left} 筆救助，沒有未退的檔案。請先建檔，或核對部門和姓名。',
      '“{group}” was given help {left} times without an open file. Make the file first, or check department and name.',
    ),
    linked: {
      group: ['department', 'name'],
      reach: 'unit',
      left: [aids(null, 'all')],
      right: [files('all')],
      relation: 'atMost',
      tolerance: 0,
      onlyWhere: 'leftOnly',
    },
    examples: { valid: [[file(), aid()]], invalid: [[aid()]] },
  },
  {
    scope: 'linked',
    code: 'hardship/never-helped',
    severity: 'hint',
    citation: hardshipPractice('从未帮扶'),
    title: words('建了档从未帮扶', '建了檔從未幫扶', 'On file but never helped'),
    message: words(
      '“{group}”有档案，从未帮扶。请看是否安排救助，或复核是否退档。',
      '「{group}」有檔案，從未幫扶。請看是否安排救助，或複核是否退檔。',
      '“{group}” has a file but was never helped. Consider help, or whether the file is closed.',
    ),
    linked: {
      group: ['department', 'name'],
      reach: 'unit',
      left: [files('all')],
      right: [aids(null, 'all')],
      relation: 'atMost',
      tolerance: 0,
      onlyWhere: 'leftOnly',
    },
    examples: { valid: [[file(), aid()]], invalid: [[file()]] },
  },
  {
    scope: 'linked',
    code: 'hardship/year-limit',
    reference: 'E-20',
    severity: 'error',
    blocks: 'submit',
    citation: spendingRules('困难帮扶；限额见各省办法'),
    title: words('每人每年救助不超过限额', '每人每年救助不超過限額', 'Within the limit for one person and year'),
    message: words(
      '“{group}”本年救助共 {left} 元，限 {limit} 元，超 {difference} 元。',
      '「{group}」本年救助共 {left} 元，限 {limit} 元，超 {difference} 元。',
      '“{group}” got {left} yuan this year; the limit is {limit}, {difference} too much.',
    ),
    linked: {
      group: ['department', 'name'],
      reach: 'unit',
      left: [aids('amount')],
      right: { limit: { tag: '困难帮扶', form: 'perMemberYear' } },
      relation: 'atMost',
      tolerance: 0,
    },
    examples: {
      valid: [[aid({ amount: 200_000 })]],
      invalid: [[aid({ amount: 150_000 }), aid({ amount: 50_001, recordType: '医疗救助' })]],
      limits: [{ form: 'perMemberYear', tags: ['困难帮扶'], max: fen(200_000) }],
    },
  },
  {
    scope: 'linked',
    code: 'hardship/two-units',
    severity: 'warning',
    citation: hardshipPractice('一人一档'),
    title: words('一个人不在两个单位建档', '一個人不在兩個單位建檔', 'No file in two unions'),
    message: words(
      '会员证号 {group} 在各单位共有 {left} 份未退的档案。请核对，只留一份。',
      '會員證號 {group} 在各單位共有 {left} 份未退的檔案。請核對，只留一份。',
      'Membership number {group} has {left} open files over all units. Please keep one.',
    ),
    linked: {
      group: ['memberNo'],
      reach: 'everywhere',
      left: [{ ...files(), groupBy: ['memberNo'] }],
      right: [],
      relation: 'atMost',
      tolerance: 1,
    },
    examples: {
      valid: [[file(), { ...file({ memberNo: 'HY-0009' }), unitId: 'u2' }]],
      invalid: [[file(), { ...file(), unitId: 'u2' }]],
    },
  },
]
