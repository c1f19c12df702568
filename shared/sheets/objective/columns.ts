// The columns of the breakdown of goals and responsibility (domain.md §4.2 K, seed 001/002).
import type { ColumnDefinition } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'
import { column } from '../columns/column.ts'
import { remark } from '../columns/people.ts'
import { completionOf } from './derived.ts'

const quarters = ['一', '二', '三', '四'] as const
const numbers = ['first', 'second', 'third', 'fourth'] as const

/** 季度形象进度: what stands done at the end of a quarter, as a share of the year's value; cumulative. */
function quarter(index: number): ColumnDefinition {
  const name = quarters[index] ?? ''
  return column(
    { type: 'percent', minimum: 0, maximum: 10_000, width: 9 },
    {
      label: words(`${name}季度进度`, `${name}季度進度`, `Q${index + 1}`),
      synonyms: [
        `${name}季度`,
        `第${name}季度`,
        `${index + 1}季度`,
        `第${name}季度进度`,
        `${name}季度形象进度`,
        `${name}季度完成`,
        `Q${index + 1}进度`,
      ],
      description: words(
        `到${name}季度末累计完成多少，只增不减。`,
        `到${name}季度末累計完成多少，只增不減。`,
        `What stands done at the end of the ${numbers[index] ?? ''} quarter, cumulative.`,
      ),
    },
  )
}

const goal = {
  goalNo: column(
    { type: 'code', merge: 'key', fieldClass: 'public', maxLength: 30, width: 10 },
    {
      label: words('目标编号', '目標編號', 'Goal number'),
      synonyms: ['编号', '序号', '指标编号', '任务编号'],
      description: words('例如 MB-01，不重复。', '例如 MB-01，不重複。', 'Such as MB-01; used once.'),
    },
  ),
  overall: column(
    { type: 'text', fieldClass: 'public', maxLength: 300, width: 22 },
    {
      label: words('总目标', '總目標', 'Overall goal'),
      synonyms: ['总体目标', '目标', '一级指标', '目标任务', '重点目标'],
      description: words('属于哪个总目标。', '屬於哪個總目標。', 'The goal it belongs to.'),
    },
  ),
  stage: column(
    { type: 'text', fieldClass: 'public', maxLength: 200, width: 16, optionalColumn: true },
    {
      label: words('阶段目标', '階段目標', 'Stage'),
      synonyms: ['阶段性目标', '年度目标', '分阶段目标'],
      description: words(
        '本年度（本阶段）要到哪一步。',
        '本年度（本階段）要到哪一步。',
        'How far this year or stage goes.',
      ),
    },
  ),
  indicator: column(
    { type: 'text', required: true, merge: 'key', fieldClass: 'public', maxLength: 300, width: 28 },
    {
      label: words('指标名称', '指標名稱', 'Indicator'),
      synonyms: ['指标', '考核指标', '二级指标', '具体指标', '指标内容', '目标内容', '任务内容'],
      description: words('用什么衡量，一行一项。', '用什麼衡量，一行一項。', 'What is measured, one row each.'),
    },
  ),
  target: column(
    { type: 'text', fieldClass: 'public', maxLength: 60, width: 10 },
    {
      label: words('指标值', '指標值', 'Target'),
      synonyms: ['目标值', '指标值/单位', '计划值', '考核标准', '年度目标值'],
      description: words(
        '要达到的数，带单位：100%、20 期、3000 人次。',
        '要達到的數，帶單位：100%、20 期、3000 人次。',
        'The figure to reach, with its unit.',
      ),
    },
  ),
  lastTarget: column(
    { type: 'percent', minimum: 0, optionalColumn: true },
    {
      label: words('上年目标%', '上年目標%', 'Last year’s target %'),
      synonyms: ['上年目标', '上年指标值', '上年累计目标'],
      description: words(
        '多年累计目标的上年百分比，例如 40%。',
        '多年累計目標的上年百分比，例如 40%。',
        'Of a goal over several years: last year’s share.',
      ),
    },
  ),
  yearTarget: column(
    { type: 'percent', minimum: 0, optionalColumn: true },
    {
      label: words('本年目标%', '本年目標%', 'This year’s target %'),
      synonyms: ['本年累计目标', '当年目标', '本年指标百分比'],
      description: words(
        '多年累计目标的本年百分比，例如 75%，不低于上年。',
        '多年累計目標的本年百分比，例如 75%，不低於上年。',
        'This year’s share, not below last year’s.',
      ),
    },
  ),
  weight: column(
    { type: 'percent', minimum: 0, maximum: 10_000, fieldClass: 'public', width: 8 },
    {
      label: words('权重', '權重', 'Weight'),
      synonyms: ['权重%', '权重(%)', '分值权重', '所占权重', '比重'],
      description: words('全部指标的权重合计 100%。', '全部指標的權重合計 100%。', 'All weights together are 100 %.'),
    },
  ),
} as const satisfies Readonly<Record<string, ColumnDefinition>>

