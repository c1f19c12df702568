// The words by which headers, totals, notes and signatures are known in office sheets of any kind. Folded: NFKC, 简体, no spaces.
import { foldText } from '../../kernel/text.ts'

/** Longest label that is looked into. */
const longest = 60

/** Folded text of a label, cut to what a label can be; '' for what is too long to be one. */
export function foldLabel(text: string): string {
  return text.length > 400 ? '' : foldText(text)
}

const headerEnds =
  /(?:序号|编号|编码|代码|号码|号|码|名称|姓名|户名|名|日期|时间|年月|金额|余额|额|数量|数额|数|单位|部门|单价|价格|价|费|税|率|比例|占比|备注|说明|附言|摘要|类型|类别|种类|分类|状态|方式|渠道|地址|电话|情况|内容|项目|科目|级别|等级|次数|人数|人次|性别|年龄|职务|对方|币种|货币|签名|签字|规格|型号|品牌|来源|原因|结果|意见|措施|时限|事项|任务|要求|负责人|责任人|联系人|经办人|会计|合计|小计|总计|累计|增减|标准|依据|用途|收入|支出|借方|贷方|借贷|方向|品名|商品|场所|地点|年度|月份|年|月|日|位置|排序|列|图|宽|高|深|厚|重量|尺寸|版本号|分数|成绩|学号|班级)(?:[*★☆]|\([^)]*\)|:)*$/
const headerLatin =
  /(?:^|[_\-./(])(?:no|id|sn|name|date|time|amount|amt|code|number|num|type|status|state|description|desc|price|qty|quantity|unit|units|total|balance|remarks?|notes?|currency|category|address|email|phone|title|year|month|day|sex|gender|age|city|country|region|dept|department|cost|value|count|rate|percent|index|key|level|group|product|customer|order|item|sku|url|comment|baseline|target|function|minimum|maximum|median|location|size|color|weight|volume|department|position|arrvd|cargo|vessel)s?(?:$|[_\-./)(:*#])|(?:name|date|time|amount|code|number|type|price|status|currency)$/

/** A word that headers use; rows of data may use one too, so that one hit alone proves nothing. */
export function isHeaderWord(folded: string): boolean {
  return folded !== '' && folded.length <= 24 && (headerEnds.test(folded) || headerLatin.test(folded))
}

export function isSerialHeader(folded: string): boolean {
  return /^(?:序号?|编号|项次|行次|次序|顺序号|no\.?|№|#|item|index|id|s\/n|sn)$/.test(folded)
}

/** 序号 and nothing else; an 编号 or id may be a name. */
export function isPlainSerialHeader(folded: string): boolean {
  return /^(?:序号?|项次|行次|次序|顺序号|no\.?|№|#|s\/n|sn)?$/.test(folded)
}

/** Remarks stand beside a group, they are no key of it. */
export function isRemarkHeader(folded: string): boolean {
  return /^(?:备注|备考|附注|说明|注|摘要|附言|remarks?|notes?|comments?|備考)$/.test(folded)
}

export function isUnitHeader(folded: string): boolean {
  return /^(?:计量|数量|金额)?单位$|^units?$|^计价单位$/.test(folded)
}

export function isCurrencyHeader(folded: string): boolean {
  return /^(?:交易|入账|记账|结算)?(?:币种|币别|货币)$|(?:^|[^a-z])currency$/.test(folded)
}

/** What is left after each entry: in a ledger of days nothing to add up. */
export function isBalanceHeader(folded: string): boolean {
  return /^.{0,6}(?:余额|结存)(?:\([^)]*\))?$|^balance$/.test(folded)
}

/** Names of things, not measures: 编号, 账号, 电话, 代码 … */
export function isIdentifierHeader(folded: string): boolean {
  return (
    /(?:编号|编码|代码|号码|账号|帐号|卡号|单号|证号|号|电话|手机|邮编|学号|工号|税号|条码|四位|hash|哈希|地址|地点|位置|房间|门牌)(?:\([^)]*\)|\*)*$/.test(
      folded,
    ) ||
    /(?:^|[^a-z])(?:id|code|sku|phone|tel|no)(?:$|[^a-z])|(?:code|number|no\.?)$|#$/.test(folded) ||
    /(?:user|member|customer|client|order|item|product|goods|parent|group|dept|store|shop|cat|level|topic|question|record|row)id$/.test(
      folded,
    )
  )
}

export function isDateHeader(folded: string): boolean {
  return /(?:日期|时间|时限|年月|日|生日|期限)(?:\([^)]*\)|\*)*$|(?:^|[^a-z])(?:date|time|day)(?:$|[^a-z])|date$|time$/.test(
    folded,
  )
}

/** Names something about money, no amount: 收入项目, 付款方式, 预算年度, 费用类别. */
function isOfMoney(folded: string): boolean {
  return /(?:(?<![本上下全\d])年度|年份|名称|类别|类型|种类|科目|项目|方式|日期|时间|编号|单位|说明|依据|用途|来源|对象|渠道)(?:\([^)]*\)|\*)*$/.test(
    folded.replace(/\((?:[^)]*元)\)$/, ''),
  )
}

