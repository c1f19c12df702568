// Something fetched when a page opens, and again on demand.
import { useCallback, useEffect, useState } from 'react'
import type { Answer, EndpointName } from '../server/endpoints.ts'
import type { CallOptions } from '../server/serverClient.ts'
import { useServices } from './services.ts'
import { useTask, type Task } from './useTask.ts'

export interface Loaded<T> {
  /** undefined until the first answer; the old value stays while a newer one is fetched. */
  readonly value: T | undefined
  readonly task: Task
  readonly reload: () => void
}

type ReadableName = EndpointName

/** Fetches again when a person comes back to the window: others may have worked meanwhile. */
export function useReloadOnReturn(reload: () => void): void {
  useEffect(() => {
    addEventListener('focus', reload)
    return () => removeEventListener('focus', reload)
  }, [reload])
}

/** @param what shown while it loads @param options compared by content, so that it may be made anew on each render */
export function useLoad<Name extends ReadableName>(
  name: Name,
  what: string,
  options: Pick<CallOptions, 'params' | 'query'> = {},
): Loaded<Answer<Name>> {
  const { client } = useServices()
  const task = useTask()
  const { run } = task
  const key = JSON.stringify(options)
  const [loaded, setLoaded] = useState<{ readonly key: string; readonly value: Answer<Name> }>()

  const reload = useCallback(() => {
    const asked = JSON.parse(key) as Pick<CallOptions, 'params' | 'query'> // what was put in above
    void run(what, ({ signal }) => client.call(name, null, { ...asked, signal })).then((answer) => {
      if (answer !== undefined) setLoaded({ key, value: answer })
    })
    // `what` changes with the language only: that must not fetch again
    // oxlint-disable-next-line react/exhaustive-deps
  }, [client, key, name, run])

  useEffect(reload, [reload])
  // an answer to another question is none
  return { value: loaded?.key === key ? loaded.value : undefined, task, reload }
}
