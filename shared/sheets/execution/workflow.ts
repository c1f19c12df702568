// From a claim to the books (domain.md §2.5 G-02, reliability.md §2.5), and who may do what.
import type { Workflow } from '../../definition/workflow.ts'
import { words } from '../../kernel/words.ts'

const underway = ['reviewed', 'approved']

export const workflow: Workflow = {
  initial: 'claimed',
  states: [
    { name: 'claimed', label: words('已申请', '已申請', 'Claimed'), locked: false },
    { name: 'reviewed', label: words('会计已审核', '會計已審核', 'Checked'), locked: true },
    { name: 'approved', label: words('已审批', '已審批', 'Approved'), locked: true },
    { name: 'booked', label: words('已入账', '已入帳', 'Booked'), locked: true },
  ],
  transitions: [
    { name: 'review', label: words('审核', '審核', 'Check'), from: ['claimed'], to: 'reviewed', by: ['finance'] },
    { name: 'approve', label: words('审批', '審批', 'Approve'), from: ['reviewed'], to: 'approved', by: ['chair'] },
    {
      name: 'book',
      label: words('付款入账', '付款入帳', 'Pay and book'),
      from: ['approved'],
      to: 'booked',
      by: ['finance'],
    },
    {
      name: 'return',
      label: words('退回', '退回', 'Return'),
      from: underway,
      to: 'claimed',
      by: ['finance', 'director', 'chair'],
      expectedOf: [],
    },
    {
      name: 'reopen',
      label: words('冲回重记', '沖回重記', 'Reopen'),
      from: ['booked'],
      to: 'claimed',
      by: ['chair'],
      expectedOf: [],
    },
  ],
  permissions: [
    {
      role: 'finance',
      states: ['claimed'],
      actions: ['read', 'create', 'update', 'delete', 'transition', 'export'],
      reach: 'unit',
    },
    { role: 'finance', states: underway, actions: ['read', 'transition', 'export'], reach: 'unit' },
    { role: 'finance', states: ['booked'], actions: ['read', 'export'], reach: 'unit' },
    { role: 'director', states: ['claimed', 'booked'], actions: ['read', 'export'], reach: 'subtree' },
    { role: 'director', states: underway, actions: ['read', 'transition', 'export'], reach: 'subtree' },
    { role: 'chair', states: ['claimed'], actions: ['read', 'export'], reach: 'subtree' },
    { role: 'chair', states: [...underway, 'booked'], actions: ['read', 'transition', 'export'], reach: 'subtree' },
    { role: 'auditor', states: ['claimed', ...underway, 'booked'], actions: ['read', 'export'], reach: 'unit' },
    { role: 'department', states: ['claimed'], actions: ['read', 'create'], reach: 'own' },
    { role: 'department', states: [...underway, 'booked'], actions: ['read'], reach: 'own' },
  ],
  ownerColumn: 'department',
}
