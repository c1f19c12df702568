// Loading a pack, or a year's arrangement of holidays, from a JSON file; every fault is listed with its place.
import { Button, Link } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { PolicyInfo } from '#shared/contract/policyResources.ts'
import { encodePack, isHolidayFile } from '#shared/policy/packFile.ts'
import { templatePack } from '#shared/policy/packs/template.ts'
import { useServices } from '../../session/services.ts'
import { sayFinding } from '../../session/showValue.ts'
import { policyStrings } from '../../strings/policy.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { useTask } from '../../session/useTask.ts'
import { Done, TaskStatus } from '../parts.tsx'

export function PolicyLoad({ onChanged }: { readonly onChanged: (policy: PolicyInfo) => void }) {
  const { locale } = useLanguage()
  const words = policyStrings[locale]
  const { client } = useServices()
  const task = useTask()
  const input = useRef<HTMLInputElement>(null)
  const [loaded, setLoaded] = useState<string | null>(null)
  const load = async (file: File) => {
    setLoaded(null)
    const text = await file.text()
    const name = isHolidayFile(text) ? 'loadHolidays' : 'loadPack'
    const done = await task.run(words.loading, ({ signal }) => client.call(name, { file: text }, { signal }))
    if (!done) return
    setLoaded(file.name)
    onChanged(done)
  }
  const failure = task.failure
  const faults = failure?.kind === 'problem' ? (failure.problem.findings ?? []) : []
  const template = `data:application/json;charset=utf-8,${encodeURIComponent(encodePack(templatePack))}`
  return (
    <section>
      <h3>{words.load}</h3>
      <p className="quiet">{words.loadHint}</p>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={words.chooseFile}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) void load(file)
        }}
      />
      <Button onClick={() => input.current?.click()}>{words.chooseFile}</Button>{' '}
      <Link href={template} download="policy-template.json">
        {words.template}
      </Link>
      <TaskStatus task={task} />
      {faults.length > 0 && (
        <ul>
          {faults.map((fault) => (
            <li key={JSON.stringify(fault)}>{sayFinding(fault, undefined, locale)}</li>
          ))}
        </ul>
      )}
      {loaded !== null && <Done>{words.loaded(loaded)}</Done>}
    </section>
  )
}
