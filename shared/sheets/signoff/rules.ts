// Row rules of a list that is signed: real names, real signatures, right sums (G-03…G-06).
import type { RowRule } from '../../definition/rule.ts'
import type { Values } from '../../kernel/value.ts'
import { words } from '../../kernel/words.ts'
import { anhuiRules, claimPractice, house } from '../../policy/sources.ts'
import { amountOf as amount, textOf as text, yuan } from '../accounts/rowParts.ts'
import { phoneRule } from '../rules/people.ts'
import { amountInWordsRule, productGap, productOf } from '../rules/vouchers.ts'
import { wordingRules } from '../rules/wording.ts'
import { benefitRules } from '../welfare/benefitRules.ts'
import { limitRules } from '../welfare/limitRules.ts'
import { sampleReceipt as receipt } from './sample.ts'

/** Marks that stand for a signature where the paper itself is kept. */
const ticks = /^(?:√|✓|✔|是|已签|已领|已领取|已签收|本人|本人签名|本人签字)$/

const blank = (row: Values, column: string): boolean => text(row, column).trim() === ''

const product: RowRule = {
  scope: 'row',
  code: 'signoff/product',
  severity: 'error',
  blocks: 'submit',
  citation: claimPractice('金额 = 数量 × 单价'),
  title: words('金额 = 数量 × 单价', '金額 = 數量 × 單價', 'Amount = quantity × price'),
  message: words(
    '数量 {quantity} × 单价 {price} 元 = {expected} 元，金额写的是 {written} 元，差 {difference} 元。',
    '數量 {quantity} × 單價 {price} 元 = {expected} 元，金額寫的是 {written} 元，差 {difference} 元。',
    '{quantity} × {price} yuan make {expected}; the amount is {written}, a difference of {difference}.',
  ),
  columns: ['amount', 'quantity', 'unitPrice'],
  check: (row) => {
    const gap = productGap(row, ['quantity', 'unitPrice'], 'amount')
    return gap && { quantity: amount(row, 'quantity') ?? 0, price: yuan(amount(row, 'unitPrice') ?? 0), ...gap }
  },
  suggest: (row) => {
    const value = productOf(row, ['quantity', 'unitPrice'])
    return value === null ? undefined : { column: 'amount', value }
  },
  examples: { valid: [receipt, { ...receipt, quantity: null }], invalid: [{ ...receipt, amount: 30_001 }] },
}

