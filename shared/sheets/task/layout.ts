// How the ledger looks on paper (domain.md §4.2 H).
import type { Layout } from '../../definition/layout.ts'
import { words } from '../../kernel/words.ts'

const assignment = ['taskNo', 'source', 'sourceReference', 'task', 'goal', 'leader', 'assigned']
const handling = ['mode', 'lead', 'co', 'transferTo', 'transferDate', 'owner', 'phone', 'urgency', 'due']
const progress = ['status', 'progressRate', 'progress', 'urged', 'reason', 'nextStep']
const extension = ['extensionFiled', 'extensionReason', 'extendedTo', 'extensionApprover']
const closing = ['result', 'doneDate', 'feedbackDate', 'feedbackTo', 'closing', 'archiveNo']

export const layout: Layout = {
  title: words('{unit}{year}年度督办任务台账', '{unit}{year}年度督辦任務台帳', '{unit} Supervised tasks {year}'),
  titleSynonyms: [
    '督办任务台账',
    '督办台账',
    '重点工作台账',
    '督查督办台账',
    '重点工作任务台账',
    '督办事项台账',
    '任务台账',
    '工作台账',
    '督办事项',
    '督查台账',
    '重点任务清单',
    '任务清单',
    '督办清单',
    '任务分解表',
    '重点工作',
  ],
  columns: [...assignment, ...handling, ...progress, ...extension, ...closing],
  groups: [
    { label: words('任务', '任務', 'Task'), columns: assignment },
    { label: words('承办', '承辦', 'Handling'), columns: handling },
    { label: words('进展', '進展', 'Progress'), columns: progress },
    { label: words('延期', '延期', 'Extension'), columns: extension },
    { label: words('办结', '辦結', 'Closing'), columns: closing },
  ],
  sections: [],
  totals: [],
  signatures: [
    words('填报人：', '填報人：', 'Prepared by:'),
    words('办公室主任：', '辦公室主任：', 'Office director:'),
  ],
  orientation: 'landscape',
  unitLine: false,
  spareRows: 20,
  freezeColumns: 4,
}
