// Long loops let the page draw and answer keys in between.

/** Work between two pauses, in milliseconds. */
const stretchMs = 15

/** A message, not a timer: browsers hold back timers that follow each other by four milliseconds. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}

/** Waits for the page's next turn when this stretch of work has taken long enough; to be called now and then. */
export function createBreath(): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < stretchMs) return undefined
    return nextTurn().then(() => {
      since = performance.now()
    })
  }
}
