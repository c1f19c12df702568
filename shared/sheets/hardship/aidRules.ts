// Row rules of help that was given: its amount, its parts, how it is paid, whose consent is needed (E-20, PIPL art. 31).
import type { RowRule } from '../../definition/rule.ts'
import { fen } from '../../kernel/money.ts'
import { words } from '../../kernel/words.ts'
import { enterpriseRules, hardshipPractice, personalDataLaw, spendingRules } from '../../policy/sources.ts'
import { amountOf as amount, textOf as text, yuan } from '../accounts/rowParts.ts'
import { passedLimit } from '../rules/limits.ts'
import { medicalParts } from './aidColumns.ts'
import { isFile, medicalSumOf } from './parts.ts'
import { sampleAid as aid, sampleFile as file } from './sample.ts'

const schooling = {
  ...aid,
  recordType: '子女助学',
  childName: '丙某',
  childBirth: '2016-05-01',
  school: '小学',
  consentOn: '2026-01-05',
}

/** The day on which a child becomes fourteen. */
function fourteen(birth: string): string {
  return `${Number(birth.slice(0, 4)) + 14}${birth.slice(4)}`
}

export const aidRowRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'hardship/aid-amount',
    severity: 'error',
    blocks: 'submit',
    citation: hardshipPractice('救助汇总表'),
    title: words('救助要有金额，档案行不写金额', '救助要有金額，檔案行不寫金額', 'Help has an amount, a file has none'),
    message: words('{name}：{problem}。', '{name}：{problem}。', '{name}: {problem}.'),
    columns: ['amount', 'recordType', 'name'],
    check: (row) => {
      const given = amount(row, 'amount')
      const name = text(row, 'name')
      if (isFile(row))
        return given === null ? null : { name, problem: `这是档案行，救助金额 ${yuan(given)} 元请另列一行` }
      if (text(row, 'recordType') === '') return null
      return given === null || given <= 0 ? { name, problem: '救助金额没有填，或不大于零' } : null
    },
    examples: {
      valid: [aid, file],
      invalid: [
        { ...aid, amount: 0 },
        { ...file, amount: 100 },
      ],
    },
  },
  {
    scope: 'row',
    code: 'hardship/medical-sum',
    severity: 'error',
    blocks: 'submit',
    citation: hardshipPractice('医疗救助汇总表'),
    title: words('医疗救助金额等于各项之和', '醫療救助金額等於各項之和', 'Medical help is the sum of its parts'),
    message: words(
      '各项医疗受助共 {expected} 元，救助金额写的是 {written} 元，差 {difference} 元。',
      '各項醫療受助共 {expected} 元，救助金額寫的是 {written} 元，差 {difference} 元。',
      'The parts come to {expected} yuan; the amount says {written}, a difference of {difference}.',
    ),
    columns: ['amount', ...medicalParts],
    check: (row) => {
      const [expected, written] = [medicalSumOf(row), amount(row, 'amount')]
      if (expected === null || written === null || expected === written) return null
      return { expected: yuan(expected), written: yuan(written), difference: yuan(written - expected) }
    },
    suggest: (row) => {
      const value = medicalSumOf(row)
      return value === null ? undefined : { column: 'amount', value }
    },
    examples: {
      valid: [aid, { ...aid, recordType: '医疗救助', hospitalAid: 60_000, illnessAid: 40_000 }],
      invalid: [{ ...aid, recordType: '医疗救助', hospitalAid: 60_000 }],
    },
  },
  {
    scope: 'row',
    code: 'hardship/by-transfer',
    reference: 'E-20',
    severity: 'hint',
    citation: enterpriseRules('第30条'),
    title: words('救助资金实名、转账', '救助資金實名、轉帳', 'Help is paid by transfer'),
    message: words(
      '{name} 的救助没有开户银行和卡号。救助资金要实名、经银行转账。',
      '{name} 的救助沒有開戶銀行和卡號。救助資金要實名、經銀行轉帳。',
      'No bank is given for {name}. Help is paid by transfer under the real name.',
    ),
    columns: ['bankName', 'recordType', 'name', 'amount'],
    check: (row) =>
      !isFile(row) && (amount(row, 'amount') ?? 0) > 0 && text(row, 'bankName') === '' && text(row, 'bankCard') === ''
        ? { name: text(row, 'name') }
        : null,
    examples: { valid: [aid, file], invalid: [{ ...aid, bankName: null }] },
  },
  {
    scope: 'row',
    code: 'hardship/over-event',
    reference: 'E-20',
    severity: 'error',
    blocks: 'submit',
    citation: spendingRules('困难帮扶；限额见各省办法'),
    title: words('一次救助不超过限额', '一次救助不超過限額', 'Within the limit for one help'),
    message: words(
      '{type}一次限 {limit} 元（{pack}），{name} 这次 {amount} 元，超 {excess} 元。',
      '{type}一次限 {limit} 元（{pack}），{name} 這次 {amount} 元，超 {excess} 元。',
      '{type}: {limit} yuan each time ({pack}); {name} gets {amount}, {excess} too much.',
    ),
    columns: ['amount', 'recordType', 'name'],
    check: (row, context) => {
      const given = amount(row, 'amount')
      if (isFile(row) || given === null) return null
      const more = { type: text(row, 'recordType'), name: text(row, 'name') }
      return passedLimit(context, { tag: '困难帮扶', form: 'perEvent' }, { amount: given, more })
    },
    examples: {
      valid: [aid, { ...aid, amount: 200_000 }],
      invalid: [{ ...aid, amount: 200_001 }],
      limits: [{ form: 'perEvent', tag: '困难帮扶', max: fen(200_000) }],
    },
  },
  {
    scope: 'row',
    code: 'hardship/minor-consent',
    severity: 'warning',
    citation: personalDataLaw('第28、29、31条'),
    title: words(
      '不满 14 周岁的要监护人同意',
      '不滿 14 周歲的要監護人同意',
      'Children below 14 need the guardian’s consent',
    ),
    message: words(
      '受助子女不满 14 周岁，属敏感个人信息，要有监护人的单独同意。请填单独同意日期。',
      '受助子女不滿 14 周歲，屬敏感個人資訊，要有監護人的單獨同意。請填單獨同意日期。',
      'The child is below 14: sensitive data, which need the guardian’s own consent. Please give its day.',
    ),
    columns: ['consentOn', 'childBirth'],
    check: (row, { today }) => {
      const birth = text(row, 'childBirth')
      return birth !== '' && fourteen(birth) > today && text(row, 'consentOn') === '' ? {} : null
    },
    examples: {
      valid: [schooling, { ...schooling, childBirth: '2005-01-01', consentOn: null }],
      invalid: [{ ...schooling, consentOn: null }],
    },
  },
  {
    scope: 'row',
    code: 'hardship/child-born',
    severity: 'warning',
    citation: hardshipPractice('子女助学'),
    title: words('子女在父母之后出生', '子女在父母之後出生', 'Children are born after their parents'),
    message: words(
      '子女的出生年月不晚于职工本人。请核对。',
      '子女的出生年月不晚於職工本人。請核對。',
      'The child is not born after the parent. Please check.',
    ),
    columns: ['childBirth', 'birthDate'],
    check: (row) => {
      const [child, parent] = [text(row, 'childBirth'), text(row, 'birthDate')]
      return child !== '' && parent !== '' && child <= parent ? {} : null
    },
    examples: {
      valid: [{ ...schooling, birthDate: '1985-03-01' }],
      invalid: [{ ...schooling, birthDate: '2016-05-01' }],
    },
  },
]
