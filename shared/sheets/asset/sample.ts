// A sound asset, from which examples are made.
import type { Values } from '../../kernel/value.ts'

export const sampleAsset: Values = {
  assetNo: 'GD-2024-001',
  name: '笔记本电脑',
  class: '通用设备',
  quantity: 1,
  unitName: '台',
  price: 720_000,
  cost: 720_000,
  bought: '2024-01-10',
  origin: '购入',
  moneySource: '工会资金',
  ownership: '工会资产',
  years: 6,
  accumulated: 260_000,
  department: '办公室',
  keeper: '保管人甲',
  location: '301室',
  condition: '在用',
  counted: '2025-12-20',
  countResult: '相符',
}
