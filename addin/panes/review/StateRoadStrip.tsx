// The road of a sheet or a row, drawn: what lies behind with who took it when, where it stands, and what is still ahead.
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { stateRoad } from '#shared/definition/stateRoad.ts'
import type { ReviewInfo } from '#shared/review/reviewInfo.ts'
import { dayOf } from '../../session/dayOf.ts'
import { useLanguage } from '../../session/useLanguage.ts'

export interface StateRoadStripProps {
  readonly sheet: SheetDefinition
  readonly info: Pick<ReviewInfo, 'state' | 'decisions'>
}

export function StateRoadStrip({ sheet, info }: StateRoadStripProps) {
  const { t, say } = useLanguage()
  const { state, decisions } = info
  if (state === null) return null
  const { behind, ahead } = stateRoad(sheet.workflow, state)
  if (behind.length + ahead.length === 0) return null
  const label = (name: string): string => {
    const found = sheet.workflow.states.find((each) => each.name === name)
    return found ? say(found.label) : name
  }
  /** The last step that led there; none where a row began, or a short cut passed it by. */
  const taken = (name: string) => {
    const leadsThere = (step: string) =>
      sheet.workflow.transitions.some((transition) => transition.name === step && transition.to === name)
    return decisions.findLast(({ transition }) => leadsThere(transition))
  }
  const isDone = (name: string): boolean => name === sheet.workflow.initial || taken(name) !== undefined
  const who = (name: string) => {
    const step = taken(name)
    return (
      step && (
        <>
          <span className="quiet">{step.by}</span>
          <span className="quiet number">{dayOf(new Date(step.at))}</span>
        </>
      )
    )
  }
  return (
    <ol className="state-road" aria-label={t.review.road.title}>
      {behind.map((name) => (
        <li key={name} className={isDone(name) ? 'is-done' : 'is-passed'}>
          <span className="visually-hidden">{isDone(name) ? t.review.road.done : t.review.road.passed}</span>
          <span className="state-name">{label(name)}</span>
          {who(name)}
        </li>
      ))}
      <li className="is-here" aria-current="step">
        <span className="visually-hidden">{t.review.road.here}</span>
        <span className="state-name">{label(state)}</span>
        {who(state)}
      </li>
      {ahead.map((name) => (
        <li key={name} className="is-ahead">
          <span className="visually-hidden">{t.review.road.ahead}</span>
          <span className="state-name">{label(name)}</span>
        </li>
      ))}
    </ol>
  )
}
