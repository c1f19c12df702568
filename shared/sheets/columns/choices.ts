// The words that fields of several kinds choose from, with older spellings (domain.md §1.3, §4.2).
import type { Choice } from '../../definition/column.ts'
import { words } from '../../kernel/words.ts'

const choice = (value: string, [hant, en]: readonly [string, string], synonyms: readonly string[] = []): Choice => ({
  value,
  label: words(value, hant, en),
  synonyms,
})

export const sexes: readonly Choice[] = [
  choice('男', ['男', 'Male'], ['男性', 'M']),
  choice('女', ['女', 'Female'], ['女性', 'F']),
]

/** What limits are set for; the words of the policy packs. */
export const purposes: readonly Choice[] = [
  choice('节日慰问', ['節日慰問', 'Festival'], ['节日', '节日福利', '节日慰问品', '逢年过节慰问', '传统节日慰问']),
  choice('生日慰问', ['生日慰問', 'Birthday'], ['生日', '会员生日', '生日蛋糕']),
  choice('结婚慰问', ['結婚慰問', 'Wedding'], ['结婚', '会员结婚', '新婚慰问']),
  choice('生育慰问', ['生育慰問', 'Birth of a child'], ['生育', '会员生育']),
  choice('住院慰问', ['住院慰問', 'In hospital'], ['住院', '生病住院', '生病住院慰问', '会员住院']),
  choice('丧葬慰问(会员)', ['喪葬慰問(會員)', 'Death of a member'], ['会员去世', '会员去世慰问', '会员丧葬']),
  choice(
    '丧葬慰问(直系亲属)',
    ['喪葬慰問(直系親屬)', 'Death of a close relative'],
    ['直系亲属去世', '直系亲属去世慰问', '亲属去世', '直系亲属丧葬'],
  ),
  choice('退休离岗慰问', ['退休離崗慰問', 'Retirement'], ['退休', '退休离岗', '退休慰问', '离岗慰问', '会员退休']),
  choice('入会慰问', ['入會慰問', 'Joining the union'], ['入会', '新会员入会']),
  choice('观影观演', ['觀影觀演', 'Films and shows'], ['观影', '文艺演出', '观看电影', '看电影', '观看演出']),
  choice('春秋游', ['春秋遊', 'Outings'], ['春游', '秋游', '春秋游活动', '春游秋游', '踏青']),
  choice('公园年票', ['公園年票', 'Park tickets'], ['年票', '旅游年票']),
  choice('文体活动', ['文體活動', 'Culture and sport'], ['文体', '体育活动', '文艺活动', '运动会', '体育比赛']),
  choice('技能竞赛', ['技能競賽', 'Skill contests'], ['劳动竞赛', '劳动和技能竞赛', '技术比武', '岗位练兵']),
  choice('职工教育', ['職工教育', 'Education'], ['职工培训', '素质提升', '教育培训']),
  choice('疗休养', ['療休養', 'Recuperation'], ['劳模疗休养', '职工疗休养']),
  choice(
    '送温暖',
    ['送溫暖', 'Sending warmth'],
    ['送温暖慰问', '冬送温暖', '夏送清凉', '送清凉', '春送岗位', '金秋助学', '走访慰问'],
  ),
  choice(
    '困难帮扶',
    ['困難幫扶', 'Help in hardship'],
    ['困难职工帮扶', '困难慰问', '困难补助', '生活救助', '困难救助'],
  ),
  choice('其他', ['其他', 'Other'], ['其它']),
]

/** Festivals for which union money may buy goods (E-06), and the wider word for those that an autonomous region approves. */
export const festivals: readonly Choice[] = [
  choice('元旦', ['元旦', 'New Year'], ['新年', '元旦节']),
  choice('春节', ['春節', 'Spring Festival'], ['过年', '农历新年', '除夕']),
  choice('清明', ['清明', 'Qingming'], ['清明节']),
  choice('劳动节', ['勞動節', 'Labour Day'], ['五一', '五一节', '五一劳动节', '五·一']),
  choice('端午', ['端午', 'Dragon Boat Festival'], ['端午节']),
  choice('中秋', ['中秋', 'Mid-Autumn Festival'], ['中秋节']),
  choice('国庆', ['國慶', 'National Day'], ['国庆节', '十一', '十·一']),
  choice('民族节日', ['民族節日', 'Festival of a nationality'], ['少数民族节日', '古尔邦节', '肉孜节']),
]

export const fundSources: readonly Choice[] = [
  choice('会费', ['會費', 'Dues'], ['会费收入', '工会会费']),
  choice(
    '拨缴经费留成',
    ['撥繳經費留成', 'Retained union funds'],
    ['拨缴经费', '工会经费', '留成经费', '拨缴经费收入', '经费留成', '本级工会经费', '工会拨缴经费'],
  ),
  choice('行政补助', ['行政補助', 'Employer’s subsidy'], ['行政补助收入', '行政拨款', '行政经费', '行政资金']),
  choice(
    '上级补助',
    ['上級補助', 'Superior union’s subsidy'],
    ['上级补助收入', '上级工会补助', '上级拨款', '专项补助'],
  ),
  choice('财政拨款', ['財政撥款', 'Treasury'], ['财政资金', '政府补助', '政府补助收入']),
  choice('代管经费', ['代管經費', 'Held for others'], ['代管资金', '互助金', '福利基金']),
]

const nationNames =
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'

/** The 56 nationalities (GB/T 3304). */
export const nations: readonly Choice[] = nationNames.split(' ').map((name) => ({
  value: `${name}族`,
  label: words(`${name}族`, `${name}族`, `${name}族`),
  synonyms: [name],
}))
