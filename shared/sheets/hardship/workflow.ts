// From the application to the file, to help, to the closing of the file (domain.md §5.2: 困难职工).
import type { EvidenceNeed } from '../../definition/evidenceNeed.ts'
import type { Workflow } from '../../definition/workflow.ts'
import { words } from '../../kernel/words.ts'
import { fileRow } from './choices.ts'

const open = ['applied', 'screened', 'noticed', 'approved']
const done = ['helped', 'closed', 'archived']

/** Asked for where a file is made; help that follows from a file needs neither again. */
const ofFiles = (topic: string, label: ReturnType<typeof words>): EvidenceNeed => ({
  type: 'inquiry',
  topic,
  label,
  by: ['finance', 'director', 'department'],
  when: { type: 'rows', where: [{ column: 'recordType', in: [fileRow] }] },
})

export const workflow: Workflow = {
  initial: 'applied',
  states: [
    { name: 'applied', label: words('已申请', '已申請', 'Applied for'), locked: false },
    { name: 'screened', label: words('已初审', '已初審', 'Screened'), locked: false },
    { name: 'noticed', label: words('公示中', '公示中', 'On notice'), locked: true },
    { name: 'approved', label: words('已批准建档', '已批准建檔', 'Approved'), locked: true },
    { name: 'helped', label: words('已帮扶', '已幫扶', 'Helped'), locked: true },
    { name: 'closed', label: words('已退档', '已退檔', 'File closed'), locked: true },
    { name: 'archived', label: words('已归档', '已歸檔', 'Archived'), locked: true },
  ],
  transitions: [
    {
      name: 'screen',
      label: words('初审', '初審', 'Screen'),
      from: ['applied'],
      to: 'screened',
      by: ['finance', 'director', 'department'],
      fields: ['name', 'department'],
    },
    {
      name: 'publish',
      label: words('开始公示', '開始公示', 'Put on notice'),
      from: ['screened'],
      to: 'noticed',
      by: ['director'],
      needs: [
        ofFiles('home-visit', words('入户调查（授权核对书）', '入戶調查（授權核對書）', 'Home visit')),
        ofFiles('civil-affairs', words('民政核对', '民政核對', 'Check by civil affairs')),
      ],
      apart: [{ type: 'own-draft' }, { type: 'beneficiary', column: 'memberNo' }],
    },
    {
      name: 'approve',
      label: words('上级审批', '上級審批', 'Approve'),
      from: ['noticed'],
      to: 'approved',
      by: ['chair'],
      level: 'superior',
      needs: [{ type: 'notice', workingDays: 5 }, { type: 'objections-closed' }],
      apart: [{ type: 'own-draft' }, { type: 'beneficiary', column: 'memberNo' }],
    },
    {
      name: 'help',
      label: words('登记帮扶', '登記幫扶', 'Record the help'),
      from: ['approved'],
      to: 'helped',
      by: ['finance', 'cashier'],
      apart: [{ type: 'other-hand', transitions: ['approve'], as: 'pay' }],
    },
    {
      name: 'review',
      label: words('动态复核', '動態複核', 'Review'),
      from: ['approved', 'helped'],
      to: 'applied',
      by: ['director', 'finance'],
      expectedOf: [],
    },
    {
      name: 'close',
      label: words('退档', '退檔', 'Close the file'),
      from: ['applied', 'approved', 'helped'],
      to: 'closed',
      by: ['director', 'chair'],
      reason: true,
    },
    {
      name: 'return',
      label: words('退回补充', '退回補充', 'Return'),
      from: ['screened', 'noticed'],
      to: 'applied',
      by: ['director', 'chair'],
      reason: true,
    },
    {
      name: 'archive',
      label: words('归档', '歸檔', 'Archive'),
      from: ['helped', 'closed'],
      to: 'archived',
      by: ['director', 'secretary'],
      expectedOf: [],
    },
  ],
  permissions: [
    {
      role: 'finance',
      states: ['applied', 'screened'],
      actions: ['read', 'create', 'update', 'delete', 'transition', 'export'],
      reach: 'unit',
    },
    {
      role: 'finance',
      states: ['approved', 'helped'],
      actions: ['read', 'transition', 'export', 'reveal'],
      reach: 'unit',
    },
    { role: 'finance', states: ['noticed', 'closed', 'archived'], actions: ['read', 'export'], reach: 'unit' },
    { role: 'cashier', states: ['approved'], actions: ['read', 'transition', 'reveal'], reach: 'unit' },
    { role: 'cashier', states: ['helped'], actions: ['read'], reach: 'unit' },
    {
      role: 'director',
      states: ['applied', 'screened'],
      actions: ['read', 'update', 'transition', 'export'],
      reach: 'unit',
    },
    {
      role: 'director',
      states: ['noticed', 'approved', 'helped', 'closed'],
      actions: ['read', 'transition', 'export'],
      reach: 'unit',
    },
    { role: 'director', states: ['archived'], actions: ['read', 'export'], reach: 'unit' },
    { role: 'secretary', states: ['helped', 'closed'], actions: ['read', 'transition'], reach: 'unit' },
    { role: 'secretary', states: ['archived'], actions: ['read'], reach: 'unit' },
    {
      role: 'chair',
      states: ['applied', 'screened', 'noticed', 'approved', 'helped'],
      actions: ['read', 'transition', 'export', 'reveal'],
      reach: 'subtree',
    },
    { role: 'chair', states: ['closed', 'archived'], actions: ['read', 'export'], reach: 'subtree' },
    { role: 'auditor', states: [...open, ...done], actions: ['read', 'export', 'reveal'], reach: 'unit' },
    {
      role: 'department',
      states: ['applied'],
      actions: ['read', 'create', 'update', 'transition'],
      reach: 'own',
    },
    { role: 'department', states: ['screened', 'noticed', 'approved', ...done], actions: ['read'], reach: 'own' },
  ],
  ownerColumn: 'department',
  covered: ['recordType', 'department', 'name', 'hardshipClass', 'familySize', 'familyIncome', 'amount'],
}
