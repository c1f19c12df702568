// The server as a command sees it: a running one over HTTP, or the app itself over the local records. One contract.
import type { Problem } from '#shared/contract/problem.ts'
import type { SessionInfo } from '#shared/contract/resources.ts'
import { routes, type Route, type RouteName } from '#shared/contract/routes.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import { createApp } from '../app.ts'
import { foldName } from '../auth/signInName.ts'
import { compose, realWorld } from '../composition.ts'
import type { Arguments, OptionHelp } from './command.ts'
import { exitCodes, type ExitCode, type Terminal } from './terminal.ts'

export interface Api {
  /** err: the server's sentence. */
  call(name: RouteName, request?: ApiRequest): Promise<Result<Response, string>>
  close(): Promise<void>
}

export interface ApiRequest {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  /** Bytes go as they are, the rest as JSON. */
  readonly body?: unknown
}

type Send = (path: string, init: RequestInit) => Promise<Response>

/** Options of every command that talks to records. */
export const apiOptions: Readonly<Record<string, OptionHelp>> = {
  server: {
    type: 'string',
    value: '网址',
    help: '运行中的服务器，例如 http://localhost:3000；不写则直接用本机 DATA_DIR 的数据',
  },
  user: { type: 'string', value: '登录名', help: '以谁的身份办理；连服务器时密码取自 TONGBIAO_PASSWORD 或当场输入' },
}

/** Signs in, works, signs out; what went wrong on the way in is said. */
export async function withApi(
  args: Arguments,
  terminal: Terminal,
  work: (api: Api) => Promise<ExitCode>,
): Promise<ExitCode> {
  const api = await openApi(args, terminal)
  if (!api.ok) {
    terminal.say(api.error.text)
    return api.error.code
  }
  try {
    return await work(api.value)
  } finally {
    await api.value.close()
  }
}

/** Why there is no way in, and the exit code for it: asked wrongly, or the world said no. */
interface NoApi {
  readonly text: string
  readonly code: ExitCode
}

const wrongUse = (text: string): Result<never, NoApi> => err({ text, code: exitCodes.refused })
const worldSays = (text: string): Result<never, NoApi> => err({ text, code: exitCodes.world })

async function openApi(args: Arguments, terminal: Terminal): Promise<Result<Api, NoApi>> {
  const user = args.text('user')
  if (user === undefined) return wrongUse('请用 --user 写明以谁的身份办理。')
  const server = args.text('server')
  return server === undefined ? openLocal(user, terminal) : openRemote({ server, user }, terminal)
}

async function openRemote(
  to: { readonly server: string; readonly user: string },
  terminal: Terminal,
): Promise<Result<Api, NoApi>> {
  if (!URL.canParse(to.server))
    return wrongUse(`--server 后面应是网址，例如 http://localhost:3000，现在是“${to.server}”。`)
  const password = await terminal.readPassword(`${to.user} 的密码：`)
  if (password === undefined) return wrongUse('没有密码。请设环境变量 TONGBIAO_PASSWORD，或在终端里运行后输入。')
  const send: Send = (path, init) => fetch(new URL(path, to.server), init)
  const signedIn = await callOver(send, undefined)('signIn', { body: { name: to.user, password } })
  if (!signedIn.ok) return worldSays(signedIn.error)
  const { token } = (await signedIn.value.json()) as SessionInfo // what signIn answers
  const call = callOver(send, token)
  return ok({ call, close: async () => void (await call('signOut')) })
}

/** Whoever may read the data folder may act for its users, as with any file; the audit shows the user. */
async function openLocal(user: string, terminal: Terminal): Promise<Result<Api, NoApi>> {
  const composed = await compose(
    terminal.config(),
    realWorld(() => {}),
  )
  const { deps } = composed
  const account = await deps.accounts.db
    .selectFrom('user_account')
    .select('id')
    .where('name', '=', foldName(user))
    .where('disabled', '=', 0)
    .executeTakeFirst()
  if (account === undefined) {
    await composed.store.close()
    return worldSays(`没有登录名为“${user}”的可用用户。请先启动服务器，在页面上建立用户。`)
  }
  const { token, session } = await deps.accounts.sessions.open(account.id, 'tongbiao')
  const app = createApp(deps)
  const send: Send = async (path, init) => app.request(path, init)
  return ok({
    call: callOver(send, token),
    close: async () => {
      await deps.accounts.sessions.end(account.id, session.id)
      await composed.store.close()
    },
  })
}

function callOver(send: Send, token: string | undefined): Api['call'] {
  return async (name, request = {}) => {
    const route: Route | undefined = routes.find((known) => known.name === name)
    if (route === undefined) throw new Error(`no route ${name}`)
    const path = route.path.replace(/:(\w+)/g, (_, param: string) => encodeURIComponent(request.params?.[param] ?? ''))
    const query = new URLSearchParams(request.query).toString()
    const init: RequestInit = {
      method: route.method,
      headers: {
        'Accept-Language': 'zh-Hans',
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(route.body === null ? {} : { 'Content-Type': route.takes ?? 'application/json' }),
      },
    }
    if (route.body !== null)
      init.body =
        request.body instanceof Uint8Array ? (request.body as Uint8Array<ArrayBuffer>) : JSON.stringify(request.body)
    try {
      const response = await send(query === '' ? path : `${path}?${query}`, init)
      return response.ok ? ok(response) : err(await readRefusal(response))
    } catch (error) {
      const code =
        error instanceof Error && error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : ''
      return err(
        `连不上服务器（${code || '没有回应'}）。请核对网址，并确认服务器在运行；自签证书请设 NODE_EXTRA_CA_CERTS。`,
      )
    }
  }
}

async function readRefusal(response: Response): Promise<string> {
  const text = await response.text()
  try {
    const problem = JSON.parse(text) as Partial<Problem>
    return problem.detail ?? `服务器回答 ${response.status}。`
  } catch {
    return `服务器回答 ${response.status}。`
  }
}
