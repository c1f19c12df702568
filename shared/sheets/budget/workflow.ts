// From draft to approval (domain.md §5.2), and who may do what (reliability.md §2.5).
import type { Workflow } from '../../definition/workflow.ts'
import { words } from '../../kernel/words.ts'

const underway = ['submitted', 'adopted', 'audited']

export const workflow: Workflow = {
  initial: 'draft',
  states: [
    { name: 'draft', label: words('草案', '草案', 'Draft'), locked: false },
    { name: 'submitted', label: words('已提交审议', '已提交審議', 'Submitted'), locked: true },
    { name: 'adopted', label: words('委员会已通过', '委員會已通過', 'Adopted by the committee'), locked: true },
    { name: 'audited', label: words('经审会已审查', '經審會已審查', 'Passed by the audit committee'), locked: true },
    { name: 'approved', label: words('已批准', '已批准', 'Approved'), locked: true },
  ],
  transitions: [
    {
      name: 'submit',
      label: words('提交审议', '提交審議', 'Submit'),
      from: ['draft'],
      to: 'submitted',
      by: ['finance', 'director'],
    },
    {
      name: 'adopt',
      label: words('登记委员会决议', '登記委員會決議', 'Record the committee’s resolution'),
      from: ['submitted'],
      to: 'adopted',
      by: ['chair'],
    },
    {
      name: 'audit',
      label: words('登记经审会意见', '登記經審會意見', 'Record the audit committee’s opinion'),
      from: ['adopted'],
      to: 'audited',
      by: ['chair'],
    },
    {
      name: 'approve',
      label: words('批准或备案', '批准或備案', 'Approve'),
      from: ['audited'],
      to: 'approved',
      by: ['chair'],
    },
    {
      name: 'return',
      label: words('退回修改', '退回修改', 'Return'),
      from: underway,
      to: 'draft',
      by: ['director', 'chair'],
    },
    { name: 'reopen', label: words('上级退回', '上級退回', 'Reopen'), from: ['approved'], to: 'draft', by: ['chair'] },
  ],
  permissions: [
    {
      role: 'finance',
      states: ['draft'],
      actions: ['read', 'create', 'update', 'delete', 'transition', 'export'],
      reach: 'unit',
    },
    { role: 'finance', states: [...underway, 'approved'], actions: ['read', 'export'], reach: 'unit' },
    { role: 'director', states: ['draft'], actions: ['read', 'update', 'transition', 'export'], reach: 'subtree' },
    { role: 'director', states: underway, actions: ['read', 'transition', 'export'], reach: 'subtree' },
    { role: 'director', states: ['approved'], actions: ['read', 'export'], reach: 'subtree' },
    { role: 'chair', states: ['draft'], actions: ['read', 'export'], reach: 'unit' },
    { role: 'chair', states: [...underway, 'approved'], actions: ['read', 'transition', 'export'], reach: 'subtree' },
    { role: 'auditor', states: ['draft', ...underway, 'approved'], actions: ['read', 'export'], reach: 'unit' },
    { role: 'department', states: ['draft', ...underway, 'approved'], actions: ['read'], reach: 'own' },
  ],
  ownerColumn: 'department',
}
