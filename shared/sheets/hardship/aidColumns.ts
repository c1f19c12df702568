// Columns of help that was given: how much, the child it is for, the parts of medical help, and when it was paid.
import type { ColumnDefinition } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'
import { column } from '../columns/column.ts'
import { amount, bankCard, bankName, fundSource } from '../columns/funds.ts'
import { sexes } from '../columns/choices.ts'
import { remark } from '../columns/people.ts'
import { schools } from './choices.ts'

const sensitive = { merge: 'sensitive', fieldClass: 'sensitive' } as const
/** Which illness it was can be read from them: as sensitive as health itself. */
const part = { type: 'money', merge: 'sensitive', fieldClass: 'sensitive', width: 10 } as const

export const medicalParts = ['deathAid', 'illnessAid', 'disabilityAid', 'hospitalAid', 'womenAid'] as const

export const aidColumns = {
  amount: {
    ...amount,
    label: words('救助金额', '救助金額', 'Amount'),
    synonyms: [
      ...amount.synonyms,
      '金额',
      '救助资金',
      '帮扶金额',
      '助学金额',
      '医疗受助金额',
      '受助金额',
      '年度医疗受助金额合计',
    ],
  },
  childName: column(
    { type: 'text', isName: true, maxLength: 40, ...sensitive, width: 10 },
    {
      label: words('子女姓名', '子女姓名', 'Child'),
      synonyms: ['学生姓名', '受助学生姓名'],
      description: words(
        '受助子女；未满 14 周岁的属敏感信息，只在文件里核对。',
        '受助子女；未滿 14 周歲的屬敏感資訊，只在檔案裡核對。',
        'The child. Below 14 sensitive: checked in the file only.',
      ),
    },
  ),
  childSex: column(
    { type: 'choice', choices: sexes, ...sensitive, width: 6 },
    {
      label: words('子女性别', '子女性別', 'Child’s sex'),
      synonyms: ['学生性别'],
      description: words('男或女。', '男或女。', 'Male or female.'),
    },
  ),
  childBirth: column(
    { type: 'date', monthSuffices: true, ...sensitive },
    {
      label: words('子女出生年月', '子女出生年月', 'Child born'),
      synonyms: ['子女出生日期', '学生出生年月'],
      description: words('子女的出生年月。', '子女的出生年月。', 'Month of birth.'),
    },
  ),
  school: column(
    { type: 'choice', choices: schools, width: 10 },
    {
      label: words('学校类别', '學校類別', 'School'),
      synonyms: ['学校类型', '就读学校类别', '学段', '就读阶段'],
      description: words(
        '小学、初中、高中、大专或本科。',
        '小學、初中、高中、大專或本科。',
        'Primary school to university.',
      ),
    },
  ),
  deathAid: column(part, {
    label: words('一次性补助：死亡', '一次性補助：死亡', 'On death'),
    synonyms: ['死亡', '一次性补助死亡', '死亡补助'],
    description: words('死亡一次性补助，单位元。', '死亡一次性補助，單位元。', 'Single payment on death.'),
  }),
  illnessAid: column(part, {
    label: words('一次性补助：重大疾病', '一次性補助：重大疾病', 'Grave illness'),
    synonyms: ['重大疾病', '一次性补助重大疾病', '重大疾病补助'],
    description: words(
      '重大疾病一次性补助，单位元。',
      '重大疾病一次性補助，單位元。',
      'Single payment for a grave illness.',
    ),
  }),
  disabilityAid: column(part, {
    label: words('伤残补助', '傷殘補助', 'Injury'),
    synonyms: ['伤残'],
    description: words('伤残补助，单位元。', '傷殘補助，單位元。', 'For injury.'),
  }),
  hospitalAid: column(part, {
    label: words('住院补助', '住院補助', 'Hospital'),
    synonyms: ['住院'],
    description: words('住院补助，单位元。', '住院補助，單位元。', 'For a stay in hospital.'),
  }),
  womenAid: column(part, {
    label: words('特殊妇科病补助', '特殊婦科病補助', 'Women’s illness'),
    synonyms: ['特殊妇科病', '妇科病'],
    description: words('特殊妇科病补助，单位元。', '特殊婦科病補助，單位元。', 'For women’s illnesses.'),
  }),
  fundSource: { ...fundSource, optionalColumn: true },
  bankName: { ...bankName, optionalColumn: true },
  bankCard: { ...bankCard, optionalColumn: true },
  paidOn: column(
    { type: 'date', merge: 'key', monthSuffices: true },
    {
      label: words('支付时间', '支付時間', 'Paid on'),
      synonyms: ['支付日期', '发放日期', '救助日期', '救助时间', '发放时间', '补助时间', '帮扶时间'],
      description: words('钱付出的日期。', '錢付出的日期。', 'Day it was paid.'),
    },
  ),
  aidNo: column(
    { type: 'code', merge: 'key', maxLength: 20, optionalColumn: true },
    {
      label: words('救助编号', '救助編號', 'Help number'),
      synonyms: ['救助序号', '第几笔', '发放编号'],
      description: words(
        '同一天给同一人几笔时区分用。',
        '同一天給同一人幾筆時區分用。',
        'Tells several payments to one person on one day apart.',
      ),
    },
  ),
  consentOn: column(
    { type: 'date', optionalColumn: true },
    {
      label: words('单独同意日期', '單獨同意日期', 'Consent of'),
      synonyms: ['同意日期', '授权日期', '授权核对书日期', '监护人同意日期'],
      description: words(
        '本人或监护人同意处理敏感信息的日期。',
        '本人或監護人同意處理敏感資訊的日期。',
        'Day on which the person, or the guardian, agreed that sensitive data are handled.',
      ),
    },
  ),
  remark,
} as const satisfies Readonly<Record<string, ColumnDefinition>>
