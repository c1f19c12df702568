// The pages: only listed files, the right headers, compressed where the client takes it, a rebuilt folder is noticed.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPages, type Pages } from '#server/pages/pages.ts'
import { servePage } from '#server/pages/servePage.ts'
import { officeHosts } from '#server/request/headers.ts'

const folder = mkdtempSync(join(tmpdir(), 'tongbiao-pages-'))
const settings = { hsts: false, frameAncestors: officeHosts, scriptOrigins: [] }
let pages: Pages

beforeAll(() => {
  mkdirSync(join(folder, 'dist', 'assets'), { recursive: true })
  mkdirSync(join(folder, 'office', 'zh-cn'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'dist', 'index.html'), '<!doctype html>one')
  writeFileSync(join(folder, 'dist', 'assets', 'a.js'), 'plain')
  writeFileSync(join(folder, 'dist', 'assets', 'a.js.br'), 'br')
  writeFileSync(join(folder, 'dist', 'assets', 'a.js.gz'), 'gz')
  writeFileSync(join(folder, 'office', 'office.js'), 'office')
  writeFileSync(join(folder, 'office', 'zh-cn', 'office_strings.js'), 'strings')
  const opened = openPages({ pages: join(folder, 'dist'), office: { folder: join(folder, 'office') } })
  if (opened === undefined) throw new Error('no pages')
  pages = opened
})
afterAll(() => rmSync(folder, { recursive: true }))

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  servePage(pages, new Request(`http://localhost${path}`, { method, headers }), settings)

describe('pages', () => {
  it('are not there before they are built', () => {
    expect(openPages({ pages: join(folder, 'nowhere') })).toBeUndefined()
  })

  it('come with a policy that lets nothing in but our own, and Office as the only frame', async () => {
    const page = get('/')
    expect(await page?.text()).toBe('<!doctype html>one')
    const policy = page?.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'; script-src 'self'; connect-src 'self'")
    expect(policy).toContain("style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='")
    expect(policy).toContain("object-src 'none'; frame-ancestors 'self' https://*.officeapps.live.com")
    expect(policy).not.toMatch(/unsafe/)
    expect(page?.headers.get('cache-control')).toBe('no-cache')
    expect(page?.headers.get('x-frame-options')).toBeNull()
  })

  it('assets are kept for ever and sent as the client takes them', async () => {
    for (const [accepts, body, encoding] of [
      ['gzip, deflate, br', 'br', 'br'],
      ['gzip', 'gz', 'gzip'],
      ['', 'plain', null],
    ] as const) {
      const asset = get('/assets/a.js', { 'Accept-Encoding': accepts })
      expect([await asset?.text(), asset?.headers.get('content-encoding')]).toEqual([body, encoding])
      expect(asset?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(asset?.headers.get('vary')).toBe('Accept-Encoding')
      expect(asset?.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    }
    expect(get('/office/office.js')?.headers.get('cache-control')).toBe('public, max-age=86400')
    expect(await get('/office/zh-cn/office_strings.js')?.text()).toBe('strings')
  })

  it('answer 304 for what the client has, and no body for HEAD', async () => {
    const tag = get('/')?.headers.get('etag') ?? ''
    expect(get('/', { 'If-None-Match': tag })?.status).toBe(304)
    const head = get('/', {}, 'HEAD')
    expect([head?.status, head?.headers.get('content-length'), await head?.text()]).toEqual([200, '18', ''])
  })

  it('a place inside the app is its start page; anything else is nothing', async () => {
    expect(await get('/sheets/u1', { Accept: 'text/html' })?.text()).toContain('one')
    expect(get('/sheets/u1', { Accept: 'application/json' })).toBeUndefined()
    for (const path of [
      '/nope.js',
      '/assets/b.js',
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets/..%5c..%5csecret.txt',
      '/%00',
      '/%zz',
      '/api/v1/x',
      '//secret.txt',
    ])
      expect([path, get(path, { Accept: '*/*' })]).toEqual([path, undefined])
  })

  it('a rebuilt folder is noticed', async () => {
    const file = join(folder, 'dist', 'index.html')
    writeFileSync(file, '<!doctype html>two')
    utimesSync(file, new Date(), new Date(Date.now() + 5000))
    expect(await get('/')?.text()).toBe('<!doctype html>two')
  })
})
