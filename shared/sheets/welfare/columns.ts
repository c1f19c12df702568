// The columns of a plan for benefits (domain.md §4.1, §4.2 D).
import type { ColumnDefinition } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'
import { column, withoutSynonyms } from '../columns/column.ts'
import {
  accountCode,
  accountName,
  amount,
  amountInWords,
  fundSource,
  headcount,
  quantity,
  standard,
  unitPrice,
} from '../columns/funds.ts'
import { department, remark, seq } from '../columns/people.ts'
import { benefitColumns } from './benefitColumns.ts'
import { procurements } from './choices.ts'

const money = { type: 'money', merge: 'money', fieldClass: 'money' } as const

const outing = {
  participants: column(
    { type: 'integer', minimum: 0, width: 8, optionalColumn: true },
    {
      label: words('参加人数', '參加人數', 'Participants'),
      synonyms: ['参与人数', '参赛人数', '活动人数'],
      description: words('活动参加的人数。', '活動參加的人數。', 'Persons who take part in the activity.'),
    },
  ),
  winners: column(
    { type: 'integer', minimum: 0, width: 8, optionalColumn: true },
    {
      label: words('获奖人数', '獲獎人數', 'Prize winners'),
      synonyms: ['奖励人数', '中奖人数'],
      description: words('发给奖品的人数。', '發給獎品的人數。', 'Persons who are given a prize.'),
    },
  ),
  departs: column(
    { type: 'date', optionalColumn: true },
    {
      label: words('出发日期', '出發日期', 'Departs'),
      synonyms: ['出发时间', '活动日期', '开始日期'],
      description: words('春游秋游出发的日期。', '春遊秋遊出發的日期。', 'Day the outing begins.'),
    },
  ),
  returns: column(
    { type: 'date', optionalColumn: true },
    {
      label: words('返回日期', '返回日期', 'Returns'),
      synonyms: ['返回时间', '结束日期'],
      description: words('春游秋游返回的日期。', '春遊秋遊返回的日期。', 'Day the outing ends.'),
    },
  ),
  destination: column(
    { type: 'text', maxLength: 100, width: 16, optionalColumn: true },
    {
      label: words('目的地', '目的地', 'Destination'),
      synonyms: ['活动地点', '地点'],
      description: words('去哪里。', '去哪裡。', 'Where it goes.'),
    },
  ),
} as const satisfies Readonly<Record<string, ColumnDefinition>>

const process = {
  discussionForm: column(
    { type: 'text', maxLength: 60, width: 14 },
    {
      label: words('讨论形式', '討論形式', 'Discussed in'),
      synonyms: ['讨论方式', '征求意见形式', '讨论形式·日期', '讨论情况'],
      description: words(
        '会员小组会、职代会、问卷等。',
        '會員小組會、職代會、問卷等。',
        'Group meeting, congress, survey …',
      ),
    },
  ),
  discussedOn: column(
    { type: 'date' },
    {
      label: words('讨论日期', '討論日期', 'Discussed on'),
      synonyms: ['讨论时间', '征求意见日期', '研究日期'],
      description: words('职工讨论的日期。', '職工討論的日期。', 'Day of the discussion.'),
    },
  ),
  noticeFrom: column(
    { type: 'date' },
    {
      label: words('公示开始', '公示開始', 'Notice from'),
      synonyms: ['公示开始日期', '公示起', '公示日期', '公示起始日期'],
      description: words('公示第一天。', '公示第一天。', 'First day of the notice.'),
    },
  ),
  noticeTo: column(
    { type: 'date' },
    {
      label: words('公示结束', '公示結束', 'Notice to'),
      synonyms: ['公示结束日期', '公示止', '公示截止日期'],
      description: words('公示最后一天。', '公示最後一天。', 'Last day of the notice.'),
    },
  ),
} as const satisfies Readonly<Record<string, ColumnDefinition>>

export const columns = {
  seq,
  issue: benefitColumns.issue,
  department: { ...department, required: true, merge: 'key' },
  occasion: { ...benefitColumns.occasion, required: true },
  item: benefitColumns.item,
  means: benefitColumns.means,
  headcount: { ...headcount, required: true },
  cutOff: column(
    { type: 'date' },
    {
      label: words('人数截止日期', '人數截止日期', 'Heads counted on'),
      synonyms: ['截止日期', '会员截止日期', '统计截止日期'],
      description: words(
        '按哪一天的在会会员计算人数。',
        '按哪一天的在會會員計算人數。',
        'The day on which members were counted.',
      ),
    },
  ),
  standard: { ...standard, required: true },
  quantity,
  unitPrice,
  amount: { ...amount, required: true },
  fundSource,
  accountCode,
  accountName: withoutSynonyms(accountName, ['科目名称']),
  supplier: column(
    { type: 'text', maxLength: 100, width: 18 },
    {
      label: words('供应商', '供應商', 'Supplier'),
      synonyms: ['供货商', '供货单位', '采购单位', '供应商名称', '商家'],
      description: words('从哪里买。', '從哪裡買。', 'Where it is bought.'),
    },
  ),
  procurement: column(
    { type: 'choice', choices: procurements, width: 10 },
    {
      label: words('采购方式', '採購方式', 'Bought by'),
      synonyms: ['采购形式', '采购渠道', '供应商/采购方式'],
      description: words(
        '询价、比选、招标、定点或 832 平台。',
        '詢價、比選、招標、定點或 832 平台。',
        'How the supplier was found.',
      ),
    },
  ),
  givenBefore: column(
    { ...money, width: 12 },
    {
      label: words('本年已发', '本年已發', 'Given this year'),
      synonyms: ['本年已发(元/人)', '本年累计已发', '已发金额', '本年已发放标准', '累计已发'],
      description: words(
        '这一类慰问本年每人已发多少，单位元。',
        '這一類慰問本年每人已發多少，單位元。',
        'What each person was given for such occasions this year, in yuan.',
      ),
    },
  ),
  ...process,
  ...outing,
  amountInWords: { ...amountInWords, optionalColumn: true },
  remark,
  purpose: benefitColumns.purpose,
} as const satisfies Readonly<Record<string, ColumnDefinition>>
