// A form that opens where a button was takes the focus, and gives it back to its part of the page when it goes.
import { useEffect, useRef, type RefObject } from 'react'

/** @returns to be put on the form; the part it stands in is the nearest `section` that may be focused */
export function useFormFocus<T extends HTMLElement>(): RefObject<T | null> {
  const form = useRef<T>(null)
  useEffect(() => {
    const opener = document.activeElement
    const part = form.current?.closest<HTMLElement>('section[tabindex]')
    form.current?.querySelector<HTMLElement>('select, textarea, input')?.focus()
    return () => {
      // whatever has been focused meanwhile keeps the focus
      setTimeout(() => {
        if (document.activeElement !== document.body) return
        if (opener instanceof HTMLElement && opener !== document.body && opener.isConnected) opener.focus()
        else part?.focus()
      })
    }
  }, [])
  return form
}
