// The columns of the ledger of fixed assets (domain.md §1.6, §4.2 M).
import type { ColumnDefinition } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'
import { column, withoutSynonyms } from '../columns/column.ts'
import { department, remark, seq } from '../columns/people.ts'
import { classes, conditions, counts, moneySources, origins, ownerships } from './choices.ts'
import { monthlyOf, netValueOf } from './depreciation.ts'

const money = { type: 'money', merge: 'money', fieldClass: 'money', width: 14 } as const

const identity = {
  assetNo: column(
    { type: 'code', required: true, merge: 'key', fieldClass: 'public', maxLength: 40, width: 16 },
    {
      label: words('资产编号', '資產編號', 'Asset number'),
      synonyms: ['编号', '资产编码', '固定资产编号', '资产号', '卡片编号', '资产卡片号', '固定资产编码'],
      description: words('一物一号，不重复。', '一物一號，不重複。', 'One number for each asset, used once.'),
    },
  ),
  name: column(
    { type: 'text', required: true, fieldClass: 'public', maxLength: 100, width: 20 },
    {
      label: words('资产名称', '資產名稱', 'Asset'),
      synonyms: ['名称', '固定资产名称', '物品名称', '设备名称', '品名'],
      description: words('资产的名称。', '資產的名稱。', 'What it is.'),
    },
  ),
  class: column(
    { type: 'choice', choices: classes, fieldClass: 'public', width: 16 },
    {
      label: words('资产类别', '資產類別', 'Class'),
      synonyms: ['类别', '资产分类', '固定资产类别', '分类', '资产类型'],
      description: words(
        '工会会计制度规定的六类之一。',
        '工會會計制度規定的六類之一。',
        'One of the six classes of the accounting rules.',
      ),
    },
  ),
  classCode: column(
    { type: 'code', fieldClass: 'public', maxLength: 20, optionalColumn: true },
    {
      label: words('分类代码', '分類代碼', 'Class code'),
      synonyms: ['国标代码', '资产分类代码', '分类编码', 'GB代码'],
      description: words(
        '《固定资产等资产基础分类与代码》（GB/T 14885）的代码。',
        '《固定資產等資產基礎分類與代碼》（GB/T 14885）的代碼。',
        'Code of GB/T 14885.',
      ),
    },
  ),
  model: column(
    { type: 'text', maxLength: 100, width: 16 },
    {
      label: words('规格型号', '規格型號', 'Model'),
      synonyms: ['规格', '型号', '规格及型号', '型号规格', '规格/型号'],
      description: words('规格和型号。', '規格和型號。', 'Specification and model.'),
    },
  ),
  brand: column(
    { type: 'text', maxLength: 60, optionalColumn: true },
    {
      label: words('品牌', '品牌', 'Brand'),
      synonyms: ['厂家', '生产厂家', '制造商', '厂牌'],
      description: words('品牌或生产厂家。', '品牌或生產廠家。', 'Brand or maker.'),
    },
  ),
} as const satisfies Readonly<Record<string, ColumnDefinition>>

