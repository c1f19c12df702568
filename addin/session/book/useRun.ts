// Begins a page's work once for each press of a ribbon button.
import { useEffect, useRef } from 'react'

/** @param run 0: nobody pressed; every other number is one press */
export function useRun(run: number, begin: () => void): void {
  const done = useRef(0)
  useEffect(() => {
    if (run === 0 || done.current === run) return
    done.current = run
    begin()
  })
}
