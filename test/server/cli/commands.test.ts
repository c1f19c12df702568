// The command line: same code as the server, exit codes as the help says, plain sentences, no stack traces.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sheets } from '#shared/sheets/index.ts'
import type { InspectReport } from '#shared/import/inspect.ts'
import type { PushReport } from '#shared/contract/resources.ts'
import { openFileWorkbook } from '#shared/ooxml/fileWorkbook.ts'
import { createApp } from '#server/app.ts'
import { issueSetupCode } from '#server/auth/setupCode.ts'
import { runCommand } from '#server/cli/runCommand.ts'
import type { Terminal } from '#server/cli/terminal.ts'
import { compose } from '#server/composition.ts'
import { readConfig } from '#server/config.ts'
import { createLog } from '#server/log.ts'
import { startServer } from '#server/main.ts'
import { nodeZipPorts } from '#server/workbook/nodeZip.ts'
import { leafCount, plainBudget } from '../../fixtures/legacy/budget.ts'
import { buildFixture } from '../../fixtures/legacy/sheetDescription.ts'
import { testPassword } from '../serverWorld.ts'

const folder = mkdtempSync(join(tmpdir(), 'tongbiao-cli-'))
const config = readConfig({ DATA_DIR: folder, PORT: '0' })
const world = {
  clock: () => new Date(),
  random: (bytes: number) => randomBytes(bytes),
  log: createLog({ write: () => {} }),
  passwordCost: { ln: 4, r: 8, p: 1 },
}
const files = new Map<string, Uint8Array>()

/** One call: exit code, what was printed, what was said. */
async function tongbiao(...words: readonly string[]) {
  let out = ''
  let said = ''
  const terminal: Terminal = {
    out: (text) => void (out += `${text}\n`),
    say: (text) => void (said += `${text}\n`),
    progress: () => {},
    readFile: (path) => {
      const bytes = files.get(path)
      return bytes === undefined
        ? Promise.reject(Object.assign(new Error('x'), { code: 'ENOENT', path }))
        : Promise.resolve(bytes)
    },
    writeFile: (path, content) => {
      files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content)
      return Promise.resolve()
    },
    config: () => config,
    readPassword: () => Promise.resolve(testPassword),
  }
  const code = await runCommand(words, terminal)
  expect(out + said).not.toMatch(/\n\s+at |node:internal|undefined|NaN/)
  return { code, out, said }
}