const value = {
  quantity: column(
    { type: 'integer', required: false, minimum: 0, width: 8 },
    {
      label: words('数量', '數量', 'Quantity'),
      synonyms: ['件数', '台数', '实有数量', '账面数量'],
      description: words('件数。', '件數。', 'Number of pieces.'),
    },
  ),
  unitName: column(
    { type: 'text', maxLength: 10, width: 8 },
    {
      label: words('计量单位', '計量單位', 'Unit'),
      synonyms: ['单位'],
      description: words('台、套、间等。', '台、套、間等。', 'Piece, set, room and the like.'),
    },
  ),
  price: column(money, {
    label: words('单价', '單價', 'Unit price'),
    synonyms: ['单价(元)', '购置单价'],
    description: words('每件的价格。', '每件的價格。', 'Price of one.'),
  }),
  cost: column(money, {
    label: words('原值', '原值', 'Cost'),
    synonyms: ['原值(元)', '资产原值', '账面原值', '金额', '价值', '购置金额', '原价', '入账价值', '总价'],
    description: words(
      '入账的价值：单价乘数量及相关税费。',
      '入帳的價值：單價乘數量及相關稅費。',
      'Booked value: price times quantity, with taxes and charges.',
    ),
  }),
  bought: column(
    { type: 'date' },
    {
      label: words('购置日期', '購置日期', 'Bought'),
      synonyms: ['取得日期', '购买日期', '购入日期', '购置时间', '取得时间', '购建日期', '购买时间', '启用日期'],
      description: words('取得的日期。', '取得的日期。', 'Day it was acquired.'),
    },
  ),
  booked: column(
    { type: 'date', optionalColumn: true },
    {
      label: words('入账日期', '入帳日期', 'Booked'),
      synonyms: ['入账时间', '记账日期', '入库日期'],
      description: words(
        '记入账簿的日期；没有时按购置日期算折旧。',
        '記入帳簿的日期；沒有時按購置日期算折舊。',
        'Day it was booked; without it depreciation counts from the purchase.',
      ),
    },
  ),
  origin: column(
    { type: 'choice', choices: origins, width: 10 },
    {
      label: words('取得方式', '取得方式', 'Acquired by'),
      synonyms: ['来源', '资产来源', '增加方式', '取得来源'],
      description: words(
        '购入、调入、捐赠、自建或盘盈。',
        '購入、調入、捐贈、自建或盤盈。',
        'Bought, transferred, donated, built or found.',
      ),
    },
  ),
  moneySource: column(
    { type: 'choice', choices: moneySources, width: 10 },
    {
      label: words('资金来源', '資金來源', 'Paid from'),
      synonyms: ['经费来源', '资金渠道', '购置资金来源'],
      description: words('工会资金、财政拨款或混合。', '工會資金、財政撥款或混合。', 'Union funds, treasury or both.'),
    },
  ),
  ownership: column(
    { type: 'choice', choices: ownerships, width: 10 },
    {
      label: words('产权', '產權', 'Owner'),
      synonyms: ['产权归属', '权属', '产权性质', '资产性质', '所有权'],
      description: words('工会资产或国有资产。', '工會資產或國有資產。', 'The union’s or the state’s.'),
    },
  ),
} as const satisfies Readonly<Record<string, ColumnDefinition>>

const depreciation = {
  years: column(
    { type: 'integer', minimum: 0, maximum: 100, width: 8 },
    {
      label: words('使用年限', '使用年限', 'Useful years'),
      synonyms: ['使用年限(年)', '折旧年限', '预计使用年限', '年限', '使用寿命'],
      description: words(
        '折旧年限，不低于规定的最低年限；不折旧的不填。',
        '折舊年限，不低於規定的最低年限；不折舊的不填。',
        'Years of depreciation, not below the prescribed; blank when not depreciated.',
      ),
    },
  ),
  monthly: column(
    { ...money, merge: 'derived', compute: monthlyOf },
    {
      label: words('月折旧额', '月折舊額', 'Monthly depreciation'),
      synonyms: ['月折旧', '月折旧(元)', '每月折旧', '本月折旧'],
      description: words(
        '原值除以使用年限的月数，不留残值。',
        '原值除以使用年限的月數，不留殘值。',
        'Cost over the months of its life; no residual value.',
      ),
    },
  ),
  accumulated: column(
    { ...money, minimum: 0 },
    {
      label: words('累计折旧', '累計折舊', 'Accumulated depreciation'),
      synonyms: ['累计折旧(元)', '已提折旧', '累计已提折旧'],
      description: words(
        '账上的累计折旧；核对时按取得月份推算。',
        '帳上的累計折舊；核對時按取得月份推算。',
        'As booked; checked against the months since it was acquired.',
      ),
    },
  ),
  netValue: column(
    { ...money, merge: 'derived', compute: netValueOf, formula: 'IF({cost}="","",{cost}-N({accumulated}))' },
    {
      label: words('净值', '淨值', 'Net value'),
      synonyms: ['净值(元)', '账面净值', '资产净值', '现值'],
      description: words('原值减累计折旧。', '原值減累計折舊。', 'Cost less accumulated depreciation.'),
    },
  ),
} as const satisfies Readonly<Record<string, ColumnDefinition>>

