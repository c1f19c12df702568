// Large files over the real server: others are answered meanwhile, answers stay small and say so, limits end in a clear refusal.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createThreadReader, type ThreadReaderOptions } from '#server/import/threadReader.ts'
import type { FileReader, WholeFile } from '#server/import/fileReader.ts'
import type { ImportAnalysis, ImportTable } from '#shared/contract/importResources.ts'
import type { PushReport } from '#shared/contract/resources.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import { shippedUnitPolicy } from '#shared/policy/unitPolicy.ts'
import { startTestServer, type TestServer } from '../../harness/server.ts'
import { openServerWorld, testPassword, type ServerWorld, type SignedIn } from '../serverWorld.ts'

const rows = 8_000
/** Every second amount has half a 分, every fourth row a department nobody knows. */
const line = (i: number) =>
  `50101,职工教育支出,项目${i},${100 + i}.${i % 2 === 0 ? '005' : '50'},部门${i % 4 === 0 ? i : 1}`
const csv = new TextEncoder().encode(
  `科目编码,科目名称,项目,预算数,承办部门\n${Array.from({ length: rows }, (_, i) => line(i)).join('\n')}\n`,
)

let world: ServerWorld
let user: SignedIn
beforeAll(async () => {
  world = await openServerWorld()
  user = await world.signIn('finance')
})
afterAll(() => world.close())

const upload = (signal?: AbortSignal) =>
  world.call('uploadImport', { token: user.token, query: 'name=大表.csv', body: csv, ...(signal ? { signal } : {}) })

describe('a large file', () => {
  it('is read while others are answered, in an answer of bounded size whose counts are of all', async () => {
    let answered = 0
    let isDone = false
    const uploading = upload().finally(() => (isDone = true))
    while (!isDone) {
      expect((await world.call('livez')).status).toBe(200)
      expect((await world.call('whoAmI', { token: user.token })).status).toBe(200)
      answered++
      await new Promise((resolve) => setImmediate(resolve))
    }
    // Read on the server's own thread, one or two would get through in the pauses.
    expect(answered).toBeGreaterThan(20)

    const text = await (await uploading).text()
    expect(text.length).toBeLessThan(1_500_000)
    const analysis = JSON.parse(text) as ImportAnalysis
    const table = analysis.tables[0]
    const preview = table?.preview
    expect(preview?.counts).toMatchObject({ rows: rows + 1, imported: rows / 2, rejected: rows / 2 })
    expect(preview?.findingCount).toBeGreaterThan(rows / 2)
    expect(preview?.findings.length).toBeLessThanOrEqual(1000)
    expect(preview?.rows.length).toBe(1000)
    expect(table?.picture).toMatchObject({ cut: true })
    expect(table?.table.rowRoles.length).toBe(table?.picture.rows.length)
    const group = preview?.fixGroups.find(({ code }) => code === 'amount-precision')
    expect([group?.severity, group?.count, group?.rows.length]).toEqual(['error', rows / 2, 2000])
    for (const { findings, count } of preview?.fixGroups ?? []) {
      expect(findings.length).toBeGreaterThan(0)
      expect(findings.length).toBeLessThanOrEqual(Math.min(100, count))
    }
  }, 120_000)

  it('is asked about again without being read again, and rehearsed', async () => {
    const { importId, tables } = (await (await upload()).json()) as ImportAnalysis
    const plan = tables[0]?.plan
    const body = { plan, unitId: 'u1', year: 2026 }
    const asked = { token: user.token, params: { id: importId }, body }
    const again = (await (await world.call('planImport', asked)).json()) as ImportTable
    expect(again.preview?.counts).toEqual(tables[0]?.preview?.counts)
    const refused = (await (await world.call('rehearseImport', asked)).json()) as { code: string; findings: unknown[] }
    expect([refused.code, refused.findings.length]).toEqual(['import.rejected', 1000])
    const accepted = Array.from({ length: rows }, (_, i) => i + 2)
    const left = await world.call('rehearseImport', { ...asked, body: { ...body, plan: { ...plan, accepted } } })
    expect(((await left.json()) as PushReport).result.counts.created).toBe(rows / 2)
  }, 120_000)
})

describe('limits', () => {
  const readers: FileReader[] = []
  afterAll(() => readers.forEach((reader) => reader.close()))
  const crashes: unknown[] = []
  const ask = async (file: Partial<WholeFile>, options: Partial<ThreadReaderOptions> = {}, signal?: AbortSignal) => {
    const reader = createThreadReader({ onCrash: (error) => crashes.push(error), ...options })
    readers.push(reader)
    const wish = {
      year: 2026,
      unitKind: 'primary',
      today: plainDate(2026, 7, 1)!,
      profiles: [],
      unitPolicy: shippedUnitPolicy,
    } as const
    const whole = { id: 'f1', name: '大表.csv', bytes: csv, ...file }
    const answer = await reader.ask({ name: 'analyse', file: whole, wish, signal })
    return answer.ok ? 'read' : answer.error.refused
  }

  it('end with a code of their own: time, memory, size, what is no spreadsheet, what was called off', async () => {
    expect(await ask({}, { timeoutMs: 50 })).toBe('file.timeout')
    expect(await ask({}, { heapMb: 16 })).toBe('file.memory')
    expect(await ask({}, { maxBytes: 1000 })).toBe('file.too-large')
    expect(await ask({ bytes: new TextEncoder().encode('%PDF-1.7'), name: 'a.csv' })).toBe('file.type')
    const away = new AbortController()
    setTimeout(() => away.abort(), 100)
    expect(await ask({}, {}, away.signal)).toBe('request.gone')
    expect(crashes).toEqual([])
  }, 60_000)

  it('tell the next one to come back when too many wait', async () => {
    const options = { size: 1, maxWaiting: 1, onCrash: () => {} }
    const reader = createThreadReader(options)
    readers.push(reader)
    const all = await Promise.all(
      ['a', 'b', 'c'].map((id) => reader.ask({ name: 'check', file: { id, name: 'a.csv', bytes: csv } })),
    )
    expect(all.map((each) => (each.ok ? 'read' : each.error.refused))).toEqual(['read', 'read', 'uploads.full'])
    expect(all[2]).toMatchObject({ error: { headers: { 'Retry-After': '10' } } })
  }, 60_000)
})

describe('somebody who goes away', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server.stop())

  it('is not worked for any longer', async () => {
    const post = (path: string, body: BodyInit, headers: Record<string, string>, signal?: AbortSignal) =>
      fetch(`${server.url}/api/v1${path}`, { method: 'POST', body, headers, ...(signal ? { signal } : {}) })
    const setup = {
      code: server.setupCode, name: '管理员', displayName: '管理员', password: testPassword,
      unitName: '某某工会', unitKind: 'primary',
    } // prettier-ignore
    const made = await post('/setup', JSON.stringify(setup), { 'Content-Type': 'application/json' })
    const { token } = (await made.json()) as { token: string }
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/octet-stream' }
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
    const gone = () => server.log.some(({ route, code }) => route === 'uploadImport' && code === 'request.gone')
    // Leaving while the bytes are still on their way is another case: then it is left later the next time.
    for (let ms = 100; !gone(); ms += 50) {
      const away = new AbortController()
      const uploading = post('/imports?name=a.csv', csv, headers, away.signal).catch(() => undefined)
      await pause(ms)
      away.abort()
      await uploading
      await pause(100)
    }
    expect((await fetch(`${server.url}/livez`)).status).toBe(200)
  }, 60_000)
})
