// Sums of rules over several sheets are counted anew when the program's rules are others than those they were counted by.
import { makeSheetRules } from '#server/store/sheetRules.ts'
import { addPerson, addUnits, create, openWorldStore, push } from '#test/conformance/storeWorld.ts'
import { linkedKinds } from '#test/arbitrary/linkedKinds.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'

it('V53 counts what was pushed before the program knew the rule', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongbiao-linked-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const url = join(folder, 'data.db')
  const without = await openWorldStore(url, {
    rules: makeSheetRules(linkedKinds.map((definition) => ({ ...definition, rules: [] }))),
  })
  await addUnits(without)
  const ann = await addPerson(without, { id: 'ann', role: 'finance', unitId: 'u1' })
  const spent = (account: string | null, amount: number) => create({ account, amount }, { p: 'u1/spending/2026' })
  await push(without, ann, [spent('501', 3), spent('501', 4), spent(null, 5)], { schema: { spending: 1 } })
  expect(await without.db.selectFrom('linked_tally').selectAll().execute()).toEqual([])
  await without.close()
  const store = await openWorldStore(url)
  onTestFinished(() => store.close())
  const sums = () => store.db.selectFrom('linked_tally').select(['slot', 'grp', 'p', 'count', 'sum']).execute()
  const counted = [
    { slot: 'spending/over-grant left same', grp: 'u1 ["501"]', p: 'u1/spending/2026', count: 2, sum: '7' },
  ]
  expect(await sums()).toEqual(counted)
  const again = await push(store, ann, [spent('501', 1)], { schema: { spending: 1 } })
  expect(again.counts.created).toBe(1)
  expect(await sums()).toEqual([{ ...counted[0], count: 3, sum: '8' }])
})
