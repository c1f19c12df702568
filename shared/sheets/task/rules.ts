// Rules of the ledger about who handles a task and what has to be filled in (domain.md §4.2 H, §5.2).
import type { RowRule } from '../../definition/rule.ts'
import type { Values } from '../../kernel/value.ts'
import { words } from '../../kernel/words.ts'
import { documentRules, house, supervisionPractice } from '../../policy/sources.ts'
import { isBlank } from './light.ts'

const text = (row: Values, column: string): string => (typeof row[column] === 'string' ? row[column] : '')
const names = (row: Values, column: string): readonly string[] =>
  text(row, column)
    .split('、')
    .filter((name) => name !== '')
const shown = (row: Values): string => {
  const task = Array.from(text(row, 'task'))
  return task.length > 24 ? `${task.slice(0, 24).join('')}…` : task.join('')
}

/** A sound row, from which examples are made. */
export const sampleTask: Values = {
  taskNo: 'DB-2026-001',
  source: '会议决定',
  task: '修订福利发放办法',
  leader: '主席',
  assigned: '2026-02-01',
  mode: '主办',
  lead: '财务部',
  owner: '经办人甲',
  due: '2026-12-20',
  status: '正在办理',
  progress: '2.10：已起草初稿',
}
const task = sampleTask

const needed: readonly (readonly [string, string])[] = [
  ['taskNo', '督办编号'],
  ['source', '任务来源'],
  ['leader', '交办领导'],
  ['assigned', '交办日期'],
  ['mode', '承办方式'],
  ['lead', '主办单位'],
  ['owner', '责任人'],
  ['due', '办结时限'],
  ['progress', '进展情况'],
]

