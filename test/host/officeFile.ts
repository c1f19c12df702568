// The files of the unmodified Office.js.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const folder = join(dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')), 'dist')

/** The empty page that only loads the library. */
export const emptyPage =
  '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="icon" href="data:,"><script src="/office/office.js"></script></head><body></body></html>'

/** Files are asked for in lower case; what is missing (a locale) is answered with 404 and the library falls back. */
export function readOfficeFile(path: string): { readonly status: number; readonly body: Buffer | string } {
  if (path.includes('..')) return { status: 404, body: '' }
  try {
    return { status: 200, body: readFileSync(join(folder, path)) }
  } catch {
    return { status: 404, body: '' }
  }
}
