// Rules of the breakdown of goals (domain.md §4.2 K, seed 001/002).
import type { RowRule, SetRule } from '../../definition/rule.ts'
import type { Values } from '../../kernel/value.ts'
import type { PlainDate } from '../../kernel/plainDate.ts'
import { words } from '../../kernel/words.ts'
import { house, objectiveDuties } from '../../policy/sources.ts'
import { amountOf as number, isBlank, textOf as text } from '../accounts/rowParts.ts'
import { completionOf, quarterColumns } from './derived.ts'
import { sampleGoal as goal } from './sample.ts'

const needed: readonly (readonly [string, string])[] = [
  ['goalNo', '目标编号'],
  ['overall', '总目标'],
  ['target', '指标值'],
  ['weight', '权重'],
  ['leader', '责任领导'],
  ['lead', '牵头部门'],
  ['owner', '责任人'],
  ['due', '完成时限'],
]

const shown = (hundredths: number): string => String(hundredths / 100)

/** The quarters that are over on that day, in the year of the sheet. */
function quartersOver(today: string, year: number): number {
  const ends = ['-03-31', '-06-30', '-09-30', '-12-31']
  return ends.filter((end) => today > `${year}${end}`).length
}

const leads = (row: Values): readonly string[] =>
  text(row, 'lead')
    .split('、')
    .filter((name) => name !== '')

export const rowRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'objective/incomplete',
    severity: 'error',
    blocks: 'submit',
    citation: objectiveDuties('目标分解到部门和个人'),
    title: words('目标要落到部门和人', '目標要落到部門和人', 'A goal has its department and person'),
    message: words(
      '“{indicator}”还没有填：{missing}。',
      '「{indicator}」還沒有填：{missing}。',
      '“{indicator}” still lacks: {missing}.',
    ),
    columns: ['indicator', ...needed.map(([column]) => column)],
    check: (row) => {
      const missing = needed.filter(([column]) => isBlank(row, column)).map(([, label]) => label)
      return missing.length === 0 ? null : { indicator: text(row, 'indicator'), missing: missing.join('、') }
    },
    examples: { valid: [goal], invalid: [{ ...goal, owner: null }] },
  },
  {
    scope: 'row',
    code: 'objective/one-lead',
    severity: 'error',
    blocks: 'submit',
    citation: objectiveDuties('列第一位的为牵头单位'),
    title: words('牵头部门只有一个', '牽頭部門只有一個', 'Exactly one department is in the lead'),
    message: words(
      '“{indicator}”写了 {count} 个牵头部门：{lead}。列第一位的为牵头，其余请移到配合部门。',
      '「{indicator}」寫了 {count} 個牽頭部門：{lead}。列第一位的為牽頭，其餘請移到配合部門。',
      '“{indicator}” names {count} lead departments: {lead}. The first leads; the others belong to those that help.',
    ),
    columns: ['lead', 'co', 'indicator'],
    check: (row) =>
      leads(row).length > 1
        ? { indicator: text(row, 'indicator'), count: leads(row).length, lead: text(row, 'lead') }
        : null,
    examples: { valid: [goal], invalid: [{ ...goal, lead: '组织部、财务部' }] },
  },
  {
    scope: 'row',
    code: 'objective/quarter-falls',
    severity: 'error',
    blocks: 'submit',
    citation: objectiveDuties('季度形象进度累计'),
    title: words('季度进度只增不减', '季度進度只增不減', 'Progress does not fall'),
    message: words(
      '“{indicator}”{quarter}季度 {now}%，比前面的 {before}% 低。季度进度是累计数，请核对。',
      '「{indicator}」{quarter}季度 {now}%，比前面的 {before}% 低。季度進度是累計數，請核對。',
      '“{indicator}”: quarter {quarter} has {now} %, below {before} % before it. Progress is cumulative; please check.',
    ),
    columns: ['q4', 'q1', 'q2', 'q3', 'indicator'],
    check: (row) => {
      let before = 0
      for (const [index, column] of quarterColumns.entries()) {
        const now = number(row, column)
        if (now !== null && now < before)
          return {
            indicator: text(row, 'indicator'),
            quarter: '一二三四'[index] ?? '',
            now: shown(now),
            before: shown(before),
          }
        before = now ?? before
      }
      return null
    },
    examples: { valid: [goal, { ...goal, q2: 2_000, q4: 9_000 }], invalid: [{ ...goal, q2: 1_900 }] },
  },
  {
    scope: 'row',
    code: 'objective/target-falls',
    severity: 'warning',
    citation: objectiveDuties('多年目标逐年累计（40%→75%→100%）'),
    title: words('累计目标不低于上年', '累計目標不低於上年', 'A cumulative target does not fall'),
    message: words(
      '“{indicator}”本年目标 {year}%，低于上年 {last}%。累计目标应逐年提高，请核对。',
      '「{indicator}」本年目標 {year}%，低於上年 {last}%。累計目標應逐年提高，請核對。',
      '“{indicator}”: this year’s target of {year} % is below last year’s {last} %. Please check.',
    ),
    columns: ['yearTarget', 'lastTarget', 'indicator'],
    check: (row) => {
      const [year, last] = [number(row, 'yearTarget'), number(row, 'lastTarget')]
      return year !== null && last !== null && year < last
        ? { indicator: text(row, 'indicator'), year: shown(year), last: shown(last) }
        : null
    },
    examples: { valid: [goal, { ...goal, lastTarget: null }], invalid: [{ ...goal, yearTarget: 3_000 }] },
  },
  {
    scope: 'row',
    code: 'objective/quarter-missing',
    severity: 'hint',
    citation: objectiveDuties('月度会议、半年总结、年终总结 督查'),
    title: words('季度过了没有填进度', '季度過了沒有填進度', 'A quarter is over without progress'),
    message: words(
      '“{indicator}”{quarter}季度已经过了，还没有填进度。请催报。',
      '「{indicator}」{quarter}季度已經過了，還沒有填進度。請催報。',
      '“{indicator}”: quarter {quarter} is over and no progress is given. Please ask for it.',
    ),
    columns: ['q1', 'q2', 'q3', 'q4', 'indicator'],
    check: (row, { today, year }) => {
      const over = quartersOver(today, year)
      const column = quarterColumns[over - 1]
      return column !== undefined && number(row, column) === null
        ? { indicator: text(row, 'indicator'), quarter: '一二三四'[over - 1] ?? '' }
        : null
    },
    examples: { today: '2026-07-06' as PlainDate, valid: [{ ...goal, q2: 5_000 }], invalid: [goal] },
  },
  {
    scope: 'row',
    code: 'objective/behind',
    severity: 'warning',
    citation: objectiveDuties('督查'),
    title: words('年末没有完成要说明', '年末沒有完成要說明', 'Not reached at the end of the year'),
    message: words(
      '“{indicator}”全年进度 {completion}%，没有完成。请在备注里写明原因和下一步措施。',
      '「{indicator}」全年進度 {completion}%，沒有完成。請在備註裡寫明原因和下一步措施。',
      '“{indicator}” ended the year at {completion} %. Give reason and next step in the remark.',
    ),
    columns: ['q4', 'remark', 'indicator'],
    check: (row) => {
      const completion = completionOf(row)
      return number(row, 'q4') !== null &&
        typeof completion === 'number' &&
        completion < 10_000 &&
        isBlank(row, 'remark')
        ? { indicator: text(row, 'indicator'), completion: shown(completion) }
        : null
    },
    examples: { valid: [goal, { ...goal, q4: 10_000 }], invalid: [{ ...goal, q4: 9_000 }] },
  },
]

