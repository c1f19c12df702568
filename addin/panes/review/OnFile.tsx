// What is on file: evidence with its standing, objections, requests, events, decisions; and what can be done about each.
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { noticeKeptDays, noticeStage } from '#shared/review/noticeStage.ts'
import type { EvidenceShown } from '#shared/review/reviewInfo.ts'
import type { ReviewInfo } from '#shared/review/reviewInfo.ts'
import { filedNeeds } from '../../session/evidenceForm.ts'
import { dayOf } from '../../session/dayOf.ts'
import { excusedWords } from '../../session/excusedWords.ts'
import { useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import type { Review, ReviewPlace } from '../../session/useReview.ts'
import { exemptionStrings } from '../../strings/exemption.ts'
import { showWhen } from '../../strings/showWhen.ts'
import { Lamp } from '../parts.tsx'
import { NoticeTable } from './NoticeTable.tsx'
import { Opening } from './Opening.tsx'

export interface OnFileProps {
  readonly sheet: SheetDefinition
  readonly place: ReviewPlace
  readonly info: ReviewInfo
  readonly review: Review
}

export function OnFile({ sheet, place, info, review }: OnFileProps) {
  const language = useLanguage()
  const { t, say, locale } = language
  const { now } = useServices()
  const when = (at: string): string => showWhen(at, now(), t)
  const label = (name: string): string => {
    const found = sheet.workflow.transitions.find((transition) => transition.name === name)
    return found ? say(found.label) : name
  }
  const event = (name: string): string => {
    const found = sheet.workflow.events?.find((known) => known.name === name)
    return found ? say(found.label) : name
  }
  const underExemption = (duties: readonly string[]): string =>
    exemptionStrings[locale].underWhat(excusedWords(duties, language))
  return (
    <>
      <Group title={t.review.evidence} count={info.evidence.length}>
        {info.evidence.map((filed) => (
          <EvidenceLine key={filed.id} filed={filed} sheet={sheet} place={place} review={review} />
        ))}
      </Group>
      <Group
        title={t.review.objections}
        count={info.objections.length}
        isOpen={info.objections.some(({ closed }) => !closed)}
      >
        {info.objections.map(({ id, from, text, at, closed }) => (
          <li key={id}>
            {from}：{text} <span className="quiet">{when(at)}</span>
            {closed ? (
              <div className="quiet">
                {closed.answer} {closed.by} {when(closed.at)}
              </div>
            ) : (
              <Opening word={t.review.closeObjection} label={t.review.answerText}>
                {(close) => [
                  {
                    word: t.review.closeObjection,
                    onSend: (answer) =>
                      void review.enter({ type: 'objection-closed', upheld: false, answer }, id).then(close),
                  },
                  {
                    word: t.review.upheld,
                    onSend: (answer) =>
                      void review.enter({ type: 'objection-closed', upheld: true, answer }, id).then(close),
                  },
                ]}
              </Opening>
            )}
          </li>
        ))}
      </Group>
      <Group
        title={t.review.requests}
        count={info.requests.length}
        isOpen={info.requests.some(({ answer }) => !answer)}
      >
        {info.requests.map(({ id, text, by, at, answer }) => (
          <li key={id}>
            {text}{' '}
            <span className="quiet">
              {by} {when(at)}
            </span>
            {answer ? (
              <div>
                {t.review.answered(answer.by)}：{answer.text} <span className="quiet">{when(answer.at)}</span>
              </div>
            ) : (
              <Opening word={t.review.answer} label={t.review.answerText}>
                {(close) => [
                  {
                    word: t.review.agree,
                    onSend: (reply) => void review.enter({ type: 'answer', agreed: true, text: reply }, id).then(close),
                  },
                  {
                    word: t.review.disagree,
                    onSend: (reply) =>
                      void review.enter({ type: 'answer', agreed: false, text: reply }, id).then(close),
                  },
                ]}
              </Opening>
            )}
          </li>
        ))}
      </Group>
      <Group
        title={t.review.emergencies}
        count={info.emergencies.length}
        isOpen={info.emergencies.some(({ end }) => !end)}
      >
        {info.emergencies.map(({ id, transition, reason, consulted, by, at, until, end }) => (
          <li key={id}>
            {label(transition)}：{reason}（{consulted.map(({ name }) => name).join(t.listSeparator)}）{' '}
            <span className="quiet">
              {by} {when(at)}
            </span>
            <div>
              {end ? t.review.ended[end.type] : t.review.until(when(until))}{' '}
              {!end && (
                <Button
                  size="small"
                  onClick={() => void review.enter({ type: 'emergency-ratified', text: t.review.agree }, id)}
                >
                  {t.review.ratify}
                </Button>
              )}
            </div>
          </li>
        ))}
      </Group>
      <Group title={t.review.events} count={info.events.length} isOpen={info.events.some(({ reply }) => !reply)}>
        {info.events.map(({ id, event: name, fields, by, at, reply }) => (
          <li key={id}>
            {event(name)}：{Object.values(fields).filter(Boolean).join(t.comma)}{' '}
            <span className="quiet">
              {by} {when(at)}
            </span>
            {reply ? (
              <div>
                {reply.text}{' '}
                <span className="quiet">
                  {reply.by} {when(reply.at)}
                </span>
              </div>
            ) : info.mayReply.includes(name) ? (
              <Opening word={t.review.reply} label={t.review.answerText}>
                {(close) => [
                  {
                    word: t.review.reply,
                    onSend: (text) => void review.enter({ type: 'event-reply', text }, id).then(close),
                  },
                ]}
              </Opening>
            ) : null}
          </li>
        ))}
      </Group>
      <Group
        title={t.review.decisions}
        count={info.decisions.length}
        isOpen={info.decisions.some(({ excused }) => excused !== undefined)}
      >
        {info.decisions.map(({ id, transition, reason, by, at, onBehalfOf, restsOn, excused = [] }) => (
          <li key={id}>
            {label(transition)}
            {reason === '' ? '' : `：${reason}`}{' '}
            <span className="quiet">
              {by} {onBehalfOf !== null && t.review.onBehalf(onBehalfOf)} {when(at)}{' '}
              {restsOn.length > 0 && t.review.onFile(restsOn.length)}
            </span>
            {excused.length > 0 && (
              <div className="excused">
                <Lamp color="yellow">{underExemption(excused.map(({ duty }) => duty))}</Lamp>
              </div>
            )}
          </li>
        ))}
      </Group>
    </>
  )
}

/** Folded, so that the rows stay in sight, unless something in it waits for a person. */
function Group({
  title,
  count,
  isOpen = false,
  children,
}: {
  readonly title: string
  readonly count: number
  readonly isOpen?: boolean
  readonly children: React.ReactNode
}) {
  const [open, setOpen] = useState(isOpen)
  const [before, setBefore] = useState(isOpen)
  // it opens when something begins to wait, and does not fold under the eyes of whoever has just answered
  if (before !== isOpen) {
    setBefore(isOpen)
    if (isOpen) setOpen(true)
  }
  if (count === 0) return null
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="review-group">
      <summary>
        {title} <span className="number">{count}</span>
      </summary>
      <ul>{children}</ul>
    </details>
  )
}

