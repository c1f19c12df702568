// Finding accounts: by year, kind of union, code and name.
import type { UnitKind } from '../definition/rule.ts'
import { normalizeHeader } from '../kernel/text.ts'
import type { Account, AccountClass, ChartOfAccounts } from './account.ts'
import { chart2009 } from './chart2009.ts'
import { chart2021 } from './chart2021.ts'

/** ≤ 2021 the chart of 2009, from 2022 that of 2021. */
export function chartOf(year: number): ChartOfAccounts {
  return year < chart2021.firstYear ? chart2009 : chart2021
}

interface Index {
  readonly byCode: ReadonlyMap<string, Account>
  readonly byName: ReadonlyMap<string, readonly Account[]>
  /** Names folded once: rows are held against them by the hundred thousand. */
  readonly foldedNames: ReadonlyMap<Account, string>
}

function toIndex(chart: ChartOfAccounts): Index {
  const byName = new Map<string, Account[]>()
  for (const account of chart.accounts) {
    for (const spelling of new Set(spellingsOf(account))) {
      const known = byName.get(spelling)
      if (known === undefined) byName.set(spelling, [account])
      else known.push(account)
    }
  }
  return {
    byCode: new Map(chart.accounts.map((account) => [account.code, account])),
    byName,
    foldedNames: new Map(chart.accounts.map((account) => [account, normalizeHeader(account.name).text])),
  }
}

/** The name and its spellings, folded; 支出 and 费 stand for each other in old and new files. */
function spellingsOf(account: Account): readonly string[] {
  return [account.name, ...account.spellings].flatMap((name) => {
    const text = normalizeHeader(name).text
    const stem = /^(.{2,})(?:支出|费)$/.exec(text)?.[1]
    return account.class === '支出' && stem !== undefined ? [text, `${stem}支出`, `${stem}费`, `${stem}费用`] : [text]
  })
}

const indexes: Readonly<Record<ChartOfAccounts['id'], Index>> = {
  '2009': toIndex(chart2009),
  '2021': toIndex(chart2021),
}

export function findAccount(chart: ChartOfAccounts, code: string): Account | undefined {
  return indexes[chart.id].byCode.get(code)
}

export interface NameClues {
  readonly unitKind: UnitKind
  /** Only accounts of this class. */
  readonly class?: AccountClass
  /** Code written beside the name: prefers accounts under the same parent. */
  readonly code?: string
}

/** The account of this name; where several carry it, the one of the unit's kind, of the class, nearest to the code. */
export function findAccountByName(chart: ChartOfAccounts, name: string, clues: NameClues): Account | undefined {
  const text = normalizeHeader(name).text
  const { byName, foldedNames } = indexes[chart.id]
  const named = byName.get(text) ?? []
  const candidates = named.filter(
    (account) =>
      (account.class === '收入' || account.class === '支出') &&
      (clues.class === undefined || account.class === clues.class),
  )
  const rank = (account: Account): number =>
    (clues.code !== undefined && account.code === clues.code ? 8 : 0) +
    (account.unitKinds.includes(clues.unitKind) ? 4 : 0) +
    (foldedNames.get(account) === text ? 2 : 0) +
    (clues.code?.slice(0, 3) === account.code.slice(0, 3) ? 1 : 0)
  const sorted = candidates.toSorted((a, b) => rank(b) - rank(a))
  const [best, second] = sorted
  return best === undefined || (second !== undefined && rank(second) === rank(best)) ? undefined : best
}
