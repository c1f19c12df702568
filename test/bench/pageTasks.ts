// How long a page stands still: the tasks of its own thread, as the browser traces them.
import type { Browser } from 'playwright-core'

export interface TaskFigures {
  /** The longest task, ms of wall time: other work on the machine is counted, too. */
  readonly longestMs: number
  /** The task that took the thread the most CPU time, ms. */
  readonly longestCpuMs: number
  /** Tasks of more than 50 ms of wall time, and of CPU time. */
  readonly over50: number
  readonly over50Cpu: number
}

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** µs of wall time, and of the thread's CPU time. */
  readonly dur?: number
  readonly tdur?: number
  readonly args: { readonly name?: string }
}

const categories = ['disabled-by-default-devtools.timeline']

/** The tasks of all pages of the browser while `work` runs; a task that begins or ends outside of it counts whole. */
export async function traceTasks<T>(browser: Browser, work: () => Promise<T>): Promise<readonly [T, TaskFigures]> {
  const session = await browser.newBrowserCDPSession()
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as readonly TraceEvent[])
      if (event.name === 'RunTask' || event.name === 'thread_name') events.push(event)
  })
  const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories },
  })
  const value = await work()
  await session.send('Tracing.end')
  await ended
  await session.detach()
  return [value, toFigures(events)]
}

function toFigures(events: readonly TraceEvent[]): TaskFigures {
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}/${tid}`
  const pages = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf),
  )
  const tasks = events.filter((event) => event.name === 'RunTask' && pages.has(threadOf(event)))
  if (tasks.length === 0) throw new Error('the browser traced no task')
  const most = (times: readonly number[]): number => times.reduce((top, time) => Math.max(top, time), 0)
  const wall = tasks.map(({ dur = 0 }) => dur / 1000)
  const cpu = tasks.map(({ tdur = 0 }) => tdur / 1000)
  const over50 = (times: readonly number[]): number => times.filter((time) => time > 50).length
  return { longestMs: most(wall), longestCpuMs: most(cpu), over50: over50(wall), over50Cpu: over50(cpu) }
}
