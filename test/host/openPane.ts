// A task pane in Chromium: the unmodified Office.js of the npm package, answered by a host of ours.
/// <reference types="office-js" />
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { OfficeHost } from './officeHost.ts'
import { installBridge } from './paneBridge.ts'

export interface PaneOptions {
  readonly host: OfficeHost
  /** A page of a running server; without it an empty page that only loads Office.js, and these scripts. */
  readonly url?: string
  /** Run in the empty page once Office is ready. */
  readonly script?: string
  readonly locale?: string
  readonly width?: number
}

export interface Pane {
  readonly context: BrowserContext
  readonly page: Page
  /** What the console complained of, requests to other places, and errors of the page. */
  readonly complaints: readonly string[]
  /** Hands the host's waiting events to the page. */
  deliverEvents(): Promise<void>
  /** Presses a button of the ribbon that runs a function. */
  pressRibbon(command: string, functionName: string): Promise<void>
}

const officeFolder = join(dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')), 'dist')
const origin = 'https://pane.test'

export async function openPane(browser: Browser, options: PaneOptions): Promise<Pane> {
  const { host, url, script, locale = 'zh-CN', width = 360 } = options
  const context = await browser.newContext({ viewport: { width, height: 720 }, locale })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await context.exposeFunction('officeAnswer', (body: string) => host.answer(body))
  await context.addInitScript(installBridge, {
    excelApi: host.options.version,
    hostVersion: '16.0.14332.20000',
    locale,
  })
  await context.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/') await route.fulfill({ contentType: 'text/html', body: emptyPage })
    else if (pathname.startsWith('/office/')) await route.fulfill(officeFile(pathname.slice('/office/'.length)))
    else await route.fulfill({ status: 404, body: '' })
  })
  await page.goto(url ?? `${origin}/`)
  if (url === undefined) {
    await page.evaluate(() => Office.onReady())
    if (script !== undefined) await page.addScriptTag({ content: script })
  }
  return {
    context,
    page,
    complaints,
    async deliverEvents() {
      const events = host.takeEvents()
      if (events.length === 0) return
      await page.evaluate((raised) => {
        ;(window as unknown as { officeRaise(events: unknown): void }).officeRaise(raised)
      }, events)
    },
    async pressRibbon(command, functionName) {
      await page.evaluate(
        ([id, name]) => {
          ;(window as unknown as { officeRibbon(id: string, name: string): void }).officeRibbon(id, name)
        },
        [command, functionName] as const,
      )
    },
  }
}

const emptyPage =
  '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="icon" href="data:,"><script src="/office/office.js"></script></head><body></body></html>'

/** Files are asked for in lower case; what is missing (a locale) is answered with 404 and the library falls back. */
function officeFile(path: string): {
  readonly status: number
  readonly contentType?: string
  readonly body: Buffer | string
} {
  if (path.includes('..')) return { status: 404, body: '' }
  try {
    return { status: 200, contentType: 'text/javascript', body: readFileSync(join(officeFolder, path)) }
  } catch {
    return { status: 404, body: '' }
  }
}
