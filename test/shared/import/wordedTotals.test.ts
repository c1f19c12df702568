// Totals in words at the foot of a list: compared with what was read, whatever line they stand in.
import { describe, expect, it } from 'vitest'
import type { Fixture } from '#test/fixtures/legacy/sheetDescription.ts'
import { importFixture } from '#test/harness/importFixture.ts'

const list = (...foot: readonly (readonly (string | number | null)[])[]): Fixture => ({
  nasty: 'a total in words, in the total row or in a line of its own',
  fileName: '签领表.xlsx',
  sheets: [
    {
      name: '签领',
      rows: [
        ['2026年送温暖慰问金发放签领表'],
        ['序号', '部门', '姓名', '慰问品名称', '数量', '单价', '金额', '领取人签名'],
        [1, '一车间', '甲某', '慰问金', 1, 1000, 1000, null],
        [2, '一车间', '乙某', '慰问金', 1, 800, 800, null],
        [3, '机关', '丙某', '慰问金', 1, 600, 600, null],
        ...foot,
      ],
      merges: ['A1:H1'],
      moneyColumns: [5, 6],
    },
  ],
})

async function differing(fixture: Fixture): Promise<readonly unknown[]> {
  const [imported] = await importFixture(fixture)
  expect(imported?.result?.rows).toHaveLength(3)
  return (imported?.result?.findings ?? []).flatMap(({ code, params }) =>
    code === 'import/words-differ' ? [params] : [],
  )
}

const total = ['合计', null, null, null, 3, null, 2400, null]

describe('totals in words', () => {
  it.each([
    ['in the total row', [['合计', '人民币（大写）贰仟肆佰元整', null, null, 3, null, 2400, null]]],
    ['in a line of its own', [total, ['合计人民币（大写）：贰仟肆佰圆正']]],
    ['beside the signatures', [total, ['大写金额：贰仟肆佰元整   经手人：   证明人：']]],
    ['nowhere', [total]],
  ])('IM71 G-05 agree %s', async (_, foot) => {
    expect(await differing(list(...foot))).toEqual([])
  })

  it('IM71 G-05 are found when they say another sum', async () => {
    expect(await differing(list(total, ['合计人民币（大写）：贰仟伍佰元整']))).toEqual([
      { text: '贰仟伍佰元整', amount: '2,500.00', computed: '2,400.00' },
    ])
  })
})
