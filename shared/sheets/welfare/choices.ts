// What benefits are given for, in what, and how they are bought (domain.md §4.2 D).
import type { Choice } from '../../definition/column.ts'
import type { Means } from '../../definition/limit.ts'
import type { PurposeTag } from '../../definition/purpose.ts'
import { words } from '../../kernel/words.ts'
import { festivals } from '../columns/choices.ts'

/** Festivals that are none for union money: days of a part of the people, or without a day off (E-06). */
export const otherFestival = '其他节日'

interface Occasion {
  readonly choice: Choice
  readonly purpose: PurposeTag
}

const occasion = (
  value: string,
  purpose: PurposeTag,
  [hant, en, synonyms]: readonly [string, string, readonly string[]],
): Occasion => ({ choice: { value, label: words(value, hant, en), synonyms }, purpose })

const list: readonly Occasion[] = [
  ...festivals.map((choice): Occasion => ({ choice, purpose: '节日慰问' })),
  occasion(otherFestival, '节日慰问', [
    '其他節日',
    'Another festival',
    [
      '妇女节',
      '三八妇女节',
      '三八节',
      '青年节',
      '五四青年节',
      '儿童节',
      '六一儿童节',
      '建军节',
      '八一建军节',
      '教师节',
      '护士节',
      '记者节',
    ],
  ]),
  occasion('生日', '生日慰问', ['生日', 'Birthday', ['会员生日', '生日慰问', '生日蛋糕']]),
  occasion('结婚', '结婚慰问', ['結婚', 'Wedding', ['会员结婚', '结婚慰问', '新婚']]),
  occasion('生育', '生育慰问', ['生育', 'Birth of a child', ['会员生育', '生育慰问', '生子女']]),
  occasion('住院', '住院慰问', ['住院', 'In hospital', ['会员住院', '住院慰问', '生病住院', '生病', '探病']]),
  occasion('会员去世', '丧葬慰问(会员)', ['會員去世', 'Death of a member', ['会员丧葬', '丧葬慰问(会员)', '职工去世']]),
  occasion('直系亲属去世', '丧葬慰问(直系亲属)', [
    '直系親屬去世',
    'Death of a close relative',
    ['丧葬', '丧葬慰问', '丧葬慰问(直系亲属)', '亲属去世', '直系亲属丧葬', '吊唁'],
  ]),
  occasion('退休', '退休离岗慰问', [
    '退休',
    'Retirement',
    ['退休离岗', '离岗', '会员退休', '退休慰问', '退休离岗慰问'],
  ]),
  occasion('入会', '入会慰问', ['入會', 'Joining the union', ['新会员入会', '入会慰问']]),
  occasion('观影观演', '观影观演', ['觀影觀演', 'Films and shows', ['观影', '看电影', '观看演出', '文艺演出']]),
  occasion('春秋游', '春秋游', ['春秋遊', 'Outing', ['春游', '秋游', '踏青']]),
  occasion('公园年票', '公园年票', ['公園年票', 'Park tickets', ['年票', '旅游年票']]),
  occasion('文体活动', '文体活动', ['文體活動', 'Culture and sport', ['文体', '体育比赛', '运动会', '文艺活动']]),
  occasion('技能竞赛', '技能竞赛', ['技能競賽', 'Skill contest', ['劳动竞赛', '技术比武', '岗位练兵']]),
  occasion('疗休养', '疗休养', ['療休養', 'Recuperation', ['职工疗休养', '劳模疗休养']]),
  occasion('送温暖', '送温暖', [
    '送溫暖',
    'Sending warmth',
    ['冬送温暖', '夏送清凉', '送清凉', '金秋助学', '春送岗位', '走访慰问'],
  ]),
  occasion('困难帮扶', '困难帮扶', [
    '困難幫扶',
    'Help in hardship',
    ['困难补助', '困难慰问', '困难职工帮扶', '困难救助'],
  ]),
  occasion('其他', '其他', ['其他', 'Other', ['其它']]),
]

export const occasions: readonly Choice[] = list.map(({ choice }) => choice)

const purposes = new Map(list.map(({ choice, purpose }) => [choice.value, purpose]))

/** Which limits an occasion falls under. */
export function purposeOfOccasion(value: string): PurposeTag | undefined {
  return purposes.get(value)
}

const mean = (value: Means, [hant, en, synonyms]: readonly [string, string, readonly string[]]): Choice => ({
  value,
  label: words(value, hant, en),
  synonyms,
})

export const meansChoices: readonly Choice[] = [
  mean('实物', ['實物', 'Goods', ['物品', '慰问品', '纪念品', '实物发放']]),
  mean('提货券', ['提貨券', 'Voucher for goods', ['提货卡', '提货单', '兑换券']]),
  mean('蛋糕券', ['蛋糕券', 'Cake voucher', ['蛋糕卡', '生日券', '指定蛋糕店蛋糕券']]),
  mean('慰问金(转账)', [
    '慰問金(轉帳)',
    'Money by transfer',
    ['转账', '慰问金', '银行转账', '打卡', '银行卡发放', '汇款'],
  ]),
  mean('现金', ['現金', 'Cash', ['现金发放', '发现金']]),
  mean('购物卡', ['購物卡', 'Shopping card', ['购物券', '代金券', '储值卡', '预付卡', '消费券']]),
]

export const procurements: readonly Choice[] = [
  { value: '询价', label: words('询价', '詢價', 'Quotations'), synonyms: ['询价采购', '三方询价'] },
  { value: '比选', label: words('比选', '比選', 'Comparison'), synonyms: ['比价', '竞争性比选', '比选采购'] },
  { value: '招标', label: words('招标', '招標', 'Tender'), synonyms: ['公开招标', '邀请招标', '招投标'] },
  { value: '定点', label: words('定点', '定點', 'Appointed shop'), synonyms: ['定点采购', '协议供货'] },
  {
    value: '832平台',
    label: words('832平台', '832平台', '832 platform'),
    synonyms: ['脱贫地区农副产品网络销售平台', '扶贫832', '832', '脱贫地区采购', '消费帮扶'],
  },
  { value: '其他', label: words('其他', '其他', 'Other'), synonyms: ['其它', '自行采购'] },
]
