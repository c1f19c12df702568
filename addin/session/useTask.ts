// One thing under way at a time: what it is, how far, how to stop it, how it ended.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Result } from '#shared/kernel/result.ts'
import type { Failure } from '../server/failure.ts'
import { useServices } from './services.ts'

export interface Progress {
  readonly sent: number
  readonly total: number
  /** `bytes` are said as well as drawn; default `bytes`. */
  readonly unit?: 'bytes' | 'cells'
}

export interface Running {
  /** What is being done, in words. */
  readonly what: string
  /** Milliseconds since 1970. */
  readonly startedAt: number
  readonly progress: Progress | null
}

/** What a job gets: its signal, and a way to say how far it is or what it does now. */
export interface JobContext {
  readonly signal: AbortSignal
  readonly report: (progress: Progress) => void
  /** The progress so far is forgotten, unless told again. */
  readonly rename: (what: string) => void
}

export interface Task {
  readonly running: Running | null
  readonly failure: Failure | null
  /** Starts a job; one that is still running is cancelled first. The value, or undefined when it failed or was replaced. */
  readonly run: <T>(what: string, job: (context: JobContext) => Promise<Result<T, Failure>>) => Promise<T | undefined>
  readonly cancel: () => void
  readonly forget: () => void
}

export function useTask(): Task {
  const { now } = useServices()
  const [running, setRunning] = useState<Running | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const controller = useRef<AbortController | null>(null)

  useEffect(() => () => controller.current?.abort(), [])

  const cancel = useCallback(() => controller.current?.abort(), [])
  const forget = useCallback(() => setFailure(null), [])
  const run = useCallback<Task['run']>(
    async (what, job) => {
      controller.current?.abort()
      const own = new AbortController()
      controller.current = own
      setFailure(null)
      setRunning({ what, startedAt: now().getTime(), progress: null })
      const change = (part: Partial<Running>) => {
        if (controller.current === own) setRunning((before) => before && { ...before, ...part })
      }
      const outcome = await job({
        signal: own.signal,
        report: (progress) => change({ progress }),
        rename: (next) => change({ what: next, progress: null }),
      })
      if (controller.current !== own) return undefined
      setRunning(null)
      if (outcome.ok) return outcome.value
      setFailure(outcome.error)
      return undefined
    },
    [now],
  )
  return useMemo(() => ({ running, failure, run, cancel, forget }), [running, failure, run, cancel, forget])
}
