// Long loops let the page draw and answer keys in between.

/** Work between two pauses, in milliseconds. */
const stretchMs = 15

/** Waits for the page's next turn when this stretch of work has taken long enough; to be called now and then. */
export function createBreath(): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < stretchMs) return undefined
    return new Promise((resolve) => {
      setTimeout(() => {
        since = performance.now()
        resolve()
      }, 0)
    })
  }
}
