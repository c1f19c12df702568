// Sums, parts and tables set in ways that a blind test found misread: one sheet, its rows and its sums each.
import { describe, expect, it } from 'vitest'
import { doubtsOf, recogniseText, seen, shapeOf, type Seen } from '#test/arbitrary/recognised.ts'

describe('sums under other names', () => {
  const messes: Readonly<Record<string, Seen>> = {
    'carried from page to page': {
      text: '签领表 | < | <\n序号 | 姓名 | 金额\n1 | 张三 | 100\n2 | 李四 | 100\n过次页 | | 200\n签领表 | < | <\n序号 | 姓名 | 金额\n承前页 | | 200\n3 | 王五 | 100\n总计 | | 300',
      shape: ['thDDutruDT'],
      sums: ['金额=300.00 ✓'],
    },
    'of the year so far': {
      text: '月份 | 收入 | 支出\n1月 | 100 | 50\n2月 | 220 | 130\n一季度小计 | 320 | 180\n4月 | 10 | 20\n本年累计 | 330 | 200',
      shape: ['hDDuDT'],
      sums: ['收入=330.00 ✓', '支出=200.00 ✓'],
    },
    'called 汇总': {
      text: '部门 | 人数 | 金额\n财务 | 2 | 20\n办公 | 3 | 30\n汇总 | 5 | 50',
      shape: ['hDDT'],
      sums: ['人数=5.00 ✓', '金额=50.00 ✓'],
    },
    'of two columns in one cell': {
      text: '日期 | 收入 | 支出\n2025-01-02! | 100 |\n2025-01-03! | | 30\n收入合计：100.00元 支出合计：30.00元 | < | <\n打印时间：2025-02-01 10:00:00 | |',
      shape: ['hDDTf'],
      sums: ['收入=100.00 ✓', '支出=30.00 ✓'],
    },
    'in numerals beside': {
      text: '日期 | 项目 | 金额\n1月2日 | 餐 | 10\n1月3日 | 车 | 20\n合计（小写） | | 30\n人民币（大写） | 叁拾元整 |',
      shape: ['hDDTT'],
      sums: ['金额=30.00 ✓'],
    },
    'a mean is none': {
      text: '姓名 | 应发 | 实发\n张三 | 100 | 90\n李四 | 200 | 180\n合计 | 300 | 270\n人均 | 150 | 135',
      shape: ['hDDTT'],
      sums: ['应发=300.00 ✓', '实发=270.00 ✓'],
    },
    'after a #, as payment services write': {
      text: '日期 | 收入 | 支出\n2025-01-02! | 100 |\n2025-01-03! | | -20\n#--------明细列表结束--------\n#支出合计：1笔，共-20.00元\n#收入合计：1笔，共100.00元\n#导出时间:[2025年02月02日]',
      shape: ['hDDnuTf'],
      sums: ['收入=100.00 ✓', '支出=-20.00 ✓'],
    },
    'in two languages': {
      text: '姓名 | 部门 | 金额\n张三 | 一 | 10\n李四 | 二 | 20\n合计\\nTotal | | 30',
      shape: ['hDDT'],
      sums: ['金额=30.00 ✓'],
    },
    'as a sign': {
      text: '姓名 | 部门 | 金额\n张三 | 一 | 10\n李四 | 二 | 20\n∑ | | 30',
      shape: ['hDDT'],
      sums: ['金额=30.00 ✓'],
    },
    'above all rows, its first part 其中': {
      text: '县区 | 建会数 | 会员数\n全市合计 | 30 | 300\n其中：市区 | 10 | 100\n甲县 | 12 | 120\n乙县 | 8 | 80',
      shape: ['hTDDD'],
      sums: ['建会数=30.00 ✓', '会员数=300.00 ✓'],
    },
    'of a pivot table': {
      text: 'Product | Region | Sum of Sales\nBooks | East | 10\nBooks | West | 20\nBooks Total | | 30\nPens | East | 5\nPens Total | | 5\nGrand Total | | 35',
      shape: ['hDDuDuT'],
      sums: ['Sum of Sales=35.00 ✓'],
    },
  }

  it.each(Object.entries(messes))('IM26 IM27 %s', (_, mess) => {
    expect(seen(mess.text)).toEqual(mess)
  })

  it('IM28 knows a sum by its amounts in a table of a few rows, without a name or with 总 in it', () => {
    for (const label of ['', '支出总额', '总人数']) {
      const text = `部门 | 人数\n一 | 10\n二 | 20\n${label} | 30`
      expect(seen(text)).toMatchObject({ shape: ['hDDT'], sums: ['人数=30.00 ✓'] })
      expect(doubtsOf(text)).toContain('total-by-sum')
    }
    expect(shapeOf('指标 | 数\n会员 | 10\n工资总额 | 30')).toEqual(['hDD'])
  })

  it('IM29 adds up no balances after each entry: their total is only a hint', () => {
    const text =
      '日期 | 摘要 | 借方 | 贷方 | 余额\n2025-01-02! | 会费 | 50 | | 150\n2025-01-03! | 活动 | | 30 | 120\n | 本月合计 | 50 | 30 | 120'
    const findings = recogniseText(text)[0]?.findings.filter(({ severity }) => severity !== 'hint')
    expect([shapeOf(text), findings]).toEqual([['hDDT'], []])
  })
})

