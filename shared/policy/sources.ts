// The documents that rules and charts rest on, cited once.
import type { Citation } from '../kernel/finding.ts'

function cite(source: string, certainty: Citation['certainty']): (clause: string) => Citation {
  return (clause) => ({ source, clause, certainty })
}

/** Full text read. */
export const accountingRules2021 = cite('《工会会计制度》（财会〔2021〕7号）', 'sourced')
export const accountingRules2009 = cite('《工会会计制度》（财会〔2009〕7号，已废止）', 'sourced')
export const transitionRules2021 = cite('《工会会计制度》新旧衔接规定（财会〔2021〕16号）', 'sourced')
export const documentRules = cite('《党政机关公文处理工作条例》', 'sourced')
/** An enterprise's own rules, which follow the national ones: a model, not law. */
export const enterpriseRules = cite('中铁二局工会《工会财务管理办法》（〔2025〕20号，企业制度，供参照）', 'sourced')
/** Layouts of a budget system in use. */
export const budgetForms = cite('工会经费收支预算表通行表样', 'sourced')

export const voucherRules = cite('《会计基础工作规范》', 'sourced')
export const holidayRules = cite('《全国年节及纪念日放假办法》（2024年修订）', 'sourced')
export const petitionRules = cite('《信访工作条例》（2022年）', 'sourced')
export const personalDataLaw = cite('《个人信息保护法》（2021年）', 'sourced')
export const aidRules = cite('中铁二局工会《三不让》帮扶救助办法（企业制度，供参照）', 'sourced')
export const identityStandard = cite('GB 11643《公民身份号码》', 'memory-high')

/** One province's rules as a public union tool carries them: verify. */
export const anhuiRules = cite('《安徽省基层工会经费收支管理实施办法》（皖工发〔2025〕18号）', 'secondary')
/** How universities' unions ask for receipts and lists. */
/** One region's rules as a public tool carries them, at odds with itself elsewhere. */
export const xinjiangRules = cite('新疆基层工会经费收支管理规定（新工办〔2019〕3号及2025年补充，未核实）', 'secondary')
export const claimPractice = cite('工会慰问报账通行做法（广东高校工会，2022年）', 'secondary')
export const hardshipPractice = cite('困难职工建档帮扶通行做法（各地总工会）', 'secondary')
export const membershipPractice = cite('工会会籍管理通行做法', 'secondary')
export const registerPractice = cite('收发文登记通行做法', 'secondary')
export const awardPractice = cite('评先评优通行做法', 'secondary')

/** Content known, text not re-read: verify before relying on it. */
export const budgetRules = cite('《工会预算管理办法》', 'memory-high')
export const spendingRules = cite('《基层工会经费收支管理办法》（总工办发〔2017〕32号）', 'memory-high')

export const supervisionPractice = cite('督办工作通行做法（各地政府、集团督查督办制度）', 'secondary')
export const house = cite('同表', 'house')
/** What the mission's own documents say of an office director's duties. */
export const coordinationDuties = cite('《工会办公室主任的职责》', 'secondary')
export const objectiveDuties = cite('工会目标责任制通行做法（目标分解、责任书、督查）', 'secondary')
