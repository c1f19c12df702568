// Exemptions, each with its state; those in force or to come can be revoked at once, after one more look.
import type { ExemptionInfo, ExemptionState } from '#shared/contract/rightsResources.ts'
import { excusedWords } from '../../session/excusedWords.ts'
import { useServices } from '../../session/services.ts'
import { exemptionStrings } from '../../strings/exemption.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useTask } from '../../session/useTask.ts'
import { showWhen } from '../../strings/showWhen.ts'
import { Lamp, TaskStatus, type LampColor } from '../parts.tsx'
import { SureButton } from '../SureButton.tsx'

/** In force is a warning: duties are not kept apart. */
const lamps: Readonly<Record<ExemptionState, LampColor>> = {
  standing: 'yellow',
  coming: 'blue',
  ended: 'grey',
  revoked: 'grey',
}

export interface ExemptionLinesProps {
  readonly exemptions: readonly ExemptionInfo[]
  readonly onDone: (sentence: string) => void
}

export function ExemptionLines({ exemptions, onDone }: ExemptionLinesProps) {
  const { locale } = useLanguage()
  if (exemptions.length === 0) return null
  return (
    <ul className="change-lines" aria-label={exemptionStrings[locale].title}>
      {exemptions.map((one) => (
        <ExemptionLine key={one.id} one={one} onDone={onDone} />
      ))}
    </ul>
  )
}

function ExemptionLine({ one, onDone }: { readonly one: ExemptionInfo } & Pick<ExemptionLinesProps, 'onDone'>) {
  const language = useLanguage()
  const { t, locale } = language
  const words = exemptionStrings[locale]
  const { client, now } = useServices()
  const task = useTask()
  const names = one.persons.map(({ name }) => name).join(t.listSeparator)
  const revoke = async () => {
    const done = await task.run(words.revoking, ({ signal }) =>
      client.call('revokeExemption', null, { params: { id: one.id }, signal }),
    )
    if (done !== undefined) onDone(words.revoked)
  }
  return (
    <li>
      <div className="page-head">
        <span>
          <span className="strong">{words.line(one.unitName, names)}</span>{' '}
          <Lamp color={lamps[one.state]}>{words.state[one.state]}</Lamp>
        </span>
        <span className="line-actions">
          {one.mayRevoke && (
            <SureButton
              word={words.revoke}
              named={words.revokeNamed(names)}
              sure={words.revokeNamed(names)}
              onSure={() => void revoke()}
            />
          )}
        </span>
      </div>
      <div>
        {excusedWords(one.excuses, language)} · <span className="number">{words.days(one.from, one.to)}</span>
      </div>
      <div className="quiet">
        {one.reason} · {words.declaredBy(one.by)}
        {one.revoked && ` · ${words.revokedBy(one.revoked.by, showWhen(one.revoked.at, now(), t))}`}
      </div>
      <TaskStatus task={task} />
    </li>
  )
}
