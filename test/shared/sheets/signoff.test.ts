// Lists that are signed: whose hand, which amounts, and old lists read, two names side by side among them.
import { describe, expect, it } from 'vitest'
import { ruleContext } from '#shared/definition/rule.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import type { Values } from '#shared/kernel/value.ts'
import { sampleReceipt } from '#shared/sheets/signoff/sample.ts'
import { signoffSheet } from '#shared/sheets/signoff.ts'
import { validateRows } from '#shared/validation/validateRows.ts'
import type { Fixture } from '#test/fixtures/legacy/sheetDescription.ts'
import { importFixture } from '#test/harness/importFixture.ts'

const context = ruleContext({ today: plainDate(2026, 3, 1)!, year: 2026, unitKind: 'primary' })
const codes = (change: Values) =>
  validateRows(signoffSheet, [{ values: { ...sampleReceipt, ...change }, location: {} }], context).map(
    ({ code }) => code,
  )

describe('rules', () => {
  it.each<readonly [string, Values, readonly string[]]>([
    ['a sound line', {}, []],
    ['G-03 received but not signed', { signature: null }, ['signoff/unsigned']],
    ['G-03 signed by another', { signature: '乙某' }, ['signoff/other-hand']],
    ['G-03 a tick where the paper is kept', { signature: '√' }, []],
    ['G-03 received by another who is named', { signature: '乙某', proxy: '乙某（同事）' }, []],
    ['G-05 words that say another sum', { amountInWords: '叁佰壹拾元整' }, ['signoff/amount-in-words']],
    ['G-05 words that say the same', { amountInWords: '人民币叁佰圆整' }, []],
    ['E-07 cash for a festival', { means: '现金' }, ['signoff/festival-cash']],
    ['a product that is wrong', { amount: 30_100 }, ['signoff/product']],
  ])('%s', (_, change, expected) => {
    expect(codes(change)).toEqual(expected)
  })
})

const names = ['甲某', '乙某', '丙某', '丁某', '戊某', '己某', '庚某', '辛某']

const oneUp: Fixture = {
  nasty: 'festival in the title, spaces in names, signature column blank, total with persons and amount, signature row',
  fileName: '签领表.xlsx',
  sheets: [
    {
      name: '签领',
      rows: [
        ['2026年春节慰问品发放签领表'],
        ['部门：一车间                          单位：元'],
        ['序号', '部门', '姓  名', '慰问品名称', '数量', '标准', '金额', '领取日期', '领取人签名', '备注'],
        ...names.map((name, index) => [index + 1, '一车间', name, '大米', 1, 300, 300, null, null, null]),
        ['合计', null, null, null, 8, null, 2400, null, null, null],
        ['经手人：          证明人：          分工会主席：'],
      ],
      merges: ['A1:J1', 'A2:J2', 'A13:J13'],
      moneyColumns: [5, 6],
    },
  ],
}

const twoUp: Fixture = {
  nasty: 'two persons side by side: 序号|姓名|金额|签名 twice under one title',
  fileName: '双栏签领表.xlsx',
  sheets: [
    {
      name: '签领',
      rows: [
        ['2026年端午节慰问品发放签领表'],
        ['序号', '姓名', '金额', '签名', '序号', '姓名', '金额', '签名'],
        ...[0, 1, 2, 3].map((at) => [at + 1, names[at] ?? null, 100, null, at + 5, names[at + 4] ?? null, 100, null]),
      ],
      merges: ['A1:H1'],
      moneyColumns: [2, 6],
    },
  ],
}

const threeUp: Fixture = {
  nasty: 'three persons side by side, 姓名|签名 only, the last column not full',
  fileName: '三栏签领表.xlsx',
  sheets: [
    {
      name: '签领',
      rows: [
        ['一车间2026年中秋慰问品领取花名册'],
        ['姓名', '签名', '姓名', '签名', '姓名', '签名'],
        [names[0] ?? null, null, names[3] ?? null, null, names[6] ?? null, null],
        [names[1] ?? null, null, names[4] ?? null, null, names[7] ?? null, null],
        [names[2] ?? null, null, names[5] ?? null, null, null, null],
      ],
      merges: ['A1:F1'],
    },
  ],
}

describe('old lists', () => {
  it('E a plain list is read with its occasion, and its sums tie', async () => {
    const [imported] = await importFixture(oneUp)
    expect(imported?.guess?.kind).toBe('signoff')
    expect(imported?.result?.rejected).toEqual([])
    expect(imported?.result?.rows.map(({ values }) => [values['name'], values['occasion'], values['amount']])).toEqual(
      names.map((name) => [name, '春节', 30_000]),
    )
    expect(imported?.result?.totals.filter(({ ties }) => ties === false)).toEqual([])
  })

  it.each([
    ['two', twoUp, '端午'],
    ['three', threeUp, '中秋'],
  ])('IM9 E %s persons side by side are read one row each', async (_, fixture, occasion) => {
    const imported = await importFixture(fixture)
    expect(new Set(imported.map(({ guess }) => guess?.kind))).toEqual(new Set(['signoff']))
    const rows = imported.flatMap(({ result }) => result?.rows ?? [])
    expect(imported.flatMap(({ result }) => result?.rejected ?? [])).toEqual([])
    expect(rows).toHaveLength(names.length)
    expect(new Set(rows.map(({ values }) => values['name']))).toEqual(new Set(names))
    expect(new Set(rows.map(({ values }) => values['occasion']))).toEqual(new Set([occasion]))
  })
})
