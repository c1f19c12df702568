// Rules of the ledger about extensions: filed before the task is due, complete, granted (domain.md §4.2 H, §5.2).
import type { RowRule } from '../../definition/rule.ts'
import type { Values } from '../../kernel/value.ts'
import { words } from '../../kernel/words.ts'
import { supervisionPractice } from '../../policy/sources.ts'
import { dayOf, dueDay, isBlank, isOpen } from './light.ts'
import { sampleTask as task } from './rules.ts'

const granted: Values = {
  ...task,
  extendedTo: '2027-01-20',
  extensionFiled: '2026-12-10',
  extensionReason: '等待批复',
  extensionApprover: '主席',
}

export const extensionRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'task/extension-late',
    severity: 'warning',
    citation: supervisionPractice('延期须在到期前申请'),
    title: words('延期要在到期前申请', '延期要在到期前申請', 'Extensions are filed before the task is due'),
    message: words(
      '延期申请日期 {filed} 晚于原办结时限 {due}，仍按原时限考核。',
      '延期申請日期 {filed} 晚於原辦結時限 {due}，仍按原時限考核。',
      'The extension was filed on {filed}, after the task was due on {due}: the first day still counts.',
    ),
    columns: ['extensionFiled', 'due'],
    check: (row) => {
      const [filed, due] = [dayOf(row, 'extensionFiled'), dayOf(row, 'due')]
      return filed !== undefined && due !== undefined && filed > due ? { filed, due } : null
    },
    examples: {
      valid: [task, { ...task, extensionFiled: '2026-12-10' }],
      invalid: [{ ...task, extensionFiled: '2026-12-21' }],
    },
  },
  {
    scope: 'row',
    code: 'task/extension-after-due',
    severity: 'error',
    blocks: 'submit',
    at: ['ask-extension'],
    citation: supervisionPractice('延期须在到期前申请'),
    title: words('到期后不能再申请延期', '到期後不能再申請延期', 'No extension after the task was due'),
    message: words(
      '已过原办结时限 {due}，不能再申请延期，按原时限考核。请写明未办结原因和下一步措施。',
      '已過原辦結時限 {due}，不能再申請延期，按原時限考核。請寫明未辦結原因和下一步措施。',
      'It was first due on {due}: no extension can be asked for any more, and that day counts. Say why, and what is done next.',
    ),
    columns: ['due'],
    check: (row, { today }) => {
      const due = dueDay({ ...row, extendedTo: null })
      return due !== undefined && due < today ? { due } : null
    },
    examples: { valid: [task], invalid: [{ ...task, due: '2026-02-10' }] },
  },
  {
    scope: 'row',
    code: 'task/extension-incomplete',
    severity: 'error',
    blocks: 'submit',
    citation: supervisionPractice('延期审批'),
    title: words('延期要有新时限、申请日期和原因', '延期要有新時限、申請日期和原因', 'Extensions are complete'),
    message: words(
      '延期手续还缺：{missing}。新时限要晚于原时限。',
      '延期手續還缺：{missing}。新時限要晚於原時限。',
      'The extension lacks: {missing}. The new day lies after the first one.',
    ),
    columns: ['extendedTo', 'extensionFiled', 'extensionReason', 'extensionApprover', 'due'],
    check: (row) => {
      const filled = ['extendedTo', 'extensionFiled', 'extensionReason', 'extensionApprover'].some(
        (column) => !isBlank(row, column),
      )
      if (!filled) return null
      const [due, extended] = [dayOf(row, 'due'), dayOf(row, 'extendedTo')]
      const missing = [
        extended === undefined || (due !== undefined && extended <= due) ? '延期至（晚于原时限）' : '',
        isBlank(row, 'extensionFiled') ? '延期申请日期' : '',
        isBlank(row, 'extensionReason') ? '延期原因' : '',
      ].filter((label) => label !== '')
      return missing.length === 0 ? null : { missing: missing.join('、') }
    },
    examples: {
      valid: [task, granted, { ...granted, extensionApprover: null }],
      invalid: [{ ...task, extendedTo: '2026-12-01', extensionFiled: '2026-12-10' }],
    },
  },
  {
    scope: 'row',
    code: 'task/extension-pending',
    severity: 'hint',
    citation: supervisionPractice('延期审批'),
    title: words('延期批准之前按原时限', '延期批准之前按原時限', 'Until it is granted the first day counts'),
    message: words(
      '延期至 {extended} 还没有批准人，仍按原办结时限 {due} 考核。',
      '延期至 {extended} 還沒有批准人，仍按原辦結時限 {due} 考核。',
      'Nobody has granted the extension to {extended} yet: the task is still due on {due}.',
    ),
    columns: ['extensionApprover', 'extendedTo', 'due', 'status', 'doneDate', 'closing'],
    check: (row) => {
      const [due, extended] = [dayOf(row, 'due'), dayOf(row, 'extendedTo')]
      if (due === undefined || extended === undefined || !isBlank(row, 'extensionApprover') || !isOpen(row)) return null
      return { extended, due }
    },
    examples: { valid: [task, granted], invalid: [{ ...granted, extensionApprover: null }] },
  },
]
