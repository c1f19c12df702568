// The columns of a budget adjustment (domain.md §4.1, §4.2 C).
import type { ColumnDefinition } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'
import { accountColumns, accountPlaces } from '../accounts/columns.ts'
import { column } from '../columns/column.ts'
import { adjustedOf, changeRateOf } from './derived.ts'

const money = { type: 'money', merge: 'money', fieldClass: 'money', width: 15 } as const

export const columns = {
  ...accountColumns,
  department: column(
    { type: 'text', maxLength: 60, optionalColumn: true },
    {
      label: words('部门', '部門', 'Department'),
      synonyms: ['申报部门', '预算部门', '使用部门', '责任部门', '经办部门', '科室'],
      description: words('使用这笔经费的部门。', '使用這筆經費的部門。', 'The department that spends it.'),
    },
  ),
  approved: column(money, {
    label: words('年初核定预算数', '年初核定預算數', 'Approved budget'),
    synonyms: [
      '核定预算数',
      '年初预算数',
      '年初预算',
      '年初核定数',
      '核定年初预算数',
      '原预算数',
      '原预算',
      '调整前预算数',
      '调整前',
      '预算数',
      '本年预算数',
      '批准预算数',
    ],
    description: words(
      '年初批准的预算数；新增的科目写 0。',
      '年初批准的預算數；新增的科目寫 0。',
      'As approved at the beginning of the year; 0 for a new line.',
    ),
  }),
  increase: column(
    { ...money, minimum: 0, optionalColumn: true },
    {
      label: words('调增数', '調增數', 'Increase'),
      synonyms: ['调增', '追加', '增加', '调增金额', '追加数', '调增额', '增加数', '追加金额'],
      description: words(
        '增加多少；不增加的不填。',
        '增加多少；不增加的不填。',
        'By how much it rises; blank when not.',
      ),
    },
  ),
  decrease: column(
    { ...money, minimum: 0, optionalColumn: true },
    {
      label: words('调减数', '調減數', 'Decrease'),
      synonyms: ['调减', '核减', '减少', '调减金额', '核减数', '调减额', '减少数', '压减数'],
      description: words(
        '减少多少，写正数；不减少的不填。',
        '減少多少，寫正數；不減少的不填。',
        'By how much it falls, as a positive number.',
      ),
    },
  ),
  change: column(money, {
    label: words('预算调整数', '預算調整數', 'Adjustment'),
    synonyms: [
      '调整数',
      '调整金额',
      '调整额',
      '增减数',
      '追加(减)数',
      '调增(+)调减(-)',
      '增减调整数',
      '本次调整数',
      '调增调减数',
    ],
    description: words('调增为正，调减为负。', '調增為正，調減為負。', 'Positive when raised, negative when lowered.'),
  }),
  adjusted: column(
    {
      ...money,
      merge: 'derived',
      compute: adjustedOf,
      formula: 'IF(AND({approved}="",{change}=""),"",N({approved})+N({change}))',
    },
    {
      label: words('调整后预算数', '調整後預算數', 'Budget after adjustment'),
      synonyms: ['调整后', '调整预算', '变更后预算', '现预算数', '调整后预算', '调整后金额', '调整后数'],
      description: words(
        '年初核定预算数加预算调整数。',
        '年初核定預算數加預算調整數。',
        'Approved budget plus adjustment.',
      ),
    },
  ),
  rate: column(
    {
      type: 'percent',
      merge: 'derived',
      fieldClass: 'money',
      width: 10,
      compute: changeRateOf,
      formula: 'IF(OR({approved}="",{approved}=0,{change}=""),"",ROUND({change}/ABS({approved}),4))',
    },
    {
      label: words('与年初预算对比%', '與年初預算對比%', 'Change %'),
      synonyms: ['与年初预算对比', '调整比例', '调整幅度', '调整率', '增减%', '对比%', '比年初%'],
      description: words(
        '调整数占年初核定预算数的比例。',
        '調整數佔年初核定預算數的比例。',
        'Adjustment as a share of the approved budget.',
      ),
    },
  ),
  spent: column(
    { ...money, optionalColumn: true },
    {
      label: words('已发生金额', '已發生金額', 'Spent so far'),
      synonyms: ['已发生', '已执行数', '累计支出', '已支出', '执行数', '已用额度', '已发生数'],
      description: words(
        '编方案时这一行已经发生多少。',
        '編方案時這一行已經發生多少。',
        'Spent on this line when the adjustment was drafted.',
      ),
    },
  ),
  reason: column(
    { type: 'text', fieldClass: 'public', maxLength: 500, width: 30 },
    {
      label: words('调整原因', '調整原因', 'Reason'),
      synonyms: ['说明', '调整说明', '调整理由', '原因说明', '原因', '备注', '编制说明', '调整依据'],
      description: words(
        '为什么要调整，依据什么。',
        '為什麼要調整，依據什麼。',
        'Why it is adjusted, and on what grounds.',
      ),
    },
  ),
  ...accountPlaces,
} as const satisfies Readonly<Record<string, ColumnDefinition>>
