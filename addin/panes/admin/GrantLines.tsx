// What a person may do: role, unit, kinds, dates.
import type { GrantInfo } from '#shared/contract/resources.ts'
import { grantLine } from '../../session/grantLine.ts'
import { useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'

export function GrantLines({ grants }: { readonly grants: readonly GrantInfo[] }) {
  const language = useLanguage()
  const { sheets } = useServices()
  return (
    <ul className="change-lines">
      {grants.map((grant, index) => (
        <li key={index}>{grantLine(grant, sheets, language)}</li>
      ))}
    </ul>
  )
}
