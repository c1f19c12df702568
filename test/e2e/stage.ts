// A real server, a real Chromium, and the people of a small union house: what every end-to-end test starts from.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../harness/browser.ts'
import { builtPages } from '../harness/pages.ts'
import { startTestServer, type TestServer } from '../harness/server.ts'

export const password = 'correct horse battery'

export interface Stage {
  readonly server: TestServer
  readonly browser: Browser
  /** Calls the API as somebody; throws with the answer when it refuses. */
  readonly call: (token: string, method: string, path: string, body?: unknown) => Promise<unknown>
  readonly signInByApi: (name: string) => Promise<string>
  readonly close: () => Promise<void>
}

/** @param clock of the server; the browser keeps its own */
export async function openStage(clock?: () => Date): Promise<Stage> {
  await builtPages()
  const server = await startTestServer(clock)
  const browser = await launchBrowser()
  const call: Stage['call'] = async (token, method, path, body) => {
    const response = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: {
        ...(token === '' ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return text === '' ? null : (JSON.parse(text) as unknown)
  }
  return {
    server,
    browser,
    call,
    async signInByApi(name) {
      const session = (await call('', 'POST', '/session', { name, password })) as { readonly token: string }
      return session.token
    },
    async close() {
      await browser.close()
      await server.stop()
    },
  }
}

export interface House {
  readonly unitId: string
  readonly admin: string
}

/** First administrator 小赵, a unit 示例厂工会, 王会计 (finance) and 李干事 (finance) in it. */
export async function settleHouse(stage: Stage): Promise<House> {
  const { call, server } = stage
  const first = (await call('', 'POST', '/setup', {
    code: server.setupCode,
    name: 'zhao',
    displayName: '赵管理',
    password,
    unitName: '示例市总工会',
    unitKind: 'county',
  })) as { readonly token: string; readonly user: { readonly grants: readonly { readonly unitId: string }[] } }
  const admin = first.token
  const top = ((await call(admin, 'GET', '/units')) as readonly { readonly id: string }[])[0]?.id ?? null
  const unit = (await call(admin, 'POST', '/units', { name: '示例厂工会', kind: 'primary', parentId: top })) as {
    readonly id: string
  }
  for (const [name, displayName] of [
    ['wang', '王会计'],
    ['li', '李干事'],
  ])
    await call(admin, 'POST', '/users', {
      name,
      displayName,
      password,
      grants: [{ role: 'finance', unitId: unit.id, kinds: [], department: null, from: null, to: null }],
    })
  return { unitId: unit.id, admin }
}

export interface Visit {
  readonly context: BrowserContext
  readonly page: Page
  /** What the browser's console complained of, and requests that failed. */
  readonly complaints: readonly string[]
}

export interface VisitOptions {
  readonly width?: number
  readonly height?: number
  readonly locale?: string
}

export async function visit(stage: Stage, options: VisitOptions = {}): Promise<Visit> {
  const { width = 1280, height = 800, locale = 'zh-CN' } = options
  const context = await stage.browser.newContext({ viewport: { width, height }, locale, acceptDownloads: true })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(stage.server.url)
  return { context, page, complaints }
}

export async function signIn(page: Page, name: string): Promise<void> {
  // whoever has just signed out may still see a page with another field of this name
  await page.getByRole('button', { name: '登录', exact: true }).waitFor()
  await page.getByLabel('用户名').fill(name)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { name: '我的表' }).waitFor()
}

export async function dropFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.getByRole('link', { name: '放入表格' }).click()
  const another = page.getByRole('button', { name: '换一个文件' })
  const chooser = page.locator('input[type=file]')
  await chooser.or(another).first().waitFor({ state: 'attached' })
  // the page may be on its way to a fresh one, and the button gone before it is reached
  while ((await chooser.count()) === 0) await another.click({ timeout: 1_000 }).catch(() => undefined)
  await chooser.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
}

export async function download(page: Page, button: string): Promise<Uint8Array> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).first().click(),
  ])
  const chunks: Buffer[] = []
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer)
  return new Uint8Array(Buffer.concat(chunks))
}
