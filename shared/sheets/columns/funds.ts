// Columns that say how much, for what and out of which money (domain.md §1.3, §4.1, §4.2 D), shared by the kinds.
import { words } from '../../kernel/words.ts'
import { fundSources, purposes } from './choices.ts'
import { column } from './column.ts'

export const amount = column(
  { type: 'money', merge: 'money', fieldClass: 'money', width: 13 },
  {
    label: words('金额', '金額', 'Amount'),
    synonyms: [
      '金额(元)',
      '慰问金额',
      '补助金额',
      '发放金额',
      '合计金额',
      '实发金额',
      '救济金额',
      '总金额',
      '金额合计',
      '小计金额',
    ],
    description: words('金额，单位元。', '金額，單位元。', 'Amount in yuan.'),
  },
)

export const standard = column(
  { type: 'money', merge: 'money', fieldClass: 'money', width: 12 },
  {
    label: words('标准', '標準', 'Standard'),
    synonyms: ['发放标准', '慰问标准', '人均标准', '元/人', '标准(元/人)', '人均金额', '每人标准', '补助标准'],
    description: words('每人的标准，单位元。', '每人的標準，單位元。', 'Standard for one person, in yuan.'),
  },
)

export const headcount = column(
  { type: 'integer', minimum: 0, width: 8 },
  {
    label: words('人数', '人數', 'Persons'),
    synonyms: ['享受人数', '发放人数', '会员人数', '人次', '慰问人数', '职工人数'],
    description: words('人数。', '人數。', 'Number of persons.'),
  },
)

export const quantity = column(
  { type: 'integer', minimum: 0, width: 8 },
  {
    label: words('数量', '數量', 'Quantity'),
    synonyms: ['份数', '件数'],
    description: words('份数或件数。', '份數或件數。', 'Number of pieces.'),
  },
)

export const unitPrice = column(
  { type: 'money', merge: 'money', fieldClass: 'money', width: 12 },
  {
    label: words('单价', '單價', 'Unit price'),
    synonyms: ['单价(元)', '采购单价'],
    description: words('每份的价格，单位元。', '每份的價格，單位元。', 'Price of one piece, in yuan.'),
  },
)

/** The sum in Chinese numerals, as vouchers carry it; compared with the figures, never counted. */
export const amountInWords = column(
  { type: 'text', fieldClass: 'money', maxLength: 60, width: 22 },
  {
    label: words('大写金额', '大寫金額', 'Amount in words'),
    synonyms: ['金额大写', '大写', '人民币大写', '金额(大写)', '人民币(大写)', '合计大写', '大写合计'],
    description: words(
      '金额的中文大写，例如 壹万贰仟元整。',
      '金額的中文大寫，例如 壹萬貳仟元整。',
      'The amount in Chinese numerals, such as 壹万贰仟元整.',
    ),
  },
)

/** Below the prescribed accounts: what limits are set for. */
export const purpose = column(
  { type: 'choice', choices: purposes, width: 14 },
  {
    label: words('用途标签', '用途標籤', 'Purpose'),
    synonyms: ['用途', '用途类别', '支出用途', '经费用途'],
    description: words(
      '开支属于哪一类慰问或活动；限额按它检查。',
      '開支屬於哪一類慰問或活動；限額按它檢查。',
      'Kind of benefit or activity; limits are checked by it.',
    ),
  },
)

export const fundSource = column(
  { type: 'choice', choices: fundSources, width: 14 },
  {
    label: words('资金来源', '資金來源', 'Source of funds'),
    synonyms: ['经费来源', '列支渠道', '资金渠道', '经费渠道', '来源渠道'],
    description: words(
      '会费、拨缴经费留成、行政补助、上级补助或代管经费。',
      '會費、撥繳經費留成、行政補助、上級補助或代管經費。',
      'Dues, retained union funds, employer’s or superior’s subsidy, or money held for others.',
    ),
  },
)

export const accountCode = column(
  { type: 'code', format: 'digits', maxLength: 9, fieldClass: 'unit', width: 10 },
  {
    label: words('科目编码', '科目編碼', 'Account code'),
    synonyms: ['科目代码', '科目编号', '科目号', '会计科目编码', '预算科目编码'],
    description: words('本年度科目表的编码。', '本年度科目表的編碼。', 'Code in the chart of accounts of the year.'),
  },
)

export const accountName = column(
  { type: 'text', isIndented: true, maxLength: 60, width: 18 },
  {
    label: words('预算科目', '預算科目', 'Account'),
    synonyms: ['会计科目', '科目', '科目名称', '列支科目', '支出科目', '预算科目名称'],
    description: words('在哪个科目列支。', '在哪個科目列支。', 'The account it is charged to.'),
  },
)

export const bankName = column(
  { type: 'text', fieldClass: 'personal', mask: 'whole', maxLength: 100, width: 20 },
  {
    label: words('开户银行', '開戶銀行', 'Bank'),
    synonyms: ['开户行', '开户银行名称', '支行名称', '开户银行详细名称', '支行', '开户行名称'],
    description: words('开户银行和支行。', '開戶銀行和支行。', 'Bank and branch.'),
  },
)

/** Checked where the file is read; never kept in clear. */
export const bankCard = column(
  { type: 'code', format: 'bankcard', merge: 'sensitive', fieldClass: 'sensitive', width: 22 },
  {
    label: words('银行卡号', '銀行卡號', 'Bank card'),
    synonyms: ['银行账号', '帐号', '账号', '卡号', '工资卡号', '银行卡账号', '银行存折帐号', '收款账号', '银行卡'],
    description: words(
      '收款的银行卡号；按文本填写。',
      '收款的銀行卡號；按文字填寫。',
      'Card the money goes to; keep it as text.',
    ),
  },
)
