// What assets are, where they came from and where they stand (domain.md §1.6, §4.2 M).
import type { Choice } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'

export const classes: readonly Choice[] = [
  {
    value: '房屋及构筑物',
    label: words('房屋及构筑物', '房屋及構築物', 'Buildings'),
    synonyms: ['房屋', '房屋建筑物', '构筑物', '土地、房屋及构筑物', '房屋和构筑物'],
  },
  { value: '专用设备', label: words('专用设备', '專用設備', 'Special equipment'), synonyms: ['专用'] },
  {
    value: '通用设备',
    label: words('通用设备', '通用設備', 'General equipment'),
    synonyms: ['通用', '办公设备', '电子设备', '设备', '交通运输设备', '车辆'],
  },
  {
    value: '文物和陈列品',
    label: words('文物和陈列品', '文物和陳列品', 'Relics and exhibits'),
    synonyms: ['文物', '陈列品', '文物及陈列品'],
  },
  {
    value: '图书档案',
    label: words('图书档案', '圖書檔案', 'Books and archives'),
    synonyms: ['图书', '档案', '图书、档案'],
  },
  {
    value: '家具用具装具及动植物',
    label: words('家具用具装具及动植物', '傢俱用具裝具及動植物', 'Furniture, tools, animals and plants'),
    synonyms: ['家具', '用具', '家具用具', '办公家具', '家具、用具、装具及动植物', '装具'],
  },
]

export const origins: readonly Choice[] = [
  { value: '购入', label: words('购入', '購入', 'Bought'), synonyms: ['购置', '新购', '外购', '采购'] },
  { value: '调入', label: words('调入', '調入', 'Transferred in'), synonyms: ['无偿调入', '划拨', '划转'] },
  { value: '捐赠', label: words('捐赠', '捐贈', 'Donated'), synonyms: ['接受捐赠', '受赠'] },
  { value: '自建', label: words('自建', '自建', 'Built'), synonyms: ['自行建造', '自制'] },
  { value: '盘盈', label: words('盘盈', '盤盈', 'Found at stock-taking'), synonyms: [] },
]

export const moneySources: readonly Choice[] = [
  {
    value: '工会资金',
    label: words('工会资金', '工會資金', 'Union funds'),
    synonyms: ['工会经费', '自有资金', '经费'],
  },
  { value: '财政拨款', label: words('财政拨款', '財政撥款', 'Treasury'), synonyms: ['财政资金', '财政'] },
  { value: '混合', label: words('混合', '混合', 'Both'), synonyms: ['混合资金', '财政和工会'] },
]

export const ownerships: readonly Choice[] = [
  { value: '工会资产', label: words('工会资产', '工會資產', 'The union’s'), synonyms: ['工会', '工会所有'] },
  { value: '国有资产', label: words('国有资产', '國有資產', 'The state’s'), synonyms: ['国有', '国家所有'] },
]

export const conditions: readonly Choice[] = [
  { value: '在用', label: words('在用', '在用', 'In use'), synonyms: ['使用中', '正常使用', '使用', '正常'] },
  { value: '闲置', label: words('闲置', '閒置', 'Idle'), synonyms: ['未使用', '停用', '库存'] },
  { value: '维修', label: words('维修', '維修', 'Being repaired'), synonyms: ['维修中', '待修', '故障'] },
  { value: '待报废', label: words('待报废', '待報廢', 'To be scrapped'), synonyms: ['拟报废', '损坏'] },
  {
    value: '已处置',
    label: words('已处置', '已處置', 'Disposed of'),
    synonyms: ['已报废', '报废', '已调出', '已出售', '已捐出', '核销'],
  },
]

export const counts: readonly Choice[] = [
  { value: '相符', label: words('相符', '相符', 'As booked'), synonyms: ['账实相符', '一致', '无误', '正常'] },
  { value: '盘盈', label: words('盘盈', '盤盈', 'More than booked'), synonyms: ['盈'] },
  { value: '盘亏', label: words('盘亏', '盤虧', 'Less than booked'), synonyms: ['亏', '缺失', '丢失'] },
]

/** Straight-line years must not be shorter (KJ21 附录2); by class, the least that any of its kinds allows. */
export const leastYears: Readonly<Record<string, number>> = {
  房屋及构筑物: 8,
  专用设备: 5,
  通用设备: 5,
  家具用具装具及动植物: 5,
}

/** Kinds named in the text whose least years are their own; looked for in the name. */
export const leastYearsByName: readonly (readonly [RegExp, string, number])[] = [
  [/电脑|计算机|笔记本|服务器|打印机|复印机|一体机|投影|办公设备/, '计算机、办公设备', 6],
  [/汽车|轿车|客车|货车|车辆/, '车辆', 8],
  [/钢(?:筋混凝土|结构).*(?:房|楼)|(?:办公|业务)(?:用房|楼)/, '业务及管理用房（钢结构、钢筋混凝土结构）', 50],
  [/砖[混木]/, '业务及管理用房（砖混、砖木结构）', 30],
  [/书柜|文件柜|沙发|办公桌|办公椅|会议桌|家具/, '家具', 15],
]

/** Classes that are not depreciated (KJ21 第35条 所列). */
export const undepreciated: readonly string[] = ['文物和陈列品', '图书档案']
