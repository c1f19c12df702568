// What one pack says, line by line, each with its article and how sure it is.
import type { ReactNode } from 'react'
import { describeLimit } from '#shared/policy/describeLimit.ts'
import type { ReadPack } from '../../session/readPacks.ts'
import { policyStrings } from '../../strings/policy.ts'
import { useLanguage } from '../../session/useLanguage.ts'

export function PackView({ known, children }: { readonly known: ReadPack; readonly children: ReactNode }) {
  const { t, locale } = useLanguage()
  const words = policyStrings[locale]
  const { pack } = known
  return (
    <section aria-label={pack.title}>
      <h3>{pack.title}</h3>
      <ul>
        {pack.limits.map((limit) => (
          <li key={JSON.stringify(limit)}>
            {describeLimit(limit, locale)}{' '}
            <span className="quiet">
              {limit.clause} · {words.certainty[limit.certainty]}
              {limit.note === undefined ? '' : ` · ${limit.note}`}
            </span>
          </li>
        ))}
      </ul>
      {pack.sourceNote !== '' && <p className="quiet">{words.source(pack.sourceNote)}</p>}
      {known.loosens.length > 0 && <p>{words.loosens(known.loosens.join(t.listSeparator))}</p>}
      {children}
    </section>
  )
}
