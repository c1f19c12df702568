// Security headers of every answer (toolchain.md §5, reliability.md §2.1).

/** Griffel adds an empty `<style>` and fills it through the CSSOM: the hash of nothing is enough. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"

/** Hosts that frame add-ins in Excel on the web. Microsoft gives no list; the last two are those of 21Vianet. */
export const officeHosts: readonly string[] = [
  'https://*.officeapps.live.com',
  'https://*.office.com',
  'https://*.sharepoint.com',
  'https://*.microsoft365.com',
  'https://*.cloud.microsoft',
  'https://onedrive.live.com',
  'https://*.partner.office365.cn',
  'https://*.sharepoint.cn',
]

export interface HeaderSettings {
  readonly hsts: boolean
  readonly frameAncestors: readonly string[]
  /** Besides our own. */
  readonly scriptOrigins: readonly string[]
}

export function securityHeaders(settings: HeaderSettings, for_: 'api' | 'page'): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': for_ === 'api' ? apiPolicy : pagePolicy(settings),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'X-Robots-Tag': 'noindex, nofollow',
    ...(settings.hsts ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  }
}

const apiPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

function pagePolicy({ frameAncestors, scriptOrigins }: HeaderSettings): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scriptOrigins].join(' '),
    "connect-src 'self'",
    `style-src 'self' ${emptyStyle}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    `frame-ancestors ${["'self'", ...frameAncestors].join(' ')}`,
  ].join('; ')
}
