// From proposal to what came of it, and who may do what.
import type { Workflow } from '../../definition/workflow.ts'
import { words } from '../../kernel/words.ts'

export const workflow: Workflow = {
  initial: 'draft',
  states: [
    { name: 'draft', label: words('草案', '草案', 'Draft'), locked: false },
    { name: 'submitted', label: words('已提交', '已提交', 'Submitted'), locked: true },
    { name: 'approved', label: words('已批准', '已批准', 'Approved'), locked: false },
    { name: 'closed', label: words('已总结', '已總結', 'Closed'), locked: true },
  ],
  transitions: [
    {
      name: 'submit',
      label: words('提交', '提交', 'Submit'),
      from: ['draft'],
      to: 'submitted',
      by: ['department', 'director', 'finance'],
    },
    {
      name: 'approve',
      label: words('批准', '批准', 'Approve'),
      from: ['submitted'],
      to: 'approved',
      by: ['chair'],
      needs: [{ type: 'resolution', body: 'office' }],
      apart: [{ type: 'own-draft' }],
    },
    {
      name: 'return',
      label: words('退回修改', '退回修改', 'Return'),
      from: ['submitted', 'approved'],
      to: 'draft',
      by: ['director', 'chair'],
      reason: true,
    },
    {
      name: 'close',
      label: words('总结', '總結', 'Close'),
      from: ['approved'],
      to: 'closed',
      by: ['director'],
      expectedOf: [],
      fields: ['outcome'],
    },
  ],
  permissions: [
    {
      role: 'director',
      states: ['draft'],
      actions: ['read', 'create', 'update', 'delete', 'transition', 'export'],
      reach: 'unit',
    },
    { role: 'director', states: ['submitted', 'closed'], actions: ['read', 'transition', 'export'], reach: 'subtree' },
    { role: 'director', states: ['approved'], actions: ['read', 'update', 'transition', 'export'], reach: 'unit' },
    {
      role: 'finance',
      states: ['draft'],
      actions: ['read', 'create', 'update', 'delete', 'transition', 'export'],
      reach: 'unit',
    },
    { role: 'finance', states: ['submitted', 'approved', 'closed'], actions: ['read', 'export'], reach: 'unit' },
    { role: 'chair', states: ['draft', 'closed'], actions: ['read', 'export'], reach: 'subtree' },
    { role: 'chair', states: ['submitted', 'approved'], actions: ['read', 'transition', 'export'], reach: 'subtree' },
    {
      role: 'auditor',
      states: ['draft', 'submitted', 'approved', 'closed'],
      actions: ['read', 'export'],
      reach: 'unit',
    },
    {
      role: 'department',
      states: ['draft'],
      actions: ['read', 'create', 'update', 'delete', 'transition'],
      reach: 'own',
    },
    { role: 'department', states: ['submitted', 'closed'], actions: ['read'], reach: 'own' },
    {
      role: 'department',
      states: ['approved'],
      actions: ['read', 'update'],
      reach: 'own',
      columns: ['outcome', 'attended', 'satisfaction', 'from', 'until', 'venue', 'teachers', 'remark'],
    },
  ],
  ownerColumn: 'organiser',
}
