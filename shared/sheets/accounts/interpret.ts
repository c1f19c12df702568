// What a row that speaks of an account means once its columns are read: its account by year, name and code; its side; sum or data.
import type { RuleContext } from '../../definition/rule.ts'
import type { InterpretContext, Interpretation, SheetDefinition } from '../../definition/sheet.ts'
import type { Finding, Severity } from '../../kernel/finding.ts'
import type { Values } from '../../kernel/value.ts'
import type { FindingWords } from '../../kernel/finding.ts'
import { words } from '../../kernel/words.ts'
import { chartOf } from '../../policy/charts.ts'
import { successionCitation } from '../../policy/chart2009.ts'
import { resolveAccount, type AccountAnswer, type AccountRemark } from '../../policy/resolveAccount.ts'
import { findBalanceLine, isTotalName } from './balanceLines.ts'

function textOf(row: Values, column: string): string | null {
  const value = row[column]
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

export interface AccountsOf {
  readonly kind: string
  /** Columns of which one at least is filled in where a row is data. */
  readonly inputs: readonly string[]
  /** Adds the kind's derived values. */
  readonly derive: (row: Values) => Values
}

export function interpretAccounts(accounts: AccountsOf): NonNullable<SheetDefinition['interpret']> {
  return (row, context) => interpretRow(accounts, row, context)
}

function interpretRow(
  { kind, inputs, derive }: AccountsOf,
  row: Values,
  context: RuleContext & InterpretContext,
): Interpretation {
  const code = textOf(row, 'accountCode')
  const name = textOf(row, 'accountName')
  const filled = inputs.some((column) => (row[column] ?? null) !== null)
  if (code === null && name !== null && isTotalName(name)) return { values: row, role: 'total', findings: [] }

  const balance = code === null && name !== null ? findBalanceLine(name) : undefined
  if (balance !== undefined) {
    // Under the heading 收入 such a line is counted as income by the file itself; anywhere else it is a balance.
    const side = row['side'] === '收入' && context.section !== undefined ? '收入' : '结余'
    return {
      values: derive({ ...row, side, accountName: balance }),
      role: filled ? 'data' : 'blank',
      findings: [],
    }
  }

  const answer = resolveAccount({
    year: context.year,
    unitKind: context.unitKind,
    code,
    name,
    class: row['side'] === '收入' || row['side'] === '支出' ? row['side'] : null,
  })
  const values = derive({
    ...row,
    accountCode: answer.code,
    accountName: answer.name ?? name,
    side: answer.class === '收入' || answer.class === '支出' ? answer.class : (row['side'] ?? null),
  })
  if (isParent(answer, context)) return { values, role: 'total', findings: [] }
  if (!filled) return { values, role: 'blank', findings: [] }
  return { values, role: 'data', findings: answer.remarks.map(({ remark, params }) => toFinding(kind, remark, params)) }
}

/** An account with further accounts below it in the same table is their sum. A project of its own makes it data. */
function isParent(answer: AccountAnswer, context: InterpretContext): boolean {
  const { code } = answer
  if (code === null || code.length > 7) return false
  for (const other of context.codes) if (other.length > code.length && other.startsWith(code)) return true
  return false
}

const severities: Readonly<Record<AccountRemark, Severity>> = {
  'name-is-code': 'hint',
  'code-name-mismatch': 'warning',
  succeeded: 'hint',
  review: 'warning',
  added: 'hint',
  unknown: 'warning',
}

function toFinding(kind: string, remark: AccountRemark, params: Finding['params']): Finding {
  return {
    code: `${kind}/account-${remark}`,
    severity: severities[remark],
    location: { column: remark === 'name-is-code' || remark === 'unknown' ? 'accountName' : 'accountCode' },
    params,
    citation: remark === 'succeeded' || remark === 'review' ? successionCitation : chartOf(2022).citation,
  }
}

/** Sentences of the findings above. */
export function accountWords(kind: string): FindingWords {
  return {
    [`${kind}/account-name-is-code`]: words(
      '科目名称写成了编码 {code}，已按科目表取“{name}”。',
      '科目名稱寫成了編碼 {code}，已按科目表取「{name}」。',
      'The account name held the code {code}; “{name}” was taken from the chart of accounts.',
    ),
    [`${kind}/account-code-name-mismatch`]: words(
      '编码 {written}（{meaning}）与名称“{name}”不是同一科目，已按名称取 {code}。2022 年起科目编码含义有变，请核对。',
      '編碼 {written}（{meaning}）與名稱「{name}」不是同一科目，已按名稱取 {code}。2022 年起科目編碼含義有變，請核對。',
      'Code {written} ({meaning}) and name “{name}” are different accounts; {code} was taken by the name. Codes changed meaning in 2022: please check.',
    ),
    [`${kind}/account-succeeded`]: words(
      '“{old}”是 2021 年以前的科目，已对应为 {code} {name}。',
      '「{old}」是 2021 年以前的科目，已對應為 {code} {name}。',
      '“{old}” is an account used up to 2021; it became {code} {name}.',
    ),
    [`${kind}/account-review`]: words(
      '“{old}”是 2021 年以前的科目，新科目有几个：{choices}。请选定一个。',
      '「{old}」是 2021 年以前的科目，新科目有幾個：{choices}。請選定一個。',
      '“{old}” is an account used up to 2021 with several successors: {choices}. Please choose one.',
    ),
    [`${kind}/account-added`]: words(
      '{code} {name} 是 {parent} 下自设的明细，已保留。',
      '{code} {name} 是 {parent} 下自設的明細，已保留。',
      '{code} {name} is a subaccount of your own below {parent}; it was kept.',
    ),
    [`${kind}/account-unknown`]: words(
      '科目表（{chart}）里没有“{code} {name}”。请改为规定的科目，或在规定科目下设明细。',
      '科目表（{chart}）裡沒有「{code} {name}」。請改為規定的科目，或在規定科目下設明細。',
      'The chart of accounts ({chart}) has no “{code} {name}”. Use a prescribed account, or add a subaccount below one.',
    ),
  }
}
