// What an entry of a budget's execution says that a finished table does not (domain.md §4.1, §4.2 B).
import type { ColumnDefinition } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'
import { column } from '../columns/column.ts'
import { amountInWords, fundSource, purpose } from '../columns/funds.ts'
import { department, remark } from '../columns/people.ts'
import { purchases, settlements } from './choices.ts'

export const entryColumns = {
  date: column(
    { type: 'date', fieldClass: 'public' },
    {
      label: words('日期', '日期', 'Date'),
      synonyms: ['发生日期', '入账日期', '报销日期', '付款日期', '记账日期', '支付时间', '收支日期', '时间'],
      description: words('发生或入账的日期。', '發生或入帳的日期。', 'Day it happened or was booked.'),
    },
  ),
  voucherNo: column(
    { type: 'code', maxLength: 40 },
    {
      label: words('凭证号', '憑證號', 'Voucher'),
      synonyms: ['凭证编号', '凭证字号', '记账凭证号', '单据号', '报销单号'],
      description: words('记账凭证或报销单的编号。', '記帳憑證或報銷單的編號。', 'Number of the voucher or claim.'),
    },
  ),
  summary: column(
    { type: 'text', maxLength: 300, width: 28 },
    {
      label: words('摘要', '摘要', 'Summary'),
      synonyms: ['内容', '业务内容', '支出内容', '收支内容', '事由', '用途说明', '报销事由', '经济业务内容'],
      description: words('这笔钱用在什么上。', '這筆錢用在什麼上。', 'What the money was for.'),
    },
  ),
  department: { ...department, label: words('部门', '部門', 'Department') },
  purpose,
  participants: column(
    { type: 'integer', minimum: 0, width: 8, optionalColumn: true },
    {
      label: words('参加人数', '參加人數', 'Participants'),
      synonyms: ['人数', '活动人数', '参与人数', '出席人数'],
      description: words('活动或会议的参加人数。', '活動或會議的參加人數。', 'How many took part.'),
    },
  ),
  from: column(
    { type: 'date', optionalColumn: true },
    {
      label: words('活动开始日期', '活動開始日期', 'Begins'),
      synonyms: ['开始日期', '出发日期', '活动日期', '开始时间'],
      description: words('活动从哪一天开始。', '活動從哪一天開始。', 'First day of the activity.'),
    },
  ),
  until: column(
    { type: 'date', optionalColumn: true },
    {
      label: words('活动结束日期', '活動結束日期', 'Ends'),
      synonyms: ['结束日期', '返回日期', '结束时间'],
      description: words('活动到哪一天结束。', '活動到哪一天結束。', 'Last day of the activity.'),
    },
  ),
  payee: column(
    { type: 'text', fieldClass: 'unit', maxLength: 100, width: 18 },
    {
      label: words('收款单位', '收款單位', 'Payee'),
      synonyms: ['收款方', '收款人', '供应商', '往来单位', '对方单位', '收(付)款单位'],
      description: words('钱付给谁，或从谁收到。', '錢付給誰，或從誰收到。', 'Who is paid, or who pays.'),
    },
  ),
  handler: column(
    { type: 'text', fieldClass: 'personal', maxLength: 40, width: 10 },
    {
      label: words('经办人', '經辦人', 'Handled by'),
      synonyms: ['报销人', '经手人', '申请人', '借款人'],
      description: words('经手这笔收支的人。', '經手這筆收支的人。', 'Who handled it.'),
    },
  ),
  approver: column(
    { type: 'text', fieldClass: 'personal', maxLength: 40, width: 10 },
    {
      label: words('审批人', '審批人', 'Approved by'),
      synonyms: ['批准人', '审批', '签批人', '审批领导'],
      description: words(
        '审批付款的人（主席或其授权的人）。',
        '審批付款的人（主席或其授權的人）。',
        'Who approved it: the chair or whom the chair authorised.',
      ),
    },
  ),
  acceptance: column(
    { type: 'text', maxLength: 100, optionalColumn: true },
    {
      label: words('验收', '驗收', 'Acceptance'),
      synonyms: ['验收人', '验收情况', '验收证明', '验收单'],
      description: words(
        '购买物品的验收人或验收单号。',
        '購買物品的驗收人或驗收單號。',
        'Who accepted the goods, or the slip’s number.',
      ),
    },
  ),
  meeting: column(
    { type: 'text', maxLength: 100, optionalColumn: true, width: 18 },
    {
      label: words('集体研究记录', '集體研究記錄', 'Collective decision'),
      synonyms: ['会议纪要', '研究记录', '集体决策记录', '会议记录号', '会议纪要号', '议定会议'],
      description: words(
        '重大收支经过的会议及日期。',
        '重大收支經過的會議及日期。',
        'The meeting that decided a major item, with its day.',
      ),
    },
  ),
  settlement: column(
    { type: 'choice', choices: settlements, optionalColumn: true },
    {
      label: words('支付方式', '支付方式', 'Paid by'),
      synonyms: ['付款方式', '结算方式', '支付形式'],
      description: words(
        '转账、公务卡、支票或现金。',
        '轉帳、公務卡、支票或現金。',
        'Transfer, official card, cheque or cash.',
      ),
    },
  ),
  purchase: column(
    { type: 'choice', choices: purchases, optionalColumn: true },
    {
      label: words('采购方式', '採購方式', 'Purchase'),
      synonyms: ['采购渠道', '购买方式', '采购形式'],
      description: words(
        '询价、比选、招标、定点或 832 平台。',
        '詢價、比選、招標、定點或 832 平台。',
        'How the goods were bought.',
      ),
    },
  ),
  fundSource: { ...fundSource, optionalColumn: true },
  amountInWords: { ...amountInWords, optionalColumn: true },
  remark: { ...remark, optionalColumn: true },
} as const satisfies Readonly<Record<string, ColumnDefinition>>
