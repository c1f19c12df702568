// What columns hold and add up to: shared/import/SPEC.md IM33–IM37, and inspect's own shape.
import { describe, expect, it } from 'vitest'
import { doubtsOf, inspectText, recogniseText, sumsOf } from '#test/arbitrary/recognised.ts'

const types = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries((recogniseText(text)[0]?.columns ?? []).map((column) => [column.header, column.type]))

describe('columns', () => {
  it('IM33 knows types by content, with the header where the content leaves it open', () => {
    const text = `
序号 | 姓名 | 身份证号 | 日期 | 生日 | 金额 | 数量 | 完成率 | 是否 | 代码
1 | 张三 | '110101199001011234 | 2024-01-01! | '1990.1.1 | 10.5 | 3 | '95% | true! | '007
2 | 李四 | '110101199002021234 | 2024-02-01! | '1991.2.2 | 20 | 4 | '80% | false! | '008
3 | 王五 | '110101199003031234 | 2024-03-01! | 不明 | 30 | 5 | '70% | true! | '009`
    expect(types(text)).toEqual({
      序号: 'number',
      姓名: 'text',
      身份证号: 'text',
      日期: 'date',
      生日: 'date',
      金额: 'money',
      数量: 'number',
      完成率: 'percent',
      是否: 'boolean',
      代码: 'text',
    })
    expect(recogniseText(text)[0]?.sums.map((sum) => sum.index)).toEqual([5, 6])
  })

  it('IM33 takes the X at the end of some ID numbers for no unit', () => {
    const text =
      "姓名 | 身份证号\n张三 | '11010119900101123X\n李四 | '110101199002021234\n王五 | '110101199003031234\n赵六 | '110101199004041235"
    expect(types(text)).toEqual({ 姓名: 'text', 身份证号: 'text' })
    expect(doubtsOf(text)).toEqual([])
  })

  it('IM33 reads a column of `—` and numbers as numbers', () => {
    expect(types("项目 | 收入 | 支出\n甲 | 1.5 | —\n乙 | - | 2\n丙 | '- | 3")).toMatchObject({
      收入: 'money',
      支出: 'money',
    })
    expect(doubtsOf("项目 | 收入 | 支出\n甲 | 1.5 | —\n乙 | - | 2\n丙 | '- | 3")).toEqual([])
  })

  it.each([
    ["'1,234.50", '1234.50'],
    ["'１，２３４", '1234.00'],
    ["'￥200", '200.00'],
    ["'¥28.16", '28.16'],
    ["'（1,000.00）", '-1000.00'],
    ["'△300", '-300.00'],
    ["'-0.20", '-0.20'],
    ["'+10000.00", '10000.00'],
    ["'300元", '300.00'],
    ["'1.2万元", '12000.00'],
    ["'CNY 123.18", '123.18'],
    ['0.1', '0.10'],
    ['2087.0249999999996', '2087.025'],
  ])('IM34 adds the amount %s exactly', (cell, sum) => {
    const table = recogniseText(`项目 | 金额\n甲 | ${cell}\n乙 | 0\n丙 | 0\n丁 | 0`)[0]
    expect([table?.sums[0]?.sum, table?.sums[0]?.textCells]).toEqual([sum, 0])
  })

  it('IM34 adds no floats: ten times 0.1 is 1, and a cent is found among millions', () => {
    const tenths = Array.from({ length: 10 }, (_, i) => `第${i}笔 | 0.1`).join('\n')
    expect(sumsOf(recogniseText(`项目 | 金额\n${tenths}\n合计 | 1`)[0] ?? fail())).toEqual(['金额=1.00 ✓'])
    const large = Array.from({ length: 50 }, (_, i) => `第${i}笔 | 90071992547409.91`).join('\n')
    expect(sumsOf(recogniseText(`项目 | 金额\n${large}\n合计 | '4503599627370495.51`)[0] ?? fail())[0]).toMatch(
      /^金额=4503599627370495\.50 ✗/,
    )
  })

  it('IM34 counts what it could not read as numbers', () => {
    const table = recogniseText('项目 | 金额\n甲 | 1\n乙 | 待定\n丙 | 3\n丁 | 4')[0]
    expect(table?.sums[0]).toMatchObject({ sum: '8.00', numericCells: 3, textCells: 1 })
    expect(doubtsOf('项目 | 金额\n甲 | 1\n乙 | 待定\n丙 | 3\n丁 | 4')).toEqual(['words-among-numbers'])
  })

  it('IM34 reads numbers with one unit glued to them, and keeps 规格 as text', () => {
    const table = recogniseText('船名 | 数量 | 规格\n甲 | 59793 MT | 5L\n乙 | 54204  MT | 5L\n丙 | 59600  MT | 6L')[0]
    expect(table?.columns.map((column) => [column.type, column.unit?.name])).toEqual([
      ['text', undefined],
      ['number', 'MT'],
      ['text', undefined],
    ])
    expect(table?.sums[0]?.sum).toBe('173597.00')
  })

  it('IM35 fills group keys down within their merges, not remarks, not amounts', () => {
    const text =
      '部门 | 姓名 | 金额 | 补助 | 备注\n财务 | 张三 | 10 | 100 | 一起\n^ | 李四 | 20 | ^ | ^\n办公 | 王五 | 30 | 200 | 一起\n^ | 赵六 | 40 | ^ | ^\n合计 | | 100 | 300 |'
    const report = inspectText(text, ['A3', 'A5', 'D3', 'E3'])
    const table = report.sheets[0]?.tables[0]
    expect(table?.columns.filter((column) => column.fillDown).map((column) => column.col)).toEqual(['A'])
    expect(report.sheets[0]?.filled).toEqual({ A3: '财务', A5: '办公' })
    expect(table?.sums.map((sum) => [sum.sum, sum.ties])).toEqual([
      ['100.00', true],
      ['300.00', true],
    ])
    expect(doubtsOf(text)).toContain('merged-amount')
  })

  it('IM35 fills a leading key written once per group, and says so', () => {
    const text = '部门 | 姓名 | 金额\n财务部 | 张三 | 10\n | 李四 | 20\n办公室 | 王五 | 5\n | 赵六 | 6\n | 钱七 | 7'
    expect(recogniseText(text)[0]?.columns.map((column) => column.fillDown)).toEqual([true, false, false])
    expect(inspectText(text, ['A3', 'A6']).sheets[0]?.filled).toEqual({ A3: '财务部', A6: '办公室' })
    expect(doubtsOf(text)).toContain('filled-blanks')
    expect(
      recogniseText('姓名 | 性别 | 年龄\n张三 | 男 | 11\n李四 | 女 | 22\n | 女 |\n王五 | 男 | 34')[0]?.columns[0]
        ?.fillDown,
    ).toBe(false)
  })

  it('IM36 says when units differ from row to row', () => {
    expect(doubtsOf('项目 | 单位 | 金额\n存款 | 亿元 | 1\n贷款 | 亿元 | 2\n外汇 | 万美元 | 3')).toEqual(['mixed-units'])
    expect(doubtsOf('项目 | 单位 | 金额\n存款 | 元 | 1\n贷款 | 元 | 2')).toEqual([])
  })

  it('IM37 says where digits are lost and where cells hold errors', () => {
    expect(doubtsOf('姓名 | 身份证号\n张三 | 440102198001011000\n李四 | 440102198002022000')).toEqual(['digits-lost'])
    expect(doubtsOf('项目 | 金额\n甲 | #REF!\n乙 | 2\n丙 | 3')).toEqual(['error-values'])
  })

  it('says when a header is missing or comes twice', () => {
    expect(doubtsOf('姓名 | 金额 | 金额 |\n张三 | 1 | 2 | 甲\n李四 | 3 | 4 | 乙')).toEqual([
      'duplicate-header',
      'unnamed-column',
    ])
  })
})

