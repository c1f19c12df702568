// Rules of a training plan (domain.md §1.3, §4.2 N).
import { findPassed } from '../../definition/limit.ts'
import type { LinkedRule, RowRule, SetRule } from '../../definition/rule.ts'
import type { Fen } from '../../kernel/money.ts'
import type { Values } from '../../kernel/value.ts'
import { words } from '../../kernel/words.ts'
import { accountingRules2021, house, spendingRules } from '../../policy/sources.ts'
import { withinBudget } from '../accounts/withinBudget.ts'
import { amountOf as amount, isBlank, textOf as text, yuan } from '../accounts/rowParts.ts'
import { perHeadDayOf } from './derived.ts'
import { sampleCourse as course } from './sample.ts'

const needed: readonly (readonly [string, string])[] = [
  ['group', '培训对象'],
  ['persons', '人数'],
  ['from', '开始日期'],
  ['days', '天数'],
  ['organiser', '主办部门'],
  ['cost', '经费预算'],
]

/** 职工 are taught from 50101, those who do union work from 50501. */
const accountOf = (row: Values): string => (row['group'] === '职工' ? '50101' : '50501')

export const rowRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'training/incomplete',
    severity: 'error',
    blocks: 'submit',
    citation: house('培训计划要素'),
    title: words('计划要素要齐全', '計劃要素要齊全', 'The plan is complete'),
    message: words(
      '“{course}”还没有填：{missing}。',
      '「{course}」還沒有填：{missing}。',
      '“{course}” still lacks: {missing}.',
    ),
    columns: ['course', ...needed.map(([column]) => column)],
    check: (row) => {
      const missing = needed.filter(([column]) => isBlank(row, column)).map(([, label]) => label)
      return missing.length === 0 ? null : { course: text(row, 'course'), missing: missing.join('、') }
    },
    examples: { valid: [course, { ...course, cost: 0 }], invalid: [{ ...course, persons: null, from: null }] },
  },
  {
    scope: 'row',
    code: 'training/account',
    severity: 'warning',
    citation: accountingRules2021('50101、50501 科目说明'),
    title: words(
      '工会干部培训列 50501，职工培训列 50101',
      '工會幹部培訓列 50501，職工培訓列 50101',
      'Officers: 50501, workers: 50101',
    ),
    message: words(
      '“{course}”培训对象是{group}，应列 {expected}，表里写的是 {code}。',
      '「{course}」培訓對象是{group}，應列 {expected}，表裡寫的是 {code}。',
      '“{course}” is for {group} and belongs to {expected}; the sheet says {code}.',
    ),
    columns: ['accountCode', 'group', 'course'],
    check: (row, { year }) => {
      const code = text(row, 'accountCode')
      if (year < 2022 || isBlank(row, 'group') || !/^50[15]01/.test(code)) return null
      const expected = accountOf(row)
      return code.startsWith(expected)
        ? null
        : { course: text(row, 'course'), group: text(row, 'group'), expected, code }
    },
    suggest: (row) => ({ column: 'accountCode', value: accountOf(row) }),
    examples: {
      valid: [course, { ...course, group: '职工', accountCode: '50101' }],
      invalid: [{ ...course, group: '职工' }],
    },
  },
  {
    scope: 'row',
    code: 'training/day-order',
    severity: 'error',
    blocks: 'submit',
    citation: house('日期先后'),
    title: words('结束不早于开始', '結束不早於開始', 'It does not end before it begins'),
    message: words(
      '“{course}”{from} 开始，{until} 结束。请核对日期。',
      '「{course}」{from} 開始，{until} 結束。請核對日期。',
      '“{course}” begins on {from} and ends on {until}. Check the days.',
    ),
    columns: ['until', 'from', 'course'],
    check: (row) => {
      const [from, until] = [text(row, 'from'), text(row, 'until')]
      return from !== '' && until !== '' && until < from ? { course: text(row, 'course'), from, until } : null
    },
    examples: { valid: [course], invalid: [{ ...course, until: '2026-05-01' }] },
  },
  {
    scope: 'row',
    code: 'training/cost-per-day',
    severity: 'error',
    blocks: 'submit',
    citation: spendingRules('职工教育、培训的开支标准，以本单位的政策包为准'),
    title: words('人均每天费用不超过标准', '人均每天費用不超過標準', 'Cost per person and day within the limit'),
    message: words(
      '“{course}”人均每天 {amount} 元，超过标准 {limit} 元。请压减费用，或核对人数和天数。',
      '「{course}」人均每天 {amount} 元，超過標準 {limit} 元。請壓減費用，或核對人數和天數。',
      '“{course}” costs {amount} yuan a person and day, above the limit of {limit}. Lower it, or check persons and days.',
    ),
    columns: ['cost', 'persons', 'days', 'course'],
    check: (row, { policy }) => {
      const perDay = perHeadDayOf(row)
      if (typeof perDay !== 'number') return null
      const over = findPassed(policy.limits({ tag: '职工教育', form: 'perPersonDay' }), ({ max }) => perDay > max)
      return over === undefined
        ? null
        : { over, params: { course: text(row, 'course'), amount: yuan(perDay), limit: yuan(over.limit.max) } }
    },
    examples: {
      limits: [{ form: 'perPersonDay', tag: '职工教育', max: 40_000 as Fen }],
      valid: [course],
      invalid: [{ ...course, cost: 4_000_000 }],
    },
  },
  {
    scope: 'row',
    code: 'training/more-than-all',
    severity: 'warning',
    citation: house('覆盖率'),
    title: words('参训人数不超过应训人数', '參訓人數不超過應訓人數', 'Not more than there are'),
    message: words(
      '“{course}”参训 {trained} 人，应训只有 {eligible} 人。请核对。',
      '「{course}」參訓 {trained} 人，應訓只有 {eligible} 人。請核對。',
      '“{course}” trains {trained} of {eligible} persons. Please check.',
    ),
    columns: ['attended', 'persons', 'eligible', 'course'],
    check: (row) => {
      const eligible = amount(row, 'eligible')
      const trained = amount(row, 'attended') ?? amount(row, 'persons')
      return eligible !== null && trained !== null && trained > eligible
        ? { course: text(row, 'course'), trained, eligible }
        : null
    },
    examples: { valid: [course, { ...course, eligible: 40 }], invalid: [{ ...course, eligible: 39 }] },
  },
  {
    scope: 'row',
    code: 'training/not-held',
    severity: 'warning',
    citation: house('计划执行'),
    title: words('到时没有开展', '到時沒有開展', 'Not held in time'),
    message: words(
      '“{course}”计划 {from} 开始，还是“{outcome}”。请更新完成情况，或在备注里写明原因和新的时间。',
      '「{course}」計劃 {from} 開始，還是「{outcome}」。請更新完成情況，或在備註裡寫明原因和新的時間。',
      '“{course}” was to begin on {from} and is still “{outcome}”. Update it, or give reason and new day in the remark.',
    ),
    columns: ['outcome', 'from', 'remark', 'course'],
    check: (row, { today }) => {
      const from = text(row, 'from')
      return row['outcome'] === '未开展' && from !== '' && from < today && isBlank(row, 'remark')
        ? { course: text(row, 'course'), from, outcome: '未开展' }
        : null
    },
    examples: {
      valid: [course, { ...course, outcome: '未开展' }],
      invalid: [{ ...course, outcome: '未开展', from: '2026-02-01' }],
    },
  },
  {
    scope: 'row',
    code: 'training/done-without-count',
    severity: 'warning',
    citation: house('计划执行'),
    title: words('完成后填实际人数', '完成後填實際人數', 'A finished course says who came'),
    message: words(
      '“{course}”已完成，没有填实际参训人数。',
      '「{course}」已完成，沒有填實際參訓人數。',
      '“{course}” is done but does not say how many came.',
    ),
    columns: ['attended', 'outcome', 'course'],
    check: (row) => (row['outcome'] === '已完成' && isBlank(row, 'attended') ? { course: text(row, 'course') } : null),
    examples: {
      valid: [{ ...course, outcome: '已完成', attended: 38 }],
      invalid: [{ ...course, outcome: '已完成' }],
    },
  },
]

export const setRules: readonly SetRule[] = [
  {
    scope: 'set',
    code: 'training/course-twice',
    severity: 'warning',
    citation: house('一班一行'),
    title: words('同一培训班列了两行', '同一培訓班列了兩行', 'The same course twice'),
    message: words(
      '“{key}”列了 {count} 行。请合并成一行并写期数，或写清区别。',
      '「{key}」列了 {count} 行。請合併成一行並寫期數，或寫清區別。',
      '“{key}” stands in {count} rows. Merge them and give the sessions, or say how they differ.',
    ),
    set: { type: 'unique', key: ['course', 'from'], where: [] },
    examples: { valid: [[course, { ...course, from: '2026-09-01' }]], invalid: [[course, course]] },
  },
]

export const linkedRules: readonly LinkedRule[] = [
  withinBudget({
    kind: 'training',
    column: 'cost',
    where: [{ column: 'outcome', notIn: ['已取消'] }],
    sample: course,
    title: words('培训经费不超过预算', '培訓經費不超過預算', 'Training within the budget'),
  }),
]
