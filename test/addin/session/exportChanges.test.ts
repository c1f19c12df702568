// Unsent changes as CSV: readable in Excel, and no text of them acts as a formula there.
import { expect, it } from 'vitest'
import { exportChanges } from '#addin/session/exportChanges.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import type { Change } from '#shared/sync/merge/change.ts'
import { sampleSheet } from '../samples.ts'

const id = '0198c000-0000-7000-8000-000000000001' as RecordId
const add = (name: string, row = 1): Change => ({ change: 'add', id, row, values: { name } })
const read = async (changes: readonly Change[]): Promise<string> => {
  const blob = exportChanges(changes, sampleSheet, { locale: 'zh-Hans', rowLabel: '行' })
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer())
}

it('H9: holds the columns that were touched, under their labels, with the row of each change', async () => {
  const edit = {
    change: 'edit',
    id,
    rv: '1-0',
    base: { amount: 1 },
    set: { amount: -250_000 },
    row: 7,
  } as unknown as Change
  const text = await read([add('会议费', 5), edit])
  const [header = '', first, second] = text.split('\r\n')
  expect(header.startsWith('\ufeff行,')).toBe(true)
  expect(header.split(',')).toHaveLength(3)
  expect(first).toBe('5,会议费,')
  expect(second).toBe('7,,"-2,500.00"')
})

it('C1 C2: quotes what CSV needs quoted, and disarms what a spreadsheet would run', async () => {
  for (const name of ['=HYPERLINK("http://x","y")', '+1+1', '@SUM(A1)', '-cmd', '＝1+1', '\t=1'])
    expect((await read([add(name)])).split('\r\n')[1]).toMatch(/^1,"?'/)
  expect((await read([add('甲"乙,丙')])).split('\r\n')[1]).toBe('1,"甲""乙,丙"')
  expect((await read([add('-12.5')])).split('\r\n')[1]).toBe('1,-12.5')
})
