// One at a time, in the order asked.

export type Mutex = <T>(work: () => Promise<T>) => Promise<T>

export function makeMutex(): Mutex {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }
}
