// What is written to the log: an allow-list of facts, never bodies, values, names, tokens, addresses or query strings.
import pino from 'pino'

/** One line. Every field is listed here; nothing else can get in. */
export interface LogEvent {
  readonly event:
    | 'request'
    | 'started'
    | 'stopping'
    | 'stopped'
    | 'failed'
    | 'sign-in'
    | 'sign-in-failed'
    | 'sign-in-throttled'
    | 'sign-out'
    | 'session-ended'
    | 'password-changed'
    | 'set-up'
    | 'user-created'
    | 'user-disabled'
    | 'grants-changed'
    | 'unit-created'
    | 'administration-refused'
    | 'rights-changed'
    | 'rights-refused'
    | 'policy-changed'
    | 'policy-refused'
    | 'unchanged-heads'
  readonly requestId?: string
  /** Id, not name. */
  readonly userId?: string
  /** Name of the route in the contract, not the path asked for. */
  readonly route?: string
  readonly method?: string
  readonly status?: number
  readonly code?: string
  readonly durationMs?: number
  readonly bytes?: number
  readonly count?: number
  /** Class and code of an error and the places in our code it went through; its message may hold values. */
  readonly error?: { readonly name: string; readonly code: string; readonly frames: readonly string[] }
}

export type Log = (event: LogEvent) => void

const fields: readonly (keyof LogEvent)[] = [
  'event', 'requestId', 'userId', 'route', 'method', 'status', 'code', 'durationMs', 'bytes', 'count', 'error',
] // prettier-ignore

/** JSON lines in UTC; control characters are escaped by JSON itself. @param destination where lines go; standard output by default */
export function createLog(destination?: { write(line: string): void }): Log {
  const options: pino.LoggerOptions = { base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'message' }
  const logger = destination ? pino(options, destination) : pino(options)
  return (event) => {
    const line: Record<string, unknown> = {}
    for (const field of fields) if (event[field] !== undefined) line[field] = event[field]
    if (event.event === 'failed' || (event.status ?? 0) >= 500) logger.error(line)
    else logger.info(line)
  }
}

/** Class, code and places of an error, without its message. */
export function describeError(error: unknown): NonNullable<LogEvent['error']> {
  const name = error instanceof Error ? error.name : typeof error
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code).slice(0, 60) : ''
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const frames = stack
    .split('\n')
    .flatMap((line) => /^\s+at (?:.*[\\/])?((?:server|shared)[\\/][^)]*)\)?$/.exec(line)?.[1] ?? [])
  return { name, code, frames: frames.slice(0, 8) }
}