const place = {
  department: { ...withoutSynonyms(department, ['单位']), label: words('使用部门', '使用部門', 'Used by') },
  keeper: column(
    { type: 'text', fieldClass: 'personal', maxLength: 40, width: 10 },
    {
      label: words('保管人', '保管人', 'Keeper'),
      synonyms: ['使用人', '使用人/保管人', '责任人', '管理人', '领用人'],
      description: words('使用或保管的人。', '使用或保管的人。', 'Who uses or keeps it.'),
    },
  ),
  location: column(
    { type: 'text', maxLength: 100, width: 16 },
    {
      label: words('存放地点', '存放地點', 'Place'),
      synonyms: ['存放位置', '地点', '位置', '放置地点', '坐落位置'],
      description: words('放在哪里。', '放在哪裡。', 'Where it is.'),
    },
  ),
  condition: column(
    { type: 'choice', choices: conditions, width: 10 },
    {
      label: words('使用状态', '使用狀態', 'Condition'),
      synonyms: ['状态', '使用状况', '资产状态', '使用情况', '资产状况'],
      description: words(
        '在用、闲置、维修、待报废或已处置。',
        '在用、閒置、維修、待報廢或已處置。',
        'In use, idle, in repair, to be scrapped or disposed of.',
      ),
    },
  ),
  counted: column(
    { type: 'date', optionalColumn: true },
    {
      label: words('盘点日期', '盤點日期', 'Counted'),
      synonyms: ['盘点时间', '清查日期', '清查时间'],
      description: words('最近一次盘点的日期。', '最近一次盤點的日期。', 'Last stock-taking.'),
    },
  ),
  countResult: column(
    { type: 'choice', choices: counts, optionalColumn: true, width: 10 },
    {
      label: words('盘点结果', '盤點結果', 'Count'),
      synonyms: ['清查结果', '盘点情况', '账实情况'],
      description: words('相符、盘盈或盘亏。', '相符、盤盈或盤虧。', 'As booked, more or less.'),
    },
  ),
} as const satisfies Readonly<Record<string, ColumnDefinition>>

const disposal = {
  disposal: column(
    { type: 'text', maxLength: 60, optionalColumn: true },
    {
      label: words('处置方式', '處置方式', 'Disposal'),
      synonyms: ['处置', '减少方式', '处置情况'],
      description: words(
        '报废、出售、调出、捐赠等。',
        '報廢、出售、調出、捐贈等。',
        'Scrapped, sold, transferred, donated.',
      ),
    },
  ),
  disposed: column(
    { type: 'date', optionalColumn: true },
    {
      label: words('处置日期', '處置日期', 'Disposed of'),
      synonyms: ['报废日期', '处置时间', '减少日期', '核销日期'],
      description: words('处置的日期。', '處置的日期。', 'Day of the disposal.'),
    },
  ),
  disposalNo: column(
    { type: 'text', maxLength: 60, optionalColumn: true },
    {
      label: words('批准文号', '批准文號', 'Approval'),
      synonyms: ['处置批准文号', '批复文号', '处置文号'],
      description: words('批准处置的文号。', '批准處置的文號。', 'Document that approved the disposal.'),
    },
  ),
  disposalIncome: column(
    { ...money, optionalColumn: true },
    {
      label: words('处置收入', '處置收入', 'Proceeds'),
      synonyms: ['残值收入', '处置净收入', '变价收入'],
      description: words('处置得到的钱。', '處置得到的錢。', 'What it brought.'),
    },
  ),
  remark: { ...remark, optionalColumn: true },
} as const satisfies Readonly<Record<string, ColumnDefinition>>

export const columns = { seq, ...identity, ...value, ...depreciation, ...place, ...disposal }
