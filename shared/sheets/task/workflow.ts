// From registration to the archive (domain.md §5.2), and who may do what (reliability.md §2.5).
import type { Transition, Workflow } from '../../definition/workflow.ts'
import { urging } from './urging.ts'
import { words } from '../../kernel/words.ts'

const open = ['registered', 'proposed', 'instructed', 'handling', 'extension', 'replied', 'closing']
const closed = ['closed', 'archived', 'cancelled']

/** The ledger's own columns say what the step has decided, and the light follows them. */
const underWay: Transition['fills'] = { status: { value: '正在办理' }, doneDate: 'blank' }

const transitions: readonly Transition[] = [
  {
    name: 'propose',
    label: words('提出拟办意见', '提出擬辦意見', 'Propose'),
    from: ['registered'],
    to: 'proposed',
    by: ['secretary', 'director'],
    expectedOf: ['secretary', 'director'],
  },
  {
    name: 'instruct',
    label: words('送领导批办', '送領導批辦', 'Hand up for instruction'),
    from: ['proposed'],
    to: 'instructed',
    by: ['director'],
  },
  {
    name: 'return-proposal',
    label: words('退回拟办', '退回擬辦', 'Return the proposal'),
    from: ['instructed'],
    to: 'proposed',
    by: ['chair'],
    reason: true,
  },
  {
    name: 'assign',
    label: words('交办', '交辦', 'Assign'),
    from: ['registered', 'instructed'],
    to: 'handling',
    by: ['director', 'chair'],
    // two or more departments: exactly one leads; urgent or not, there is a time limit
    fields: ['lead', 'due'],
  },
  {
    name: 'decline',
    label: words('退办（不属职责）', '退辦（不屬職責）', 'Decline: not ours'),
    from: ['handling'],
    to: 'proposed',
    by: ['department', 'director'],
    reason: true,
  },
  {
    name: 'ask-extension',
    label: words('申请延期', '申請延期', 'Ask for an extension'),
    from: ['handling'],
    to: 'extension',
    by: ['department', 'director'],
    expectedOf: [],
    fields: ['extendedTo', 'extensionReason'],
    // the day it was filed is the server's: late filing cannot be written away; leave is asked for anew each time
    fills: { extensionFiled: 'today', extensionApprover: 'blank' },
  },
  {
    name: 'grant-extension',
    label: words('同意延期', '同意延期', 'Grant the extension'),
    from: ['extension'],
    to: 'handling',
    by: ['chair', 'director'],
    fills: { extensionApprover: 'actor' },
  },
  {
    name: 'refuse-extension',
    label: words('不同意延期', '不同意延期', 'Refuse the extension'),
    from: ['extension'],
    to: 'handling',
    by: ['chair', 'director'],
    reason: true,
  },
  {
    name: 'reply',
    label: words('反馈', '回饋', 'Report back'),
    from: ['handling'],
    to: 'replied',
    by: ['department', 'director'],
    expectedOf: ['department'],
    fields: ['result'],
  },
  {
    name: 'review',
    label: words('送审结', '送審結', 'Send for closing'),
    from: ['replied'],
    to: 'closing',
    by: ['director'],
  },
  {
    name: 'redo',
    label: words('退回重办', '退回重辦', 'Return to be done again'),
    from: ['replied', 'closing'],
    to: 'handling',
    by: ['director', 'chair'],
    fills: { ...underWay, closing: { value: '退回重办' } },
    reason: true,
  },
  {
    name: 'close',
    label: words('同意办结', '同意辦結', 'Close'),
    from: ['closing'],
    to: 'closed',
    by: ['chair', 'director'],
    fills: { status: { value: '已办结' }, closing: { value: '同意办结' } },
    // whoever did it does not say that it is done
    apart: [{ type: 'other-hand', transitions: ['reply'], as: 'two-levels' }],
  },
  {
    name: 'reopen',
    label: words('重新办理', '重新辦理', 'Reopen'),
    from: ['closed', 'cancelled'],
    to: 'handling',
    by: ['director'],
    fills: { ...underWay, closing: 'blank' },
    reason: true,
  },
  {
    name: 'archive',
    label: words('归档', '歸檔', 'Archive'),
    from: ['closed', 'cancelled'],
    to: 'archived',
    by: ['director', 'secretary'],
    expectedOf: [],
  },
  {
    name: 'cancel',
    label: words('中止', '中止', 'Cancel'),
    from: open,
    to: 'cancelled',
    by: ['chair'],
    reason: true,
    fills: { status: { value: '已中止' } },
  },
]

/** What a department writes about its own tasks. */
const ownColumns = [
  'owner',
  'phone',
  'status',
  'progressRate',
  'progress',
  'extendedTo',
  'extensionReason',
  'result',
  'doneDate',
  'feedbackDate',
  'feedbackTo',
  'reason',
  'nextStep',
  'remark',
]

export const workflow: Workflow = {
  initial: 'registered',
  states: [
    { name: 'registered', label: words('已登记', '已登記', 'Registered'), locked: false },
    { name: 'proposed', label: words('拟办中', '擬辦中', 'Being proposed'), locked: false },
    { name: 'instructed', label: words('批办中', '批辦中', 'Awaiting instruction'), locked: false },
    { name: 'handling', label: words('承办中', '承辦中', 'Under way'), locked: false },
    { name: 'extension', label: words('延期审批', '延期審批', 'Extension asked for'), locked: false },
    { name: 'replied', label: words('已反馈', '已回饋', 'Reported back'), locked: false },
    { name: 'closing', label: words('审结中', '審結中', 'Being closed'), locked: false },
    { name: 'closed', label: words('已办结', '已辦結', 'Closed'), locked: true },
    { name: 'archived', label: words('已归档', '已歸檔', 'Archived'), locked: true },
    { name: 'cancelled', label: words('已中止', '已中止', 'Cancelled'), locked: true },
  ],
  transitions,
  permissions: [
    { role: 'finance', states: [...open, ...closed], actions: ['read', 'export'], reach: 'unit' },
    {
      role: 'director',
      states: open,
      actions: ['read', 'create', 'update', 'delete', 'transition', 'export'],
      reach: 'unit',
    },
    { role: 'director', states: closed, actions: ['read', 'transition', 'export'], reach: 'unit' },
    { role: 'chair', states: open, actions: ['read', 'transition', 'export'], reach: 'unit' },
    { role: 'chair', states: closed, actions: ['read', 'export'], reach: 'unit' },
    { role: 'auditor', states: [...open, ...closed], actions: ['read', 'export'], reach: 'unit' },
    {
      role: 'secretary',
      states: ['registered'],
      actions: ['read', 'create', 'update', 'transition', 'export'],
      reach: 'unit',
    },
    { role: 'secretary', states: open.slice(1), actions: ['read', 'export'], reach: 'unit' },
    { role: 'secretary', states: closed, actions: ['read', 'transition', 'export'], reach: 'unit' },
    { role: 'department', states: open, actions: ['read', 'update', 'transition'], reach: 'own', columns: ownColumns },
    { role: 'department', states: closed, actions: ['read'], reach: 'own' },
  ],
  ownerColumn: 'lead',
  events: [urging],
}
