// 环境体检: each fact that may be wrong gives its own line, and what to tell the IT desk.
import { describe, expect, it } from 'vitest'
import { examine, toReportText, type CheckName, type EnvironmentFacts } from '#addin/session/doctor/examine.ts'
import { readEnvironment } from '#addin/session/doctor/readFacts.ts'
import { nameWebView } from '#addin/session/doctor/webView.ts'
import { createServerClient } from '#addin/server/serverClient.ts'
import type { Reply } from '#addin/server/exchange.ts'
import { zhHans } from '#addin/strings/zh-Hans.ts'
import { err, ok } from '#shared/kernel/result.ts'

const hello = {
  api: { min: 1, max: 1 },
  schema: {},
  policyVersion: 1,
  server: 's1',
  epoch: 'e1',
  head: { csn: 0, h: '0'.repeat(32) },
  limits: { maxOps: 1, maxPushBytes: 1, maxFileBytes: 1 },
  serverTime: '2026-10-21T02:00:00.000Z',
}
const edge =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0'
const well: EnvironmentFacts = {
  host: { platform: 'PC', version: '16.0.14332.20000', language: 'zh-CN', excelApi: '1.14', isEnough: true },
  neededApi: '1.14',
  agent: edge,
  origin: 'https://gonghui.example.cn',
  server: { answer: 'fine', ms: 12, hello },
  now: new Date('2026-10-21T02:00:30.000Z'),
  hasStorage: true,
}
const line = (facts: EnvironmentFacts, name: CheckName) => examine(facts, zhHans).find((check) => check.name === name)

describe('环境体检', () => {
  it('says of a sound computer that all is well, and asks nothing of the IT desk', () => {
    const checks = examine(well, zhHans)
    expect(checks.map(({ state }) => state)).toEqual(checks.map(() => 'good'))
    const report = toReportText(checks, well, zhHans)
    expect(report).toContain('[正常] Excel 接口：ExcelApi 1.14，够用')
    expect(report).not.toContain('给信息科')
  })

  it.each<[string, Partial<EnvironmentFacts>, CheckName, 'warn' | 'bad', string]>([
    [
      'an Excel of 2019',
      { host: { ...well.host!, excelApi: '1.7', isEnough: false } },
      'api',
      'bad',
      '请升级到 Office 2021',
    ],
    [
      'Internet Explorer',
      { agent: 'Mozilla/5.0 (Windows NT 10.0; Trident/7.0; rv:11.0) like Gecko' },
      'webView',
      'bad',
      'WebView2',
    ],
    ['no server', { server: { answer: 'unreachable' } }, 'server', 'bad', '连不上 https://gonghui.example.cn'],
    ['a gateway in between', { server: { answer: 'foreign' } }, 'server', 'bad', '直连'],
    ['HTTP', { origin: 'http://10.0.0.5:3000' }, 'certificate', 'bad', '启用证书'],
    ['a clock that is wrong', { now: new Date('2026-10-21T02:20:00.000Z') }, 'clock', 'warn', '差 20 分钟'],
    ['no storage', { hasStorage: false }, 'storage', 'warn', '重新登录'],
  ])('finds %s', (_, part, name, state, said) => {
    const facts = { ...well, ...part }
    const check = line(facts, name)
    expect(check?.state).toBe(state)
    expect(check?.forIt).toContain(said)
    expect(toReportText(examine(facts, zhHans), facts, zhHans)).toContain(check?.forIt)
  })

  it('takes a newer protocol, a local address and a plain browser for what they are', () => {
    expect(
      line({ ...well, server: { answer: 'fine', ms: 1, hello: { ...hello, api: { min: 2, max: 3 } } } }, 'server')
        ?.state,
    ).toBe('bad')
    expect(line({ ...well, origin: 'http://localhost:3000' }, 'certificate')?.said).toBe('本机地址，不用证书')
    expect(line({ ...well, host: null }, 'api')?.state).toBe('good')
    expect(line({ ...well, server: { answer: 'unreachable' } }, 'clock')?.said).toBe('没有连上服务器，没法比')
  })

  it('tells the engines apart that call themselves by each other’s names', () => {
    expect(nameWebView(edge)).toEqual({ name: 'Edge WebView2', version: '120', isEnough: true })
    expect(nameWebView('… Chrome/64.0 Safari/537.36 Edge/17.17134')).toMatchObject({
      name: 'EdgeHTML',
      isEnough: false,
    })
    expect(nameWebView('… AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.4 Safari/605.1.15')).toMatchObject({
      name: 'Safari',
      version: '16',
      isEnough: true,
    })
    expect(nameWebView('… Chrome/90.0.0.0 Safari/537.36')).toMatchObject({ name: 'Chromium', isEnough: false })
    expect(nameWebView('curl/8.0').isEnough).toBe(false)
  })

  it.each<[string, Reply | undefined, EnvironmentFacts['server']['answer']]>([
    ['our server', { status: 200, text: JSON.stringify(hello), body: null }, 'fine'],
    ['a page of a gateway', { status: 200, text: '<html>sign in</html>', body: null }, 'foreign'],
    ['JSON of something else', { status: 200, text: '{"ok":true}', body: null }, 'foreign'],
    ['an error of a proxy', { status: 502, text: 'Bad Gateway', body: null }, 'foreign'],
    ['nothing at all', undefined, 'unreachable'],
  ])('asks the server and knows %s', async (_, reply, answer) => {
    const kept = new Map<string, string>()
    const client = createServerClient({
      origin: '',
      exchange: () => Promise.resolve(reply ? ok(reply) : err({ kind: 'network', detail: '' })),
      newRequestId: () => 'q',
      onSignedOut: () => {},
    })
    const memory = {
      read: (key: string) => kept.get(key) ?? null,
      write: (key: string, value: string | null) => void (value === null ? kept.delete(key) : kept.set(key, value)),
    }
    const { host, neededApi, agent, origin } = well
    const facts = await readEnvironment({ host, neededApi, agent, origin, client, memory, now: () => well.now })
    expect([facts.server.answer, facts.hasStorage, kept.size]).toEqual([answer, true, 0])
  })
})
