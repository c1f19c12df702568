// The columns of nominations and quotas (domain.md §4.2 G); bonuses stand in bonusColumns.ts.
import type { ColumnDefinition } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'
import { column } from '../columns/column.ts'
import { purpose } from '../columns/funds.ts'
import { department, jobTitle, memberNo, personName, remark, seq } from '../columns/people.ts'
import { categories, decisions, prizeForms, ranks, recordTypes } from './choices.ts'

const count = { type: 'integer', minimum: 0, width: 7 } as const
const money = { type: 'money', merge: 'money', fieldClass: 'money', width: 11 } as const

const common = {
  seq,
  recordType: column(
    { type: 'choice', choices: recordTypes, required: true, merge: 'key', width: 8 },
    {
      label: words('表别', '表別', 'Part'),
      synonyms: ['分表', '表类', '数据类型'],
      description: words(
        '名额、推荐、奖金，或奖金总额。',
        '名額、推薦、獎金，或獎金總額。',
        'Quota, nomination, bonus, or the sum to share.',
      ),
    },
  ),
  programme: column(
    { type: 'text', isName: true, merge: 'key', maxLength: 80, width: 18 },
    {
      label: words('评选项目', '評選項目', 'Programme'),
      synonyms: ['评选批次', '奖励批次', '奖金批次', '活动名称', '项目名称', '竞赛项目', '评选名称'],
      description: words(
        '哪一次评选或哪一批奖金。',
        '哪一次評選或哪一批獎金。',
        'Which selection, or which round of bonuses.',
      ),
    },
  ),
  department: { ...department, merge: 'key' },
  name: { ...personName, merge: 'key', synonyms: [...personName.synonyms, '推荐人选', '候选人', '获奖人', '获奖者'] },
  memberNo,
  jobTitle,
  purpose: { ...purpose, synonyms: ['用途类别', '活动类别'] },
  category: column(
    { type: 'choice', choices: categories, merge: 'key', width: 12 },
    {
      label: words('推荐类别', '推薦類別', 'Category'),
      synonyms: ['奖项类别', '评选类别', '荣誉称号', '称号', '类别', '推荐称号', '奖项名称', '先进类型'],
      description: words(
        '先进个人、积极分子、劳模等。',
        '先進個人、積極分子、勞模等。',
        'Advanced person, activist, model worker …',
      ),
    },
  ),
} as const satisfies Readonly<Record<string, ColumnDefinition>>

const quotas = {
  staff: column(count, {
    label: words('职工人数', '職工人數', 'Staff'),
    synonyms: ['人数', '会员人数', '在职人数', '部门人数'],
    description: words('部门的职工人数。', '部門的職工人數。', 'Staff of the department.'),
  }),
  participants: column(count, {
    label: words('参加人数', '參加人數', 'Participants'),
    synonyms: ['参与人数', '参赛人数', '参评人数', '参训人数'],
    description: words('参加评选、竞赛或培训的人数。', '參加評選、競賽或培訓的人數。', 'Persons who took part.'),
  }),
  share: column(
    { type: 'percent', width: 8 },
    {
      label: words('名额比例', '名額比例', 'Share'),
      synonyms: ['比例', '评优比例', '名额比例(%)', '推荐比例'],
      description: words('按职工人数的百分之几。', '按職工人數的百分之幾。', 'Percent of the staff.'),
    },
  ),
  places: column(count, {
    label: words('分配名额', '分配名額', 'Places'),
    synonyms: ['名额', '名额数', '推荐名额', '指标数', '评优名额'],
    description: words('分给这个部门的名额。', '分給這個部門的名額。', 'Places for this department.'),
  }),
} as const satisfies Readonly<Record<string, ColumnDefinition>>

