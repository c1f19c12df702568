// The chart of accounts of legacy files, up to 2021: 《工会会计制度》财会〔2009〕7号; where its accounts went in 2022.
import { toAccounts, type AccountLine, type ChartOfAccounts } from './account.ts'
import type { UnitKind } from '../definition/rule.ts'
import { accountingRules2009, transitionRules2021 } from './sources.ts'

const lines: readonly AccountLine[] = [
  ['211', '借入款', 'bc'],
  ['221', '应付上级经费', 'bc'],
  ['222', '应付下级经费', 'bc'],
  ['225', '其他应付款', 'bc'],
  ['231', '代管经费', 'bc'],
  ['301', '固定基金', 'bc'],
  ['302', '在建工程占用资金', 'bc'],
  ['311', '投资基金', 'bc'],
  ['321', '专用基金', 'bc'],
  ['322', '后备金', 'bc'],
  ['331', '结余', 'bc'],
  ['401', '会费收入', 'bc', '会费', '会员会费', '会员会费收入'],
  ['402', '拨缴经费收入', 'bc', '拨交经费收入', '拨缴经费', '拨交经费'],
  ['403', '上级补助收入', 'bc', '上级工会补助收入', '上级补助', '上级工会补助'],
  ['40301', '回拨补助', 'bc', '回拨'],
  ['40302', '专项补助', 'bc', '专项'],
  ['40303', '超收补助', 'bc', '超收'],
  ['40304', '帮扶补助', 'bc', '帮扶'],
  ['40305', '送温暖补助', 'bc'],
  ['40306', '救灾补助', 'bc', '救灾'],
  ['40307', '其他补助', 'bc', '其它补助'],
  ['404', '政府补助收入', 'bc', '政府补助'],
  ['405', '行政补助收入', 'bc', '行政补助', '行政拨补收入'],
  ['406', '事业收入', 'bc'],
  ['407', '投资收益', 'bc', '投资收入'],
  ['408', '其他收入', 'bc', '其它收入', '利息收入'],
  ['501', '职工活动支出', 'bc', '职工活动经费', '会员活动费'],
  ['50101', '职工教育费', 'bc', '职工教育支出', '职工教育'],
  ['50102', '文体活动费', 'bc', '文体活动支出', '文体活动'],
  ['50103', '宣传活动费', 'bc', '宣传活动支出', '宣传活动'],
  ['50104', '其他活动支出', 'bc', '其它活动支出', '其他活动费'],
  ['502', '维权支出', 'bc', '维权'],
  ['50201', '劳动关系协调费', 'bc', '劳动关系协调支出'],
  ['50202', '劳动保护费', 'bc', '劳动保护支出'],
  ['50203', '法律援助费', 'bc', '法律援助支出'],
  ['50204', '困难职工帮扶费', 'bc', '困难职工帮扶支出', '困难职工补助'],
  ['50205', '送温暖费', 'bc', '送温暖支出', '送温暖'],
  ['50206', '其他维权支出', 'bc', '其它维权支出', '其他维权费'],
  ['503', '业务支出', 'bc', '工会业务费', '工会业务支出'],
  ['50301', '培训费', 'bc', '培训支出'],
  ['50302', '会议费', 'bc', '会议支出'],
  ['50303', '外事费', 'bc', '外事支出'],
  ['50304', '专项业务费', 'bc', '专项业务支出'],
  ['50305', '其他业务支出', 'bc', '其它业务支出', '其他业务费'],
  ['504', '行政支出', 'bc', '工会行政费', '工会行政支出'],
  ['505', '资本性支出', 'bc'],
  ['506', '补助下级支出', 'bc', '补助下级'],
  ['507', '事业支出', 'bc'],
  ['508', '其他支出', 'bc', '其它支出'],
]

export const chart2009: ChartOfAccounts = {
  id: '2009',
  citation: accountingRules2009('会计科目'),
  firstYear: 2010,
  lastYear: 2021,
  accounts: toAccounts(lines, '—'),
}

/** Where an account of 2009 went; several codes, or `review`: a person has to say which. */
export interface Succession {
  readonly from: string
  readonly to: readonly string[]
  readonly review: boolean
}

const plain = (from: string, to: string): Succession => ({ from, to: [to], review: false })
const unsure = (from: string, ...to: readonly string[]): Succession => ({ from, to, review: true })

const shared: readonly Succession[] = [
  ...['401', '402', '403', '404', '405', '406', '407', '408'].map((code) => plain(code, code)),
  unsure('40301', '40301', '40302'),
  plain('40302', '40302'),
  unsure('40303', '40301', '40302'),
  plain('40304', '40302'),
  plain('40305', '40302'),
  plain('40306', '40302'),
  unsure('40307', '40301', '40302'),
  plain('502', '504'),
  plain('50201', '50401'),
  plain('50202', '50402'),
  plain('50203', '50403'),
  plain('50204', '50404'),
  plain('50205', '50405'),
  plain('50206', '50406'),
  unsure('503', '503', '505'),
  plain('50301', '50501'),
  plain('50302', '50502'),
  plain('50303', '50503'),
  unsure('50304', '50503', '50301', '50302', '50303', '50304'),
  plain('50305', '50504'),
  plain('504', '506'),
  plain('505', '507'),
  plain('506', '508'),
  plain('507', '509'),
  plain('508', '510'),
]

/** 501 went to 501 in 基层 and to 502 in 县级以上 unions; 其他活动支出 has to be split by hand. */
export const successions: Readonly<Record<UnitKind, readonly Succession[]>> = {
  primary: [
    ...shared,
    plain('501', '501'),
    plain('50101', '50101'),
    plain('50102', '50102'),
    plain('50103', '50103'),
    unsure('50104', '50105', '50106'),
  ],
  county: [
    ...shared,
    plain('501', '502'),
    plain('50101', '50201'),
    plain('50102', '50202'),
    plain('50103', '50203'),
    unsure('50104', '50205', '50206'),
  ],
}

export const successionCitation = transitionRules2021('新旧会计科目对照表')
