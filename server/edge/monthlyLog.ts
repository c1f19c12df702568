// Log lines in one file a month, so that half a year can be kept and the rest deleted by hand.
import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** Written at once: the last line before a crash is the one that is needed. */
export function monthlyLog(folder: string, clock: () => Date): { write(line: string): void } {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return {
    write: (line) => {
      const month = clock().toISOString().slice(0, 7)
      appendFileSync(join(folder, `tongbiao-${month}.log`), line, { mode: 0o600 })
    },
  }
}