export function isMoneyHeader(folded: string): boolean {
  if (isOfMoney(folded)) return false
  return /金额|余额|工资|单价|价格|价值|经费|预算|决算|收入|支出|费用|补助|款|元\)|[^率]额$|费$|税$|薪|成本|产值|存入|取出|借方|贷方|结余|结存|amount|price|cost|balance|salary|revenue|fee/.test(
    folded,
  )
}

/** Columns that only hold measures: when all of them are blank, the sheet is a blank form. */
export function isMeasureHeader(folded: string): boolean {
  return (
    isMoneyHeader(folded) ||
    /^(?:实际|数量|次数|人数|数值|本月|本年|本期|上年|上月|期末数?|期初数?|年初数?|累计|合计|本月数|本年累计数?|完成数|数|分数|成绩|得分)$|数$|数额$|人数$/.test(
      folded,
    )
  )
}

/** 年度, 入会年份, 月, 日: holds parts of days; 本年度 and 2025年 head amounts. */
export function isCalendarHeader(folded: string): boolean {
  return /^(?:.{0,6}[^本上下去今当全\d])?年[度份]$|^[年月日]$|^月份$|^(?:year|month|day)$/.test(folded)
}

/** Adding these up means nothing: rates, unit prices, ages, years. */
export function isRateHeader(folded: string): boolean {
  return /率|占比|比例|比重|百分比|%|单价|均价|平均|人均|标准|价格$|年龄|^年$|年份|年度$|折扣|系数|得分率|price|rate|percent|ratio|average|median|minimum|maximum|^age$|^year$/.test(
    folded,
  )
}

/** Characters that every word for a sum has; looked for before anything dearer. */
const sumCharacters =
  /[共总總计計和余餘亏虧润潤净淨差盈额額汇匯均页頁写寫赤∑Σ]|tota|sum|average|mean|balance|итого|всего|gesamt/i

export type TotalWord = 'total' | 'subtotal' | 'balance'

/** The sum in Chinese numerals, in the cell beside. */
const inNumerals = /^(?:人民币|金额|合计金额)?(?:\(大写\)|大写)$/

const bracketed = /[(（[【].{0,20}[)）\]】]$/
const wholeTotals =
  /^(?:合计数?|总计数?|共计|累计|汇总|总合计|总和|总额|合计金额|金额合计|总金额|项目合计|全部合计|人民币合计|本题有效填写人次|grandtotals?|totals?|sum|итого|всего|summe|gesamt|total(?:general|général))$/
const subtotalWords = /(?:小计|本页合计|本页小计|页计|分计|subtotals?|sub-totals?)$/
/** Carried from one page of a ledger to the next: the sum so far, said twice. */
const carriedWords = /^(?:过次页|转次页|转下页|过下页|承前页|承上页|接上页|接前页|上页结转|前页结转)$/
/** 本年累计, 1-6月累计: the sum of all rows so far. */
const cumulative =
  /^(?:本年度?|本月|本季度?|本期|全年|年度|当年|当月|自?年初(?:至今|以来)?|截[至止].{0,10}|\d{1,2}[-~至到]\d{1,2}月)累计(?:数|额|金额)?$/
/** Sum of Cost Total, Books Total, Total Sum of Cost (pivot tables), Total incl.: */
const latinTotals =
  /^total(?:sum|count|amount|revenue|cost|expens|income|sales|value|budget|excl|incl)|^[a-z].{0,40}[a-z]total$/