describe('inspect', () => {
  const text =
    '捐赠名册 | < | <\n | | 单位：万元\n捐赠单位 | 日期 | 金额\n甲厂 | 2024-01-01! | 1\n乙厂 | 2024-02-01! | 2\n合计 | | 3\n注：略。'

  it('says a sheet in the shape of the contract', () => {
    const { sheets, ...report } = inspectText(text, ['A4', 'B4', 'C4', 'C1'])
    expect(report).toMatchObject({ file: 'x.xlsx', container: 'xlsx', error: null })
    const { tables, ...sheet } = sheets[0] ?? fail()
    expect(sheet).toEqual({
      index: 0,
      name: '表1',
      visibility: 'visible',
      trueRange: 'A1:C7',
      cells: { A4: '甲厂', B4: '2024-01-01', C4: 1, C1: null },
      filled: {},
    })
    expect(tables).toEqual([
      {
        titleRows: [1],
        metaRows: [2],
        headerRows: [3],
        repeatedHeaderRows: [],
        data: [[4, 5]],
        sectionRows: [],
        subtotalRows: [],
        totalRows: [6],
        footerRows: [7],
        blankRows: [],
        records: 2,
        unit: { scale: 10000, name: '万元', where: 'C2' },
        columns: [
          { col: 'A', header: '捐赠单位', path: ['捐赠单位'], type: 'text', unit: null, fillDown: false, key: null },
          { col: 'B', header: '日期', path: ['日期'], type: 'date', unit: null, fillDown: false, key: null },
          {
            col: 'C',
            header: '金额',
            path: ['金额'],
            type: 'money',
            unit: { scale: 10000, name: '万元', where: 'C2' },
            fillDown: false,
            key: null,
          },
        ],
        sums: [{ col: 'C', sum: '3.00', numericCells: 2, textCells: 0, declared: '3.00', ties: true }],
        kind: null,
      },
    ])
  })

  it('IM2 has words for every doubt in every language, with all places filled', () => {
    const texts = [text, '项目 | 金额\n甲 | #REF!\n合计 | 4', '1 | 张三 | 2\n2 | 李四 | 3\n3 | 王五 | 4', '孤零零']
    for (const one of texts)
      for (const finding of inspectText(one).findings) {
        expect(finding.message).not.toBe(finding.code)
        expect(finding.message).not.toMatch(/[{}]/)
      }
    expect(inspectText('孤零零').findings.map((finding) => finding.code)).toEqual(['import/no-table'])
  })
})

function fail(): never {
  throw new Error('no table')
}
