// Departments propose, the office coordinates, the leader decides (seed 000 四(一), seed 004 出谋不决策), and who may do what.
import type { Workflow } from '../../definition/workflow.ts'
import { words } from '../../kernel/words.ts'

const states = ['proposed', 'coordinating', 'submitted', 'approved', 'finished']

export const workflow: Workflow = {
  initial: 'proposed',
  states: [
    { name: 'proposed', label: words('已编报', '已編報', 'Proposed'), locked: false },
    { name: 'coordinating', label: words('协调中', '協調中', 'Being coordinated'), locked: false },
    { name: 'submitted', label: words('送审定', '送審定', 'With the leader'), locked: false },
    { name: 'approved', label: words('已审定', '已審定', 'Approved'), locked: false },
    { name: 'finished', label: words('已完成', '已完成', 'Finished'), locked: true },
  ],
  transitions: [
    {
      name: 'coordinate',
      label: words('开始协调', '開始協調', 'Coordinate'),
      from: ['proposed'],
      to: 'coordinating',
      by: ['director'],
    },
    {
      name: 'submit',
      label: words('送领导审定', '送領導審定', 'Submit'),
      from: ['proposed', 'coordinating'],
      to: 'submitted',
      by: ['director'],
    },
    {
      name: 'approve',
      label: words('审定', '審定', 'Approve'),
      from: ['submitted'],
      to: 'approved',
      by: ['chair'],
      fields: ['decision'],
    },
    {
      name: 'return',
      label: words('退回修改', '退回修改', 'Return'),
      from: ['coordinating', 'submitted', 'approved'],
      to: 'proposed',
      by: ['director', 'chair'],
      reason: true,
    },
    {
      name: 'finish',
      label: words('完成', '完成', 'Finish'),
      from: ['approved'],
      to: 'finished',
      by: ['director'],
      expectedOf: [],
    },
  ],
  permissions: [
    {
      role: 'director',
      states: ['proposed', 'coordinating'],
      actions: ['read', 'create', 'update', 'delete', 'transition', 'export'],
      reach: 'unit',
    },
    {
      role: 'director',
      states: ['submitted', 'finished'],
      actions: ['read', 'transition', 'export'],
      reach: 'subtree',
    },
    {
      role: 'director',
      states: ['approved'],
      actions: ['read', 'update', 'transition', 'export'],
      reach: 'unit',
      columns: ['deviation', 'feedback', 'problem', 'officeOpinion', 'otherOpinions', 'remark'],
    },
    { role: 'chair', states: ['proposed', 'coordinating', 'finished'], actions: ['read', 'export'], reach: 'subtree' },
    {
      role: 'chair',
      states: ['submitted'],
      actions: ['read', 'update', 'transition', 'export'],
      reach: 'unit',
      columns: ['decision'],
    },
    { role: 'chair', states: ['approved'], actions: ['read', 'transition', 'export'], reach: 'subtree' },
    { role: 'finance', states, actions: ['read', 'export'], reach: 'unit' },
    { role: 'auditor', states, actions: ['read', 'export'], reach: 'unit' },
    {
      role: 'department',
      states: ['proposed'],
      actions: ['read', 'create', 'update', 'delete'],
      reach: 'own',
    },
    {
      role: 'department',
      states: ['coordinating', 'approved'],
      actions: ['read', 'update'],
      reach: 'own',
      columns: ['otherOpinions', 'deviation', 'feedback', 'remark'],
    },
    { role: 'department', states: ['submitted', 'finished'], actions: ['read'], reach: 'own' },
  ],
  ownerColumn: 'department',
}