export const setRules: readonly SetRule[] = [
  {
    scope: 'set',
    code: 'objective/weights',
    severity: 'error',
    blocks: 'submit',
    citation: objectiveDuties('权重合计 100%'),
    title: words('权重合计 100%', '權重合計 100%', 'Weights add up to 100 %'),
    message: words(
      '全部指标的权重合计不是 100%（合计 {sum}，单位万分之一）。请调整。',
      '全部指標的權重合計不是 100%（合計 {sum}，單位萬分之一）。請調整。',
      'The weights do not add up to 100 % (they come to {sum} ten-thousandths). Please adjust.',
    ),
    set: {
      type: 'sum',
      groupBy: [],
      terms: [{ column: 'weight', where: [], times: 1 }],
      minimum: 10_000,
      maximum: 10_000,
    },
    examples: {
      valid: [
        [
          { ...goal, weight: 4_000 },
          { ...goal, goalNo: 'MB-02', weight: 6_000 },
        ],
      ],
      invalid: [[{ ...goal, weight: 4_000 }]],
    },
  },
  {
    scope: 'set',
    code: 'objective/number-twice',
    severity: 'error',
    blocks: 'submit',
    citation: house('编号唯一'),
    title: words('目标编号不重复', '目標編號不重複', 'Goal numbers are used once'),
    message: words(
      '目标编号 {key} 用了 {count} 次。请改成不重复的编号。',
      '目標編號 {key} 用了 {count} 次。請改成不重複的編號。',
      'Goal number {key} is used {count} times. Give each goal its own.',
    ),
    set: { type: 'unique', key: ['goalNo'], where: [] },
    examples: { valid: [[goal, { ...goal, goalNo: 'MB-02' }]], invalid: [[goal, goal]] },
  },
]