const nomination = {
  deeds: column(
    { type: 'text', maxLength: 2000, width: 30 },
    {
      label: words('主要事迹', '主要事蹟', 'Deeds'),
      synonyms: ['先进事迹', '事迹', '事迹简介', '推荐理由', '主要业绩'],
      description: words('不超过 200 字。', '不超過 200 字。', 'Two hundred characters at most.'),
    },
  ),
  votesFor: column(count, {
    label: words('同意票', '同意票', 'For'),
    synonyms: ['同意', '赞成', '赞成票', '得票', '得票数', '民主推荐票数', '票数'],
    description: words('民主推荐的同意票数。', '民主推薦的同意票數。', 'Votes for.'),
  }),
  votesAgainst: column(count, {
    label: words('反对票', '反對票', 'Against'),
    synonyms: ['反对', '不同意票'],
    description: words('反对票数。', '反對票數。', 'Votes against.'),
  }),
  abstentions: column(count, {
    label: words('弃权票', '棄權票', 'Abstained'),
    synonyms: ['弃权'],
    description: words('弃权票数。', '棄權票數。', 'Abstentions.'),
  }),
  voteScore: column(
    { type: 'percent', isFactor: true, width: 8, optionalColumn: true },
    {
      label: words('民主推荐得分', '民主推薦得分', 'Vote score'),
      synonyms: ['推荐得分', '民主测评得分', '测评得分'],
      description: words('民主推荐的得分。', '民主推薦的得分。', 'Score of the vote.'),
    },
  ),
  opinion: column(
    { type: 'text', maxLength: 300, width: 16 },
    {
      label: words('部门意见', '部門意見', 'Opinion'),
      synonyms: ['推荐单位意见', '所在部门意见', '分工会意见'],
      description: words('部门或分工会的意见。', '部門或分工會的意見。', 'Opinion of the department.'),
    },
  ),
  reviewScore: column(
    { type: 'percent', isFactor: true, width: 8 },
    {
      label: words('评审得分', '評審得分', 'Review score'),
      synonyms: ['综合得分', '评分', '总分', '评审分'],
      description: words('评审的得分。', '評審的得分。', 'Score of the review.'),
    },
  ),
  ranking: column(count, {
    label: words('排名', '排名', 'Place'),
    synonyms: ['名次', '评审排名', '排序'],
    description: words('评审的名次。', '評審的名次。', 'Place in the review.'),
  }),
  rank: column(
    { type: 'choice', choices: ranks, width: 9 },
    {
      label: words('奖次', '獎次', 'Prize'),
      synonyms: ['奖级', '获奖等次', '等次', '奖项等级', '获奖等级'],
      description: words(
        '一等奖、二等奖、三等奖或优秀奖。',
        '一等獎、二等獎、三等獎或優秀獎。',
        'First, second, third prize or mention.',
      ),
    },
  ),
  earlierAward: column(
    { type: 'text', maxLength: 200 },
    {
      label: words('上级已奖励', '上級已獎勵', 'Already rewarded'),
      synonyms: ['已获奖励', '上级奖励情况', '已获上级奖励', '重复获奖情况'],
      description: words(
        '上级已经奖励的写奖项；没有的不填。',
        '上級已經獎勵的寫獎項；沒有的不填。',
        'What a superior already gave; blank for none.',
      ),
    },
  ),
  noticeResult: column(
    { type: 'text', maxLength: 100 },
    {
      label: words('公示结果', '公示結果', 'Notice'),
      synonyms: ['公示情况', '公示'],
      description: words('有没有异议，怎样处理。', '有沒有異議，怎樣處理。', 'Objections, and what became of them.'),
    },
  ),
  decision: column(
    { type: 'choice', choices: decisions, width: 8 },
    {
      label: words('批准结果', '批准結果', 'Decision'),
      synonyms: ['审批结果', '评审结果', '是否批准', '批准情况'],
      description: words('批准或不批准。', '批准或不批准。', 'Approved or refused.'),
    },
  ),
  prize: column(money, {
    label: words('奖励标准', '獎勵標準', 'Prize, yuan'),
    synonyms: ['奖励金额', '奖励标准(元)', '奖品金额', '奖励额'],
    description: words('一个人（集体）的奖励，单位元。', '一個人（集體）的獎勵，單位元。', 'For one winner, in yuan.'),
  }),
  prizeForm: column(
    { type: 'choice', choices: prizeForms, width: 8 },
    {
      label: words('奖励形式', '獎勵形式', 'Form'),
      synonyms: ['奖励方式', '奖励种类'],
      description: words('证书、奖品或奖金。', '證書、獎品或獎金。', 'Certificate, prize in kind, or money.'),
    },
  ),
} as const satisfies Readonly<Record<string, ColumnDefinition>>

export const columns = { ...common, ...quotas, ...nomination, remark }