const signatures: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'signoff/unsigned',
    reference: 'G-03',
    severity: 'warning',
    citation: anhuiRules('第16页'),
    title: words('领取的要签名', '領取的要簽名', 'Whoever received it signed'),
    message: words(
      '{name} 领取日期是 {date}，没有签名。请补签，没领的删去领取日期。',
      '{name} 領取日期是 {date}，沒有簽名。請補簽，沒領的刪去領取日期。',
      '{name} received it on {date} but did not sign. Have it signed, or delete the day.',
    ),
    columns: ['signature', 'name', 'receivedOn', 'proxy', 'means'],
    check: (row) =>
      blank(row, 'signature') && blank(row, 'proxy') && !blank(row, 'receivedOn') && row['means'] !== '慰问金(转账)'
        ? { name: text(row, 'name'), date: text(row, 'receivedOn') }
        : null,
    examples: {
      valid: [receipt, { ...receipt, signature: null, receivedOn: null }],
      invalid: [{ ...receipt, signature: null }],
    },
  },
  {
    scope: 'row',
    code: 'signoff/other-hand',
    reference: 'G-03',
    severity: 'warning',
    citation: anhuiRules('第16页：实名签收'),
    title: words('代领的写明代领人和关系', '代領的寫明代領人和關係', 'Whoever receives for another is named'),
    message: words(
      '{name} 由“{signature}”签名。代领的请在“代领人及关系”写明姓名和关系。',
      '{name} 由「{signature}」簽名。代領的請在「代領人及關係」寫明姓名和關係。',
      'Signed by “{signature}” for {name}: please name who received it and the relation.',
    ),
    columns: ['proxy', 'signature', 'name'],
    check: (row) => {
      const [name, signature] = [text(row, 'name'), text(row, 'signature').trim()]
      const same = signature === '' || signature === name || ticks.test(signature) || signature.startsWith(name)
      return same || !blank(row, 'proxy') ? null : { name, signature }
    },
    examples: {
      valid: [receipt, { ...receipt, signature: '√' }, { ...receipt, signature: '乙某', proxy: '乙某，同事' }],
      invalid: [{ ...receipt, signature: '乙某' }],
    },
  },
  {
    scope: 'row',
    code: 'signoff/proxy-relation',
    reference: 'G-03',
    severity: 'hint',
    citation: claimPractice('代领说明'),
    title: words('代领人要写关系', '代領人要寫關係', 'The relation is given'),
    message: words(
      '代领人写的是“{proxy}”，没有写关系，例如“乙某（同事）”。',
      '代領人寫的是「{proxy}」，沒有寫關係，例如「乙某（同事）」。',
      'Received by “{proxy}”, without the relation, such as 乙某（同事）.',
    ),
    columns: ['proxy'],
    check: (row) => {
      const proxy = text(row, 'proxy').trim()
      return proxy === '' || /[（(，,、\s/：:]|配偶|父|母|子|女|同事|家属|组长|领导/.test(proxy) ? null : { proxy }
    },
    examples: { valid: [receipt, { ...receipt, proxy: '乙某（同事）' }], invalid: [{ ...receipt, proxy: '乙某' }] },
  },
  {
    scope: 'row',
    code: 'signoff/transfer-account',
    reference: 'G-04',
    severity: 'hint',
    citation: claimPractice('转账信息表'),
    title: words('转账的要有收款账号', '轉帳的要有收款帳號', 'Transfers name the account'),
    message: words(
      '{name} 是转账发放，没有银行卡号。付款文件里要有；受权的人可以查看。',
      '{name} 是轉帳發放，沒有銀行卡號。付款檔案裡要有；受權的人可以查看。',
      '{name} is paid by transfer without an account: the payment file needs it.',
    ),
    columns: ['bankName', 'name', 'means'],
    // The card itself is sensitive and never comes to the server: the bank stands for it.
    check: (row) =>
      row['means'] === '慰问金(转账)' && blank(row, 'bankCard') && blank(row, 'bankName')
        ? { name: text(row, 'name') }
        : null,
    examples: {
      valid: [receipt, { ...receipt, occasion: '住院', means: '慰问金(转账)', bankName: '某银行某支行' }],
      invalid: [{ ...receipt, occasion: '住院', means: '慰问金(转账)' }],
    },
  },
  {
    scope: 'row',
    code: 'signoff/received-later',
    severity: 'hint',
    citation: house('领取日期'),
    title: words('领取日期不在将来', '領取日期不在將來', 'Not received in the future'),
    message: words(
      '领取日期 {date} 在今天 {today} 之后。请核对。',
      '領取日期 {date} 在今天 {today} 之後。請核對。',
      'Received on {date}, after today, {today}. Please check.',
    ),
    columns: ['receivedOn'],
    check: (row, { today }) => (text(row, 'receivedOn') > today ? { date: text(row, 'receivedOn'), today } : null),
    examples: { valid: [receipt], invalid: [{ ...receipt, receivedOn: '2099-01-01' }] },
  },
  {
    scope: 'row',
    code: 'signoff/incomplete',
    severity: 'hint',
    citation: claimPractice('实名签领表'),
    title: words('写明哪一次、发什么', '寫明哪一次、發什麼', 'Says which issue and what'),
    message: words(
      '{name} 这一行还缺：{missing}。',
      '{name} 這一行還缺：{missing}。',
      'The line of {name} lacks: {missing}.',
    ),
    columns: ['name', 'department', 'occasion', 'item', 'amount', 'quantity'],
    check: (row) => {
      const missing = [
        blank(row, 'department') ? '部门' : '',
        blank(row, 'occasion') ? '慰问类别' : '',
        blank(row, 'item') && amount(row, 'amount') === null ? '慰问品名称或金额' : '',
      ].filter((label) => label !== '')
      return missing.length === 0 ? null : { name: text(row, 'name'), missing: missing.join('、') }
    },
    examples: { valid: [receipt], invalid: [{ ...receipt, department: null }] },
  },
]

export const rules: readonly RowRule[] = [
  product,
  ...signatures,
  ...benefitRules({ kind: 'signoff', sample: receipt, amount: 'amount' }),
  ...limitRules({ kind: 'signoff', sample: receipt, amount: 'amount' }),
  amountInWordsRule({ kind: 'signoff', amount: 'amount', sample: { ...receipt, quantity: null } }),
  phoneRule({ kind: 'signoff', sample: receipt }),
  ...wordingRules({ kind: 'signoff', columns: ['item', 'issue', 'remark'], sample: receipt }),
]
