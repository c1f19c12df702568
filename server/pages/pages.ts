// The built pages: only files that were listed from their folders can be asked for, so no path leads anywhere else.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'

export interface PageFile {
  readonly bytes: Uint8Array
  readonly contentType: string
  readonly cacheControl: string
  readonly etag: string
  readonly encoding: 'br' | 'gzip' | undefined
  /** The page itself, as against what it loads. */
  readonly isPage: boolean
}

export interface Pages {
  /** @param path decoded, from `/`; @param encodings what the client accepts */
  find(path: string, encodings: string): PageFile | undefined
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'text/xml; charset=utf-8',
}

export interface PageFolders {
  /** dist/addin. */
  readonly pages: string
  /** dist of @microsoft/office-js, served under /office/, or the address that stands in the pages instead. */
  readonly office?: { readonly folder: string } | { readonly address: string }
}

/** As the built pages name it. */
const ownOffice = 'src="/office/office.js"'

/** Files are read once and kept; a rebuilt folder is noticed by its start page. undefined: nothing was built. */
export function openPages(folders: PageFolders): Pages | undefined {
  const start = join(folders.pages, 'index.html')
  if (!existsSync(start)) return undefined
  let builtAt = statSync(start).mtimeMs
  let files = listFiles(folders)
  const kept = new Map<string, PageFile>()
  const refresh = (): void => {
    const now = existsSync(start) ? statSync(start).mtimeMs : builtAt
    if (now === builtAt) return
    builtAt = now
    files = listFiles(folders)
    kept.clear()
  }
  const load = (path: string, suffix: Suffix): PageFile | undefined => {
    const file = files.get(path + suffix)
    if (file === undefined) return undefined
    const known = kept.get(path + suffix)
    if (known !== undefined) return known
    const bytes = readFileSync(file)
    const loaded = toPageFile(path, suffix, path.endsWith('.html') ? stampOffice(bytes, folders.office) : bytes)
    kept.set(path + suffix, loaded)
    return loaded
  }
  return {
    find(path, encodings) {
      const wanted = path === '/' ? '/index.html' : path
      if (wanted.endsWith('.html')) refresh()
      if (!files.has(wanted)) return undefined
      const accepted = encodings.toLowerCase()
      return (
        (/\bbr\b/.test(accepted) ? load(wanted, '.br') : undefined) ??
        (/\bgzip\b/.test(accepted) ? load(wanted, '.gz') : undefined) ??
        load(wanted, '')
      )
    },
  }
}

type Suffix = '' | '.br' | '.gz'

/** Path as asked for → file on disk. */
function listFiles(folders: PageFolders): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  const list = (folder: string, prefix: string): void => {
    if (!existsSync(folder)) return
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const file = join(entry.parentPath, entry.name)
      files.set(prefix + file.slice(folder.length).replaceAll('\\', '/').replace(/^\/?/, '/'), file)
    }
  }
  list(folders.pages, '')
  if (folders.office && 'folder' in folders.office) list(folders.office.folder, '/office')
  return files
}

/** Pages are sent uncompressed, so the address of Office.js can be put in as they are read. */
function stampOffice(bytes: Uint8Array, office: PageFolders['office']): Uint8Array {
  if (office === undefined || !('address' in office)) return bytes
  const text = Buffer.from(bytes).toString('utf8')
  return text.includes(ownOffice) ? Buffer.from(text.replace(ownOffice, `src="${office.address}"`)) : bytes
}

function toPageFile(path: string, suffix: Suffix, bytes: Uint8Array): PageFile {
  const extension = extname(path)
  return {
    bytes,
    contentType: contentTypes[extension] ?? 'application/octet-stream',
    cacheControl: cacheControlOf(path),
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    encoding: suffix === '.br' ? 'br' : suffix === '.gz' ? 'gzip' : undefined,
    isPage: extension === '.html',
  }
}

function cacheControlOf(path: string): string {
  if (path.startsWith('/assets/')) return 'public, max-age=31536000, immutable'
  return path.startsWith('/office/') ? 'public, max-age=86400' : 'no-cache'
}
