// The road of everything that is shared out (福利、奖金、评先): draft → discussion → committee → notice → approval → paid and signed for (domain.md §5.2, §5.3).
import type { Duty } from '../../definition/duty.ts'
import type { EvidenceNeed } from '../../definition/evidenceNeed.ts'
import type { Permission, Transition, Workflow, WorkflowState } from '../../definition/workflow.ts'
import { words } from '../../kernel/words.ts'

export interface AllocationRoad {
  /** Column of the department a row belongs to. */
  readonly department: string
  /** Column with the membership number of the one who gets it; absent where rows are about many. */
  readonly beneficiary?: string
  /** Columns that were discussed, decided and published: changing one of them later voids the evidence. */
  readonly covered: readonly string[]
  /** Rows that are goods and must be accepted (验收) before they are paid for. */
  readonly goods?: EvidenceNeed
}

const states: readonly WorkflowState[] = [
  { name: 'draft', label: words('起草中', '起草中', 'Draft'), locked: false },
  { name: 'discussed', label: words('职工已讨论', '職工已討論', 'Discussed'), locked: true },
  { name: 'reviewed', label: words('办公室已审核', '辦公室已審核', 'Reviewed by the office'), locked: true },
  { name: 'funded', label: words('预算已核对', '預算已核對', 'Held against the budget'), locked: true },
  { name: 'decided', label: words('集体研究通过', '集體研究通過', 'Decided together'), locked: true },
  { name: 'noticed', label: words('公示中', '公示中', 'On notice'), locked: true },
  { name: 'approved', label: words('已批准', '已批准', 'Approved'), locked: true },
  { name: 'paid', label: words('已付款', '已付款', 'Paid'), locked: true },
  { name: 'issued', label: words('已发放签领', '已發放簽領', 'Handed out and signed for'), locked: true },
  { name: 'settled', label: words('已结算', '已結算', 'Settled'), locked: true },
  { name: 'archived', label: words('已归档', '已歸檔', 'Archived'), locked: true },
]

const before = ['discussed', 'reviewed', 'funded', 'decided', 'noticed']
const after = ['approved', 'paid', 'issued', 'settled']

export function allocationRoad({ department, beneficiary, covered, goods }: AllocationRoad): Workflow {
  const recusal: readonly Duty[] = beneficiary === undefined ? [] : [{ type: 'beneficiary', column: beneficiary }]
  return {
    initial: 'draft',
    states,
    transitions: transitions(recusal, goods === undefined ? [] : [goods]),
    permissions,
    ownerColumn: department,
    covered,
  }
}

function transitions(recusal: readonly Duty[], acceptance: readonly EvidenceNeed[]): readonly Transition[] {
  return [
    {
      name: 'discuss',
      label: words('登记职工讨论', '登記職工討論', 'Record the discussion'),
      from: ['draft'],
      to: 'discussed',
      by: ['finance', 'director', 'department'],
      // Two thirds of those asked, rounded up.
      needs: [{ type: 'discussion', attendance: 67 }],
    },
    {
      name: 'review',
      label: words('办公室审核', '辦公室審核', 'Review'),
      from: ['discussed'],
      to: 'reviewed',
      by: ['director'],
      apart: [{ type: 'own-draft' }, ...recusal],
    },
    {
      name: 'fund',
      label: words('核对预算', '核對預算', 'Hold against the budget'),
      from: ['reviewed'],
      to: 'funded',
      by: ['finance'],
    },
    {
      name: 'decide',
      label: words('登记集体研究', '登記集體研究', 'Record the decision'),
      from: ['funded'],
      to: 'decided',
      by: ['chair', 'director'],
      needs: [{ type: 'resolution', body: 'committee' }],
    },
    {
      name: 'publish',
      label: words('开始公示', '開始公示', 'Put on notice'),
      from: ['decided'],
      to: 'noticed',
      by: ['director', 'secretary'],
    },
    {
      name: 'approve',
      label: words('批准', '批准', 'Approve'),
      from: ['noticed'],
      to: 'approved',
      by: ['chair'],
      needs: [{ type: 'notice', workingDays: 5 }, { type: 'objections-closed' }],
      apart: [{ type: 'own-draft' }, ...recusal],
    },
    {
      name: 'pay',
      label: words('付款', '付款', 'Pay'),
      from: ['approved'],
      to: 'paid',
      by: ['cashier'],
      needs: acceptance,
      apart: [{ type: 'own-draft' }, { type: 'other-hand', transitions: ['approve'], as: 'pay' }],
    },
    {
      name: 'issue',
      label: words('发放签领', '發放簽領', 'Hand out'),
      from: ['approved', 'paid'],
      to: 'issued',
      by: ['finance', 'director'],
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
      from: before,
      to: 'draft',
      by: ['director', 'chair'],
      reason: true,
    },
    {
      name: 'withdraw',
      label: words('撤销批准', '撤銷批准', 'Withdraw the approval'),
      from: ['approved'],
      to: 'draft',
      by: ['chair'],
      reason: true,
    },
  ]
}

/** Welfare rows of the table in reliability.md §2.5. */
const permissions: readonly Permission[] = [
  {
    role: 'finance',
    states: ['draft'],
    actions: ['read', 'create', 'update', 'delete', 'transition', 'export'],
    reach: 'unit',
  },
  {
    role: 'finance',
    states: ['reviewed', 'approved', 'paid', 'issued'],
    actions: ['read', 'transition', 'export', 'reveal'],
    reach: 'unit',
  },
  {
    role: 'finance',
    states: ['discussed', 'funded', 'decided', 'noticed', 'settled', 'archived'],
    actions: ['read', 'export'],
    reach: 'unit',
  },
  { role: 'cashier', states: ['approved'], actions: ['read', 'transition', 'reveal'], reach: 'unit' },
  { role: 'cashier', states: ['paid', 'issued', 'settled'], actions: ['read'], reach: 'unit' },
  { role: 'director', states: ['draft'], actions: ['read', 'update', 'transition', 'export'], reach: 'unit' },
  {
    role: 'director',
    states: [...before, 'approved', 'paid', 'settled'],
    actions: ['read', 'transition', 'export'],
    reach: 'unit',
  },
  { role: 'director', states: ['issued', 'archived'], actions: ['read', 'export'], reach: 'unit' },
  { role: 'secretary', states: ['decided', 'settled'], actions: ['read', 'transition'], reach: 'unit' },
  { role: 'secretary', states: ['noticed', 'archived'], actions: ['read'], reach: 'unit' },
  {
    role: 'chair',
    states: ['draft', 'paid', 'issued', 'settled', 'archived'],
    actions: ['read', 'export'],
    reach: 'unit',
  },
  {
    role: 'chair',
    states: [...before, 'approved'],
    actions: ['read', 'transition', 'export', 'reveal'],
    reach: 'unit',
  },
  {
    role: 'auditor',
    states: ['draft', ...before, ...after, 'archived'],
    actions: ['read', 'export', 'reveal'],
    reach: 'unit',
  },
  { role: 'department', states: ['draft'], actions: ['read', 'create', 'update', 'transition'], reach: 'own' },
  { role: 'department', states: [...before, ...after, 'archived'], actions: ['read'], reach: 'own' },
]
