// T4: the server process is killed at random moments; more of it in test/deep/killStore.test.ts.
import { killStore } from '#test/harness/killStore.ts'
import { expect, it } from 'vitest'

it('T4, I4: no acknowledged push is lost and no file is torn when the process is killed', async () => {
  const report = await killStore(5, 20261121)
  expect(report).toMatchObject({ lost: 0, torn: 0 })
  expect(report.acknowledged).toBeGreaterThan(5)
  expect(report.unacknowledged).toBeGreaterThanOrEqual(0)
}, 120_000)
