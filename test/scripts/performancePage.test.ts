// The page of figures is written from the benchmark's file and from nothing else.
import { expect, test } from 'vitest'
import { performanceTable, readResults, readTable, replaceTable } from './performancePage.ts'

const line =
  '{"goal":"G1","title":"a | b","ratio":0.09,"target":0.12,"holds":true,"detail":{"x":0.12345,"isRight":true,"own":{}}}'

test('one row a goal, with its side figures; goals that were not measured keep their row', () => {
  const other = line.replace('"G1"', '"G10"').replace('true,"detail"', 'false,"detail"')
  const first = performanceTable(readResults(`${other}\n${line}\n`), new Map())
  expect(first.split('\n').slice(2)).toEqual([
    '| G1 | a \\| b | ≤ 0.12 | 0.09 | holds | x 0.123 · isRight true |',
    '| G10 | a \\| b | ≤ 0.12 | 0.09 | **missed** | x 0.123 · isRight true |',
    '',
    '1 of 2 goals hold.',
  ])
  const page = `<!-- table: written by test/scripts/performancePage.ts -->\n${first}\n<!-- end of table -->\n`
  const again = performanceTable(readResults(other.replace('0.09', '0.2').replace('"G10"', '"G2"')), readTable(page))
  const firstCells = again
    .split('\n')
    .slice(2)
    .map((row) => row.split(' | ').at(0))
  expect(firstCells).toEqual(['| G1', '| G2', '| G10', '', '1 of 3 goals hold.'])
  expect(again).toContain('| ≤ 0.12 | 0.2 | **missed** |')
})

test('only what stands between the markers changes; a page without them is refused', () => {
  const page = 'before\n<!-- table: written by test/scripts/performancePage.ts -->\nold\n<!-- end of table -->\nafter\n'
  expect(replaceTable(page, 'new')).toBe(page.replace('old', 'new'))
  expect(() => replaceTable('nothing', 'new')).toThrow('no table')
})
