// One GET of a page or of what a page loads.
import { securityHeaders, type HeaderSettings } from '../request/headers.ts'
import type { PageFile, Pages } from './pages.ts'

/** undefined: no such page. An address without extension is a place inside the app: its start page. */
export function servePage(pages: Pages, request: Request, settings: HeaderSettings): Response | undefined {
  const path = decodePath(new URL(request.url).pathname)
  if (path === undefined || path.startsWith('/api/')) return undefined
  const encodings = request.headers.get('accept-encoding') ?? ''
  const isPlace = !/\.[a-z0-9]+$/i.test(path) && (request.headers.get('accept') ?? '').includes('text/html')
  const file = pages.find(path, encodings) ?? (isPlace ? pages.find('/index.html', encodings) : undefined)
  return file && respond(file, request, settings)
}

function decodePath(pathname: string): string | undefined {
  try {
    const path = decodeURIComponent(pathname)
    return /[\0\\]|\/\//.test(path) ? undefined : path
  } catch {
    return undefined
  }
}

function respond(file: PageFile, request: Request, settings: HeaderSettings): Response {
  const headers = new Headers({
    'Content-Type': file.contentType,
    'Cache-Control': file.cacheControl,
    ETag: file.etag,
    Vary: 'Accept-Encoding',
    ...(file.encoding ? { 'Content-Encoding': file.encoding } : {}),
    ...securityHeaders(settings, 'page'),
  })
  if (request.headers.get('if-none-match') === file.etag) return new Response(null, { status: 304, headers })
  headers.set('Content-Length', String(file.bytes.byteLength))
  return new Response(request.method === 'HEAD' ? null : (file.bytes as Uint8Array<ArrayBuffer>), { headers })
}
