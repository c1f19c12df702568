// The roster of one year: kept by the union, confirmed at a cut-off day, then the base for heads and lists.
import type { Workflow } from '../../definition/workflow.ts'
import { words } from '../../kernel/words.ts'

const open = ['draft', 'submitted']
const done = ['confirmed', 'archived']

export const workflow: Workflow = {
  initial: 'draft',
  states: [
    { name: 'draft', label: words('登记中', '登記中', 'Being entered'), locked: false },
    { name: 'submitted', label: words('待核对', '待核對', 'Awaiting the check'), locked: true },
    { name: 'confirmed', label: words('已确认', '已確認', 'Confirmed'), locked: true },
    { name: 'archived', label: words('已归档', '已歸檔', 'Archived'), locked: true },
  ],
  transitions: [
    {
      name: 'submit',
      label: words('提交核对', '提交核對', 'Submit'),
      from: ['draft'],
      to: 'submitted',
      by: ['finance', 'director', 'department'],
    },
    {
      name: 'confirm',
      label: words('确认会籍', '確認會籍', 'Confirm'),
      from: ['submitted'],
      to: 'confirmed',
      by: ['director', 'chair'],
    },
    {
      name: 'return',
      label: words('退回修改', '退回修改', 'Return'),
      from: ['submitted'],
      to: 'draft',
      by: ['director', 'chair'],
      expectedOf: [],
    },
    {
      name: 'change',
      label: words('会籍变动', '會籍變動', 'Change of membership'),
      from: ['confirmed'],
      to: 'draft',
      by: ['finance', 'director'],
      expectedOf: [],
    },
    {
      name: 'archive',
      label: words('归档', '歸檔', 'Archive'),
      from: ['confirmed'],
      to: 'archived',
      by: ['director'],
      expectedOf: [],
    },
  ],
  permissions: [
    {
      role: 'finance',
      states: ['draft'],
      actions: ['read', 'create', 'update', 'delete', 'transition', 'export'],
      reach: 'unit',
    },
    { role: 'finance', states: ['submitted', 'archived'], actions: ['read', 'export'], reach: 'unit' },
    { role: 'finance', states: ['confirmed'], actions: ['read', 'transition', 'export', 'reveal'], reach: 'unit' },
    {
      role: 'director',
      states: ['draft'],
      actions: ['read', 'create', 'update', 'transition', 'export'],
      reach: 'unit',
    },
    {
      role: 'director',
      states: ['submitted', 'confirmed'],
      actions: ['read', 'transition', 'export', 'reveal'],
      reach: 'unit',
    },
    { role: 'director', states: ['archived'], actions: ['read', 'export'], reach: 'unit' },
    { role: 'chair', states: ['submitted'], actions: ['read', 'transition', 'export'], reach: 'unit' },
    { role: 'chair', states: ['draft', ...done], actions: ['read', 'export'], reach: 'unit' },
    { role: 'auditor', states: [...open, ...done], actions: ['read', 'export', 'reveal'], reach: 'unit' },
    { role: 'department', states: ['draft'], actions: ['read', 'create', 'update', 'transition'], reach: 'own' },
    { role: 'department', states: ['submitted', ...done], actions: ['read'], reach: 'own' },
  ],
  ownerColumn: 'department',
}
