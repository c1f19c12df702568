// Headers, closing lines and columns set in ways that a blind test found misread.
import { describe, expect, it } from 'vitest'
import { doubtsOf, inspectText, recogniseText, seen, shapeOf, sumsOf } from '#test/arbitrary/recognised.ts'

const types = (text: string): readonly string[] => recogniseText(text)[0]?.columns.map(({ type }) => type) ?? []

const headers = (text: string): readonly string[] =>
  recogniseText(text)[0]?.columns.map(({ path }) => path.join('/')) ?? []

describe('headers', () => {
  it('IM11 passes a line of pairs by', () => {
    expect(
      shapeOf(
        '采购申请单 | < | < | <\n申请部门 | 办公室 | 申请日期 | 2025-03-01!\n用途 | 春节慰问 | 经办人 | 张三\n品名 | 单价 | 数量 | 金额\n大米 | 50 | 10 | 500\n食用油 | 60 | 10 | 600',
      ),
    ).toEqual(['tmmhDD'])
  })

  it('IM12 joins the end of a name, (元), to it', () => {
    const text = '序号 | 姓名 | 部门 | 补助金额\n | | | （元）\n1 | 张三 | 一 | 300\n2 | 李四 | 二 | 200'
    expect([shapeOf(text), headers(text)]).toEqual([['hhDD'], ['序号', '姓名', '部门', '补助金额（元）']])
    expect(recogniseText(text)[0]?.columns[3]?.unit?.name).toBe('元')
  })

  it('IM12 takes words over a header that begin right of its first column for halves of names', () => {
    const text =
      ' | Baseline | | | Target\nObjective | Year | Baseline | 1998 | 2010\nA | 2007 | 1 | 2 | 3\nB | 2006 | 2 | 3 | 4'
    expect([shapeOf(text), headers(text)[4]]).toEqual([['hhDD'], 'Target/2010'])
  })

  it('IM12 takes names of groups without merges for parents', () => {
    const text = '基本信息 | | 经费信息 |\n姓名 | 部门 | 应缴 | 实缴\n张三 | 一 | 10 | 10\n李四 | 二 | 20 | 20'
    expect([shapeOf(text), headers(text)]).toEqual([
      ['hhDD'],
      ['基本信息/姓名', '基本信息/部门', '经费信息/应缴', '经费信息/实缴'],
    ])
  })

  it('IM12 leaves a parent that ends in a colon a parent', () => {
    const text =
      '单位 | 会员数 | 其中女: | < | 经费 | <\n^ | ^ | 在职 | 退休 | 应缴 | 实缴\n甲 | 9 | 1 | 2 | 3 | 4\n乙 | 9 | 5 | 6 | 7 | 8'
    expect(headers(text).slice(2, 5)).toEqual(['其中女:/在职', '其中女:/退休', '经费/应缴'])
  })

  it('IM12 takes the same names in another script below for the header', () => {
    const text =
      '日期 | 摘要 | 方向 | 备注\nDate | Description | Type | Remark\n2025-01-02! | 利息 | 收 | a\n2025-01-03! | 转账 | 付 | b'
    expect(shapeOf(text)).toEqual(['hhDD'])
    expect(shapeOf('名称 | 类型 | 说明\nid | bigint | 主键\nname | text | 名称\nsex | int | 性别')).toEqual(['hDDD'])
  })

  it('IM14 takes 甲 1 2, 乙 3 4 for data', () => {
    expect(shapeOf('单位 | 收入 | 支出\n甲 | 1 | 2\n乙 | 3 | 4')).toEqual(['hDD'])
  })

  it('IM18 reads no records from a template', () => {
    for (const mark of ['{{x}}', '${x.y}', '{.x}', '<%= x %>']) {
      const text = `姓名 | 部门 | 金额\n${mark} | ${mark} | ${mark}`
      expect([shapeOf(text), inspectText(text).sheets[0]?.tables[0]?.records]).toEqual([['hn'], 0])
      expect(doubtsOf(text)).toContain('note-in-data')
    }
  })

  it('IM18 reads no record from an example', () => {
    expect(shapeOf('学号 | 姓名 | 成绩\n示例：2020001 | 张三 | 90\n2020002 | 李四 | 80')).toEqual(['hnD'])
  })

  it('IM11 takes fields of a pivot table for names, no pairs', () => {
    expect(shapeOf('行标签 | 求和项:金额 | 计数项:姓名\n财务 | 10 | 1\n办公 | 20 | 2\n总计 | 30 | 3')).toEqual(['hDDT'])
  })

  it('IM12 takes no names that wait for a value for parents', () => {
    expect(
      shapeOf(
        '统计表 | < | < | <\n填报单位（盖章）： | | 填报人： |\n | 列号 | 总数 | 党委\n甲 | 乙 | 1 | 2\n市直 | 1 | 12 | 2\n县区 | 2 | 18 | 3',
      ),
    ).toEqual(['tmhhDD'])
  })

  it('IM19 calls a list of two columns no form', () => {
    expect(doubtsOf('姓名 | 年纪\n姓名0 | 20\n姓名1 | 20\n姓名2 | 21')).toEqual([])
  })

  it('IM20 takes a name with its value for no title', () => {
    const text =
      '活动经费预算 | < | <\n活动名称 | 职工运动会 | <\n项目 | 数量 | 金额\n奖品 | 20 | 1000\n矿泉水 | 100 | 200'
    expect(shapeOf(text)).toEqual(['tmhDD'])
  })
})

