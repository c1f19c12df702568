// Set rules of the budget adjustment: totals, deficits, keys that stand twice (domain.md §2.2).
import type { Condition } from '../../definition/condition.ts'
import type { SetRule, SumTerm } from '../../definition/rule.ts'
import type { PlainDate } from '../../kernel/plainDate.ts'
import { words } from '../../kernel/words.ts'
import { budgetRules, enterpriseRules, house } from '../../policy/sources.ts'
import { broughtForward, drawnSurplus } from '../accounts/balanceLines.ts'
import { parentRule } from '../accounts/parentRule.ts'
import { sampleIncome as income, sampleRow as line } from './sample.ts'

const adjusted = (where: Condition): SumTerm => ({ column: 'adjusted', where, times: 1 })
const incomeOfYear: Condition = [
  { column: 'side', in: ['收入'] },
  { column: 'accountName', notIn: [broughtForward, drawnSurplus] },
]

export const setRules: readonly SetRule[] = [
  {
    scope: 'set',
    code: 'adjustment/total-changes',
    reference: 'B-11',
    severity: 'hint',
    citation: enterpriseRules('第20条'),
    title: words('总额变动要走预算程序', '總額變動要走預算程序', 'A change of the total takes the road of the budget'),
    message: words(
      '{group}总额调整了 {sum} 元。总额不变的，由委员会或主席办公会定；总额有变的，要编预算调整方案，一年一次，程序与预算相同。',
      '{group}總額調整了 {sum} 元。總額不變的，由委員會或主席辦公會定；總額有變的，要編預算調整方案，一年一次，程序與預算相同。',
      'The total of {group} changes by {sum} yuan: that takes an adjustment scheme, once a year, by the procedure of the budget.',
    ),
    set: {
      type: 'sum',
      groupBy: ['side'],
      terms: [{ column: 'change', where: [{ column: 'side', in: ['收入', '支出'] }], times: 1 }],
      minimum: 0,
      maximum: 0,
    },
    examples: { valid: [[line, { ...line, accountCode: '50102', change: 600_000 }]], invalid: [[line]] },
  },
  {
    scope: 'set',
    code: 'adjustment/late',
    reference: 'B-11',
    severity: 'warning',
    citation: enterpriseRules('第20条'),
    title: words(
      '预算调整原则上不迟于三季度末',
      '預算調整原則上不遲於三季度末',
      'Adjustments come by the end of September',
    ),
    message: words(
      '已过 9 月 30 日，还有 {count} 行要调整。预算调整原则上不迟于三季度末；确需调整的，请在调整原因里说明。',
      '已過 9 月 30 日，還有 {count} 行要調整。預算調整原則上不遲於三季度末；確需調整的，請在調整原因裡說明。',
      'It is past 30 September and {count} lines are adjusted. As a rule that is too late; explain why in the reasons.',
    ),
    set: {
      type: 'count',
      groupBy: [],
      where: [
        { column: 'change', blank: false },
        { column: 'change', notIn: [0] },
      ],
      maximum: 0,
    },
    applies: ({ today, year }) => today > `${year}-09-30` && today <= `${year}-12-31`,
    examples: { today: '2026-10-08' as PlainDate, valid: [[{ ...line, change: 0 }]], invalid: [[line]] },
  },
  {
    scope: 'set',
    code: 'adjustment/deficit',
    reference: 'B-02',
    severity: 'error',
    blocks: 'submit',
    citation: budgetRules('不得编制赤字预算'),
    title: words('调整后也不能有赤字', '調整後也不能有赤字', 'No deficit after the adjustment either'),
    message: words(
      '调整后支出 {left} 元，收入加动用结余 {right} 元，还差 {difference} 元没有来源。请压减支出，或把动用的以前年度结余单列一行。',
      '調整後支出 {left} 元，收入加動用結餘 {right} 元，還差 {difference} 元沒有來源。請壓減支出，或把動用的以前年度結餘單列一行。',
      'After the adjustment expenditure is {left}, income and surplus drawn {right}: {difference} yuan have no source.',
    ),
    set: {
      type: 'compareSums',
      groupBy: [],
      left: [adjusted([{ column: 'side', in: ['支出'] }])],
      right: [adjusted(incomeOfYear), adjusted([{ column: 'accountName', in: [drawnSurplus] }])],
      relation: 'atMost',
      tolerance: 0,
      onlyWhere: incomeOfYear,
    },
    examples: {
      valid: [[line, income], [line]],
      invalid: [[{ ...line, adjusted: 4_000_000 }, income]],
    },
  },
  parentRule({
    kind: 'adjustment',
    amount: 'adjusted',
    examples: {
      valid: [[line], [income]],
      invalid: [[line, { ...line, accountCode: '501', accountName: '职工活动支出', accountLevel: 1, adjusted: 5 }]],
    },
  }),
  {
    scope: 'set',
    code: 'adjustment/line-twice',
    severity: 'warning',
    citation: house('一项一行'),
    title: words('同一科目同一项目列了两行', '同一科目同一項目列了兩行', 'The same account and project twice'),
    message: words(
      '“{key}”列了 {count} 行。请合并成一行，或用项目名称区分。',
      '「{key}」列了 {count} 行。請合併成一行，或用項目名稱區分。',
      '“{key}” stands in {count} rows. Merge them, or tell them apart by project.',
    ),
    set: { type: 'unique', key: ['side', 'accountName', 'project'], where: [] },
    examples: {
      valid: [
        [
          { ...line, project: '夜校' },
          { ...line, project: '技能班' },
        ],
      ],
      invalid: [
        [
          { ...line, project: '夜校' },
          { ...line, project: '夜校' },
        ],
      ],
    },
  },
]
