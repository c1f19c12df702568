// A right in one line: unit, role, department, sheets, days, and who gave it away.
import type { GrantInfo } from '#shared/contract/resources.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { rightStrings } from '../strings/rights.ts'
import { findSheet } from './services.ts'
import type { Language } from './useLanguage.ts'

export function grantLine(
  grant: GrantInfo,
  sheets: readonly SheetDefinition[],
  { t, say, locale }: Pick<Language, 't' | 'say' | 'locale'>,
): string {
  const kinds = grant.kinds.map((kind) => {
    const sheet = findSheet(sheets, kind)
    return sheet ? say(sheet.title) : kind
  })
  const parts = [
    grant.unitName,
    t.role[grant.role],
    grant.department ?? '',
    kinds.join(t.listSeparator),
    grant.from === null ? '' : `${t.admin.from} ${grant.from}`,
    grant.to === null ? '' : `${t.admin.to} ${grant.to}`,
    grant.delegatedBy === undefined ? '' : rightStrings[locale].delegatedBy(grant.delegatedBy),
  ]
  return parts.filter((part) => part !== '').join(' · ')
}