const responsibility = {
  leader: column(
    { type: 'text', fieldClass: 'public', maxLength: 60 },
    {
      label: words('责任领导', '責任領導', 'Leader'),
      synonyms: ['分管领导', '牵头领导', '领导', '包抓领导'],
      description: words('负责的领导。', '負責的領導。', 'The leader responsible.'),
    },
  ),
  lead: column(
    { type: 'list', fieldClass: 'public', maxLength: 100, width: 14 },
    {
      label: words('牵头部门', '牽頭部門', 'Lead department'),
      synonyms: ['责任部门', '责任单位', '牵头单位', '主办部门', '承办部门', '责任科室', '主责部门'],
      description: words(
        '只能有一个；旧表列了几个的，第一个是牵头部门。',
        '只能有一個；舊表列了幾個的，第一個是牽頭部門。',
        'Exactly one; in old sheets the first of several.',
      ),
    },
  ),
  co: column(
    { type: 'list', fieldClass: 'public', maxLength: 300, width: 16 },
    {
      label: words('配合部门', '配合部門', 'Departments that help'),
      synonyms: ['协办部门', '配合单位', '协助部门', '参与部门'],
      description: words('配合的部门，用顿号隔开。', '配合的部門，用頓號隔開。', 'Departments that help.'),
    },
  ),
  owner: column(
    { type: 'text', fieldClass: 'personal', maxLength: 60 },
    {
      label: words('责任人', '責任人', 'Responsible'),
      synonyms: ['具体责任人', '经办人', '负责人', '联系人'],
      description: words('具体负责的人。', '具體負責的人。', 'The person who does it.'),
    },
  ),
  due: column(
    { type: 'deadline', fieldClass: 'public' },
    {
      label: words('完成时限', '完成時限', 'Due'),
      synonyms: ['完成时间', '时限', '时间要求', '完成期限', '时间节点'],
      description: words(
        '日期，或每季度末、每年末、长期。',
        '日期，或每季度末、每年末、長期。',
        'A day, or a standing word.',
      ),
    },
  ),
  measures: column(
    { type: 'text', fieldClass: 'public', maxLength: 2000, width: 28 },
    {
      label: words('主要措施', '主要措施', 'Measures'),
      synonyms: ['措施', '工作措施', '具体措施', '保障措施', '推进措施'],
      description: words('怎样做到。', '怎樣做到。', 'How it is reached.'),
    },
  ),
  signed: column(
    { type: 'date', optionalColumn: true },
    {
      label: words('责任书签订日期', '責任書簽訂日期', 'Letter signed'),
      synonyms: ['签订日期', '责任书签订时间', '签订时间'],
      description: words(
        '目标责任书签订的日期。',
        '目標責任書簽訂的日期。',
        'Day the letter of responsibility was signed.',
      ),
    },
  ),
} as const satisfies Readonly<Record<string, ColumnDefinition>>

const progress = {
  q1: quarter(0),
  q2: quarter(1),
  q3: quarter(2),
  q4: quarter(3),
  done: column(
    { type: 'text', fieldClass: 'public', maxLength: 300, width: 14 },
    {
      label: words('完成值', '完成值', 'Reached'),
      synonyms: ['实际完成值', '完成情况', '实际值', '完成数'],
      description: words('实际做到的数，带单位。', '實際做到的數，帶單位。', 'What was reached, with its unit.'),
    },
  ),
  completion: column(
    { type: 'percent', merge: 'derived', compute: completionOf, optionalColumn: true, width: 9 },
    {
      label: words('完成率', '完成率', 'Completion'),
      synonyms: ['完成率(%)', '完成比例', '完成进度'],
      description: words(
        '到最近一个季度的累计进度。',
        '到最近一個季度的累計進度。',
        'Cumulative progress at the latest quarter.',
      ),
    },
  ),
  selfScore: column(
    { type: 'integer', minimum: 0, maximum: 120, width: 8 },
    {
      label: words('自评分', '自評分', 'Own score'),
      synonyms: ['自评得分', '自评', '自查得分'],
      description: words(
        '部门自己打的分，满分 100。',
        '部門自己打的分，滿分 100。',
        'The department’s own score, of 100.',
      ),
    },
  ),
  score: column(
    { type: 'integer', minimum: 0, maximum: 120, width: 8 },
    {
      label: words('考核分', '考核分', 'Score'),
      synonyms: ['考核得分', '得分', '考评分', '评定分'],
      description: words('考核组打的分，满分 100。', '考核組打的分，滿分 100。', 'The score given, of 100.'),
    },
  ),
  remark: { ...remark, optionalColumn: true },
} as const satisfies Readonly<Record<string, ColumnDefinition>>

export const columns = { ...goal, ...responsibility, ...progress }