/** A mean is no record, and no sum either. */
const meanWords = /^(?:总?平均(?:分|值|数|额)?|均值|人均|averages?|mean)$/
const totalPrefix =
  /^(?:合计|总计|共计|累计|总金额|合计金额|金额合计|项目金额合计)(?=[:\d¥￥]|\(?(?:人民币|大写|小写)|金额|人数|人次|(?:收入|支出|借方|贷方)[:¥￥]?-?\d)/
/** 共66笔, 总收入金额:1,000.00, 合计笔数: 3. */
const countedTotal =
  /^共\d+(?:笔|条|人|件|户|项|份)|^(?:总|共|合计|累计)[^:]{0,8}(?:笔数|金额|人数|人次|数量|件数|额)[::]?[¥￥]?-?\d/
/** 收入合计：120.00元 支出合计：30.00元, in one cell. */
const namedTotal =
  /^[\u4e00-\u9fff]{1,8}(?:合计|总计|共计|总额)(?:金额)?[:：]?[¥￥]?-?\d[\d,]*(?:\.\d+)?(?:$|[^\d.,\u4e00-\u9fff]|万?元|[笔条人件户项份])/
const balanceWords =
  /^(?:closing|ending)balance$|^(?:本年|本期|本月|上年|期末|期初|年末|年初|税前|税后)?(?:滚存|收支)?(?:结余|差额|净额|利润|净利润|利润总额|净亏损|亏损|盈余|净收益|余额|余绌|赤字)(?:总额)?$/

/**
 * What a row label says of its row; undefined for a label like any other (会计, 统计员 …).
 * `X合计` is a subtotal until it is known to close the table.
 */
export function totalWord(label: string): TotalWord | undefined {
  if (label.length > longest || !sumCharacters.test(label)) return undefined
  if (label.length === 1) return /[∑Σ计計共]/.test(label) ? 'total' : undefined
  const folded = foldLabel(label).replace(/^#+/, '')
  const bare = folded
    .replace(/^(?:\d+[、.]|[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\))/, '')
    .replace(/[::\s.。]+$/, '')
    .replace(/^([\u4e00-\u9fff]+)[/(]?(?:grand|sub)?total\)?$/, '$1')
    .replace(bracketed, '')
  if (wholeTotals.test(bare) || countedTotal.test(folded) || inNumerals.test(folded.replace(/:$/, ''))) return 'total'
  if (subtotalWords.test(bare) || carriedWords.test(bare) || namedTotal.test(folded)) return 'subtotal'
  if (cumulative.test(bare)) return 'total'
  if (bare.endsWith('总计') && bare.length <= 20) return 'total'
  if (/(?:合计|共计|累计数)$/.test(bare) && bare.length <= 24) return 'subtotal'
  if (totalPrefix.test(folded)) return 'total'
  if (/^(?:grand|sub)?total(?:of|for|:|$)/.test(bare)) return bare.startsWith('sub') ? 'subtotal' : 'total'
  if (latinTotals.test(bare)) return 'subtotal'
  if (balanceWords.test(bare) || meanWords.test(bare)) return 'balance'
  return undefined
}

/** Row labels that close a printed sheet: notes, signatures, who made it and when. */
export function isFootLine(text: string): boolean {
  const folded = foldText(text.slice(0, 200))
  return isNoteLine(folded) || isSignatureLine(folded)
}

/** A name of notes alone in its cell, the text in the next. */
export function isNoteName(folded: string): boolean {
  return /^(?:备注|附注|说明|注|填表说明|填报说明|编制说明):?$/.test(folded)
}

export function isNoteLine(folded: string): boolean {
  return /^(?:注|备注|附注|说明|附|填表说明|填报说明|编制说明|注释|说明事项|note|notes|remarks?|source|资料来源|数据来源|来源)\d*[::]|^注\d*[.、]|^(?:\*+|※|★|▲)[^\d]|^附[::]/.test(
    folded,
  )
}

/** 负责人, 制表人: who signs, the name in the next cell. */
export function isSigner(folded: string): boolean {
  return /^(?:单位|部门|财务|工会)?(?:负责人|主席|主任|会计|出纳|制表人?|填表人|填报人|审核人?|复核人?|经办人|经手人|证明人|联系人|审批人?)[::]?$/.test(
    folded,
  )
}

/** 主席签字, 会计签章: signature places without a colon. */
export function isSignaturePlace(folded: string): boolean {
  return /^[\u4e00-\u9fff]{0,8}(?:签字|签名|签章|盖章)(?:\([^)]*\))?[::]?$/.test(folded)
}

export function isSignatureLine(folded: string): boolean {
  return (
    /(?:制表人?|制单人?|填表人?|填报人?|编制人?|审核人?|复核人?|登记人|汇总人|管理人|保管人|验收人|主任|委员|负责人|经办人|经手人|证明人|主管|主席|会计|出纳|审批|批准|领导|签字|签名|盖章|公章|打印日期|打印时间|制表日期|填报日期|填报时间|报出日期|编报日期)(?:\([^)]*\))?[::]/.test(
      folded,
    ) || /^\(?(?:盖章|公章|签章)\)?$/.test(folded)
  )
}
