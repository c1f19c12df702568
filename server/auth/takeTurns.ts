// Few at a time, the rest in a short queue: for work that takes memory (scrypt: 128 MiB each).
import { err, ok, type Result } from '#shared/kernel/result.ts'

export interface Turns {
  /** Runs `work` when it is its turn; `busy` at once when the queue is full. */
  take<T>(work: () => Promise<T>): Promise<Result<T, 'busy'>>
}

export function takeTurns(limits: { readonly atOnce: number; readonly waiting: number }): Turns {
  let running = 0
  const queue: (() => void)[] = []
  return {
    async take(work) {
      if (running >= limits.atOnce) {
        if (queue.length >= limits.waiting) return err('busy')
        await new Promise<void>((resolve) => queue.push(resolve))
      } else running++
      try {
        return ok(await work())
      } finally {
        const next = queue.shift()
        if (next) next()
        else running--
      }
    },
  }
}
