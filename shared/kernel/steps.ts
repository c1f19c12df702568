// Long work in steps: the same work in one go, or with room for others between two steps.

/** Every `yield` is a place where others may come in between; what comes out does not depend on whether they do. */
export type Steps<T> = Generator<undefined, T, undefined>

/** Asked between two steps; undefined: go on at once. */
export type Pause = () => Promise<void> | undefined

/** Rows between two steps. */
export const rowsOfStep = 250

export function inOneGo<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/** @param pause undefined: in one go */
export async function withPauses<T>(steps: Steps<T>, pause: Pause | undefined): Promise<T> {
  if (!pause) return inOneGo(steps)
  for (;;) {
    const waiting = pause()
    if (waiting) await waiting
    const { done, value } = steps.next()
    if (done === true) return value
  }
}
