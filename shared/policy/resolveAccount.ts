// Which account a row of a budget means: by year, name and code together, never by code alone (codes changed meaning in 2022).
import type { UnitKind } from '../definition/rule.ts'
import { normalizeHeader } from '../kernel/text.ts'
import type { Params } from '../kernel/words.ts'
import type { Account, AccountClass } from './account.ts'
import { chart2009, successions } from './chart2009.ts'
import { chartOf, findAccount, findAccountByName } from './charts.ts'

export interface AccountQuestion {
  readonly year: number
  readonly unitKind: UnitKind
  readonly code: string | null
  readonly name: string | null
  /** 收入 or 支出 when the section says so. */
  readonly class: AccountClass | null
}

/** What had to be assumed, to be said as findings. */
export type AccountRemark =
  /** The name cell held the code again: the name was taken from the chart. Params: code, name. */
  | 'name-is-code'
  /** Name and code contradict each other: the name was trusted. Params: written, code, name, meaning. */
  | 'code-name-mismatch'
  /** An account of the 2009 chart with one successor. Params: old, code, name. */
  | 'succeeded'
  /** An account of the 2009 chart with several successors: a person has to choose. Params: old, choices. */
  | 'review'
  /** A further subaccount of a known one. Params: code, parent. */
  | 'added'
  /** Neither name nor code is in the chart of the year. Params: code, name, chart. */
  | 'unknown'

export interface AccountAnswer {
  readonly code: string | null
  readonly name: string | null
  readonly class: AccountClass | null
  /** In the chart of the year; undefined for added subaccounts and unknown ones. */
  readonly account: Account | undefined
  readonly remarks: readonly { readonly remark: AccountRemark; readonly params: Params }[]
}

const codeInName = /^(\d{3}(?:\d{2}){0,3})(?!\d)/

export function resolveAccount(question: AccountQuestion): AccountAnswer {
  const { year, unitKind } = question
  const chart = chartOf(year)
  const { code, name, isCode } = tellApart(question)
  const remarks: { remark: AccountRemark; params: Params }[] = []
  const byCode = code === null ? undefined : findAccount(chart, code)
  const anywhere = { unitKind, ...(code === null ? {} : { code }) }
  const clues = { ...anywhere, ...(question.class === null ? {} : { class: question.class }) }
  // A section heading may have been missed: a name that only the other side has is trusted.
  const byName =
    name === null ? undefined : (findAccountByName(chart, name, clues) ?? findAccountByName(chart, name, anywhere))
  const answer = (account: Account): AccountAnswer => ({
    code: account.code,
    name: account.name,
    class: account.class,
    account,
    remarks,
  })

  if (name === null) {
    if (byCode === undefined) return unknown(question, { code, name, remarks })
    if (isCode) remarks.push({ remark: 'name-is-code', params: { code: byCode.code, name: byCode.name } })
    return answer(byCode)
  }
  if (byName !== undefined && (code === null || byName.code === code)) {
    return answer(byName)
  }
  if (byName !== undefined && code !== null && isBelow(code, byName.code)) {
    // A subaccount that carries its parent's name keeps its own code.
    return { code, name, class: byName.class, account: byCode, remarks }
  }
  const old = year > 2021 ? findOld(question, { code, name }) : undefined
  if (byName !== undefined && code !== null) {
    if (old?.review === true)
      remarks.push({ remark: 'review', params: { old: `${code} ${name}`, choices: old.choices } })
    else
      remarks.push({
        remark: 'code-name-mismatch',
        params: { written: code, meaning: byCode?.name ?? '', code: byName.code, name: byName.name },
      })
    return answer(byName)
  }
  if (old?.successor !== undefined) {
    remarks.push({
      remark: 'succeeded',
      params: { old: `${old.code} ${name}`, code: old.successor.code, name: old.successor.name },
    })
    return answer(old.successor)
  }
  if (old?.review === true) {
    remarks.push({ remark: 'review', params: { old: `${old.code} ${name}`, choices: old.choices } })
    return { code, name, class: question.class ?? classOf(code), account: undefined, remarks }
  }
  return unknown(question, { code, name, remarks })
}

/** The code may stand in the name cell, alone or in front of the name. */
function tellApart(question: AccountQuestion): {
  readonly code: string | null
  readonly name: string | null
  readonly isCode: boolean
} {
  const written = question.name?.replace(/^[\s\u3000]*其中[:：]?/, '').trim() ?? ''
  const folded = written.normalize('NFKC').replace(/\s+/g, '')
  if (folded === '') return { code: question.code, name: null, isCode: false }
  if (/^\d{3,9}$/.test(folded)) return { code: question.code ?? folded, name: null, isCode: true }
  const inFront = codeInName.exec(folded)?.[1]
  if (inFront === undefined || (question.code !== null && question.code !== inFront))
    return { code: question.code, name: written, isCode: false }
  const rest = written.normalize('NFKC').replace(/^\s*(?:\d\s*)+[-—.、:]?\s*/, '')
  return { code: inFront, name: rest === '' ? null : rest, isCode: false }
}

function isBelow(code: string, parent: string): boolean {
  return code.length > parent.length && code.startsWith(parent)
}

function classOf(code: string | null): AccountClass | null {
  return code?.startsWith('4') === true ? '收入' : code?.startsWith('5') === true ? '支出' : null
}

interface OldAccount {
  readonly code: string
  readonly review: boolean
  readonly successor: Account | undefined
  readonly choices: string
}

/** The name as an account of 2009, and where it went. */
function findOld(
  question: AccountQuestion,
  { code, name }: { readonly code: string | null; readonly name: string },
): OldAccount | undefined {
  const clues = { unitKind: question.unitKind, ...(code === null ? {} : { code }) }
  const account = findAccountByName(chart2009, name, clues)
  const succession = successions[question.unitKind].find(({ from }) => from === account?.code)
  if (account === undefined || succession === undefined) return undefined
  // The same name with another code in the file is no account of 2009 that anybody copied over.
  if (succession.review && code !== null && code !== account.code) return undefined
  const chart = chartOf(question.year)
  const targets = succession.to.flatMap((to) => findAccount(chart, to) ?? [])
  return {
    code: account.code,
    review: succession.review,
    successor: succession.review ? undefined : targets[0],
    choices: targets.map((target) => `${target.code} ${target.name}`).join('、'),
  }
}

/** Codes below a known account are allowed as further subaccounts; anything else is asked about. */
function unknown(
  question: AccountQuestion,
  {
    code,
    name,
    remarks,
  }: {
    readonly code: string | null
    readonly name: string | null
    readonly remarks: readonly { remark: AccountRemark; params: Params }[]
  },
): AccountAnswer {
  const chart = chartOf(question.year)
  const exact = code === null ? undefined : findAccount(chart, code)
  const parent = code === null || code.length <= 3 ? undefined : findAccount(chart, code.slice(0, -2))
  const near = exact ?? parent
  const remark: AccountRemark = near === undefined ? 'unknown' : 'added'
  const params = {
    code: code ?? '',
    name: name ?? '',
    parent: near === undefined ? '' : `${near.code} ${near.name}`,
    chart: chart.id,
  }
  return {
    code,
    name,
    class: near?.class ?? question.class ?? classOf(code),
    account: undefined,
    remarks: [...remarks, { remark, params }],
  }
}

/** Same account name after folding? */
export function isSameName(a: string, b: string): boolean {
  return normalizeHeader(a).text === normalizeHeader(b).text
}
