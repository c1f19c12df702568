// From draft to approval and archive, the whole table at once (domain.md §5.2), and who may do what (reliability.md §2.5).
import type { Permission, Transition, Workflow } from '../../definition/workflow.ts'
import { words } from '../../kernel/words.ts'

/** At the unit: what its own office and chair may still send back. */
const underway = ['submitted', 'rechecked', 'coordinated', 'adopted', 'audited']
/** 上报后不可改: only the superior union sends it back. */
const upward = ['reported', 'approved']
const done = ['published', 'archived']
const later = [...underway, ...upward, ...done]

/** In force: approved, and whatever comes after. */
export const inForce: readonly string[] = ['approved', ...done]
/** On the way to approval. */
export const beforeApproval: readonly string[] = ['draft', ...underway, 'reported']

const transitions: readonly Transition[] = [
  {
    name: 'submit',
    label: words('提交复核', '提交覆核', 'Submit'),
    scope: 'sheet',
    from: ['draft'],
    to: 'submitted',
    by: ['finance', 'director'],
  },
  {
    name: 'recheck',
    label: words('财务复核', '財務覆核', 'Recheck the figures'),
    scope: 'sheet',
    from: ['submitted'],
    to: 'rechecked',
    by: ['finance', 'director'],
    apart: [{ type: 'own-draft' }],
  },
  {
    name: 'coordinate',
    label: words('办公室审阅', '辦公室審閱', 'Review by the office'),
    scope: 'sheet',
    from: ['rechecked'],
    to: 'coordinated',
    by: ['director'],
    apart: [{ type: 'own-draft' }],
  },
  {
    name: 'adopt',
    label: words('委员会审议通过', '委員會審議通過', 'Adopted by the committee'),
    scope: 'sheet',
    from: ['coordinated'],
    to: 'adopted',
    by: ['chair'],
    needs: [{ type: 'resolution', body: 'committee' }],
    apart: [{ type: 'own-draft' }],
  },
  {
    name: 'audit',
    label: words('经审会审查通过', '經審會審查通過', 'Passed by the audit committee'),
    scope: 'sheet',
    from: ['adopted'],
    to: 'audited',
    by: ['chair', 'director'],
    needs: [{ type: 'resolution', body: 'audit' }],
  },
  {
    name: 'report',
    label: words('上报', '上報', 'Report upward'),
    scope: 'sheet',
    from: ['audited'],
    to: 'reported',
    by: ['chair', 'director'],
  },
  {
    name: 'approve',
    label: words('上级批准或备案', '上級批准或備案', 'Approved by the superior union'),
    scope: 'sheet',
    from: ['reported'],
    to: 'approved',
    by: ['chair'],
    level: 'superior',
    needs: [{ type: 'document', by: ['finance', 'director', 'chair', 'secretary'] }],
    apart: [{ type: 'own-draft' }],
  },
  {
    name: 'publish',
    label: words('公开并报告会员大会', '公開並報告會員大會', 'Publish and report to the members'),
    scope: 'sheet',
    from: ['approved'],
    to: 'published',
    by: ['chair', 'director'],
    needs: [
      {
        type: 'inquiry',
        topic: 'member-report',
        label: words('向会员（代表）大会报告并公开', '向會員（代表）大會報告並公開', 'Report to the members’ congress'),
      },
    ],
  },
  {
    name: 'archive',
    label: words('归档', '歸檔', 'Archive'),
    scope: 'sheet',
    from: ['published'],
    to: 'archived',
    by: ['director', 'secretary'],
    expectedOf: [],
  },
  {
    name: 'return',
    label: words('退回修改', '退回修改', 'Return'),
    scope: 'sheet',
    from: underway,
    to: 'draft',
    by: ['director', 'chair'],
    reason: true,
  },
  {
    name: 'reopen',
    label: words('上级退回', '上級退回', 'Returned by the superior union'),
    scope: 'sheet',
    from: upward,
    to: 'draft',
    by: ['chair'],
    level: 'superior',
    reason: true,
  },
]

const permissions: readonly Permission[] = [
  {
    role: 'finance',
    states: ['draft'],
    actions: ['read', 'create', 'update', 'delete', 'transition', 'export'],
    reach: 'unit',
  },
  { role: 'finance', states: ['submitted'], actions: ['read', 'transition', 'export'], reach: 'unit' },
  {
    role: 'finance',
    states: later.filter((state) => state !== 'submitted'),
    actions: ['read', 'export'],
    reach: 'unit',
  },
  { role: 'director', states: ['draft'], actions: ['read', 'update', 'transition', 'export'], reach: 'subtree' },
  {
    role: 'director',
    states: [...underway, 'approved', 'published'],
    actions: ['read', 'transition', 'export'],
    reach: 'subtree',
  },
  { role: 'director', states: ['reported', 'archived'], actions: ['read', 'export'], reach: 'subtree' },
  { role: 'chair', states: ['draft'], actions: ['read', 'export'], reach: 'unit' },
  { role: 'chair', states: [...underway, ...upward], actions: ['read', 'transition', 'export'], reach: 'subtree' },
  { role: 'chair', states: done, actions: ['read', 'export'], reach: 'subtree' },
  { role: 'auditor', states: ['draft', ...later], actions: ['read', 'export'], reach: 'unit' },
  { role: 'cashier', states: ['approved', ...done], actions: ['read'], reach: 'unit' },
  { role: 'secretary', states: ['published'], actions: ['read', 'transition'], reach: 'unit' },
  { role: 'secretary', states: ['reported', 'approved', 'archived'], actions: ['read'], reach: 'unit' },
  { role: 'department', states: ['draft', ...later], actions: ['read'], reach: 'own' },
]

export const workflow: Workflow = {
  initial: 'draft',
  states: [
    { name: 'draft', label: words('草案', '草案', 'Draft'), locked: false },
    { name: 'submitted', label: words('已提交复核', '已提交覆核', 'Submitted'), locked: true },
    { name: 'rechecked', label: words('财务已复核', '財務已覆核', 'Rechecked'), locked: true },
    { name: 'coordinated', label: words('办公室已审阅', '辦公室已審閱', 'Reviewed by the office'), locked: true },
    { name: 'adopted', label: words('委员会已通过', '委員會已通過', 'Adopted by the committee'), locked: true },
    { name: 'audited', label: words('经审会已审查', '經審會已審查', 'Passed by the audit committee'), locked: true },
    { name: 'reported', label: words('已上报', '已上報', 'Reported upward'), locked: true },
    { name: 'approved', label: words('已批准', '已批准', 'Approved'), locked: true },
    { name: 'published', label: words('已公开', '已公開', 'Published'), locked: true },
    { name: 'archived', label: words('已归档', '已歸檔', 'Archived'), locked: true },
  ],
  transitions,
  permissions,
  ownerColumn: 'department',
  amendedBy: { kind: 'adjustment', label: words('预算调整表', '預算調整表', 'budget adjustment') },
}
