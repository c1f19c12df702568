// Small looks that every page uses: lamps, what is under way, what went wrong.
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
} from '@fluentui/react-components'
import { useEffect, useState, type ReactNode } from 'react'
import type { Severity } from '#shared/kernel/finding.ts'
import type { Failure } from '../server/failure.ts'
import { useServices } from '../session/services.ts'
import { useLanguage } from '../session/useLanguage.ts'
import type { Running, Task } from '../session/useTask.ts'
import { showBytes } from '../strings/showWhen.ts'

export type LampColor = 'red' | 'yellow' | 'blue' | 'green' | 'grey'

export const lampOf: Readonly<Record<Severity, LampColor>> = { error: 'red', warning: 'yellow', hint: 'blue' }

const lampShapes: Readonly<Record<LampColor, string>> = {
  red: 'M4 1h8l3 3v8l-3 3H4l-3-3V4z',
  yellow: 'M8 1l7.5 14H.5z',
  blue: 'M8 .5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15z',
  green: 'M1 8.5l3-2.5 3 3L13 2l2.5 2.3L7 14z',
  grey: 'M1 6.5h14v3H1z',
}

export function LampShape({ color }: { readonly color: LampColor }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={lampShapes[color]} />
    </svg>
  )
}

/** Colour, shape and word: never colour alone. */
export function Lamp({ color, children }: { readonly color: LampColor; readonly children: ReactNode }) {
  return (
    <span className={`lamp lamp-${color}`}>
      <LampShape color={color} />
      <span>{children}</span>
    </span>
  )
}

function useElapsedSeconds(startedAt: number): number {
  const { now } = useServices()
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const tick = () => setSeconds(Math.floor((now().getTime() - startedAt) / 1000))
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [now, startedAt])
  return seconds
}

/** Never a spinner without words: what, how far, how long, and 取消. */
export function Busy({ running, onCancel }: { readonly running: Running; readonly onCancel: () => void }) {
  const { t } = useLanguage()
  const seconds = useElapsedSeconds(running.startedAt)
  const { progress } = running
  const share = progress && progress.total > 0 ? progress.sent / progress.total : undefined
  return (
    <div className="busy">
      <div className="busy-line">
        <output>{running.what}…</output>
        {progress && progress.unit !== 'cells' && share !== undefined && share < 1 && (
          <span className="number">
            {t.bytesSent(showBytes(progress.sent), showBytes(progress.total), Math.floor(share * 100))}
          </span>
        )}
        {seconds > 0 && <span className="quiet number">{t.seconds(seconds)}</span>}
        <Button size="small" onClick={onCancel}>
          {t.cancel}
        </Button>
      </div>
      <ProgressBar
        aria-label={running.what}
        shape="square"
        {...(share !== undefined && share < 1 ? { value: share } : {})}
      />
    </div>
  )
}

export function FailureBar({ failure, onRetry }: { readonly failure: Failure; readonly onRetry?: () => void }) {
  const { t } = useLanguage()
  const isCancelled = failure.kind === 'cancelled'
  return (
    <MessageBar intent={isCancelled ? 'info' : 'error'} layout="multiline" role={isCancelled ? 'status' : 'alert'}>
      <MessageBarBody>
        {!isCancelled && <MessageBarTitle>{t.problem.title}</MessageBarTitle>}
        {failure.kind === 'problem'
          ? failure.problem.detail
          : failure.kind === 'network'
            ? t.problem.network
            : t.problem.cancelled}
        {failure.kind === 'problem' && (
          <details className="quiet">
            <summary>{t.more}</summary>
            {[failure.problem.code, failure.problem.requestId && t.problem.reference(failure.problem.requestId)]
              .filter((part) => part !== '')
              .join(' · ')}
          </details>
        )}
      </MessageBarBody>
      {onRetry && (
        <MessageBarActions>
          <Button size="small" onClick={onRetry}>
            {t.retry}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  )
}

export interface TaskStatusProps {
  readonly task: Pick<Task, 'running' | 'failure' | 'cancel'>
  readonly onRetry?: () => void
}

/** What a task is doing, or why it failed; nothing when it rests. */
export function TaskStatus({ task, onRetry }: TaskStatusProps) {
  if (task.running) return <Busy running={task.running} onCancel={task.cancel} />
  if (task.failure) return <FailureBar failure={task.failure} {...(onRetry ? { onRetry } : {})} />
  return null
}

/** A good ending, said once and read out. */
export function Done({ children }: { readonly children: ReactNode }) {
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>
        <output>{children}</output>
      </MessageBarBody>
    </MessageBar>
  )
}

/** A part of a page with its heading. */
export function Part({
  title,
  aside,
  children,
}: {
  readonly title: string
  readonly aside?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section className="part" aria-label={title}>
      <div className="part-head">
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