export const handlingRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'task/incomplete',
    severity: 'error',
    blocks: 'submit',
    citation: supervisionPractice('立项登记'),
    title: words('立项要素要齐全', '立項要素要齊全', 'The entry is complete'),
    message: words(
      '“{task}”还没有填：{missing}。',
      '「{task}」還沒有填：{missing}。',
      '“{task}” still lacks: {missing}.',
    ),
    columns: ['task', ...needed.map(([column]) => column)],
    check: (row) => {
      const missing = needed.filter(([column]) => isBlank(row, column)).map(([, label]) => label)
      return missing.length === 0 ? null : { task: shown(row), missing: missing.join('、') }
    },
    examples: { valid: [task], invalid: [{ ...task, leader: null, due: null }] },
  },
  {
    scope: 'row',
    code: 'task/one-lead',
    severity: 'error',
    blocks: 'submit',
    citation: documentRules('第24条'),
    title: words('主办单位只能有一个', '主辦單位只能有一個', 'Exactly one department is in the lead'),
    message: words(
      '主办单位写了 {count} 个：{lead}。两个以上部门办理的，要明确一个主办，其余填到会办单位。',
      '主辦單位寫了 {count} 個：{lead}。兩個以上部門辦理的，要明確一個主辦，其餘填到會辦單位。',
      'There are {count} lead departments: {lead}. Name one; the others belong to the joint departments.',
    ),
    columns: ['lead', 'co'],
    check: (row) =>
      names(row, 'lead').length > 1 ? { count: names(row, 'lead').length, lead: text(row, 'lead') } : null,
    examples: { valid: [task], invalid: [{ ...task, lead: '财务部、组织部' }] },
  },
  {
    scope: 'row',
    code: 'task/co-handlers',
    severity: 'error',
    blocks: 'submit',
    citation: documentRules('第24条'),
    title: words('会办要写会办单位', '會辦要寫會辦單位', 'Joint handling names the others'),
    message: words(
      '承办方式是会办，没有填会办单位。请填写，或把承办方式改为主办。',
      '承辦方式是會辦，沒有填會辦單位。請填寫，或把承辦方式改為主辦。',
      'Handled jointly, but no joint department is named. Name them, or change the handling.',
    ),
    columns: ['co', 'mode'],
    check: (row) => (row['mode'] === '会办' && names(row, 'co').length === 0 ? {} : null),
    examples: { valid: [task, { ...task, mode: '会办', co: '组织部' }], invalid: [{ ...task, mode: '会办' }] },
  },
  {
    scope: 'row',
    code: 'task/receiver',
    severity: 'error',
    blocks: 'submit',
    citation: supervisionPractice('转办须有接收单位'),
    title: words('转办要写去向', '轉辦要寫去向', 'A task passed on names its receiver'),
    message: words(
      '承办方式是转办，没有填转办去向。请写明转给哪个单位。',
      '承辦方式是轉辦，沒有填轉辦去向。請寫明轉給哪個單位。',
      'Passed on, but nobody is named as receiver. Please say who.',
    ),
    columns: ['transferTo', 'mode'],
    check: (row) => (row['mode'] === '转办' && isBlank(row, 'transferTo') ? {} : null),
    examples: {
      valid: [task, { ...task, mode: '转办', transferTo: '区总工会' }],
      invalid: [{ ...task, mode: '转办' }],
    },
  },
  {
    scope: 'row',
    code: 'task/lead-among-co',
    severity: 'warning',
    citation: documentRules('第24条'),
    title: words('主办单位不再列为会办', '主辦單位不再列為會辦', 'The lead is not a joint department too'),
    message: words(
      '“{lead}”既是主办又是会办。请从会办单位里去掉。',
      '「{lead}」既是主辦又是會辦。請從會辦單位裡去掉。',
      '“{lead}” is both lead and joint department. Remove it from the joint departments.',
    ),
    columns: ['co', 'lead'],
    check: (row) => {
      const both = names(row, 'lead').filter((name) => names(row, 'co').includes(name))
      return both.length === 0 ? null : { lead: both.join('、') }
    },
    suggest: (row) => {
      const left = names(row, 'co').filter((name) => !names(row, 'lead').includes(name))
      return { column: 'co', value: left.length === 0 ? null : left.join('、') }
    },
    examples: { valid: [{ ...task, co: '组织部' }], invalid: [{ ...task, co: '组织部、财务部' }] },
  },
  {
    scope: 'row',
    code: 'task/one-matter',
    severity: 'hint',
    citation: house('一事一项'),
    title: words('一事一项', '一事一項', 'One matter per row'),
    message: words(
      '“{task}”里好像有 {count} 件事。请一件一行，便于逐项督办。',
      '「{task}」裡好像有 {count} 件事。請一件一行，便於逐項督辦。',
      '“{task}” seems to hold {count} matters. One row each makes them easier to follow.',
    ),
    columns: ['task'],
    check: (row) => {
      const marks = new Set(
        [...text(row, 'task').matchAll(/(?:^|[\s。；;])(?:[(（]?([1-9])[)）.、．])(?!\d)/g)].map(([, mark]) => mark),
      )
      return marks.size >= 2 && marks.has('1') && marks.has('2') ? { task: shown(row), count: marks.size } : null
    },
    examples: {
      valid: [task, { ...task, task: '第1次常委会议定事项' }],
      invalid: [{ ...task, task: '1.修订办法；2.组织培训' }],
    },
  },
  {
    scope: 'row',
    code: 'task/closed-incomplete',
    severity: 'warning',
    citation: supervisionPractice('办结、反馈、审结'),
    title: words('办结要有结果、日期和反馈', '辦結要有結果、日期和回饋', 'A closed task has result, day and report'),
    message: words(
      '“{task}”已办结，还缺：{missing}。',
      '「{task}」已辦結，還缺：{missing}。',
      '“{task}” is done but lacks: {missing}.',
    ),
    columns: ['status', 'result', 'doneDate', 'feedbackDate', 'task', 'progress'],
    check: (row) => {
      if (row['status'] !== '已办结') return null
      const missing = [
        isBlank(row, 'result') && isBlank(row, 'progress') ? '办理结果' : '',
        isBlank(row, 'doneDate') ? '办结日期' : '',
        isBlank(row, 'feedbackDate') ? '反馈日期' : '',
      ].filter((label) => label !== '')
      return missing.length === 0 ? null : { task: shown(row), missing: missing.join('、') }
    },
    examples: {
      valid: [
        task,
        { ...task, status: '已办结', result: '已印发', doneDate: '2026-02-20', feedbackDate: '2026-02-21' },
      ],
      invalid: [{ ...task, status: '已办结' }],
    },
  },
  {
    scope: 'row',
    code: 'task/returned-not-done',
    severity: 'warning',
    citation: supervisionPractice('审结'),
    title: words('退回重办的不算办结', '退回重辦的不算辦結', 'A returned task is not done'),
    message: words(
      '审结意见是退回重办，办理状态却是已办结。请改为正在办理。',
      '審結意見是退回重辦，辦理狀態卻是已辦結。請改為正在辦理。',
      'It was returned to be done again, but its status is done. Set it back to under way.',
    ),
    columns: ['status', 'closing'],
    check: (row) => (row['closing'] === '退回重办' && row['status'] === '已办结' ? {} : null),
    suggest: () => ({ column: 'status', value: '正在办理' }),
    examples: {
      valid: [{ ...task, closing: '退回重办' }],
      invalid: [{ ...task, closing: '退回重办', status: '已办结' }],
    },
  },
]
