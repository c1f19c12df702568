// What a person may do: role, unit, kinds, dates.
import type { GrantInfo } from '#shared/contract/resources.ts'
import { findSheet, useServices } from '../session/services.ts'
import { useLanguage } from '../session/useLanguage.ts'

export function GrantLines({ grants }: { readonly grants: readonly GrantInfo[] }) {
  const { t, say } = useLanguage()
  const { sheets } = useServices()
  return (
    <ul className="change-lines">
      {grants.map((grant, index) => {
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
        ]
        return <li key={index}>{parts.filter((part) => part !== '').join(' · ')}</li>
      })}
    </ul>
  )
}