describe('parents and parts', () => {
  const account = (serials: readonly string[]): string =>
    `序号 | 项目 | 金额\n${['文体类 | 30', '球赛 | 10', '晚会 | 20', '帮扶类 | 25', '助学 | 15', '慰问 | 10'].map((row, i) => `${serials[i]} | ${row}`).join('\n')}\n | 合计 | 55`

  it.each([[['一', '1', '2', '二', '1', '2']], [['1', "'1.1", "'1.2", '2', "'2.1", "'2.2"]]])(
    'IM32 knows levels by their numbers: %s',
    (serials) => {
      expect(seen(account(serials))).toMatchObject({ shape: ['hDDDDDDT'], sums: ['金额=55.00 ✓'] })
    },
  )

  it('IM32 knows parents without a mark where they alone make up the total, and says so', () => {
    const rows = '行标签 | 求和项:金额\n收入 | 30\n会费 | 10\n补助 | 20\n支出 | 15\n活动 | 15'
    expect(seen(`${rows}\n总计 | 45`)).toMatchObject({ shape: ['hDDDDDT'], sums: ['求和项:金额=45.00 ✓'] })
    expect(doubtsOf(`${rows}\n总计 | 45`)).toEqual(['parent-rows'])
    const years = '行标签 | 求和项:金额\n收入 | 30\n2024 | 10\n2025 | 20\n支出 | 15\n2024 | 7\n2025 | 8\n总计 | 45'
    expect(seen(years).sums).toContain('求和项:金额=45.00 ✓')
    expect(seen(`${rows}\n总计 | 90`).sums).toEqual(['求和项:金额=90.00 ✓'])
  })

  it('IM32 goes on after 其中 while the parts make up the row above', () => {
    const text = '项目 | 人数\n甲厂 | 150\n其中：男 | 100\n女 | 50\n乙厂 | 90\n其中：男 | 60\n女 | 30\n合计 | 240'
    expect(seen(text)).toMatchObject({ shape: ['hDDDDDDT'], sums: ['人数=240.00 ✓'] })
  })
})

describe('other tables', () => {
  it('IM8 tells tables with a total each apart, whatever their columns', () => {
    const text =
      '收入情况 | < | | 支出情况 | < | <\n项目 | 金额 | | 项目 | 预算 | 执行\n会费 | 100 | | 活动 | 50 | 40\n拨缴 | 200 | | 维权 | 60 | 55\n合计 | 300 | | 帮扶 | 20 | 20\n | | | 合计 | 130 | 115'
    expect(seen(text)).toEqual({
      text,
      shape: ['thDDT', 'thDDDT'],
      sums: ['金额=300.00 ✓', '预算=130.00 ✓', '执行=115.00 ✓'],
    })
  })

  it('IM6 begins no table at a numbered line below a sum', () => {
    const text =
      '编号 | 科目 | 金额\n一 | 收入 |\n401 | 会费 | 10\n402 | 拨缴 | 20\n | 收入合计 | 30\n二 | 支出 |\n501 | 活动 | 12\n502 | 维权 | 8\n | 支出合计 | 20'
    expect(shapeOf(text)).toEqual(['hDDDuDDDT'])
  })

  it('IM7 reads on over 续表', () => {
    const text = '单位 | 男 | 女\n甲 | 1 | 2\n乙 | 3 | 4\n（续上表） | < | <\n单位 | 男 | 女\n丙 | 5 | 6\n合计 | 9 | 12'
    expect(seen(text)).toMatchObject({ shape: ['hDDtrDT'], sums: ['男=9.00 ✓', '女=12.00 ✓'] })
  })

  it('IM9 splits halves of other widths: names first in each, numbers for the rest', () => {
    const text =
      '收入 | < | 支出 | < | <\n项目 | 预算数 | 项目 | 合计 | 基本支出\n一、会费 | 100 | 一、活动 | 60 | 60\n二、拨缴 | 20 | 二、维权 | 60 | 40\n三、其他 | | | |\n收入总计 | 120 | 支出总计 | 120 | 100'
    expect(seen(text)).toEqual({
      text,
      shape: ['hhDDDT', 'hhDD.T'],
      sums: ['预算数=120.00 ✓', '合计=120.00 ✓', '基本支出=100.00 ✓'],
    })
    expect(shapeOf('项目 | 预算数 | 负责人 | 执行数\n甲 | 1 | 张三 | 2\n乙 | 3 | 李四 | 4')).toHaveLength(1)
  })

  it('IM6 begins another table under another title after a total, without a gap; but not before a sum of all', () => {
    const accounts = (last: string): string =>
      `人民币账户 | < | <\n日期 | 摘要 | 金额\n2024-01-01! | 存 | 10\n合计 | | 10\n美元账户 | < | <\n日期 | 摘要 | 金额\n2024-01-01! | 存 | 5\n合计 | | 5${last}`
    expect(seen(accounts(''))).toMatchObject({ shape: ['thDT', 'thDT'], sums: ['金额=10.00 ✓', '金额=5.00 ✓'] })
    expect(seen(accounts('\n总计 | | 15'))).toMatchObject({ shape: ['thDTsrDTT'], sums: ['金额=15.00 ✓'] })
  })
})
