// 环境体检: facts of this computer → one line each, with what to tell the IT desk where something is not right.
import type { Hello } from '#shared/sync/record.ts'
import type { Strings } from '../../strings/zh-Hans.ts'
import type { HostFacts } from '../../workbook/liveWorkbook.ts'
import { nameWebView } from './webView.ts'

export interface EnvironmentFacts {
  /** null: not in Excel. */
  readonly host: HostFacts | null
  /** ExcelApi that all of 同表 needs. */
  readonly neededApi: string
  /** navigator.userAgent */
  readonly agent: string
  /** Of this page: scheme, host, port. */
  readonly origin: string
  readonly server: ServerFacts
  /** Of this computer. */
  readonly now: Date
  readonly hasStorage: boolean
}

export type ServerFacts =
  | { readonly answer: 'fine'; readonly ms: number; readonly hello: Hello }
  | { readonly answer: 'unreachable' }
  /** Something answered that is not ours: a proxy, a gateway. */
  | { readonly answer: 'foreign' }

export type CheckName = keyof Strings['book']['doctor']['name']

export interface CheckUp {
  readonly name: CheckName
  readonly state: 'good' | 'warn' | 'bad'
  readonly said: string
  readonly forIt?: string
}

/** Protocol that this pane speaks. */
const api = 1
/** A certificate or a day's end goes wrong beyond it. */
const clockMinutes = 5

export function examine(facts: EnvironmentFacts, t: Strings): readonly CheckUp[] {
  return [
    ofHost(facts, t),
    ofVersion(facts, t),
    ofApi(facts, t),
    ofWebView(facts, t),
    ofServer(facts, t),
    ofCertificate(facts, t),
    ofClock(facts, t),
    ofStorage(facts, t),
  ]
}

/** All lines as one text, to be sent to the IT desk. */
export function toReportText(checks: readonly CheckUp[], facts: EnvironmentFacts, t: Strings): string {
  const words = t.book.doctor
  const lines = checks.map(({ name, state, said }) => `[${words.state[state]}] ${words.name[name]}：${said}`)
  const asked = checks.flatMap(({ forIt }) => (forIt === undefined ? [] : [`- ${forIt}`]))
  const head = `${t.productName} ${words.title} ${facts.now.toISOString()}`
  return [head, ...lines, ...(asked.length > 0 ? [words.forIt, ...asked] : []), facts.agent].join('\n')
}

function ofHost({ host }: EnvironmentFacts, t: Strings): CheckUp {
  const words = t.book.doctor.host
  return { name: 'host', state: 'good', said: host ? words.excel(host.platform) : words.browser }
}

function ofVersion({ host }: EnvironmentFacts, t: Strings): CheckUp {
  const words = t.book.doctor.version
  return { name: 'version', state: 'good', said: host ? words.is(host.version) : words.none }
}

function ofApi({ host, neededApi }: EnvironmentFacts, t: Strings): CheckUp {
  const words = t.book.doctor.api
  if (!host) return { name: 'api', state: 'good', said: words.none }
  if (host.isEnough) return { name: 'api', state: 'good', said: words.enough(host.excelApi) }
  const forIt = words.it(host.excelApi, neededApi)
  return { name: 'api', state: 'bad', said: words.old(host.excelApi, neededApi), forIt }
}

function ofWebView({ agent }: EnvironmentFacts, t: Strings): CheckUp {
  const words = t.book.doctor.webView
  const { name, version, isEnough } = nameWebView(agent)
  if (isEnough) return { name: 'webView', state: 'good', said: words.is(name, version) }
  return { name: 'webView', state: 'bad', said: words.old(`${name} ${version}`), forIt: words.it }
}

function ofServer({ server, origin }: EnvironmentFacts, t: Strings): CheckUp {
  const words = t.book.doctor.server
  switch (server.answer) {
    case 'unreachable':
      return { name: 'server', state: 'bad', said: words.unreachable, forIt: words.it(origin) }
    case 'foreign':
      return { name: 'server', state: 'bad', said: words.foreign, forIt: words.itForeign(origin) }
    case 'fine': {
      const { min, max } = server.hello.api
      return api < min || api > max
        ? { name: 'server', state: 'bad', said: words.newer }
        : { name: 'server', state: 'good', said: words.fine(server.ms) }
    }
  }
}

function ofCertificate({ origin }: EnvironmentFacts, t: Strings): CheckUp {
  const words = t.book.doctor.certificate
  if (origin.startsWith('https:')) return { name: 'certificate', state: 'good', said: words.fine }
  const isLocal = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin)
  if (isLocal) return { name: 'certificate', state: 'good', said: words.local }
  return { name: 'certificate', state: 'bad', said: words.plain, forIt: words.it(origin) }
}

function ofClock({ server, now }: EnvironmentFacts, t: Strings): CheckUp {
  const words = t.book.doctor.clock
  if (server.answer !== 'fine') return { name: 'clock', state: 'warn', said: words.unknown }
  const minutes = Math.round(Math.abs(now.getTime() - Date.parse(server.hello.serverTime)) / 60_000)
  if (minutes < clockMinutes) return { name: 'clock', state: 'good', said: words.fine }
  return { name: 'clock', state: 'warn', said: words.off(minutes), forIt: words.it(minutes) }
}

function ofStorage({ hasStorage }: EnvironmentFacts, t: Strings): CheckUp {
  const words = t.book.doctor.storage
  if (hasStorage) return { name: 'storage', state: 'good', said: words.fine }
  return { name: 'storage', state: 'warn', said: words.none, forIt: words.it }
}
