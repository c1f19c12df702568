// Is there room for a whole row, or is this a pane?
import { useSyncExternalStore } from 'react'

const query = '(max-width: 640px)'

function subscribe(notify: () => void): () => void {
  const media = matchMedia(query)
  media.addEventListener('change', notify)
  return () => media.removeEventListener('change', notify)
}

export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}
