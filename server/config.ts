// Settings from the environment. The only reader of process.env.
import { isAbsolute, resolve } from 'node:path'
import { officeHosts } from './request/headers.ts'

export interface Config {
  readonly host: string
  readonly port: number
  readonly dataDir: string
  /** `postgres://…`, or a SQLite file. */
  readonly databaseUrl: string
  readonly tls: TlsChoice
  readonly trustedProxies: readonly string[]
  /** One person's pushes, pulls and exports are counted (server/request/rates.ts). */
  readonly hasRateLimits: boolean
  readonly frameAncestors: readonly string[]
  /** `stdout`, or a folder for monthly files. */
  readonly log: 'stdout' | { readonly folder: string }
  /** Address of office.js; null: served from here, as the npm package has it. */
  readonly officeScript: string | null
}

export type TlsChoice =
  /** Loopback, or behind a proxy that ends TLS. */
  | { readonly mode: 'plain' }
  | { readonly mode: 'files'; readonly cert: string; readonly key: string }
  /** A local authority and certificate in `folder`, made at first start. */
  | { readonly mode: 'local'; readonly folder: string }

/** Wrong settings, said so that people can mend them. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1'])

export function isLoopback(host: string): boolean {
  return loopback.has(host)
}

/** @param environment process.env where the product runs; a plain object in tests */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const read = (name: string): string | undefined => {
    const value = environment[name]?.trim()
    return value === '' ? undefined : value
  }
  const host = read('HOST') ?? '127.0.0.1'
  const dataDir = resolve(read('DATA_DIR') ?? 'data')
  const trustedProxies = readList(read('BEHIND_PROXY'))
  const log = read('LOG')
  return {
    host,
    port: readPort(read('PORT')),
    dataDir,
    databaseUrl: readDatabase(read('DATABASE_URL'), dataDir),
    tls: readTls(read, { host, dataDir, behindProxy: trustedProxies.length > 0 }),
    trustedProxies,
    hasRateLimits: read('RATE_LIMITS') !== 'off',
    frameAncestors: readAncestors(read('FRAME_ANCESTORS')),
    log: log === 'stdout' ? 'stdout' : { folder: log === undefined ? resolve(dataDir, 'log') : resolve(log) },
    officeScript: readOffice(read('OFFICE_JS')),
  }
}

/** The same settings over records of their own below the data folder, always on this machine alone. */
export function asDemo(config: Config): Config {
  const dataDir = resolve(config.dataDir, 'demo')
  return { ...config, dataDir, databaseUrl: resolve(dataDir, 'tongbiao.db'), host: '127.0.0.1', tls: { mode: 'plain' } }
}

function readPort(text: string | undefined): number {
  if (text === undefined) return 3000
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new ConfigError(`PORT 应是 0 到 65535 的整数，现在是“${text}”。`)
  return port
}

function readDatabase(text: string | undefined, dataDir: string): string {
  if (text === undefined) return resolve(dataDir, 'tongbiao.db')
  if (/^postgres(ql)?:\/\//.test(text) || text === ':memory:') return text
  return isAbsolute(text) ? text : resolve(dataDir, text)
}

function readTls(
  read: (name: string) => string | undefined,
  place: { readonly host: string; readonly dataDir: string; readonly behindProxy: boolean },
): TlsChoice {
  const cert = read('TLS_CERT')
  const key = read('TLS_KEY')
  if ((cert === undefined) !== (key === undefined)) throw new ConfigError('TLS_CERT 和 TLS_KEY 要同时给出。')
  if (cert !== undefined && key !== undefined) return { mode: 'files', cert: resolve(cert), key: resolve(key) }
  const wish = read('TLS')
  if (wish !== undefined && wish !== 'on' && wish !== 'off')
    throw new ConfigError(`TLS 只能是 on 或 off，现在是“${wish}”。`)
  const mayBePlain = isLoopback(place.host) || place.behindProxy
  if (wish === 'off' && !mayBePlain)
    throw new ConfigError(
      `HOST=${place.host} 会让别的电脑连进来，不能不加密。请去掉 TLS=off（首次启动会自动生成证书），` +
        '或用 TLS_CERT/TLS_KEY 指定证书，或用 BEHIND_PROXY 写明前面代理的地址。',
    )
  return mayBePlain && wish !== 'on' ? { mode: 'plain' } : { mode: 'local', folder: resolve(place.dataDir, 'tls') }
}

/** Office hosts by default; `none`, or a list of origins instead. */
function readAncestors(text: string | undefined): readonly string[] {
  if (text === undefined) return officeHosts
  const list = text === 'none' ? [] : readList(text)
  for (const origin of list)
    if (!/^https?:\/\/[A-Za-z0-9*.-]+(:\d+)?$/.test(origin))
      throw new ConfigError(`FRAME_ANCESTORS 里的“${origin}”不是网址来源，例如 https://oa.example.cn。`)
  return list
}

/** Microsoft's own network, and the one that 21Vianet runs. */
const officeNetworks: ReadonlyMap<string, string> = new Map([
  ['cdn', 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js'],
  ['cdn-cn', 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js'],
])

/** `here`, `cdn`, `cdn-cn`, or the address of an office.js. */
function readOffice(text: string | undefined): string | null {
  if (text === undefined || text === 'here') return null
  const known = officeNetworks.get(text) ?? text
  // Office.js finds its other files beside the script that has this very name.
  if (!/^https:\/\/[A-Za-z0-9.-]+(:\d+)?\/[A-Za-z0-9._~/-]*office\.js$/.test(known))
    throw new ConfigError(`OFFICE_JS 只能是 here、cdn、cdn-cn，或以 office.js 结尾的 https 网址，现在是“${text}”。`)
  return known
}

function readList(text: string | undefined): readonly string[] {
  return (text ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
}

/** Password of the command line, so that it never stands among the arguments. */
export function readPasswordSetting(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  return environment['TONGBIAO_PASSWORD']
}
