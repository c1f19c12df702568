// The columns of a training plan (domain.md §4.2 N).
import type { ColumnDefinition } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'
import { column } from '../columns/column.ts'
import { accountCode } from '../columns/funds.ts'
import { remark, seq } from '../columns/people.ts'
import { coverageOf, perHeadDayOf } from './derived.ts'
import { forms, groups, outcomes, topics } from './choices.ts'

const money = { type: 'money', merge: 'money', fieldClass: 'money', width: 14 } as const

export const columns = {
  seq,
  course: column(
    { type: 'text', required: true, merge: 'key', fieldClass: 'public', maxLength: 100, width: 26 },
    {
      label: words('培训班名称', '培訓班名稱', 'Course'),
      synonyms: ['培训名称', '班次名称', '培训项目', '培训班', '名称', '培训班次', '项目名称', '培训主题'],
      description: words('培训班的名称。', '培訓班的名稱。', 'Name of the course.'),
    },
  ),
  topic: column(
    { type: 'choice', choices: topics, fieldClass: 'public', width: 14 },
    {
      label: words('培训内容', '培訓內容', 'Topic'),
      synonyms: ['内容', '培训类别', '类别', '课程内容', '主要内容', '培训专题'],
      description: words('主要讲什么。', '主要講什麼。', 'What it is about.'),
    },
  ),
  group: column(
    { type: 'choice', choices: groups, fieldClass: 'public', width: 16 },
    {
      label: words('培训对象', '培訓對象', 'For whom'),
      synonyms: ['对象', '参训人员', '参加人员', '培训人员', '参训对象', '人员范围'],
      description: words(
        '工会干部培训列 50501，职工培训列 50101。',
        '工會幹部培訓列 50501，職工培訓列 50101。',
        'Officers’ courses go to 50501, workers’ to 50101.',
      ),
    },
  ),
  sessions: column(
    { type: 'integer', minimum: 0, fieldClass: 'public', width: 8 },
    {
      label: words('期数', '期數', 'Sessions'),
      synonyms: ['班次', '期次', '计划期数', '培训期数', '班期'],
      description: words('办几期。', '辦幾期。', 'How many times it is held.'),
    },
  ),
  persons: column(
    { type: 'integer', minimum: 0, fieldClass: 'public', width: 8 },
    {
      label: words('人数', '人數', 'Persons'),
      synonyms: ['培训人数', '计划人数', '参训人数', '人次', '培训人次', '每期人数'],
      description: words('各期合计参训人数。', '各期合計參訓人數。', 'Persons over all sessions.'),
    },
  ),
  eligible: column(
    { type: 'integer', minimum: 0, optionalColumn: true },
    {
      label: words('应训人数', '應訓人數', 'Persons to be trained'),
      synonyms: ['应参训人数', '应培训人数', '对象总数'],
      description: words('这一类对象一共多少人。', '這一類對象一共多少人。', 'How many persons the group has.'),
    },
  ),
  from: column(
    { type: 'date', fieldClass: 'public' },
    {
      label: words('开始日期', '開始日期', 'Begins'),
      synonyms: ['培训时间', '时间', '举办时间', '开班时间', '计划时间', '开始时间', '培训日期', '拟办时间'],
      description: words('第一期开始的日期。', '第一期開始的日期。', 'First day of the first session.'),
    },
  ),
  until: column(
    { type: 'date', fieldClass: 'public', optionalColumn: true },
    {
      label: words('结束日期', '結束日期', 'Ends'),
      synonyms: ['结束时间', '结业时间', '结业日期'],
      description: words('最后一期结束的日期。', '最後一期結束的日期。', 'Last day of the last session.'),
    },
  ),
  days: column(
    { type: 'integer', minimum: 0, fieldClass: 'public', width: 8 },
    {
      label: words('天数', '天數', 'Days'),
      synonyms: ['培训天数', '期限', '培训时长', '学时天数', '每期天数'],
      description: words('每期几天。', '每期幾天。', 'Days of one session.'),
    },
  ),
  venue: column(
    { type: 'text', fieldClass: 'public', maxLength: 100, width: 16 },
    {
      label: words('培训地点', '培訓地點', 'Place'),
      synonyms: ['地点', '举办地点', '办班地点', '场所'],
      description: words('在哪里办。', '在哪裡辦。', 'Where it is held.'),
    },
  ),
  form: column(
    { type: 'choice', choices: forms, fieldClass: 'public', width: 10 },
    {
      label: words('培训形式', '培訓形式', 'Form'),
      synonyms: ['形式', '培训方式', '方式', '授课形式', '办班形式'],
      description: words(
        '脱产授课、研讨、以会代训、现场观摩或线上。',
        '脫產授課、研討、以會代訓、現場觀摩或線上。',
        'Course, seminar, with a meeting, visit or online.',
      ),
    },
  ),
  organiser: column(
    { type: 'text', fieldClass: 'public', maxLength: 60, width: 14 },
    {
      label: words('主办部门', '主辦部門', 'Organiser'),
      synonyms: ['主办', '主办单位', '主办/承办', '责任部门', '组织部门', '牵头部门', '部门'],
      description: words('负责组织的部门。', '負責組織的部門。', 'Department that organises it.'),
    },
  ),
  contractor: column(
    { type: 'text', maxLength: 100, optionalColumn: true },
    {
      label: words('承办单位', '承辦單位', 'Held by'),
      synonyms: ['承办', '承办机构', '培训机构', '合作院校'],
      description: words('受托承办的学校或机构。', '受託承辦的學校或機構。', 'School or institution that holds it.'),
    },
  ),
  teachers: column(
    { type: 'text', maxLength: 200, optionalColumn: true },
    {
      label: words('师资', '師資', 'Teachers'),
      synonyms: ['授课人', '授课教师', '讲师', '师资来源', '主讲人'],
      description: words('谁来讲。', '誰來講。', 'Who teaches.'),
    },
  ),
  accountCode: { ...accountCode, label: words('列支科目', '列支科目', 'Account') },
  cost: column(
    { ...money, minimum: 0 },
    {
      label: words('经费预算', '經費預算', 'Budget'),
      synonyms: [
        '预算',
        '经费',
        '预算金额',
        '经费(元)',
        '培训经费',
        '费用预算',
        '预算经费',
        '所需经费',
        '金额',
        '经费预算(元)',
      ],
      description: words('这个班全部期数的预算。', '這個班全部期數的預算。', 'Budget of all sessions.'),
    },
  ),
  perHeadDay: column(
    { ...money, merge: 'derived', compute: perHeadDayOf, optionalColumn: true },
    {
      label: words('人均每天费用', '人均每天費用', 'Per person and day'),
      synonyms: ['人天标准', '人均日费用', '元/人天'],
      description: words('经费预算除以人数和天数。', '經費預算除以人數和天數。', 'Budget over persons and days.'),
    },
  ),
  assessment: column(
    { type: 'text', maxLength: 100, optionalColumn: true },
    {
      label: words('考核方式', '考核方式', 'Assessment'),
      synonyms: ['考核', '考试方式', '结业考核', '考核形式'],
      description: words('考试、心得、测评等。', '考試、心得、測評等。', 'Exam, report, feedback.'),
    },
  ),
  outcome: column(
    { type: 'choice', choices: outcomes, fieldClass: 'public', width: 10 },
    {
      label: words('完成情况', '完成情況', 'Outcome'),
      synonyms: ['完成状态', '落实情况', '是否完成', '状态', '进展情况', '执行情况'],
      description: words(
        '未开展、进行中、已完成或已取消。',
        '未開展、進行中、已完成或已取消。',
        'Not begun, under way, done or cancelled.',
      ),
    },
  ),
  attended: column(
    { type: 'integer', minimum: 0, optionalColumn: true },
    {
      label: words('实际参训人数', '實際參訓人數', 'Attended'),
      synonyms: ['实际人数', '实到人数', '实训人数', '完成人数'],
      description: words('实际参加的人数。', '實際參加的人數。', 'How many really came.'),
    },
  ),
  coverage: column(
    { type: 'percent', merge: 'derived', compute: coverageOf, optionalColumn: true, width: 10 },
    {
      label: words('覆盖率', '覆蓋率', 'Coverage'),
      synonyms: ['培训覆盖率', '参训率', '培训率'],
      description: words(
        '实际（没有时按计划）参训人数占应训人数。',
        '實際（沒有時按計劃）參訓人數佔應訓人數。',
        'Persons trained, or planned, of those to be trained.',
      ),
    },
  ),
  satisfaction: column(
    { type: 'percent', minimum: 0, maximum: 10_000, optionalColumn: true },
    {
      label: words('满意度', '滿意度', 'Satisfaction'),
      synonyms: ['学员满意度', '满意率', '测评结果'],
      description: words('学员评价。', '學員評價。', 'What participants say.'),
    },
  ),
  remark: { ...remark, optionalColumn: true },
} as const satisfies Readonly<Record<string, ColumnDefinition>>
