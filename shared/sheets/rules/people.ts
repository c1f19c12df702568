// Row rules about the person a row speaks of, for every kind that has one (domain.md §4.3, §6.1).
import type { RowRule } from '../../definition/rule.ts'
import { identityCheckCharacter, readIdentityNumber } from '../../kernel/identityNumber.ts'
import type { Values } from '../../kernel/value.ts'
import { words } from '../../kernel/words.ts'
import { house, identityStandard } from '../../policy/sources.ts'
import { textOf as text } from '../accounts/rowParts.ts'

export interface PersonRulesOf {
  readonly kind: string
  /** A sound row of the kind, from which examples are made. */
  readonly sample: Values
}

/** Made up: no area 990000 exists, so that the number is nobody's. */
const first17 = '99000019900101001'
export const sampleIdentity = { idCard: first17 + identityCheckCharacter(first17), birthDate: '1990-01-01', sex: '男' }

/** For kinds with `idCard`, `birthDate` and `sex`; the number itself is never said. */
export function identityRules({ kind, sample }: PersonRulesOf): readonly RowRule[] {
  const person = { ...sample, ...sampleIdentity }
  return [
    {
      scope: 'row',
      code: `${kind}/identity-birth`,
      severity: 'warning',
      citation: identityStandard('出生日期码、顺序码'),
      title: words('出生日期与身份证号一致', '出生日期與身份證號一致', 'The birthday agrees with the identity number'),
      message: words(
        '出生日期写的是 {written}，身份证号里是 {inside}。请对照证件核对。',
        '出生日期寫的是 {written}，身份證號裡是 {inside}。請對照證件核對。',
        'Born on {written}, but the identity number says {inside}. Please compare with the card.',
      ),
      columns: ['birthDate', 'idCard'],
      check: (row) => {
        const facts = readIdentityNumber(text(row, 'idCard'))
        const written = text(row, 'birthDate')
        return facts === undefined || written === '' || isSameBirth(written, facts.birthDate)
          ? null
          : { written, inside: facts.birthDate }
      },
      suggest: (row) => {
        const facts = readIdentityNumber(text(row, 'idCard'))
        return facts && { column: 'birthDate', value: facts.birthDate }
      },
      examples: {
        valid: [person, { ...person, idCard: null }, { ...person, birthDate: null }],
        invalid: [{ ...person, birthDate: '1991-01-01' }],
      },
    },
    {
      scope: 'row',
      code: `${kind}/identity-sex`,
      severity: 'warning',
      citation: identityStandard('出生日期码、顺序码'),
      title: words('性别与身份证号一致', '性別與身份證號一致', 'The sex agrees with the identity number'),
      message: words(
        '性别写的是{written}，身份证号里是{inside}。请对照证件核对。',
        '性別寫的是{written}，身份證號裡是{inside}。請對照證件核對。',
        'Sex is {written}, but the identity number says {inside}. Please compare with the card.',
      ),
      columns: ['sex', 'idCard'],
      check: (row) => {
        const facts = readIdentityNumber(text(row, 'idCard'))
        const written = text(row, 'sex')
        return facts === undefined || written === '' || written === facts.sex ? null : { written, inside: facts.sex }
      },
      suggest: (row) => {
        const facts = readIdentityNumber(text(row, 'idCard'))
        return facts && { column: 'sex', value: facts.sex }
      },
      examples: { valid: [person, { ...person, sex: null }], invalid: [{ ...person, sex: '女' }] },
    },
  ]
}

/** `出生年月` of old lists has no day: read as the first or the last of the month, it only says the month. */
function isSameBirth(written: string, inside: string): boolean {
  return written === inside || (written.endsWith('-01') && written.slice(0, 7) === inside.slice(0, 7))
}

/** For kinds with `phone`. */
export function phoneRule({ kind, sample }: PersonRulesOf): RowRule {
  return {
    scope: 'row',
    code: `${kind}/phone`,
    severity: 'hint',
    citation: house('手机号码 11 位'),
    title: words('电话号码完整', '電話號碼完整', 'Telephone numbers are whole'),
    message: words(
      '手机号码不是 11 位，也不像固定电话。请核对。',
      '手機號碼不是 11 位，也不像固定電話。請核對。',
      'The number has not the 11 digits of a mobile phone, nor does it look like another. Please check.',
    ),
    columns: ['phone'],
    check: (row) => {
      const digits = text(row, 'phone')
        .replace(/[-—()+\s]/g, '')
        .replace(/^86(?=1\d{10}$)/, '')
      if (digits === '' || digits.includes('*')) return null
      const parts = digits.split(/[、,，;；/]/)
      return parts.every((part) => /^(?:1[3-9]\d{9}|0\d{9,11}|[2-8]\d{6,7}|400\d{7})$/.test(part)) ? null : {}
    },
    examples: {
      valid: [
        { ...sample, phone: '13800000000' },
        { ...sample, phone: '010-60000000' },
        { ...sample, phone: null },
      ],
      invalid: [{ ...sample, phone: '1380000000' }],
    },
  }
}
