// From the books to the disposal (domain.md §4.2 M; seed 002 工会资产监督管理), and who may do what.
import type { Workflow } from '../../definition/workflow.ts'
import { words } from '../../kernel/words.ts'

export const workflow: Workflow = {
  initial: 'kept',
  states: [
    { name: 'kept', label: words('在册', '在冊', 'On the books'), locked: false },
    { name: 'disposing', label: words('申请处置', '申請處置', 'Disposal asked for'), locked: true },
    { name: 'disposable', label: words('已批准处置', '已批准處置', 'Disposal approved'), locked: false },
    { name: 'disposed', label: words('已处置', '已處置', 'Disposed of'), locked: true },
  ],
  transitions: [
    {
      name: 'ask-disposal',
      label: words('申请处置', '申請處置', 'Ask for disposal'),
      from: ['kept'],
      to: 'disposing',
      by: ['finance', 'director'],
      reason: true,
    },
    {
      name: 'approve-disposal',
      label: words('批准处置', '批准處置', 'Approve the disposal'),
      from: ['disposing'],
      to: 'disposable',
      by: ['chair'],
      needs: [{ type: 'resolution', body: 'committee' }, { type: 'document' }],
      apart: [{ type: 'own-draft' }],
    },
    {
      name: 'refuse-disposal',
      label: words('不同意处置', '不同意處置', 'Refuse the disposal'),
      from: ['disposing'],
      to: 'kept',
      by: ['chair'],
      reason: true,
    },
    {
      name: 'dispose',
      label: words('登记处置结果', '登記處置結果', 'Record the disposal'),
      from: ['disposable'],
      to: 'disposed',
      by: ['finance'],
      fields: ['disposal', 'disposed', 'disposalNo'],
      apart: [{ type: 'other-hand', transitions: ['approve-disposal'], as: 'pay' }],
    },
    {
      name: 'restore',
      label: words('更正，恢复在册', '更正，恢復在冊', 'Correct: back on the books'),
      from: ['disposable', 'disposed'],
      to: 'kept',
      by: ['chair'],
      reason: true,
    },
  ],
  permissions: [
    {
      role: 'finance',
      states: ['kept'],
      actions: ['read', 'create', 'update', 'delete', 'transition', 'export'],
      reach: 'unit',
    },
    {
      role: 'finance',
      states: ['disposable'],
      actions: ['read', 'update', 'transition', 'export'],
      reach: 'unit',
      columns: ['condition', 'disposal', 'disposed', 'disposalNo', 'disposalIncome', 'remark'],
    },
    { role: 'finance', states: ['disposing', 'disposed'], actions: ['read', 'export'], reach: 'unit' },
    { role: 'director', states: ['kept'], actions: ['read', 'transition', 'export'], reach: 'subtree' },
    {
      role: 'director',
      states: ['disposing', 'disposable', 'disposed'],
      actions: ['read', 'export'],
      reach: 'subtree',
    },
    { role: 'chair', states: ['kept'], actions: ['read', 'export'], reach: 'subtree' },
    {
      role: 'chair',
      states: ['disposing', 'disposable', 'disposed'],
      actions: ['read', 'transition', 'export'],
      reach: 'subtree',
    },
    {
      role: 'auditor',
      states: ['kept', 'disposing', 'disposable', 'disposed'],
      actions: ['read', 'export'],
      reach: 'subtree',
    },
    {
      role: 'department',
      states: ['kept'],
      actions: ['read', 'update'],
      reach: 'own',
      columns: ['keeper', 'location', 'condition', 'counted', 'countResult', 'remark'],
    },
    { role: 'department', states: ['disposing', 'disposable', 'disposed'], actions: ['read'], reach: 'own' },
  ],
  ownerColumn: 'department',
}
