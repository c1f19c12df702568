// What an account of a union's chart of accounts is.
import type { Citation } from '../kernel/finding.ts'
import type { UnitKind } from '../definition/rule.ts'

export type AccountClass = '资产' | '负债' | '净资产' | '收入' | '支出'

export interface Account {
  /** 3 digits per level 1, two more per level below. */
  readonly code: string
  readonly name: string
  readonly class: AccountClass
  readonly level: 1 | 2 | 3
  /** Kinds of union whose chart has it; the others may not, or only when needed. */
  readonly unitKinds: readonly UnitKind[]
  /** `prescribed`: named by the accounting rules · `analogy`: the rules say "as under 501". */
  readonly origin: 'prescribed' | 'analogy'
  /** Other spellings met, besides those that follow from the name by themselves (支出 → 费). */
  readonly spellings: readonly string[]
}

export interface ChartOfAccounts {
  readonly id: '2009' | '2021'
  readonly citation: Citation
  /** First and last 年度 it is in force for; null: still. */
  readonly firstYear: number
  readonly lastYear: number | null
  readonly accounts: readonly Account[]
}

/** One line of a chart as it is written down: code, name, unit kinds (`b` 基层, `c` 县级以上), spellings. */
export type AccountLine = readonly [code: string, name: string, kinds: 'b' | 'c' | 'bc', ...spellings: string[]]

const classes: Readonly<Record<string, AccountClass>> = { 1: '资产', 2: '负债', 3: '净资产', 4: '收入', 5: '支出' }

/** @param analogy code prefix whose lines the rules give only by analogy */
export function toAccounts(lines: readonly AccountLine[], analogy: string): readonly Account[] {
  return lines.map(([code, name, kinds, ...spellings]) => ({
    code,
    name,
    class: classes[code[0] ?? ''] ?? '资产',
    level: code.length === 3 ? 1 : code.length === 5 ? 2 : 3,
    unitKinds: [
      ...(kinds.includes('b') ? (['primary'] as const) : []),
      ...(kinds.includes('c') ? (['county'] as const) : []),
    ],
    origin: code.length > 3 && code.startsWith(analogy) ? 'analogy' : 'prescribed',
    spellings,
  }))
}
