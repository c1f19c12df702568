// A plan for benefits takes the road of allocations; what is goods is accepted before it is paid for (G-06).
import { words } from '../../kernel/words.ts'
import { allocationRoad } from '../roads/allocation.ts'

export const workflow = allocationRoad({
  department: 'department',
  covered: ['issue', 'department', 'occasion', 'item', 'means', 'headcount', 'standard', 'amount', 'fundSource'],
  goods: {
    type: 'inquiry',
    topic: 'acceptance',
    label: words('验收证明', '驗收證明', 'Acceptance of the goods'),
    by: ['department', 'director'],
    when: { type: 'rows', where: [{ column: 'means', in: ['实物'] }] },
  },
})
