// A task pane in Chromium: the unmodified Office.js of the npm package, answered by a host of ours.
/// <reference types="office-js" />
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { emptyPage, readOfficeFile } from './officeFile.ts'
import type { OfficeHost } from './officeHost.ts'
import { installBridge } from './paneBridge.ts'
import { installMessenger, type ServedHost } from './serveHost.ts'

export interface PaneOptions {
  readonly host: OfficeHost
  /** A page of a running server; without it an empty page that only loads Office.js, and these scripts. */
  readonly url?: string
  /** The empty page of this server, which then answers for Excel too. */
  readonly served?: ServedHost
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

const origin = 'https://pane.test'

export async function openPane(browser: Browser, options: PaneOptions): Promise<Pane> {
  const { host, url, served, script, locale = 'zh-CN', width = 360 } = options
  const context = await browser.newContext({ viewport: { width, height: 720 }, locale })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  if (served) await context.addInitScript(installMessenger)
  else await context.exposeFunction('officeAnswer', (body: string) => host.answer(body))
  await context.addInitScript(installBridge, {
    excelApi: host.options.version,
    hostVersion: '16.0.14332.20000',
    locale,
  })
  await context.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/') await route.fulfill({ contentType: 'text/html', body: emptyPage })
    else if (pathname.startsWith('/office/'))
      await route.fulfill({ contentType: 'text/javascript', ...readOfficeFile(pathname.slice('/office/'.length)) })
    else await route.fulfill({ status: 404, body: '' })
  })
  await page.goto(url ?? served?.url ?? `${origin}/`)
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
