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

/** Content known, text not re-read: verify before relying on it. */
export const budgetRules = cite('《工会预算管理办法》', 'memory-high')
export const spendingRules = cite('《基层工会经费收支管理办法》（总工办发〔2017〕32号）', 'memory-high')

export const supervisionPractice = cite('督办工作通行做法（各地政府、集团督查督办制度）', 'secondary')
export const house = cite('同表', 'house')
