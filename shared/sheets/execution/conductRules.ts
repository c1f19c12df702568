// Row rules of a budget's execution about how money is spent: who, when, with what evidence (domain.md §2.3, §2.5).
import type { RowRule } from '../../definition/rule.ts'
import { words } from '../../kernel/words.ts'
import { enterpriseRules, spendingRules, voucherRules } from '../../policy/sources.ts'
import { accountOf as account, amountOf as amount, textOf as text, yuan } from '../accounts/rowParts.ts'
import { sampleRow as entry } from './sample.ts'

const wages = /工资|薪酬|社保|社会保险|公积金|加班费/
const contestBonus = /(?:劳动|技能)?竞赛.*奖金|奖金.*竞赛/

export const conductRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'execution/same-person',
    reference: 'G-02',
    severity: 'error',
    blocks: 'submit',
    citation: enterpriseRules('第41条'),
    title: words('经办和审批不能是同一个人', '經辦和審批不能是同一個人', 'Handling and approving are two persons'),
    message: words(
      '“{account}”经办人和审批人都是{name}。不得由一人办理货币资金业务的全过程，请换人审批。',
      '「{account}」經辦人和審批人都是{name}。不得由一人辦理貨幣資金業務的全過程，請換人審批。',
      '“{account}” was handled and approved by {name}. One person may not do both; let another approve.',
    ),
    columns: ['approver', 'handler', 'accountCode', 'accountName'],
    check: (row) => {
      const name = text(row, 'handler')
      return name !== '' && name === text(row, 'approver') ? { account: account(row), name } : null
    },
    examples: {
      valid: [entry, { ...entry, handler: null, approver: null }],
      invalid: [{ ...entry, approver: '经办人甲' }],
    },
  },
  {
    scope: 'row',
    code: 'execution/approver-missing',
    reference: 'G-02',
    severity: 'warning',
    citation: enterpriseRules('第41条'),
    title: words('付款要有审批人', '付款要有審批人', 'A payment is approved by someone'),
    message: words(
      '{date} “{account}”支出 {amount} 元，没有审批人。请补上审批人（主席或其授权的人）。',
      '{date} 「{account}」支出 {amount} 元，沒有審批人。請補上審批人（主席或其授權的人）。',
      '{date}: {amount} yuan on “{account}” without an approver. Name the chair or whom the chair authorised.',
    ),
    columns: ['approver', 'date', 'amount', 'side', 'accountCode', 'accountName'],
    // A line of a finished table has no day and no approver of its own.
    check: (row) =>
      row['side'] === '支出' &&
      text(row, 'date') !== '' &&
      (amount(row, 'amount') ?? 0) > 0 &&
      text(row, 'approver') === ''
        ? { date: text(row, 'date'), account: account(row), amount: yuan(amount(row, 'amount') ?? 0) }
        : null,
    examples: {
      valid: [entry, { ...entry, date: null, approver: null }],
      invalid: [{ ...entry, approver: null }],
    },
  },
  {
    scope: 'row',
    code: 'execution/outing-returns',
    reference: 'E-05',
    severity: 'error',
    blocks: 'submit',
    citation: spendingRules('春秋游当日往返'),
    title: words('春秋游当日往返', '春秋遊當日往返', 'Outings return the same day'),
    message: words(
      '春秋游 {from} 出发，{until} 返回，不是当日往返。请核对日期，或改列其他用途。',
      '春秋遊 {from} 出發，{until} 返回，不是當日往返。請核對日期，或改列其他用途。',
      'The outing left on {from} and returned on {until}. Outings return the same day; check the days or the purpose.',
    ),
    columns: ['until', 'from', 'purpose'],
    check: (row) => {
      const [from, until] = [text(row, 'from'), text(row, 'until')]
      return row['purpose'] === '春秋游' && from !== '' && until !== '' && from !== until ? { from, until } : null
    },
    examples: {
      valid: [entry, { ...entry, purpose: '春秋游', from: '2026-04-11', until: '2026-04-11' }],
      invalid: [{ ...entry, purpose: '春秋游', from: '2026-04-11', until: '2026-04-12' }],
    },
  },
  {
    scope: 'row',
    code: 'execution/period-order',
    severity: 'error',
    blocks: 'submit',
    citation: spendingRules('活动日期'),
    title: words('结束不早于开始', '結束不早於開始', 'It does not end before it begins'),
    message: words(
      '活动结束日期 {until} 早于开始日期 {from}。请核对。',
      '活動結束日期 {until} 早於開始日期 {from}。請核對。',
      'The activity ends on {until}, before it begins on {from}. Please check.',
    ),
    columns: ['until', 'from'],
    check: (row) => {
      const [from, until] = [text(row, 'from'), text(row, 'until')]
      return from !== '' && until !== '' && until < from ? { from, until } : null
    },
    examples: { valid: [entry], invalid: [{ ...entry, from: '2026-04-11', until: '2026-04-10' }] },
  },
  {
    scope: 'row',
    code: 'execution/wages',
    reference: 'E-15',
    severity: 'warning',
    citation: enterpriseRules('第22条'),
    title: words('人员工资由单位行政承担', '人員工資由單位行政承擔', 'Wages are the employer’s'),
    message: words(
      '“{summary}”好像是人员经费。工会工作人员的工资、办公场所由单位行政负担；确需工会补足的，请在备注里写明依据。',
      '「{summary}」好像是人員經費。工會工作人員的工資、辦公場所由單位行政負擔；確需工會補足的，請在備註裡寫明依據。',
      '“{summary}” looks like wages, which are the employer’s duty. If the union must top up, give the grounds in the remark.',
    ),
    columns: ['summary', 'project', 'remark'],
    check: (row, { unitKind }) => {
      const said = `${text(row, 'summary')} ${text(row, 'project')}`.trim()
      return unitKind === 'primary' && wages.test(said) && text(row, 'remark') === '' ? { summary: said } : null
    },
    examples: {
      valid: [entry, { ...entry, summary: '补足专职干部工资', remark: '委员会2月研究' }],
      invalid: [{ ...entry, summary: '工会干部加班费' }],
    },
  },
  {
    scope: 'row',
    code: 'execution/contest-bonus',
    reference: 'E-18',
    severity: 'warning',
    citation: enterpriseRules('第29条'),
    title: words('劳动竞赛奖金从单位工资里开支', '勞動競賽獎金從單位工資裡開支', 'Contest bonuses come from wages'),
    message: words(
      '“{summary}”好像是竞赛奖金。劳动竞赛奖金由单位行政开支；工会经费用于技能竞赛的奖品。请核对列支渠道。',
      '「{summary}」好像是競賽獎金。勞動競賽獎金由單位行政開支；工會經費用於技能競賽的獎品。請核對列支渠道。',
      '“{summary}” looks like a contest bonus, which the employer pays; union money buys prizes. Check the source.',
    ),
    columns: ['summary', 'project'],
    check: (row) => {
      const said = `${text(row, 'summary')} ${text(row, 'project')}`.trim()
      return contestBonus.test(said) ? { summary: said } : null
    },
    examples: { valid: [{ ...entry, summary: '技能竞赛奖品' }], invalid: [{ ...entry, summary: '劳动竞赛奖金' }] },
  },
  {
    scope: 'row',
    code: 'execution/aid-in-cash',
    reference: 'E-20',
    severity: 'warning',
    citation: enterpriseRules('第30条'),
    title: words('帮扶、送温暖资金转账实名发放', '幫扶、送溫暖資金轉帳實名發放', 'Aid is transferred by name'),
    message: words(
      '{purpose} {amount} 元写的是现金支付。帮扶和送温暖资金应转账、实名发放；确需现金的，请在备注里写明原因。',
      '{purpose} {amount} 元寫的是現金支付。幫扶和送溫暖資金應轉帳、實名發放；確需現金的，請在備註裡寫明原因。',
      '{amount} yuan for {purpose} in cash. Aid goes by transfer and by name; give the reason in the remark if it must be cash.',
    ),
    columns: ['settlement', 'purpose', 'amount', 'remark'],
    check: (row) => {
      const purpose = text(row, 'purpose')
      return row['settlement'] === '现金' && /^(?:困难帮扶|送温暖)$/.test(purpose) && text(row, 'remark') === ''
        ? { purpose, amount: yuan(amount(row, 'amount') ?? 0) }
        : null
    },
    examples: {
      valid: [{ ...entry, purpose: '送温暖', settlement: '转账' }],
      invalid: [{ ...entry, purpose: '送温暖', settlement: '现金' }],
    },
  },
  {
    scope: 'row',
    code: 'execution/acceptance',
    reference: 'G-06',
    severity: 'warning',
    citation: voucherRules('第48条'),
    title: words('购买物品要有验收', '購買物品要有驗收', 'Goods are accepted by someone'),
    message: words(
      '“{summary}”写了采购方式“{purchase}”，没有验收。购买实物的凭证要附验收证明，请填验收人或验收单号。',
      '「{summary}」寫了採購方式「{purchase}」，沒有驗收。購買實物的憑證要附驗收證明，請填驗收人或驗收單號。',
      '“{summary}” was bought ({purchase}) without acceptance. Vouchers for goods need it: enter who accepted them, or the slip.',
    ),
    columns: ['acceptance', 'purchase', 'amount', 'summary'],
    check: (row) => {
      const purchase = text(row, 'purchase')
      return purchase !== '' && (amount(row, 'amount') ?? 0) > 0 && text(row, 'acceptance') === ''
        ? { summary: text(row, 'summary'), purchase }
        : null
    },
    examples: {
      valid: [entry, { ...entry, purchase: '询价', acceptance: '验收人丙' }],
      invalid: [{ ...entry, purchase: '询价' }],
    },
  },
]
