// Where in the pane we are: the address after #. Ribbon buttons lead here as well.
import { useSyncExternalStore } from 'react'

export const panePages = [
  'sheets',
  'check',
  'publish',
  'record',
  'bind',
  'add',
  'receipts',
  'receipt',
  'doctor',
] as const

export type PanePage = (typeof panePages)[number]

export interface PaneRoute {
  readonly page: PanePage
  /** The receipt's push. */
  readonly id: string
  /** The page shall begin its work at once: a ribbon button was pressed. */
  readonly run: number
}

export function parsePaneRoute(hash: string): PaneRoute {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?')
  const [first = '', id = ''] = path.split('/')
  const page = panePages.find((each) => each === first) ?? 'sheets'
  return { page, id, run: Number(new URLSearchParams(query).get('run') ?? 0) }
}

/** @param run a number not used before, to begin anew on the page that is open */
export function toPaneHash(page: PanePage, more: { readonly id?: string; readonly run?: number } = {}): string {
  const id = more.id === undefined ? '' : `/${encodeURIComponent(more.id)}`
  return `#/${page === 'sheets' ? '' : page}${id}${more.run === undefined ? '' : `?run=${more.run}`}`
}

function subscribe(notify: () => void): () => void {
  addEventListener('hashchange', notify)
  return () => removeEventListener('hashchange', notify)
}

export function usePaneRoute(): PaneRoute {
  return parsePaneRoute(useSyncExternalStore(subscribe, () => location.hash))
}

export function goToPage(page: PanePage, more: { readonly id?: string; readonly run?: number } = {}): void {
  location.hash = toPaneHash(page, more)
}
