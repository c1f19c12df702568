// Where ids of new things come from on a page: the browser's randomness, and the time as the page knows it.
import { useMemo } from 'react'
import type { IdSource } from '#shared/sync/newId.ts'
import { useServices } from './services.ts'

export function useIds(): IdSource {
  const { now } = useServices()
  return useMemo(
    () => ({
      now: () => now().getTime(),
      random: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
    }),
    [now],
  )
}
