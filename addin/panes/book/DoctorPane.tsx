// 环境体检: every line with its lamp, and the sentences to hand to the IT desk in one click.
import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { usePaneHost } from '../../session/book/paneHost.ts'
import { examine, toReportText, type CheckUp, type EnvironmentFacts } from '../../session/doctor/examine.ts'
import { readEnvironment } from '../../session/doctor/readFacts.ts'
import { useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { Lamp, Part, type LampColor } from '../parts.tsx'

const colors: Readonly<Record<CheckUp['state'], LampColor>> = { good: 'green', warn: 'yellow', bad: 'red' }

export function DoctorPane() {
  const { t } = useLanguage()
  const { client, memory, now } = useServices()
  const host = usePaneHost()
  const [round, setRound] = useState(0)
  const [seen, setSeen] = useState<{ readonly round: number; readonly facts: EnvironmentFacts } | null>(null)
  const [copied, setCopied] = useState('')
  const words = t.book.doctor
  const facts = seen?.round === round ? seen.facts : null

  useEffect(() => {
    let isCurrent = true
    const { facts: hostFacts, neededApi, agent, origin } = host
    void readEnvironment({ host: hostFacts, neededApi, agent, origin, client, memory, now }).then((found) => {
      if (isCurrent) setSeen({ round, facts: found })
    })
    return () => {
      isCurrent = false
    }
  }, [client, host, memory, now, round])

  const checks = facts ? examine(facts, t) : []
  const count = (state: CheckUp['state']) => checks.filter((check) => check.state === state).length
  const report = facts ? toReportText(checks, facts, t) : ''
  const copy = async () => setCopied((await host.copyText(report)) ? words.copied : words.notCopied)
  return (
    <div className="page">
      <h1>{words.title}</h1>
      {!facts && <output className="block">{words.looking}…</output>}
      {facts && (
        <>
          <output className="block summary">
            {count('bad') > 0 && <Lamp color="red">{words.bad(count('bad'))}</Lamp>}{' '}
            {count('warn') > 0 && <Lamp color="yellow">{words.doubtful(count('warn'))}</Lamp>}
            {count('bad') + count('warn') === 0 && <Lamp color="green">{words.allWell}</Lamp>}
          </output>
          <ul className="check-lines">
            {checks.map(({ name, state, said, forIt }) => (
              <li key={name}>
                <Lamp color={colors[state]}>{words.state[state]}</Lamp>
                <span className="strong">{words.name[name]}</span>
                <span className="said">{said}</span>
                {forIt !== undefined && (
                  <span className="for-it">
                    <span className="quiet">{words.forIt}：</span>
                    {forIt}
                  </span>
                )}
              </li>
            ))}
          </ul>
          <Part title={words.report}>
            <pre className="report-text">{report}</pre>
          </Part>
        </>
      )}
      <div className="action-bar">
        {copied !== '' && <output className="block">{copied}</output>}
        <div className="line-actions">
          <Button appearance="primary" disabledFocusable={!facts} onClick={() => void copy()}>
            {words.copy}
          </Button>
          <Button disabledFocusable={!facts} onClick={() => setRound(round + 1)}>
            {words.again}
          </Button>
        </div>
      </div>
    </div>
  )
}
