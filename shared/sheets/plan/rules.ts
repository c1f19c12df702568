// Rules of plan coordination about one plan: what it needs, and what must be settled first (domain.md §4.2 J).
import type { LinkedRule, RowRule } from '../../definition/rule.ts'
import type { Values } from '../../kernel/value.ts'
import { words } from '../../kernel/words.ts'
import { coordinationDuties, house } from '../../policy/sources.ts'
import { isBlank, textOf as text } from '../accounts/rowParts.ts'
import { withinBudget } from '../accounts/withinBudget.ts'
import { samplePlan as plan } from './sample.ts'

const needed: readonly (readonly [string, string])[] = [
  ['planNo', '计划编号'],
  ['department', '编报部门'],
  ['field', '计划类别'],
  ['priority', '轻重缓急'],
  ['from', '开始日期'],
  ['until', '结束日期'],
]

const clashes = (row: Values): boolean => row['fit'] === '冲突' || row['fit'] === '部分'

export const rowRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'plan/incomplete',
    severity: 'error',
    blocks: 'submit',
    citation: house('计划要素'),
    title: words('计划要素要齐全', '計劃要素要齊全', 'The plan is complete'),
    message: words(
      '“{title}”还没有填：{missing}。',
      '「{title}」還沒有填：{missing}。',
      '“{title}” still lacks: {missing}.',
    ),
    columns: ['title', ...needed.map(([column]) => column)],
    check: (row) => {
      const missing = needed.filter(([column]) => isBlank(row, column)).map(([, label]) => label)
      return missing.length === 0 ? null : { title: text(row, 'title'), missing: missing.join('、') }
    },
    examples: { valid: [plan], invalid: [{ ...plan, from: null, priority: null }] },
  },
  {
    scope: 'row',
    code: 'plan/day-order',
    severity: 'error',
    blocks: 'submit',
    citation: house('日期先后'),
    title: words('结束不早于开始', '結束不早於開始', 'It does not end before it begins'),
    message: words(
      '“{title}”{from} 开始，{until} 结束。请核对日期。',
      '「{title}」{from} 開始，{until} 結束。請核對日期。',
      '“{title}” begins on {from} and ends on {until}. Check the days.',
    ),
    columns: ['until', 'from', 'title'],
    check: (row) => {
      const [from, until] = [text(row, 'from'), text(row, 'until')]
      return from !== '' && until !== '' && until < from ? { title: text(row, 'title'), from, until } : null
    },
    examples: { valid: [plan], invalid: [{ ...plan, until: '2026-05-01' }] },
  },
  {
    scope: 'row',
    code: 'plan/conflicting-goal',
    severity: 'warning',
    citation: coordinationDuties('四（一）计划协调'),
    title: words(
      '与上级目标冲突的要协调',
      '與上級目標衝突的要協調',
      'A plan against goals from above is settled first',
    ),
    message: words(
      '“{title}”与上级目标{fit}，没有写{missing}。请写明要协调什么、办公室怎样建议。',
      '「{title}」與上級目標{fit}，沒有寫{missing}。請寫明要協調什麼、辦公室怎樣建議。',
      '“{title}” does not fit the goals from above ({fit}) and lacks {missing}. Say what must be settled and what the office suggests.',
    ),
    columns: ['fit', 'problem', 'officeOpinion', 'title'],
    check: (row) => {
      if (!clashes(row)) return null
      const missing = [
        isBlank(row, 'problem') ? '需协调的问题' : '',
        isBlank(row, 'officeOpinion') ? '办公室协调意见' : '',
      ].filter((label) => label !== '')
      const fit = row['fit'] === '冲突' ? '冲突' : '只有部分一致'
      return missing.length === 0 ? null : { title: text(row, 'title'), fit, missing: missing.join('、') }
    },
    examples: {
      valid: [plan, { ...plan, fit: '冲突', problem: '时间与上级培训相同', officeOpinion: '改到下旬' }],
      invalid: [{ ...plan, fit: '冲突' }],
    },
  },
  {
    scope: 'row',
    code: 'plan/unanswered-problem',
    severity: 'warning',
    citation: coordinationDuties('四（一）计划协调'),
    title: words('提了问题要有协调意见', '提了問題要有協調意見', 'A problem gets an opinion'),
    message: words(
      '“{title}”写了需协调的问题，办公室还没有协调意见。',
      '「{title}」寫了需協調的問題，辦公室還沒有協調意見。',
      '“{title}” names a problem; the office has not yet given its opinion.',
    ),
    columns: ['officeOpinion', 'problem', 'fit', 'title'],
    check: (row) =>
      !isBlank(row, 'problem') && isBlank(row, 'officeOpinion') && !clashes(row) ? { title: text(row, 'title') } : null,
    examples: { valid: [plan], invalid: [{ ...plan, problem: '场地不够' }] },
  },
  {
    scope: 'row',
    code: 'plan/account-missing',
    severity: 'warning',
    citation: coordinationDuties('四（一）计划协调'),
    title: words('要花钱的计划写预算科目', '要花錢的計劃寫預算科目', 'A plan that costs names its account'),
    message: words(
      '“{title}”需要经费，没有写预算科目。请填科目编码，才能与预算核对。',
      '「{title}」需要經費，沒有寫預算科目。請填科目編碼，才能與預算核對。',
      '“{title}” needs money but names no account, so that it cannot be held against the budget.',
    ),
    columns: ['accountCode', 'cost', 'title'],
    check: (row) =>
      typeof row['cost'] === 'number' && row['cost'] > 0 && isBlank(row, 'accountCode')
        ? { title: text(row, 'title') }
        : null,
    examples: { valid: [plan, { ...plan, cost: 0, accountCode: null }], invalid: [{ ...plan, accountCode: null }] },
  },
  {
    scope: 'row',
    code: 'plan/deviation',
    severity: 'warning',
    citation: coordinationDuties('四（一）计划协调：执行阶段'),
    title: words('执行有偏差要反馈', '執行有偏差要回饋', 'A deviation is reported'),
    message: words(
      '“{title}”执行{deviation}，没有反馈日期。请反馈情况，写明办公室怎样协调。',
      '「{title}」執行{deviation}，沒有回饋日期。請回饋情況，寫明辦公室怎樣協調。',
      '“{title}” deviates ({deviation}) without a report. Report it, and say what the office does.',
    ),
    columns: ['deviation', 'feedback', 'title'],
    check: (row) =>
      !isBlank(row, 'deviation') && row['deviation'] !== '无' && isBlank(row, 'feedback')
        ? { title: text(row, 'title'), deviation: text(row, 'deviation') }
        : null,
    examples: {
      valid: [plan, { ...plan, deviation: '不同步', feedback: '2026-05-20' }],
      invalid: [{ ...plan, deviation: '不同步' }],
    },
  },
]

export const linkedRules: readonly LinkedRule[] = [
  withinBudget({
    kind: 'plan',
    column: 'cost',
    where: [],
    sample: plan,
    title: words('计划所需财力不超过预算', '計劃所需財力不超過預算', 'Plans within the budget'),
  }),
]
