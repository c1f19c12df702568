// Marks when the first page of the pane is drawn; what the other pages need is loaded after it, not beside it.
import { useEffect } from 'react'
import { useServices } from '../../session/services.ts'
import { loadLaterPages } from './laterPages.ts'

/** Name of the mark in the browser's timeline. */
const firstPageMark = 'tongbiao.first-page'

/** Stands beside a page, within what waits for it. */
export function FirstPage() {
  const { loadSheets } = useServices()
  useEffect(() => {
    if (performance.getEntriesByName(firstPageMark).length === 0) performance.mark(firstPageMark)
    // A pane that is not in sight draws no frames, but its timers run.
    const timer = setTimeout(() => void loadSheets().then(loadLaterPages), 0)
    return () => clearTimeout(timer)
  }, [loadSheets])
  return null
}
