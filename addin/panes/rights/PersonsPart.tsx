// 回避: one's own number and those of relatives, as a list that is saved as a whole.
import { Button, Field, Input, Select } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { personRelations, type PersonsInfo } from '#shared/contract/rightsResources.ts'
import { useServices } from '../../session/services.ts'
import { rightStrings } from '../../strings/rights.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useLoad } from '../../session/useLoad.ts'
import { useUser } from '../../session/useSession.ts'
import { useTask } from '../../session/useTask.ts'
import { Done, Part, TaskStatus } from '../parts.tsx'

export function PersonsPart() {
  const { locale } = useLanguage()
  const rights = rightStrings[locale]
  return (
    <Part title={rights.recusal}>
      <p className="quiet">{rights.recusalHint}</p>
      <Persons userId={useUser().id} />
    </Part>
  )
}

/** Of oneself, or, for an administrator, of somebody else. */
export function Persons({ userId }: { readonly userId: string }) {
  const { t, locale } = useLanguage()
  const rights = rightStrings[locale]
  const loaded = useLoad('readPersons', rights.loadingPersons, { params: { id: userId } })
  const [saved, setSaved] = useState(0)
  if (!loaded.value) return <TaskStatus task={loaded.task} onRetry={loaded.reload} />
  return (
    <>
      {loaded.value.sameAs.length > 0 && <p>{rights.sameAs(loaded.value.sameAs.join(t.listSeparator))}</p>}
      <PersonsForm
        key={JSON.stringify(loaded.value)}
        userId={userId}
        info={loaded.value}
        onSaved={() => {
          setSaved(saved + 1)
          loaded.reload()
        }}
      />
      {saved > 0 && <Done>{rights.personsSaved}</Done>}
    </>
  )
}

interface PersonsFormProps {
  readonly userId: string
  readonly info: PersonsInfo
  readonly onSaved: () => void
}

type Line = PersonsInfo['persons'][number]

function PersonsForm({ userId, info, onSaved }: PersonsFormProps) {
  const { locale } = useLanguage()
  const rights = rightStrings[locale]
  const { client } = useServices()
  const task = useTask()
  const [lines, setLines] = useState<readonly Line[]>(info.persons)
  const change = (at: number, more: Partial<Line>) =>
    setLines(lines.map((line, index) => (index === at ? { ...line, ...more } : line)))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const persons = lines.map(({ number, relation, name }) => ({ number: number.trim(), relation, name: name.trim() }))
    const done = await task.run(rights.savingPersons, ({ signal }) =>
      client.call('setPersons', { persons }, { params: { id: userId }, signal }),
    )
    if (done !== undefined) onSaved()
  }
  const isComplete = lines.every(({ number }) => number.trim() !== '')
  const isChanged = JSON.stringify(lines) !== JSON.stringify(info.persons)
  const hasOwn = lines.some(({ relation }) => relation === 'self')
  return (
    <form className="form-stack" aria-label={rights.recusal} onSubmit={(event) => void save(event)}>
      {lines.map((line, at) => (
        <fieldset key={at} className="form-row grant-row" disabled={line.kept}>
          <legend className="visually-hidden">{rights.person(at + 1)}</legend>
          <Field label={rights.relation}>
            <Select
              disabled={line.kept}
              value={line.relation}
              onChange={(_, data) =>
                change(at, { relation: personRelations.find((known) => known === data.value) ?? line.relation })
              }
            >
              {personRelations.map((relation) => (
                <option key={relation} value={relation}>
                  {rights.relations[relation]}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={rights.number}>
            <Input
              disabled={line.kept}
              value={line.number}
              maxLength={60}
              autoComplete="off"
              onChange={(_, data) => change(at, { number: data.value })}
            />
          </Field>
          {line.relation !== 'self' && (
            <Field label={rights.personName}>
              <Input
                disabled={line.kept}
                value={line.name}
                maxLength={100}
                autoComplete="off"
                onChange={(_, data) => change(at, { name: data.value })}
              />
            </Field>
          )}
          {line.kept ? (
            <span className="quiet">{rights.kept}</span>
          ) : (
            <Button
              size="small"
              aria-label={rights.removeNamed(line.number)}
              onClick={() => setLines(lines.filter((_, index) => index !== at))}
            >
              {rights.remove}
            </Button>
          )}
        </fieldset>
      ))}
      <span className="line-actions">
        <Button
          size="small"
          onClick={() =>
            setLines([...lines, { number: '', relation: hasOwn ? 'spouse' : 'self', name: '', kept: false }])
          }
        >
          {hasOwn ? rights.addRelative : rights.addOwn}
        </Button>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={!isComplete || !isChanged}>
          {rights.savePersons}
        </Button>
      </span>
      <TaskStatus task={task} />
    </form>
  )
}
