// What a command may do with the world around it; given by cli/main.ts, and by tests.
import type { Config } from '../config.ts'

export interface Terminal {
  /** Standard output: results. */
  out(text: string): void
  /** Standard error: what is said to people. */
  say(text: string): void
  /** One line that overwrites itself; nothing when nobody is looking. */
  progress(text: string): void
  readFile(path: string): Promise<Uint8Array>
  writeFile(path: string, bytes: Uint8Array | string): Promise<void>
  /** Settings from the environment. Throws a ConfigError. */
  config(): Config
  /** From the environment, or asked without echo; undefined: there is nobody to ask. */
  readPassword(prompt: string): Promise<string | undefined>
}

/** Exit codes, documented in the help. */
export const exitCodes = {
  ok: 0,
  /** The file was read and holds errors. */
  findings: 1,
  /** Wrong usage, or the file was refused. */
  refused: 2,
  /** The network, the server, the records or the disk said no. */
  world: 3,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