beforeAll(async () => {
  files.set('old.xlsx', await buildFixture(plainBudget))
  files.set('bad.xlsx', new TextEncoder().encode('%PDF-1.7'))
  const { deps, store } = await compose(config, world)
  const app = createApp(deps)
  const post = async (path: string, body: object, token?: string) => {
    const headers = {
      'Content-Type': 'application/json',
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    }
    const answer = await app.request(path, { method: 'POST', headers, body: JSON.stringify(body) })
    expect(answer.status).toBe(201)
    return (await answer.json()) as { readonly token: string }
  }
  const code = await issueSetupCode(store.db, world)
  const admin = await post('/api/v1/setup', {
    code,
    name: 'boss',
    displayName: 'b',
    password: testPassword,
    unitName: '某某工会',
    unitKind: 'primary',
  })
  for (const [name, role] of [
    ['wang', 'finance'],
    ['jing', 'auditor'],
  ] as const) {
    const grants = [{ role, unitId: 'u1', kinds: [], department: null, from: null, to: null }]
    await post('/api/v1/users', { name, displayName: name, password: testPassword, grants }, admin.token)
  }
  await store.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('help and usage', () => {
  it('lists the commands with exit codes, and explains each', async () => {
    const help = await tongbiao('help')
    expect(help.code).toBe(0)
    for (const name of ['serve', 'kinds', 'inspect', 'check', 'import', 'template', 'export', 'policy', 'verify']) {
      expect(help.out).toContain(`  ${name}`)
      const own = await tongbiao(name, '--help')
      expect([own.code, own.out.includes(`用法：tongbiao ${name}`)]).toEqual([0, true])
    }
    expect(help.out).toContain('退出码')
    expect((await tongbiao()).code).toBe(0)
  })

  it.each([
    [['nope']],
    [['inspect']],
    [['inspect', 'a', 'b']],
    [['inspect', 'a', '--nope']],
    [['inspect', 'old.xlsx', '--sheet', 'x']],
    [['template', 'nope']],
    [['check', 'old.xlsx', '--year', '26']],
    [['import', 'old.xlsx']],
    [['export', 'nope', '--user', 'wang']],
    [['verify', '--witness', 'x']],
  ])('%j is wrong usage: exit 2 and a sentence', async (words) => {
    const answer = await tongbiao(...words)
    expect(answer.code).toBe(2)
    expect(answer.said.length).toBeGreaterThan(5)
  })

  it('says which file is not there', async () => {
    expect(await tongbiao('inspect', 'no.xlsx')).toMatchObject({
      code: 2,
      said: expect.stringContaining('没有找到文件“no.xlsx”') as unknown,
    })
  })
})

describe('without a server', () => {
  it('kinds lists every kind', async () => {
    expect((await tongbiao('kinds')).out).toMatch(/budget .*经费收支预算表/)
    const kinds = JSON.parse((await tongbiao('kinds', '--json')).out) as { readonly kind: string }[]
    expect(kinds.map(({ kind }) => kind)).toEqual(sheets.map(({ kind }) => kind))
  })

  it('inspect says what was recognised, in the shape of inspect.md', async () => {
    const answer = await tongbiao('inspect', 'old.xlsx', '--cells', 'A2,D8', '--json')
    const report = JSON.parse(answer.out) as InspectReport
    expect(answer.code).toBe(0)
    expect(report).toMatchObject({ file: 'old.xlsx', container: 'xlsx', error: null })
    expect(report.sheets[0]?.tables[0]).toMatchObject({ headerRows: [4, 5], kind: { kind: 'budget' } })
    expect(report.sheets[0]?.tables[0]?.columns.map(({ key }) => key)).toContain('budget')
    expect(report.sheets[0]?.cells['D8']).toBe(906000)
    const text = await tongbiao('inspect', 'old.xlsx')
    expect(text.out).toContain('D   本年预算数  [money] → budget')
    expect((await tongbiao('inspect', 'old.xlsx', '--json', '--out', 'report.json')).out).toBe('')
    expect(new TextDecoder().decode(files.get('report.json'))).toContain('"headerRows"')
  })

  it('inspect of a refused file is exit 2 with `error` set', async () => {
    const answer = await tongbiao('inspect', 'bad.xlsx', '--json')
    expect(answer.code).toBe(2)
    expect(JSON.parse(answer.out)).toMatchObject({ error: { code: 'file.type' }, sheets: [], findings: [] })
  })

  it('check says the counts and control totals, exit 0 without errors and 1 with', async () => {
    const good = await tongbiao('check', 'old.xlsx')
    expect(good.out).toContain(`明细 ${leafCount + 1}`)
    expect(good.out).toContain('（本年预算数）：明细相加')
    expect(good.out).toContain('，一致')
    expect(good.code).toBe(0)
    const { rows } = plainBudget.sheets[0] ?? { rows: [] }
    const wrong = rows.map((cells) => cells.map((cell) => (cell === 906000 ? '见附件' : cell)))
    files.set('wrong.xlsx', await buildFixture({ ...plainBudget, sheets: [{ name: '预算表', rows: wrong }] }))
    const answer = await tongbiao('check', 'wrong.xlsx')
    expect(answer.code).toBe(1)
    expect(answer.out).toMatch(/■ 须改 {2}预算表!D8 /)
    expect((await tongbiao('check', 'wrong.xlsx', '--json')).out).toContain('"message"')
  })

  it('template writes a workbook under its own name', async () => {
    const answer = await tongbiao('template', 'budget', '--unit', '某某工会', '--year', '2027')
    expect(answer.code).toBe(0)
    const bytes = files.get('经费收支预算表（某某工会2027）.xlsx') ?? new Uint8Array()
    expect(openFileWorkbook(bytes, nodeZipPorts).read().ok).toBe(true)
  })
})

describe('on the local records', () => {
  it('import rehearses, and with --yes imports once with a receipt, and writes the file with its base', async () => {
    const words = ['import', 'old.xlsx', '--unit', 'u1', '--user', 'wang'] as const
    const rehearsal = await tongbiao(...words)
    expect(rehearsal.out).toContain(`将新增 ${leafCount + 1} 条`)
    expect((await tongbiao('export', '--user', 'wang')).out).not.toContain(' 20 条')
    const done = await tongbiao(...words, '--yes', '--out', 'bound.xlsx')
    expect([done.code, done.out]).toEqual([0, expect.stringMatching(/回执号 R\d+/)])
    expect(files.has('bound.xlsx')).toBe(true)
    const again = JSON.parse((await tongbiao(...words, '--json')).out) as PushReport[]
    expect(again[0]?.result.counts).toMatchObject({ created: 0, updated: 0 })
  })

  it('export lists, gives JSON, and a workbook that carries its base', async () => {
    expect((await tongbiao('export', '--user', 'wang')).out).toContain('u1/budget/2026')
    const list = JSON.parse((await tongbiao('export', 'u1/budget/2026', '--user', 'wang', '--json')).out) as {
      readonly rows: readonly unknown[]
    }
    expect(list.rows).toHaveLength(leafCount + 1)
    expect((await tongbiao('export', 'u1/budget/2026', '--user', 'wang', '--out', 'out.xlsx')).code).toBe(0)
    const state = await openFileWorkbook(files.get('out.xlsx') ?? new Uint8Array(), nodeZipPorts).readState()
    expect(state.ok && state.value !== null).toBe(true)
  })

  it('what the base added to a workbook is no content that is asked about', async () => {
    const inspected = JSON.parse((await tongbiao('inspect', 'bound.xlsx', '--json')).out) as InspectReport
    expect(inspected.findings.filter(({ location }) => location.sheet === '_tongbiao')).toEqual([])
    expect((await tongbiao('check', 'out.xlsx')).out).not.toContain('没有对应到表中的栏')
  })

  it('is exit 1 where rows of the file cannot be imported, exit 2 where it was asked wrongly', async () => {
    expect((await tongbiao('import', 'wrong.xlsx', '--unit', 'u1', '--user', 'wang')).code).toBe(1)
    expect((await tongbiao('export')).code).toBe(2)
    expect((await tongbiao('export', '--user', 'wang', '--server', '三楼')).code).toBe(2)
  })

  it('is exit 3 for people who may not, and for people who are not', async () => {
    expect((await tongbiao('export', 'u1/budget/2026', '--user', 'boss')).code).toBe(3)
    expect(await tongbiao('export', '--user', 'nobody')).toMatchObject({
      code: 3,
      said: expect.stringContaining('没有登录名为“nobody”') as unknown,
    })
    const { rows } = plainBudget.sheets[0] ?? { rows: [] }
    const changed = rows.map((cells) => cells.map((cell) => (cell === 54000 ? 55000 : cell)))
    files.set('changed.xlsx', await buildFixture({ ...plainBudget, sheets: [{ name: '预算表', rows: changed }] }))
    const refused = await tongbiao('import', 'changed.xlsx', '--unit', 'u1', '--user', 'jing', '--yes')
    expect([refused.code, refused.out]).toEqual([
      3,
      expect.stringMatching(/没有通过，整张表没有导入：\n {4}■ 须改 {2}这一步不是您的职责/),
    ])
  })

  it('verify says that the chain is whole, and that a point of another history is not on it', async () => {
    const whole = await tongbiao('verify')
    expect([whole.code, whole.out]).toEqual([0, expect.stringMatching(/完整：共 \d+ 环/)])
    const wrong = await tongbiao('verify', '--witness', `1-${'0'.repeat(32)}`)
    expect(wrong.code).toBe(1)
    const ignored = ['--witness', `1-${'0'.repeat(32)}`, '--server', 'http://127.0.0.1:1', '--user', 'boss']
    expect(await tongbiao('verify', ...ignored)).toMatchObject({ code: 2, out: '' })
  })
})

describe('against a running server', () => {
  it('import, export and verify speak to it; a server that is not there is exit 3', async () => {
    const server = await startServer(config, world)
    const url = `http://127.0.0.1:${server.port}`
    try {
      const list = await tongbiao('export', '--server', url, '--user', 'wang')
      expect([list.code, list.out.includes('u1/budget/2026')]).toEqual([0, true])
      const rehearsal = await tongbiao('import', 'old.xlsx', '--unit', 'u1', '--server', url, '--user', 'wang')
      expect([rehearsal.code, rehearsal.out]).toEqual([0, expect.stringContaining('将新增 0 条')])
      expect((await tongbiao('verify', '--server', url, '--user', 'jing')).code).toBe(0)
      expect((await tongbiao('verify', '--server', url, '--user', 'wang')).code).toBe(3)
      const busy = await tongbiao('verify')
      expect([busy.code, busy.said.length > 5]).toEqual([3, true])
    } finally {
      await server.stop()
    }
    const gone = await tongbiao('export', '--server', url, '--user', 'wang')
    expect([gone.code, gone.said]).toEqual([3, expect.stringContaining('连不上服务器')])
    expect((await tongbiao('export', '--server', 'nope', '--user', 'wang')).code).toBe(2)
  })
})

describe('policy', () => {
  const as = (user: string, ...words: readonly string[]) => tongbiao('policy', ...words, '--user', user)

  it('lists, shows and compares packs, and prints a template', async () => {
    const listed = await as('wang', 'list')
    expect(listed.code).toBe(0)
    expect(listed.out).toContain('anhui-2025\t省级\t安徽省基层工会经费收支管理实施办法\t皖工发〔2025〕18号')
    expect(listed.out).toContain('未确认，只提醒')
    const shown = await as('wang', 'show', 'anhui-2025')
    expect(shown.out).toContain('节日慰问：每人每年不超过 2,200 元　［节日慰问标准］')
    const compared = await as('wang', 'diff', 'fujian-2018', 'anhui-2025')
    expect([compared.code, compared.out.includes('左严\t节日慰问：每人每年不超过 1,300 元')]).toEqual([1, true])
    expect((await as('wang', 'diff', 'anhui-2025', 'anhui-2025')).code).toBe(0)
    expect((await as('wang', 'show', 'nope')).said).toContain('没有编号为“nope”的政策包')
    expect((await as('wang', 'fly')).code).toBe(2)
    const template = await tongbiao('policy', 'template')
    expect(JSON.parse(template.out)).toMatchObject({ id: 'my-union-2026', limits: [] })
  })

  it('loads and confirms for administrators only', async () => {
    files.set('pack.json', new TextEncoder().encode((await tongbiao('policy', 'template')).out))
    files.set('bad.json', new TextEncoder().encode('{}'))
    expect((await as('wang', 'load', 'pack.json')).code).toBe(3)
    expect((await as('wang', 'confirm', 'anhui-2025')).code).toBe(3)
    expect((await as('boss', 'load', 'bad.json')).said).toContain('没有装入')
    expect((await as('boss', 'load', 'pack.json')).out).toContain('确认前只提醒')
    expect((await as('boss', 'confirm', 'my-union-2026')).out).toContain('会被阻止')
    expect((await as('boss', 'list')).out).toContain('已确认（b，')
    expect((await as('boss', 'withdraw', 'my-union-2026')).code).toBe(0)
    expect((await as('boss', 'load', 'none.json')).code).not.toBe(0)
  })
})
