// Light or dark as Office is, or as the browser is where there is no Office. High contrast is the system's own doing.

/** For useSyncExternalStore. */
export interface Shade {
  readonly isDark: () => boolean
  readonly subscribe: (listener: () => void) => () => void
}

/** Perceived brightness of `#rrggbb`, 0–1; undefined for anything else. */
export function brightness(color: string): number | undefined {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color)
  if (!match) return undefined
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => Number.parseInt(part, 16) / 255)
  return 0.299 * red + 0.587 * green + 0.114 * blue
}

export function followOfficeTheme(): Shade {
  const media = matchMedia('(prefers-color-scheme: dark)')
  const office = typeof Office === 'undefined' ? undefined : Office.context.officeTheme
  const own = office ? brightness(office.bodyBackgroundColor) : undefined
  let isDark = own === undefined ? media.matches : own < 0.5
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
  return {
    isDark: () => isDark,
    subscribe(listener) {
      if (own !== undefined) return () => {}
      const change = () => {
        isDark = media.matches
        document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
        listener()
      }
      media.addEventListener('change', change)
      return () => media.removeEventListener('change', change)
    },
  }
}
