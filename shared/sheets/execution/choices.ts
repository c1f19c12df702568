// How money is paid and goods are bought (domain.md §4.2 D, §2.3).
import type { Choice } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'

export const settlements: readonly Choice[] = [
  {
    value: '转账',
    label: words('转账', '轉帳', 'Transfer'),
    synonyms: ['银行转账', '网银', '电汇', '对公转账', '汇款'],
  },
  { value: '公务卡', label: words('公务卡', '公務卡', 'Official card'), synonyms: ['公务卡支付', '刷卡'] },
  { value: '支票', label: words('支票', '支票', 'Cheque'), synonyms: ['转账支票', '现金支票'] },
  { value: '现金', label: words('现金', '現金', 'Cash'), synonyms: ['现款', '现金支付'] },
]

export const purchases: readonly Choice[] = [
  { value: '询价', label: words('询价', '詢價', 'Quotations'), synonyms: ['询价采购'] },
  { value: '比选', label: words('比选', '比選', 'Comparison'), synonyms: ['比价', '比选采购', '竞争性比选'] },
  { value: '招标', label: words('招标', '招標', 'Tender'), synonyms: ['公开招标', '邀请招标', '招标采购'] },
  { value: '定点', label: words('定点', '定點', 'Appointed supplier'), synonyms: ['定点采购', '协议供货'] },
  {
    value: '832平台',
    label: words('832平台', '832平台', '832 platform'),
    synonyms: ['832', '扶贫832平台', '脱贫地区农副产品网络销售平台'],
  },
  { value: '零星采购', label: words('零星采购', '零星採購', 'Small purchase'), synonyms: ['零星', '自行采购'] },
]
