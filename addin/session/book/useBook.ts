// The desk in React: opened once, kept fresh by hints from Excel and a look at the server now and then.
import { createContext, useContext, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { LiveWorkbook, WorkbookEvent } from '../../workbook/liveWorkbook.ts'
import { useServices } from '../services.ts'
import { createBookDesk, type BookDesk, type BookView } from './bookDesk.ts'
import { makeContextOf } from './unitKinds.ts'

/** Quiet time after the last hint before the sheets are looked at; at least twice what the last look took. */
const settleMs = 700
const askEveryMs = 60_000

const BookContext = createContext<BookDesk | null>(null)

export const BookProvider = BookContext.Provider

export function useBookDesk(): BookDesk {
  const desk = useContext(BookContext)
  if (!desk) throw new Error('no BookProvider above')
  return desk
}

export function useBook(): BookView {
  const desk = useBookDesk()
  return useSyncExternalStore(
    (listener) => desk.subscribe(listener),
    () => desk.view(),
  )
}

/** One desk per workbook. */
export function useNewDesk(workbook: LiveWorkbook): BookDesk {
  const { client, loadKinds, loadSheets, memory, now, newId } = useServices()
  return useMemo(
    () =>
      createBookDesk({
        workbook,
        client,
        loadKinds,
        loadSheets,
        contextOf: makeContextOf(memory, now),
        random: (count) => crypto.getRandomValues(new Uint8Array(count)),
        now,
        newId,
      }),
    [client, loadKinds, loadSheets, memory, newId, now, workbook],
  )
}

/** @param isSignedIn the server is asked only then @param userName for what the workbook remembers */
export function useFreshBook(desk: BookDesk, isSignedIn: boolean, userName: string): void {
  useEffect(() => desk.change({ userName }), [desk, userName])
  useEffect(() => {
    void desk.inTurn({}, () => desk.open())
    return followHints(desk)
  }, [desk])
  useEffect(() => {
    if (!isSignedIn) return undefined
    const ask = () => void desk.inTurn({}, () => desk.ask())
    ask()
    const timer = setInterval(ask, askEveryMs)
    addEventListener('focus', ask)
    addEventListener('online', ask)
    return () => {
      clearInterval(timer)
      removeEventListener('focus', ask)
      removeEventListener('online', ask)
    }
  }, [desk, isSignedIn])
}

/** Hints are gathered; what is true is found by looking (ADR 6). Returns how to stop. */
function followHints(desk: BookDesk): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastTookMs = 0
  const look = async () => {
    timer = undefined
    if (desk.view().stage !== 'open') return
    const began = performance.now()
    await desk.inTurn({}, () => desk.survey())
    lastTookMs = performance.now() - began
  }
  const listen = (event: WorkbookEvent) => {
    if (event.type === 'selected') desk.change({ selected: event.place })
    if (event.type === 'selected' || event.type === 'activated') return
    clearTimeout(timer)
    timer = setTimeout(() => void look(), Math.max(settleMs, lastTookMs * 2))
  }
  let isOver = false
  let stop: (() => Promise<void>) | undefined
  void desk.deps.workbook.watch(listen).then((watching) => {
    if (!watching.ok) return
    if (isOver) void watching.value()
    else stop = watching.value
  })
  return () => {
    isOver = true
    clearTimeout(timer)
    void stop?.()
  }
}
