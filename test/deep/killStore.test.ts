// T4, long: two hundred kills.
import { killStore } from '#test/harness/killStore.ts'
import { expect, it } from 'vitest'

it('T4, I4: two hundred kills lose nothing that was acknowledged', async () => {
  const report = await killStore(200, 4)
  console.log(JSON.stringify(report))
  expect(report).toMatchObject({ lost: 0, torn: 0 })
}, 1_800_000)
