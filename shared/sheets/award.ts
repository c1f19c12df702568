// 评先评优和奖金分配: how many places, who is nominated and chosen, and how a sum is shared out.
import { defineSheet } from '../definition/sheet.ts'
import { words } from '../kernel/words.ts'
import { weightOf } from './award/bonus.ts'
import { bonusColumns } from './award/bonusColumns.ts'
import { bonusRules } from './award/bonusRules.ts'
import { rowKinds } from './award/choices.ts'
import { columns } from './award/columns.ts'
import { interpret } from './award/interpret.ts'
import { layout } from './award/layout.ts'
import { linkedRules } from './award/linkedRules.ts'
import { awardRules } from './award/rules.ts'
import { setRules } from './award/setRules.ts'
import { workflow } from './award/workflow.ts'

export const awardSheet = defineSheet({
  kind: 'award',
  version: 1,
  title: words('评先评优和奖金分配', '評先評優和獎金分配', 'Awards'),
  description: words(
    '名额分到部门，推荐评审公示，奖金按系数分到分，尾差写明由谁承担。',
    '名額分到部門，推薦評審公示，獎金按係數分到分，尾差寫明由誰承擔。',
    'Places by department, nominations voted and put on notice, bonuses shared out to the cent with the rounding named.',
  ),
  columns: { ...columns, ...bonusColumns },
  naturalKey: ['recordType', 'programme', 'department', 'name', 'category'],
  atomicSets: [['base', 'coefficient', 'scoreFactor', 'gross', 'deduction', 'net']],
  rules: [...awardRules, ...bonusRules, ...setRules, ...linkedRules],
  layout,
  workflow,
  person: { name: 'name', department: 'department' },
  upgrades: [],
  shares: [
    {
      groupBy: ['programme'],
      total: { column: 'net', where: [{ column: 'recordType', in: [rowKinds.pool] }], times: 1 },
      where: [{ column: 'recordType', in: [rowKinds.bonus] }],
      part: 'net',
      name: 'name',
      weight: weightOf,
      remainder: 'largest-remainder',
    },
  ],
  interpret,
})
