// How the asset ledger looks on paper (domain.md §4.2 M).
import type { Layout } from '../../definition/layout.ts'
import { words } from '../../kernel/words.ts'

const identity = ['assetNo', 'name', 'class', 'model']
const value = ['quantity', 'unitName', 'price', 'cost', 'bought', 'origin', 'moneySource', 'ownership']
const depreciation = ['years', 'monthly', 'accumulated', 'netValue']
const place = ['department', 'keeper', 'location', 'condition']

export const layout: Layout = {
  title: words('{unit}{year}年度固定资产台账', '{unit}{year}年度固定資產台帳', '{unit} Fixed assets {year}'),
  titleSynonyms: [
    '固定资产台账',
    '固定资产登记表',
    '固定资产明细表',
    '固定资产清查表',
    '固定资产登记簿',
    '固定资产卡片',
    '资产台账',
    '资产登记表',
    '固定资产盘点表',
    '固定资产一览表',
    '固定资产明细账',
  ],
  columns: [...identity, ...value, ...depreciation, ...place],
  groups: [
    { label: words('资产', '資產', 'Asset'), columns: identity },
    { label: words('价值', '價值', 'Value'), columns: value },
    { label: words('折旧', '折舊', 'Depreciation'), columns: depreciation },
    { label: words('使用', '使用', 'Use'), columns: place },
  ],
  sections: [],
  leadAmount: 'cost',
  totals: [
    {
      key: 'total',
      label: words('合计', '合計', 'Total'),
      synonyms: ['总计', '资产合计', '共计'],
      terms: [{ where: [], times: 1 }],
      columns: ['cost', 'accumulated', 'netValue'],
    },
  ],
  signatures: [
    words('资产管理人：', '資產管理人：', 'Asset keeper:'),
    words('财务负责人：', '財務負責人：', 'Head of finance:'),
    words('工会主席：', '工會主席：', 'Chair:'),
  ],
  orientation: 'landscape',
  unitLine: true,
  spareRows: 15,
  freezeColumns: 2,
}
