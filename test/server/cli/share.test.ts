// `tongbiao share` and what `tongbiao check` offers for identity numbers: on real files, without a server.
import { describe, expect, it } from 'vitest'
import { runCommand } from '#server/cli/runCommand.ts'
import type { Terminal } from '#server/cli/terminal.ts'
import { readConfig } from '#server/config.ts'
import { identityCheckCharacter } from '#shared/kernel/identityNumber.ts'
import { buildFixture, type Fixture } from '#test/fixtures/legacy/sheetDescription.ts'

async function tongbiao(fixture: Fixture, ...words: readonly string[]) {
  const bytes = await buildFixture(fixture)
  let out = ''
  let said = ''
  const terminal: Terminal = {
    out: (text) => void (out += text),
    say: (text) => void (said += text),
    progress: () => {},
    readFile: () => Promise.resolve(bytes),
    writeFile: () => Promise.resolve(),
    config: () => readConfig({ DATA_DIR: '.', PORT: '0' }),
    readPassword: () => Promise.resolve(''),
  }
  const code = await runCommand(words, terminal)
  return { code, out, said }
}

const bonuses: Fixture = {
  nasty: 'a sum to share in a row of its own, and three people with factors but no amounts yet',
  fileName: '奖金.xlsx',
  sheets: [
    {
      name: 'Sheet1',
      rows: [
        ['2026年度奖金分配表'],
        ['表别', '评选项目', '部门', '姓名', '系数', '考核系数', '实发'],
        ['奖金总额', '考核奖', null, null, null, null, 100],
        ['奖金', '考核奖', '一车间', '甲某', 1, 1, null],
        ['奖金', '考核奖', '一车间', '乙某', 1, 1, null],
        ['奖金', '考核奖', '机关', '丙某', 1, 1, null],
      ],
      merges: ['A1:G1'],
      moneyColumns: [6],
    },
  ],
}

describe('share', () => {
  it('G shares out to the 分 and names who carries the rest, by the rule that was asked for', async () => {
    const plain = await tongbiao(bonuses, 'share', '奖金.xlsx')
    expect([plain.code, plain.said]).toEqual([0, ''])
    expect(plain.out).toContain('总额 100.00 元，共 3 人，余数大的先进一分')
    expect(plain.out).toContain('甲某  33.34，其中尾差 0.01')
    expect(plain.out).toContain('丙某  33.33\n')
    const last = await tongbiao(bonuses, 'share', '奖金.xlsx', '--rule', 'last', '--json')
    expect(JSON.parse(last.out)).toMatchObject([
      { total: 10_000, parts: [{ part: 3_333 }, { part: 3_333 }, { part: 3_334, absorbed: 1 }] },
    ])
  })

  it('says what is missing', async () => {
    expect(await tongbiao(bonuses, 'share', '奖金.xlsx', '--rule', 'first')).toMatchObject({ out: '' })
    const sheet = bonuses.sheets[0]
    const without: Fixture = {
      ...bonuses,
      sheets: sheet === undefined ? [] : [{ ...sheet, rows: sheet.rows.filter((row) => row[0] !== '奖金总额') }],
    }
    const refused = await tongbiao(without, 'share', '奖金.xlsx')
    expect(refused.out).toBe('')
    expect(refused.said).toContain('奖金总额')
  })
})

describe('check', () => {
  it('IM70 offers the identity number that the roster of the same file still has', async () => {
    const first17 = '99000019900101001'
    const identity = first17 + identityCheckCharacter(first17)
    const file: Fixture = {
      nasty: 'roster with text, list with a number',
      fileName: '签领.xlsx',
      sheets: [
        {
          name: '签领',
          rows: [
            ['2026年春节慰问品发放签领表'],
            ['部门', '姓名', '慰问品名称', '数量', '身份证号', '领取人签名'],
            ['一车间', '甲某', '大米', 1, Number(identity), null],
            ['一车间', '乙某', '大米', 1, null, null],
          ],
          merges: ['A1:F1'],
        },
        {
          name: '名册',
          rows: [
            ['会员名册'],
            ['部门', '姓名', '性别', '身份证号', '入会时间'],
            ['一车间', '甲某', '男', identity, '2012.09'],
            ['一车间', '乙某', '男', null, '2012.09'],
          ],
          merges: ['A1:E1'],
        },
      ],
    }
    const { out } = await tongbiao(file, 'check', '签领.xlsx', '--json')
    const { tables } = JSON.parse(out) as {
      readonly tables: readonly { readonly findings: readonly { readonly code: string; readonly fix?: unknown }[] }[]
    }
    const fixes = tables.flatMap(({ findings }) =>
      findings.flatMap(({ code, fix }) => (code === 'idcard.float' ? [fix] : [])),
    )
    expect(fixes).toEqual([{ type: 'setValue', column: 'idCard', value: identity }])
  })
})