describe('closing lines', () => {
  it.each([
    ['主席： | 会计： | 出纳： | 经办人：\n2025年6月1日', 'ff'],
    ['主席签字 | 会计签字 | 经办人签字', 'f'],
    ['备注 | 以实际发生为准 | <', 'f'],
    ['负责人 | 张三 | 制表人 | 李四', 'f'],
    [' | | | 2025-01-05!', 'f'],
    ['联系人：张三 | 电话：12345678', 'f'],
    ['说明：\n1、本表数据截至3月底\n2、金额含税\n填报人：张三 联系电话：12345', 'ffff'],
  ])('IM23 %s', (lines, letters) => {
    const text = `序号 | 姓名 | 金额 | 签名\n1 | 张三 | 100 | 张三\n2 | 李四 | 100 | 李四\n合计 | | 200 |\n${lines}`
    expect(seen(text)).toMatchObject({ shape: [`hDDT${letters}`], sums: ['金额=200.00 ✓'] })
  })

  it('IM23 leaves a person who has signed in the data', () => {
    expect(shapeOf('姓名 | 领取 | 备注\n张三 | 已签字 |\n李四 | 已签字 |\n王五 | 未领 |')).toEqual(['hDDD'])
  })
})

describe('columns', () => {
  it('IM33 reads days and months written as numbers under a header of dates', () => {
    expect(
      types('序号 | 任务 | 截止日期\n1 | 甲 | 2025-03-01!\n2 | 乙 | 待定\n3 | 丙 | 20250506\n4 | 丁 | 长期'),
    ).toEqual(['number', 'text', 'date'])
    const months = "姓名 | 入会时间\n张三 | '2019.5\n李四 | '2018.08\n王五 | '2020.12"
    expect([types(months), recogniseText(months)[0]?.sums]).toEqual([['text', 'date'], []])
    expect(types('姓名 | 服务时间\n张三 | 2.5\n李四 | 3\n王五 | 1.5')[1]).toBe('number')
  })

  it('IM33 knows percents by their sign, and adds none up', () => {
    const text = "科目 | 金额 | 占比\n会费 | 6 | '60%\n拨缴 | 4 | '40%\n合计 | 10 | '100%"
    expect([types(text), recogniseText(text).flatMap(sumsOf)]).toEqual([['text', 'money', 'percent'], ['金额=10.00 ✓']])
  })

  it('IM33 takes what is said about money for none', () => {
    expect(types('单位 | 预算年度 | 本年度预算 | 付款方式\n甲 | 2025 | 100 |\n乙 | 2025 | 200 |')).toEqual([
      'text',
      'number',
      'money',
      'text',
    ])
  })

  it('IM33 leaves money money where half of its cells are words', () => {
    const text = '姓名 | 金额\n张三 | 100\n李四 | 未发\n王五 | /\n合计 | 100'
    expect([types(text)[1], recogniseText(text).flatMap(sumsOf)]).toEqual(['money', ['金额=100.00 ✓']])
    expect(doubtsOf(text)).toEqual(['words-among-numbers'])
  })

  it('IM33 adds up no years, months, days and places', () => {
    const text = '年度 | 月 | 地点 | 2025年 | 本年\n2024 | 1 | 301 | 5 | 6\n2025 | 2 | 302 | 7 | 8'
    expect(recogniseText(text).flatMap(sumsOf)).toEqual(['2025年=12.00', '本年=14.00'])
  })

  it('IM33 takes codes for no amounts with a unit', () => {
    expect(types("代码 | 说明\n'ERR-00001 | 甲\n'ERR-00002 | 乙\n'ERR-00003 | 丙")[0]).toBe('text')
    expect(types("Item | Model | Days\na | '5JXXXX | '5 Years\nb | '6JXXXX | '3 Years")).toEqual([
      'text',
      'text',
      'number',
    ])
  })

  it('IM34 reads small numbers as programs write them, and leaves long numbers that have lost their end alone', () => {
    const text = "项目 | 数量\n甲 | '1.9E-4\n乙 | '2.5\n丙 | '3"
    expect(recogniseText(text).flatMap(sumsOf)).toEqual(['数量=5.50019'])
    expect(types("户名 | 说明\n甲 | '6.22202E+18\n乙 | '6.22202E+18")[1]).toBe('text')
  })

  it('IM33 reads dashes padded to the width of a column as nothing', () => {
    const dashes = `'-${' '.repeat(20)}`
    expect(types(`日期 | 交易金额 | 摘要\n2025-01-02! | ${dashes} | 甲\n2025-01-03! | ${dashes} | 乙`)[1]).toBe('money')
  })

  it('IM36 says when currencies differ from row to row', () => {
    const text = '日期 | 币种 | 金额\n2025-01-01! | CNY | 10\n2025-01-02! | USD | 20'
    expect(doubtsOf(text)).toEqual(['mixed-units'])
    expect(doubtsOf(text.replace('USD', 'CNY'))).toEqual([])
  })
})
