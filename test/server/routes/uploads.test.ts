// Files that cannot be used, other people's files, and file names (reliability.md §3.6 A).
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportAnalysis } from '#shared/contract/importResources.ts'
import { plainBudget } from '../../fixtures/legacy/budget.ts'
import { buildFixture } from '../../fixtures/legacy/sheetDescription.ts'
import { openServerWorld, type ServerWorld, type SignedIn } from '../serverWorld.ts'

let world: ServerWorld
let user: SignedIn
let file: Uint8Array
beforeAll(async () => {
  world = await openServerWorld()
  user = await world.signIn('finance')
  file = await buildFixture(plainBudget)
})
afterAll(() => world.close())

async function read<T>(response: Response, status: number): Promise<T> {
  const text = await response.text()
  expect(response.status, text).toBe(status)
  return JSON.parse(text) as T
}

const upload = async (bytes: Uint8Array) =>
  read<ImportAnalysis>(await world.call('uploadImport', { token: user.token, query: 'name=a.xlsx', body: bytes }), 201)

describe('files that cannot be imported', () => {
  it('are refused with a sentence, and nothing of them is kept', async () => {
    const count = async () =>
      Number(
        (
          await world.composed.store.db
            .selectFrom('upload')
            .select(({ fn }) => fn.countAll().as('n'))
            .executeTakeFirstOrThrow()
        ).n,
      )
    const before = await count()
    for (const [bytes, status, code] of [
      [new Uint8Array(0), 422, 'file.empty'],
      [new TextEncoder().encode('%PDF-1.7 …'), 415, 'file.type'],
    ] as const) {
      const answer = await world.call('uploadImport', { token: user.token, query: 'name=a.xlsx', body: bytes })
      const problem = (await answer.json()) as { readonly code: string; readonly detail: string }
      expect([answer.status, problem.code]).toEqual([status, code])
      expect(problem.detail).toMatch(/。$/)
    }
    expect(await count()).toBe(before)
  })

  it('other people’s uploads do not exist', async () => {
    const mine = await upload(file)
    const other = await world.signIn('finance')
    const plan = mine.tables[0]?.plan
    const answer = await world.call('rehearseImport', {
      token: other.token,
      params: { id: mine.importId },
      body: { plan, unitId: 'u1', year: 2026 },
    })
    expect(answer.status).toBe(410)
  })

  it('a workbook without base says so', async () => {
    const answer = await world.call('uploadWorkbook', { token: user.token, query: 'name=a.xlsx', body: file })
    expect(await answer.json()).toMatchObject({ status: 422, code: 'workbook.no-base' })
  })
})

describe('A35: file names', () => {
  it.each([
    ['报销.xlsx\r\nSet-Cookie: x=1', '报销.xlsx  Set-Cookie: x=1'],
    ['..\\..\\CON.xlsx', 'CON.xlsx'],
    ['/etc/passwd.xlsx', 'passwd.xlsx'],
    ['\u202Excod.xlsx', '[U+202E]xcod.xlsx'],
    ['a\u061C\u2067b\u2029\u{E0041}.xlsx', 'a[U+061C][U+2067]b [U+E0041].xlsx'],
    ['名'.repeat(300), '名'.repeat(255)],
    ['', '未命名'],
  ])('%j is kept as the text %j', async (name, kept) => {
    const answer = await world.call('uploadImport', {
      token: user.token,
      query: `name=${encodeURIComponent(name)}`,
      body: file,
    })
    const analysis = await read<ImportAnalysis>(answer, 201)
    expect(analysis.file.name).toBe(kept)
  })
})
