// What reaches beyond this sheet: how rules over several sheets stand, and this issue against the one before.
import { Button, Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { SeriesDifference, SeriesPerson } from '#shared/review/seriesDifference.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { LinkedStanding } from '#shared/validation/linkedStanding.ts'
import { ruleTitle, showSum } from '../../session/linkedView.ts'
import { useServices } from '../../session/services.ts'
import { lampOf, Lamp, Part, TaskStatus } from '../parts.tsx'
import { showMoney } from '../../session/showValue.ts'
import { policyStrings } from '../../strings/policy.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useLoad } from '../../session/useLoad.ts'

/** Lines drawn at once: a sign-off list of 2,100 people has 6,000. */
const linesAtFirst = 100
/** Longer lists of people are folded: their number stands in the title. */
const peopleUnfolded = 20

type Place = Readonly<Record<'unit' | 'kind' | 'year', string>>

export function CrossSheets({ place, sheet }: { readonly place: Place; readonly sheet: SheetDefinition }) {
  return (
    <>
      <LinkedPart place={place} />
      {sheet.series && <SeriesPart place={place} />}
    </>
  )
}

function LinkedPart({ place }: { readonly place: Place }) {
  const { t, locale } = useLanguage()
  const { sheets } = useServices()
  const words = policyStrings[locale].linked
  const loaded = useLoad('linkedStandings', words.loading, { params: place })
  const [hasFine, setFine] = useState(false)
  const [limit, setLimit] = useState(linesAtFirst)
  const all = loaded.value ?? []
  if (all.length === 0) return <TaskStatus task={loaded.task} onRetry={loaded.reload} />
  // exceptions first; what is in order folds into one sentence
  const exceptions = all.filter(({ finding }) => finding !== null)
  const fine = all.filter(({ finding }) => finding === null)
  const listed = hasFine ? [...exceptions, ...fine] : exceptions
  const standings = listed.slice(0, limit)
  const left = Math.min(listed.length - standings.length, linesAtFirst)
  const verdict = ({ finding }: LinkedStanding) =>
    finding === null ? (
      <Lamp color="green">{words.fine}</Lamp>
    ) : (
      <Lamp color={lampOf[finding.severity]}>{t.severity[finding.severity]}</Lamp>
    )
  return (
    <Part title={words.title}>
      {/* Wider than a narrow window: by keyboard it must be reachable to be scrolled. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="table-scroll" tabIndex={0} aria-label={words.title} hidden={standings.length === 0}>
        <table className="plain-table roomy">
          <thead>
            <tr>
              <th scope="col">{words.rule}</th>
              <th scope="col">{words.group}</th>
              <th scope="col" className="amount">
                {words.elsewhere}
              </th>
              <th scope="col" className="amount">
                {words.own}
              </th>
              <th scope="col" className="amount">
                {words.total}
              </th>
              <th scope="col" className="amount">
                {words.bound}
              </th>
              <th scope="col">{words.source}</th>
            </tr>
          </thead>
          <tbody>
            {standings.map((standing) => (
              <tr key={`${standing.rule} ${standing.year} ${standing.group.join(' ')}`}>
                <th scope="row">
                  {verdict(standing)} {ruleTitle(standing, sheets, locale)}
                </th>
                <td>{standing.group.join(' · ')}</td>
                <td className="amount">{showSum(standing, BigInt(standing.total) - BigInt(standing.own))}</td>
                <td className="amount">{showSum(standing, BigInt(standing.own))}</td>
                <td className="amount">{showSum(standing, BigInt(standing.total))}</td>
                <td className="amount">{standing.bound === null ? '—' : showSum(standing, BigInt(standing.bound))}</td>
                <td className="quiet">
                  {standing.citation === null ? '' : `${standing.citation.source} ${standing.citation.clause}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {left > 0 && (
        <p>
          <Button size="small" onClick={() => setLimit(limit + linesAtFirst)}>
            {words.more(left)}
          </Button>
        </p>
      )}
      {fine.length > 0 && !hasFine && (
        <p>
          <Lamp color="green">
            {exceptions.length === 0 ? words.allFine(fine.length) : words.restFine(fine.length)}
          </Lamp>{' '}
          <Button size="small" onClick={() => setFine(true)}>
            {words.showFine}
          </Button>
        </p>
      )}
    </Part>
  )
}

function SeriesPart({ place }: { readonly place: Place }) {
  const { locale } = useLanguage()
  const [issue, setIssue] = useState<string>()
  const words = policyStrings[locale].series
  const loaded = useLoad('seriesDifference', words.loading, {
    params: place,
    ...(issue === undefined ? {} : { query: { issue } }),
  })
  const { value } = loaded
  if (value === undefined || value.issues.length === 0) return <TaskStatus task={loaded.task} onRetry={loaded.reload} />
  return (
    <Part title={words.title}>
      <Field label={words.issue}>
        <Select value={value.difference?.issue ?? ''} onChange={(_, data) => setIssue(data.value)}>
          {value.issues.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      </Field>
      <TaskStatus task={loaded.task} onRetry={loaded.reload} />
      {value.difference && <Difference difference={value.difference} />}
    </Part>
  )
}

function Difference({ difference }: { readonly difference: SeriesDifference }) {
  const { locale } = useLanguage()
  const words = policyStrings[locale].series
  const yuan = (amount: number | null) => showMoney(amount ?? 0, 100)
  const { previous, previousTotal } = difference
  if (previous === null)
    return (
      <p>
        {words.first} {words.total(yuan(difference.total))}
      </p>
    )
  const list = (title: string, people: readonly SeriesPerson[], say: (person: SeriesPerson) => string) =>
    people.length > 0 && (
      <details open={people.length <= peopleUnfolded}>
        <summary>{title}</summary>
        <ul>
          {people.map((person) => (
            <li key={`${person.name} ${person.before ?? ''} ${person.after ?? ''}`}>
              {person.name} <span className="number">{say(person)}</span>
            </li>
          ))}
        </ul>
      </details>
    )
  return (
    <>
      <p>{words.against(difference.issue, previous)}</p>
      <p>{words.totals(yuan(difference.total), yuan(previousTotal))}</p>
      {list(words.added(difference.added.length), difference.added, ({ after }) => yuan(after))}
      {list(words.removed(difference.removed.length), difference.removed, ({ before }) => yuan(before))}
      {list(
        words.changed(difference.changed.length),
        difference.changed,
        ({ before, after }) => `${yuan(before)} → ${yuan(after)}`,
      )}
      <p>{words.unchanged(difference.unchanged)}</p>
    </>
  )
}
