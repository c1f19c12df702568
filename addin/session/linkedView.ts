// Sums and rules over several sheets as people read them.
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { fen, formatYuan, maxFen } from '#shared/kernel/money.ts'
import type { Locale } from '#shared/kernel/words.ts'
import type { LinkedStanding } from '#shared/validation/linkedStanding.ts'

export function showSum({ money }: Pick<LinkedStanding, 'money'>, sum: bigint): string {
  const isExact = sum <= BigInt(maxFen) && sum >= -BigInt(maxFen)
  return money && isExact ? formatYuan(fen(Number(sum))) : String(sum)
}

/** The rule's own title, from the kind that owns it; its code when the kind is not known here. */
export function ruleTitle(
  { rule, owner }: Pick<LinkedStanding, 'rule' | 'owner'>,
  sheets: readonly SheetDefinition[],
  locale: Locale,
): string {
  const definition = sheets.find(({ kind }) => kind === owner)
  return definition?.rules.find(({ code }) => code === rule)?.title[locale] ?? rule
}
