// Where in the app we are: the address after #.
import { useSyncExternalStore } from 'react'

export type Route =
  | { readonly page: 'home' | 'file' | 'pushes' | 'admin' | 'account' | 'unknown' }
  | {
      readonly page: 'sheet'
      readonly unitId: string
      readonly kind: string
      readonly year: number
      /** Only this one is listed at first. */
      readonly record?: string
    }
  | { readonly page: 'report'; readonly name: string; readonly unitId: string; readonly year: number }
  | { readonly page: 'receipt'; readonly pushId: string }

export function parseRoute(hash: string): Route {
  const parts = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decodePart)
  const [page = '', ...rest] = parts
  if (page === '') return { page: 'home' }
  if (page === 'sheet' && (rest.length === 3 || rest.length === 4) && /^\d{4}$/.test(rest[2] ?? '')) {
    const place = { page, unitId: rest[0] ?? '', kind: rest[1] ?? '', year: Number(rest[2]) } as const
    return rest[3] ? { ...place, record: rest[3] } : place
  }
  if (page === 'report' && rest.length === 3 && /^\d{4}$/.test(rest[2] ?? ''))
    return { page, name: rest[0] ?? '', unitId: rest[1] ?? '', year: Number(rest[2]) }
  if (page === 'receipt' && rest.length === 1) return { page, pushId: rest[0] ?? '' }
  if (rest.length === 0 && (page === 'file' || page === 'pushes' || page === 'admin' || page === 'account'))
    return { page }
  return { page: 'unknown' }
}

export function toHash(route: Route): string {
  switch (route.page) {
    case 'home':
    case 'unknown':
      return '#/'
    case 'sheet':
      return `#/sheet/${[route.unitId, route.kind, String(route.year), ...(route.record === undefined ? [] : [route.record])].map(encodeURIComponent).join('/')}`
    case 'report':
      return `#/report/${encodeURIComponent(route.name)}/${encodeURIComponent(route.unitId)}/${route.year}`
    case 'receipt':
      return `#/receipt/${encodeURIComponent(route.pushId)}`
    default:
      return `#/${route.page}`
  }
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function subscribe(notify: () => void): () => void {
  addEventListener('hashchange', notify)
  return () => removeEventListener('hashchange', notify)
}

let visits = 0
const visitListeners = new Set<() => void>()

/** The link of the page we are on was pressed again: it is opened afresh. */
export function revisit(): void {
  visits += 1
  for (const listener of visitListeners) listener()
}

function subscribeToVisits(notify: () => void): () => void {
  visitListeners.add(notify)
  return () => visitListeners.delete(notify)
}

/** Rises with each revisit. */
export function useVisits(): number {
  return useSyncExternalStore(subscribeToVisits, () => visits)
}

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => location.hash))
}

export function goTo(route: Route): void {
  location.hash = toHash(route)
}
