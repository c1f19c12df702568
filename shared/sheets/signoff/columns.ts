// The columns of a list of recipients that is signed (domain.md §4.1, §4.2 E), and of the variant for experts’ fees.
import type { ColumnDefinition } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'
import { column } from '../columns/column.ts'
import { amount, amountInWords, bankCard, bankName, fundSource, quantity, unitPrice } from '../columns/funds.ts'
import { department, idCard, memberNo, personName, phone, remark, seq } from '../columns/people.ts'
import { benefitColumns } from '../welfare/benefitColumns.ts'

const expert = {
  documentType: column(
    { type: 'text', maxLength: 30, optionalColumn: true },
    {
      label: words('证件类型', '證件類型', 'Document'),
      synonyms: ['证件种类', '证件名称'],
      description: words('居民身份证、护照等。', '居民身分證、護照等。', 'Identity card, passport …'),
    },
  ),
  nationality: column(
    { type: 'text', maxLength: 30, optionalColumn: true },
    {
      label: words('国籍', '國籍', 'Citizenship'),
      synonyms: ['国籍(地区)'],
      description: words('专家的国籍。', '專家的國籍。', 'Citizenship of the expert.'),
    },
  ),
  professionalTitle: column(
    { type: 'text', maxLength: 40, optionalColumn: true },
    {
      label: words('职称', '職稱', 'Professional title'),
      synonyms: ['专业技术职务', '职称/职务'],
      description: words('专家的职称。', '專家的職稱。', 'Professional title of the expert.'),
    },
  ),
  personType: column(
    { type: 'text', maxLength: 30, optionalColumn: true },
    {
      label: words('人员类型', '人員類型', 'Kind of person'),
      synonyms: ['人员类别', '专家类型'],
      description: words(
        '校内、校外，在职、退休等。',
        '校內、校外，在職、退休等。',
        'Own or outside, active or retired.',
      ),
    },
  ),
  taxIncluded: column(
    { type: 'boolean', width: 8, optionalColumn: true },
    {
      label: words('是否含税', '是否含稅', 'Tax included'),
      synonyms: ['含税', '是否税前'],
      description: words('金额是否含税。', '金額是否含稅。', 'Whether the amount includes tax.'),
    },
  ),
} as const satisfies Readonly<Record<string, ColumnDefinition>>

export const columns = {
  seq,
  issue: benefitColumns.issue,
  occasion: benefitColumns.occasion,
  department: { ...department, merge: 'key' },
  name: { ...personName, required: true, merge: 'key' },
  memberNo: { ...memberNo, merge: 'key' },
  item: benefitColumns.item,
  means: benefitColumns.means,
  quantity,
  unitPrice: {
    ...unitPrice,
    synonyms: [...unitPrice.synonyms, '标准', '发放标准', '慰问标准', '标准(元/人)', '元/人'],
  },
  amount: { ...amount, synonyms: [...amount.synonyms, '实发', '应发金额', '领取金额'] },
  fundSource: { ...fundSource, optionalColumn: true },
  idCard: { ...idCard, optionalColumn: true },
  phone: { ...phone, optionalColumn: true },
  bankName: { ...bankName, optionalColumn: true },
  bankCard: { ...bankCard, optionalColumn: true },
  receivedOn: column(
    { type: 'date' },
    {
      label: words('领取日期', '領取日期', 'Received on'),
      synonyms: ['日期', '发放日期', '领取时间', '签收日期', '支付时间', '发放时间'],
      description: words('领取或转账的日期。', '領取或轉帳的日期。', 'Day of receipt or transfer.'),
    },
  ),
  signature: column(
    { type: 'text', maxLength: 60, width: 14 },
    {
      label: words('领取人签名', '領取人簽名', 'Signature'),
      synonyms: ['签字', '签收', '签名', '领取人签字', '本人签字', '签领人', '签收人', '领取人签章', '职工签字'],
      description: words(
        '本人签名；代领的签代领人的名字，并写明关系。',
        '本人簽名；代領的簽代領人的名字，並寫明關係。',
        'Signed by the recipient; whoever receives for another signs and says how they are related.',
      ),
    },
  ),
  proxy: column(
    { type: 'text', fieldClass: 'personal', maxLength: 60, width: 14 },
    {
      label: words('代领人及关系', '代領人及關係', 'Received by'),
      synonyms: ['代领人', '代领', '代领人签字', '代领人签名', '代签人'],
      description: words(
        '代领人姓名和与本人的关系。',
        '代領人姓名和與本人的關係。',
        'Who received it, and the relation.',
      ),
    },
  ),
  amountInWords: { ...amountInWords, optionalColumn: true },
  ...expert,
  remark,
  purpose: benefitColumns.purpose,
} as const satisfies Readonly<Record<string, ColumnDefinition>>
