// A list of recipients: prepared, checked by a second hand, signed on handing out, settled (domain.md §5.2, G-02, G-03).
import type { Workflow } from '../../definition/workflow.ts'
import { words } from '../../kernel/words.ts'

const open = ['draft', 'checked', 'approved']
const done = ['issued', 'settled', 'archived']

export const workflow: Workflow = {
  initial: 'draft',
  states: [
    { name: 'draft', label: words('编制中', '編製中', 'Being prepared'), locked: false },
    { name: 'checked', label: words('已核对名单', '已核對名單', 'Names checked'), locked: true },
    { name: 'approved', label: words('已批准发放', '已批准發放', 'Approved'), locked: false },
    { name: 'issued', label: words('已发放签领', '已發放簽領', 'Handed out and signed for'), locked: true },
    { name: 'settled', label: words('已结算', '已結算', 'Settled'), locked: true },
    { name: 'archived', label: words('已归档', '已歸檔', 'Archived'), locked: true },
  ],
  transitions: [
    {
      name: 'check',
      label: words('核对名单', '核對名單', 'Check the names'),
      from: ['draft'],
      to: 'checked',
      by: ['director', 'department'],
      fields: ['name', 'item'],
      apart: [{ type: 'own-draft' }],
    },
    {
      name: 'approve',
      label: words('批准发放', '批准發放', 'Approve'),
      from: ['checked'],
      to: 'approved',
      by: ['chair'],
      apart: [{ type: 'own-draft' }, { type: 'beneficiary', column: 'memberNo' }],
    },
    {
      name: 'issue',
      label: words('登记签领', '登記簽領', 'Record the receipt'),
      from: ['approved'],
      to: 'issued',
      by: ['finance', 'cashier', 'department'],
      fields: ['receivedOn', 'signature'],
      apart: [{ type: 'other-hand', transitions: ['approve'], as: 'pay' }],
    },
    {
      name: 'settle',
      label: words('结算', '結算', 'Settle'),
      from: ['issued'],
      to: 'settled',
      by: ['finance'],
    },
    {
      name: 'archive',
      label: words('归档', '歸檔', 'Archive'),
      from: ['settled'],
      to: 'archived',
      by: ['director', 'secretary'],
      expectedOf: [],
    },
    {
      name: 'return',
      label: words('退回修改', '退回修改', 'Return'),
      from: ['checked', 'approved'],
      to: 'draft',
      by: ['director', 'chair'],
      reason: true,
    },
  ],
  permissions: [
    {
      role: 'finance',
      states: ['draft'],
      actions: ['read', 'create', 'update', 'delete', 'transition', 'export'],
      reach: 'unit',
    },
    {
      role: 'finance',
      states: ['approved'],
      actions: ['read', 'update', 'transition', 'export', 'reveal'],
      reach: 'unit',
      columns: ['receivedOn', 'signature', 'proxy', 'remark'],
    },
    { role: 'finance', states: ['issued'], actions: ['read', 'transition', 'export', 'reveal'], reach: 'unit' },
    { role: 'finance', states: ['checked', 'settled', 'archived'], actions: ['read', 'export'], reach: 'unit' },
    {
      role: 'cashier',
      states: ['approved'],
      actions: ['read', 'update', 'transition', 'reveal'],
      reach: 'unit',
      columns: ['receivedOn', 'signature', 'proxy', 'remark'],
    },
    { role: 'cashier', states: ['issued', 'settled'], actions: ['read'], reach: 'unit' },
    { role: 'director', states: [...open, 'settled'], actions: ['read', 'transition', 'export'], reach: 'unit' },
    { role: 'director', states: ['issued', 'archived'], actions: ['read', 'export'], reach: 'unit' },
    { role: 'secretary', states: ['settled'], actions: ['read', 'transition'], reach: 'unit' },
    { role: 'secretary', states: ['archived'], actions: ['read'], reach: 'unit' },
    { role: 'chair', states: ['checked', 'approved'], actions: ['read', 'transition', 'export'], reach: 'unit' },
    { role: 'chair', states: ['draft', ...done], actions: ['read', 'export'], reach: 'unit' },
    { role: 'auditor', states: [...open, ...done], actions: ['read', 'export', 'reveal'], reach: 'unit' },
    {
      role: 'department',
      states: ['draft'],
      actions: ['read', 'create', 'update', 'transition'],
      reach: 'own',
    },
    {
      role: 'department',
      states: ['approved'],
      actions: ['read', 'update', 'transition'],
      reach: 'own',
      columns: ['receivedOn', 'signature', 'proxy', 'remark'],
    },
    { role: 'department', states: ['checked', ...done], actions: ['read'], reach: 'own' },
  ],
  ownerColumn: 'department',
  covered: ['issue', 'occasion', 'department', 'name', 'memberNo', 'item', 'means', 'quantity', 'unitPrice', 'amount'],
}
