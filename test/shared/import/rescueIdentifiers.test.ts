// Identity numbers that lost their end: offered again from the roster of the same file, never taken, never guessed.
import { describe, expect, it } from 'vitest'
import { identityCheckCharacter } from '#shared/kernel/identityNumber.ts'
import { certainPrefix, identifierDirectory, rescueIdentifiers } from '#shared/import/rescueIdentifiers.ts'
import { sheets } from '#shared/sheets/index.ts'
import type { Fixture } from '#test/fixtures/legacy/sheetDescription.ts'
import { importFixture, type ImportedTable } from '#test/harness/importFixture.ts'

/** Of area 990000, which does not exist. */
const identity = (first17: string) => first17 + identityCheckCharacter(first17)
const [one, two, twin] = ['99000019900101001', '99000019910202003', '99000019900101019'].map(identity)

const file = (roster: readonly (readonly [string, string, string | undefined])[], cut: number | string): Fixture => ({
  nasty: 'a list whose identity numbers became numbers, and the roster that has them as text',
  fileName: '签领和名册.xlsx',
  sheets: [
    {
      name: '名册',
      rows: [
        ['会员名册'],
        ['序号', '部门', '姓名', '性别', '身份证号', '入会时间', '联系电话'],
        ...roster.map(([department, name, number], index) => [
          index + 1,
          department,
          name,
          '男',
          number ?? null,
          '2012.09',
          '13800000000',
        ]),
      ],
      merges: ['A1:G1'],
    },
    {
      name: '签领',
      rows: [
        ['2026年春节慰问品发放签领表'],
        ['序号', '部门', '姓名', '慰问品名称', '数量', '身份证号', '领取人签名'],
        [1, '一车间', '甲某', '大米', 1, cut, null],
        [2, '一车间', '乙某', '大米', 1, two ?? null, null],
        [3, '一车间', '丙某', '大米', 1, null, null],
      ],
      merges: ['A1:G1'],
    },
  ],
})

const tablesOf = (imported: readonly ImportedTable[]) =>
  imported.flatMap(({ sheet, result, plan }) => {
    const definition = sheets.find(({ kind }) => kind === plan?.kind)
    return definition === undefined || result === undefined ? [] : [{ definition, sheet, result }]
  })

async function offered(fixture: Fixture): Promise<readonly unknown[]> {
  const tables = tablesOf(await importFixture(fixture))
  const directory = identifierDirectory(tables)
  return tables.flatMap((table) => {
    const rescued = rescueIdentifiers(table, directory)
    // An offer only: what was read stays read, what was rejected stays rejected.
    expect(rescued.rows).toEqual(table.result.rows)
    expect(rescued.rejected.map(({ values }) => values)).toEqual(table.result.rejected.map(({ values }) => values))
    return rescued.findings.flatMap(({ code, fix }) => (code === 'idcard.float' ? [fix] : []))
  })
}

const others = [
  ['一车间', '乙某', two],
  ['二车间', '甲某', twin],
] as const

describe('rescue', () => {
  it.each([Number(one), '9.90000199001E+17', `${(one ?? '').slice(0, 15)}000`])(
    'IM70 C16 offers the number that name, department and the digits left fit alone: %j',
    async (cut) => {
      expect(await offered(file([['一车间', '甲某', one], ...others], cut))).toEqual([
        { type: 'setValue', column: 'idCard', value: one },
      ])
    },
  )

  it('IM70 C16 offers nothing where two fit, the department differs, or the digits do not', async () => {
    const number = Number(one)
    expect(await offered(file([['一车间', '甲某', one], ['一车间', '甲某', twin], ...others], number))).toEqual([
      undefined,
    ])
    expect(await offered(file([['三车间', '甲某', one], ...others], number))).toEqual([undefined])
    expect(
      await offered(
        file(
          [
            ['一车间', '甲某', two],
            ['一车间', '乙某', one],
          ],
          number,
        ),
      ),
    ).toEqual([undefined])
  })

  it('IM70 says what is left of a number for certain', () => {
    expect(certainPrefix(440102199001011000)).toBe('440102199001011')
    expect(certainPrefix('4.40102E+17')).toBe('44010')
    expect(certainPrefix('440102199001011000')).toBe('440102199001011')
    expect([null, '甲', '123', true].map((cell) => certainPrefix(cell))).toEqual(['', '', '', ''])
  })
})
