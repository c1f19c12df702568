// The page of figures is written from the benchmark's file and from nothing else.
import { expect, test } from 'vitest'
import { performanceTable, readResults, replaceTable } from './performancePage.ts'

const line =
  '{"goal":"G1","title":"a | b","ratio":0.09,"target":0.12,"holds":true,"detail":{"x":0.12345,"isRight":true,"own":{}}}'

test('one row a goal, with its side figures', () => {
  const table = performanceTable(readResults(`${line}\n${line.replace('true,"detail"', 'false,"detail"')}\n`))
  expect(table.split('\n').slice(2)).toEqual([
    '| G1 | a \\| b | ≤ 0.12 | 0.09 | holds | x 0.123 · isRight true |',
    '| G1 | a \\| b | ≤ 0.12 | 0.09 | **missed** | x 0.123 · isRight true |',
    '',
    '1 of 2 goals hold in this run.',
  ])
})

test('only what stands between the markers changes; a page without them is refused', () => {
  const page = 'before\n<!-- table: written by test/scripts/performancePage.ts -->\nold\n<!-- end of table -->\nafter\n'
  expect(replaceTable(page, 'new')).toBe(page.replace('old', 'new'))
  expect(() => replaceTable('nothing', 'new')).toThrow('no table')
})
