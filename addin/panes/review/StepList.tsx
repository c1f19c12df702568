// The action bar: each step that leads on from here, what stands against it, whose it is, and the lawful road.
import { Button, Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { Denial } from '#shared/definition/denial.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { expectedOf, type Transition, type Workflow } from '#shared/definition/workflow.ts'
import type { Step } from '#shared/review/reviewInfo.ts'
import { toPersons } from '../../session/evidenceForm.ts'
import { sayFinding } from '../../session/showValue.ts'
import { useFormFocus } from '../../session/useFormFocus.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { stepOutcome } from '../../session/stepOutcome.ts'
import type { Review } from '../../session/useReview.ts'
import { DenialLine } from './DenialLine.tsx'
import { ExcusedLine } from './ExcusedLine.tsx'

export interface StepListProps {
  readonly sheet: SheetDefinition
  readonly steps: readonly Step[]
  readonly review: Review
  /** Opens the form for evidence. */
  readonly onFile: (transition: Transition) => void
  readonly onAsk: (transition: Transition, denial: Denial) => void
}

export function StepList({ sheet, steps, review, onFile, onAsk }: StepListProps) {
  const { t } = useLanguage()
  if (steps.length === 0) return <p className="quiet">{t.review.noSteps}</p>
  // one thing to do next: the first step that may be taken
  const primary = primaryStep(sheet.workflow, steps, review.info?.state ?? '')
  return (
    <ul className="step-list">
      {steps.map((step) => {
        const transition = sheet.workflow.transitions.find(({ name }) => name === step.transition)
        return (
          transition && (
            <StepLine
              key={step.transition}
              sheet={sheet}
              step={step}
              transition={transition}
              isPrimary={step.transition === primary}
              review={review}
              onFile={onFile}
              onAsk={onAsk}
            />
          )
        )
      })}
    </ul>
  )
}

/** One that the row waits with, if any may be taken; in a draft the first that leads on. */
function primaryStep(workflow: Workflow, steps: readonly Step[], state: string): string | undefined {
  const allowed = steps.filter((step) => step.allowed)
  const named = (step: Step) => workflow.transitions.find(({ name }) => name === step.transition)
  const awaited = allowed.find((step) => {
    const transition = named(step)
    return transition && expectedOf(workflow, transition, state).length > 0
  })
  return (awaited ?? (state === workflow.initial ? allowed[0] : undefined))?.transition
}

interface StepLineProps extends Omit<StepListProps, 'steps'> {
  readonly step: Step
  readonly transition: Transition
  readonly isPrimary: boolean
}

function StepLine({ sheet, step, transition, isPrimary, review, onFile, onAsk }: StepLineProps) {
  const { t, say, locale } = useLanguage()
  const [form, setForm] = useState<'reason' | 'emergency' | null>(null)
  const take = () => {
    if (transition.reason === true) setForm('reason')
    else void review.move({ transition: transition.name, reason: '', consulted: null })
  }
  return (
    <li>
      <div className="line-actions">
        {step.allowed ? (
          <Button appearance={isPrimary ? 'primary' : 'secondary'} onClick={take}>
            {say(transition.label)}
          </Button>
        ) : (
          <strong>{say(transition.label)}</strong>
        )}
        {!step.allowed && step.emergency && (
          <Button size="small" onClick={() => setForm('emergency')}>
            {t.review.emergency}
          </Button>
        )}
      </div>
      {(step.allowed || form !== null) && <Outcome sheet={sheet} transition={transition} info={review.info} />}
      {step.allowed && step.excused.map((one) => <ExcusedLine key={`${one.exemption} ${one.duty}`} excusing={one} />)}
      {step.denials.map((denial) => (
        <DenialLine
          key={denial.code}
          sheet={sheet}
          denial={denial}
          onRoad={() => (denial.road === 'file' ? onFile(transition) : onAsk(transition, denial))}
        />
      ))}
      {step.findings.map((finding) => (
        <div key={finding.code}>{sayFinding(finding, sheet, locale)}</div>
      ))}
      {form !== null && (
        <MoveForm
          emergency={form === 'emergency'}
          onCancel={() => setForm(null)}
          onTake={(reason, consulted) =>
            void review
              .move({
                transition: transition.name,
                reason,
                consulted: consulted === null ? null : toPersons(consulted),
              })
              .then((taken) => taken && setForm(null))
          }
        />
      )}
    </li>
  )
}

/** What the step does, said before it is taken. */
function Outcome({ sheet, transition, info }: Pick<StepLineProps, 'sheet' | 'transition'> & Pick<Review, 'info'>) {
  const { t, say } = useLanguage()
  const outcome = info && stepOutcome(sheet.workflow, transition.name, info.state)
  if (!outcome) return null
  const { from, to, next, fills } = outcome
  const written = fills.flatMap((key) => sheet.columns[key]?.label ?? []).map(say)
  const roles = next.map((role) => t.role[role]).join(t.listSeparator)
  return (
    <div className="quiet">
      {[
        t.review.becomes(say(from.label), say(to.label), info.rows),
        ...(written.length === 0 ? [] : [t.review.thenFills(written.join(t.listSeparator))]),
        ...(from.locked === to.locked ? [] : [to.locked ? t.review.thenLocked : t.review.thenOpen]),
        next.length > 0 ? t.review.thenWhose(roles) : t.review.thenDone,
      ].join(t.comma)}
    </div>
  )
}

interface MoveFormProps {
  readonly emergency: boolean
  readonly onTake: (reason: string, consulted: string | null) => void
  readonly onCancel: () => void
}

function MoveForm({ emergency, onTake, onCancel }: MoveFormProps) {
  const { t } = useLanguage()
  const [reason, setReason] = useState('')
  const [consulted, setConsulted] = useState('')
  const form = useFormFocus<HTMLFormElement>()
  return (
    <form
      ref={form}
      className="review-form"
      onSubmit={(event) => {
        event.preventDefault()
        onTake(reason, emergency ? consulted : null)
      }}
    >
      {emergency && <p className="quiet">{t.review.emergencyHint}</p>}
      <Field label={t.review.reason} required>
        <Textarea value={reason} onChange={(_, data) => setReason(data.value)} />
      </Field>
      {emergency && (
        <Field label={t.review.consulted} required>
          <Textarea value={consulted} onChange={(_, data) => setConsulted(data.value)} />
        </Field>
      )}
      <div className="line-actions">
        <Button type="submit" appearance="primary" disabled={reason.trim() === ''}>
          {t.review.confirm}
        </Button>
        <Button onClick={onCancel}>{t.cancel}</Button>
      </div>
    </form>
  )
}
