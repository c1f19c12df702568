// Set rules of a plan: each line once, the same for all (E-08), and the share bought on the 832 platform (E-22).
import type { SetRule } from '../../definition/rule.ts'
import { words } from '../../kernel/words.ts'
import { house, spendingRules, xinjiangRules } from '../../policy/sources.ts'
import { samplePlan as plan } from './sample.ts'

const other = { ...plan, department: '一车间', headcount: 100, amount: 3_000_000 }

export const setRules: readonly SetRule[] = [
  {
    scope: 'set',
    code: 'welfare/line-twice',
    severity: 'error',
    blocks: 'submit',
    citation: house('一部门一项一行'),
    title: words('同一部门的同一项不重复', '同一部門的同一項不重複', 'A department’s line stands once'),
    message: words(
      '“{key}”列了 {count} 行。请合并，重复的请删去。',
      '「{key}」列了 {count} 行。請合併，重複的請刪去。',
      '“{key}” stands in {count} rows. Please merge them, or delete the repetition.',
    ),
    set: { type: 'unique', key: ['issue', 'department', 'occasion', 'item', 'standard'], where: [] },
    examples: { valid: [[plan, other]], invalid: [[plan, plan]] },
  },
  {
    scope: 'set',
    code: 'welfare/equal-standard',
    reference: 'E-08',
    severity: 'warning',
    citation: spendingRules('第8条（四）：向全体会员发放'),
    title: words('节日慰问人人相同', '節日慰問人人相同', 'The same for all on a festival'),
    message: words(
      '“{group}”的 {count} 行标准不一样，平均 {average} 元/人。节日慰问向全体会员发放，标准应当相同；不同的请说明。',
      '「{group}」的 {count} 行標準不一樣，平均 {average} 元/人。節日慰問向全體會員發放，標準應當相同；不同的請說明。',
      'The {count} lines of “{group}” have different standards, {average} yuan on average. Goods for festivals are the same for all members; please explain.',
    ),
    set: {
      type: 'alike',
      groupBy: ['issue', 'occasion', 'item'],
      column: 'standard',
      where: [{ column: 'purpose', in: ['节日慰问'] }],
    },
    examples: {
      valid: [
        [plan, other],
        [plan, { ...other, occasion: '住院', purpose: '住院慰问', standard: 100_000 }],
      ],
      invalid: [[plan, { ...other, standard: 40_000 }]],
    },
  },
  {
    scope: 'set',
    code: 'welfare/platform-share',
    reference: 'E-22',
    severity: 'hint',
    citation: xinjiangRules('脱贫地区产品不少于 30%'),
    title: words('脱贫地区产品占三成', '脫貧地區產品佔三成', 'Three tenths from regions lifted out of poverty'),
    message: words(
      '有的地方要求实物慰问品三成以上在 832 平台采购（按十分之几比较：{left} 对 {right}）。请核对本地规定。',
      '有的地方要求實物慰問品三成以上在 832 平台採購（按十分之幾比較：{left} 對 {right}）。請核對本地規定。',
      'Some places ask for three tenths of the goods to be bought on the 832 platform (compared in tenths: {left} against {right}). Please check your own rules.',
    ),
    set: {
      type: 'compareSums',
      groupBy: [],
      left: [{ column: 'amount', where: [{ column: 'procurement', in: ['832平台'] }], times: 10 }],
      right: [{ column: 'amount', where: [{ column: 'means', in: ['实物'] }], times: 3 }],
      relation: 'atLeast',
      tolerance: 0,
      onlyWhere: [{ column: 'procurement', in: ['832平台'] }],
    },
    examples: {
      valid: [[plan, other], [{ ...plan, procurement: '832平台' }]],
      invalid: [[plan, { ...other, procurement: '832平台', amount: 100 }]],
    },
  },
]
