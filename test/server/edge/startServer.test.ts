// The server as it is started: certificates of its own, the words it prints, an orderly end.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { get as httpsGet } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '#server/config.ts'
import { startText } from '#server/edge/startText.ts'
import { createLog } from '#server/log.ts'
import { startServer } from '#server/main.ts'
import { sendRaw } from './sendRaw.ts'

const log = createLog({ write: () => {} })
const world = {
  clock: () => new Date(),
  random: (bytes: number) => randomBytes(bytes),
  log,
  passwordCost: { ln: 4, r: 8, p: 1 },
}

describe('the server as it is started', () => {
  it('makes a local authority and serves HTTPS with it where others may connect', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tongbiao-tls-'))
    const server = await startServer(
      readConfig({ HOST: '0.0.0.0', PORT: '0', DATA_DIR: folder, DATABASE_URL: ':memory:' }),
      world,
    )
    try {
      expect(server.url).toMatch(/^https:\/\/localhost:\d+$/)
      const authority = readFileSync(server.authorityFile ?? '', 'utf8')
      const answer = await new Promise<{ readonly status: number; readonly hsts: unknown }>((resolve, reject) => {
        httpsGet(`${server.url}/ca.crt`, { ca: authority }, (response) => {
          response.resume()
          resolve({ status: response.statusCode ?? 0, hsts: response.headers['strict-transport-security'] })
        }).on('error', reject)
      })
      expect(answer).toEqual({ status: 200, hsts: undefined })
      await expect(fetch(`${server.url}/livez`)).rejects.toThrow()
    } finally {
      await server.stop()
      rmSync(folder, { recursive: true })
    }
  })

  it('stops in order: not ready, running requests end, the records close; twice is once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tongbiao-stop-'))
    const server = await startServer(readConfig({ PORT: '0', DATA_DIR: folder }), world)
    try {
      expect(server.setupCode).toMatch(/^[0-9A-Z-]{31}$/)
      expect((await fetch(`http://127.0.0.1:${server.port}/readyz`)).status).toBe(200)
      const body = JSON.stringify({
        code: 'x',
        name: 'a',
        displayName: 'a',
        password: 'b',
        unitName: 'c',
        unitKind: 'primary',
      })
      const head = `POST /api/v1/setup HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`
      const running = sendRaw(server.port, head, (socket) => setTimeout(() => socket.write(body), 200))
      await new Promise((resolve) => setTimeout(resolve, 100))
      await Promise.all([server.stop(), server.stop()])
      expect(await running).toContain('setup.code')
      await expect(fetch(`http://127.0.0.1:${server.port}/livez`)).rejects.toThrow()
      const again = await startServer(readConfig({ PORT: '0', DATA_DIR: folder }), world)
      await again.stop()
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('settings', () => {
  const tls = (environment: Record<string, string>) => readConfig(environment).tls.mode

  it('plain HTTP on loopback, HTTPS everywhere else, and never plain by accident', () => {
    expect(tls({})).toBe('plain')
    expect(tls({ HOST: '::1' })).toBe('plain')
    expect(tls({ TLS: 'on' })).toBe('local')
    expect(tls({ HOST: '0.0.0.0' })).toBe('local')
    expect(tls({ HOST: '0.0.0.0', TLS_CERT: 'a', TLS_KEY: 'b' })).toBe('files')
    expect(tls({ HOST: '0.0.0.0', BEHIND_PROXY: '10.0.0.1' })).toBe('plain')
    expect(() => tls({ HOST: '0.0.0.0', TLS: 'off' })).toThrow('不能不加密')
    expect(() => tls({ TLS_CERT: 'a' })).toThrow('同时')
    expect(() => readConfig({ PORT: '99999' })).toThrow('PORT')
    expect(() => readConfig({ FRAME_ANCESTORS: "'none'; script-src *" })).toThrow('FRAME_ANCESTORS')
    expect(readConfig({ FRAME_ANCESTORS: 'none' }).frameAncestors).toEqual([])
  })

  it('the words of the start say where to go, the code once, and where the data lies', () => {
    const facts = {
      url: 'http://localhost:3000',
      dataDir: '/data',
      setupCode: 'AAAAA-BBBBB',
      authorityFile: undefined,
      hasPages: true,
    }
    expect(startText(facts)).toContain('请在浏览器打开：  http://localhost:3000')
    expect(startText(facts).match(/AAAAA-BBBBB/g)).toHaveLength(1)
    expect(startText({ ...facts, setupCode: undefined })).not.toContain('一次性')
    expect(startText({ ...facts, hasPages: false })).toContain('npm run build')
    expect(startText({ ...facts, authorityFile: '/data/ca.crt' })).toContain('受信任的根证书颁发机构')
  })
})
