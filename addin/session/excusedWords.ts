// What an exemption excuses, in words: a duty on a record, or two roles that one person holds.
import { excusableDuties } from '#shared/definition/duty.ts'
import { roles, type Role } from '#shared/definition/role.ts'
import { exemptionStrings } from '../strings/exemption.ts'
import type { Language } from './useLanguage.ts'

/** @param codes as exemptions and decisions carry them: ends of `sod-…`, or `finance+cashier` */
export function excusedWords(codes: readonly string[], { t, locale }: Pick<Language, 't' | 'locale'>): string {
  const words = exemptionStrings[locale]
  return codes
    .map((code) => {
      const duty = excusableDuties.find((known) => known === code)
      if (duty !== undefined) return words.duties[duty]
      const [first, second] = code.split('+').map(toRole)
      return first && second ? words.both(t.role[first], t.role[second]) : code
    })
    .join(t.listSeparator)
}

function toRole(text: string): Role | undefined {
  return roles.find((known) => known === text)
}
