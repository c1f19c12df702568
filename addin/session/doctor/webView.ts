// Which browser engine shows this page, from its user agent, and whether it is new enough for what is built.

export interface WebView {
  readonly name: string
  /** '' where it does not say. */
  readonly version: string
  readonly isEnough: boolean
}

interface Engine {
  readonly name: string
  readonly pattern: RegExp
  /** Oldest major version that the pages are built for (vite.config.ts); undefined: none is new enough. */
  readonly oldest: number | undefined
}

/** The first that matches; each also calls itself by the names of those below. */
const engines: readonly Engine[] = [
  { name: 'Internet Explorer', pattern: /(?:MSIE |Trident\/.*rv:)(\d+)/, oldest: undefined },
  { name: 'EdgeHTML', pattern: /Edge\/(\d+)/, oldest: undefined },
  { name: 'Edge WebView2', pattern: /Edg\/(\d+)/, oldest: 109 },
  { name: 'Chromium', pattern: /Chrome\/(\d+)/, oldest: 109 },
  { name: 'Safari', pattern: /Version\/(\d+)[\d.]* .*Safari/, oldest: 15 },
  { name: 'WebKit', pattern: /AppleWebKit\/(\d+)/, oldest: 605 },
  { name: 'Firefox', pattern: /Firefox\/(\d+)/, oldest: 115 },
]

export function nameWebView(agent: string): WebView {
  for (const { name, pattern, oldest } of engines) {
    const found = pattern.exec(agent)
    if (!found) continue
    const version = found[1] ?? ''
    return { name, version, isEnough: oldest !== undefined && Number(version) >= oldest }
  }
  return { name: agent.split(' ')[0] ?? '', version: '', isEnough: false }
}
