// The worked year runs through every workflow, by the endpoints, with every right and rule asked; then the books add up.
import { mkdtempSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compose, type Composed, type World } from '#server/composition.ts'
import { readConfig } from '#server/config.ts'
import { prepareDemo } from '#server/demo/openDemo.ts'
import { demoYear, workedYear } from '#server/demo/workedYear.ts'
import { sheets } from '#shared/sheets/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'tongbiao-demo-'))
const world: World = {
  clock: () => new Date('2026-03-01T09:00:00+08:00'),
  random: (bytes) => randomBytes(bytes),
  log: () => {},
  passwordCost: { ln: 10, r: 8, p: 1 },
}
let composed: Composed
const steps = workedYear(24)

beforeAll(async () => {
  const config = readConfig({ DATA_DIR: folder, PORT: '0' })

  expect(await prepareDemo(config, world, { steps })).toBe(true)
  expect(await prepareDemo(config, world, { steps })).toBe(false)
  composed = await compose(config, world)
}, 120_000)
afterAll(async () => {
  await composed?.store.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the worked year', () => {
  it('goes the road of every kind', () => {
    expect(new Set(steps.map(({ kind }) => kind))).toEqual(new Set(sheets.map(({ kind }) => kind)))
  })

  it('leaves a chain that proves every step, down to the rows as they stand', async () => {
    const report = await composed.store.verifyChain({ tables: true })
    expect(report).toMatchObject({ intact: true, problem: null })
    expect(report.links).toBeGreaterThan(steps.length)
  })

  it('ends with nothing half done: each kind has rows at the end of its road', async () => {
    const rows = await composed.store.db
      .selectFrom('record')
      .innerJoin('partition', 'partition.p', 'record.p')
      .select(['partition.kind', 'record.state'])
      .where('record.deleted', '=', 0)
      .execute()
    for (const { kind, workflow } of sheets) {
      const states = new Set(rows.filter((row) => row.kind === kind).map(({ state }) => state))
      expect(states.size, kind).toBeGreaterThan(0)
      expect([...states], kind).not.toContain(kind === 'asset' ? '' : workflow.initial)
    }
    expect(demoYear).toBe(2025)
  })
})
