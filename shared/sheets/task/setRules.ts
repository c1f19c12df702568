// Set rules of the ledger: numbers that stand twice, the same task twice, too much for one department.
import type { SetRule } from '../../definition/rule.ts'
import { words } from '../../kernel/words.ts'
import { house, supervisionPractice } from '../../policy/sources.ts'
import { sampleTask as task } from './rules.ts'

export const setRules: readonly SetRule[] = [
  {
    scope: 'set',
    code: 'task/number-twice',
    severity: 'error',
    blocks: 'submit',
    citation: supervisionPractice('登记：编号唯一'),
    title: words('督办编号不重复', '督辦編號不重複', 'Task numbers are used once'),
    message: words(
      '督办编号 {key} 用了 {count} 次。请改成不重复的编号。',
      '督辦編號 {key} 用了 {count} 次。請改成不重複的編號。',
      'Task number {key} is used {count} times. Please give each task its own.',
    ),
    set: { type: 'unique', key: ['taskNo'], where: [] },
    examples: { valid: [[task, { ...task, taskNo: 'DB-2026-002' }]], invalid: [[task, task]] },
  },
  {
    scope: 'set',
    code: 'task/same-task',
    severity: 'warning',
    citation: house('一事一项'),
    title: words('同一主办单位的同一事项', '同一主辦單位的同一事項', 'The same task of the same department'),
    message: words(
      '“{key}”登记了 {count} 次。请合并，或写清区别。',
      '「{key}」登記了 {count} 次。請合併，或寫清區別。',
      '“{key}” is entered {count} times. Merge the entries, or say how they differ.',
    ),
    set: { type: 'unique', key: ['task', 'lead'], where: [] },
    examples: { valid: [[task, { ...task, lead: '组织部' }]], invalid: [[task, { ...task, taskNo: 'DB-2026-002' }]] },
  },
  {
    scope: 'set',
    code: 'task/department-load',
    severity: 'hint',
    citation: house('工作量'),
    title: words('一个单位在办事项太多', '一個單位在辦事項太多', 'Too many open tasks for one department'),
    message: words(
      '“{group}”在办 {count} 件，超过 {maximum} 件。请看是否要调整主办单位或时限。',
      '「{group}」在辦 {count} 件，超過 {maximum} 件。請看是否要調整主辦單位或時限。',
      '“{group}” has {count} open tasks, more than {maximum}. Consider another lead or other days.',
    ),
    set: {
      type: 'count',
      groupBy: ['lead'],
      where: [
        { column: 'doneDate', blank: true },
        { column: 'status', notIn: ['已办结', '长期坚持', '已中止'] },
        { column: 'lead', blank: false },
      ],
      maximum: 30,
    },
    examples: {
      valid: [[task]],
      invalid: [Array.from({ length: 31 }, (_, index) => ({ ...task, taskNo: `DB-2026-${index}` }))],
    },
  },
]