interface EvidenceLineProps extends Pick<OnFileProps, 'sheet' | 'place' | 'review'> {
  readonly filed: EvidenceShown
}

function EvidenceLine({ filed, sheet, place, review }: EvidenceLineProps) {
  const { t, say } = useLanguage()
  const { now } = useServices()
  const [shown, setShown] = useState(false)
  const { content, standing } = filed
  const topic = (name: string): string => {
    const need = filedNeeds(sheet).find((known) => known.type === 'inquiry' && known.topic === name)
    return need?.type === 'inquiry' ? say(need.label) : t.review.need.inquiry
  }
  const isNotice = content.type === 'notice'
  const stage = isNotice && !standing.withdrawn ? noticeStage(content.to, dayOf(now())) : undefined
  const sound = !standing.withdrawn && standing.changed.length === 0 && standing.added.length === 0
  return (
    <li>
      <strong>
        {content.type === 'inquiry' ? topic(content.topic) : t.review.need[content.type]}
        {content.type === 'resolution' && ` · ${t.review.body[content.body]} ${content.term}${content.meeting}`}
        {content.type === 'document' && ` ${content.number}`}
        {isNotice && ` ${content.from} – ${content.to}`}
      </strong>{' '}
      <Lamp color={sound ? 'green' : standing.withdrawn ? 'grey' : 'yellow'}>
        {standing.withdrawn
          ? t.review.standing.withdrawn
          : standing.changed.length > 0
            ? t.review.standing.void(standing.changed.length)
            : standing.added.length > 0
              ? t.review.standing.added(standing.added.length)
              : t.review.standing.holds}
      </Lamp>{' '}
      <span className="quiet">
        {filed.by} {showWhen(filed.at, now(), t)}
      </span>
      {stage === 'down' && <div className="quiet">{t.review.noticeDown(noticeKeptDays)}</div>}
      {(stage === 'open' || stage === 'over') && (
        <div className="line-actions">
          <Button size="small" aria-expanded={shown} onClick={() => setShown((before) => !before)}>
            {t.review.showNotice}
          </Button>
          {stage === 'open' && (
            <Opening word={t.review.object} label={t.review.objectionText}>
              {(close) => [
                {
                  word: t.review.object,
                  onSend: (text) =>
                    void review
                      .enter({ type: 'objection', notice: filed.id, ids: [], from: t.review.aMember, text })
                      .then(close),
                },
              ]}
            </Opening>
          )}
        </div>
      )}
      {shown && <NoticeTable sheet={sheet} place={place} id={filed.id} />}
    </li>
  )
}
