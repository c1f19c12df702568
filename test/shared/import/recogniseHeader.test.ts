// Headers, head lines and tails: shared/import/SPEC.md IM11–IM24.
import { describe, expect, it } from 'vitest'
import { doubtsOf, recogniseText, shapeOf } from '#test/arbitrary/recognised.ts'

const paths = (text: string): readonly string[] =>
  (recogniseText(text)[0]?.columns ?? []).map((column) => column.path.join('/'))

describe('header', () => {
  it('IM11 is the first full row of labels, with numbers below words', () => {
    expect(shapeOf('名册 | < | <\n姓名 | 部门 | 金额\n张三 | 财务 | 10\n李四 | 办公 | 20')).toEqual(['thDD'])
  })

  it('IM11 may hold years, months or days', () => {
    expect(shapeOf('项目 | 2023 | 2024 | 2025\n会费 | 1 | 2 | 3\n补助 | 4 | 5 | 6')).toEqual(['hDD'])
    expect(shapeOf('银行 | 93年6月 | 93年7月 | 93年8月\n中信 | 1 | 2 | 3\n国泰 | 4 | 5 | 6')).toEqual(['hDD'])
    expect(shapeOf('姓名 | 1 | 2 | 3 | 4 | 5\n张三 | √ | √ | | √ | √\n李四 | √ | | √ | √ | √')).toEqual(['hDD'])
  })

  it('IM11 IM2 takes the first row of words for a header, but says that it is a guess', () => {
    const text = '甲乙 | 丙丁 | 戊己\n红 | 苹果 | 大\n绿 | 香蕉 | 小'
    expect(shapeOf(text)).toEqual(['hDD'])
    expect(doubtsOf(text)).toEqual(['header-guess', 'unsure'])
  })

  it('IM12 makes paths of merged parents, three rows deep', () => {
    const text = `
序号 | 姓名 | 医疗受助金额（元） | < | < | < | 备注
^ | ^ | 一次性补助 | < | 伤残 | 住院 | ^
^ | ^ | 死亡 | 重大疾病 | ^ | ^ | ^
1 | 张三 | | 5000 | | 300 |
2 | 李四 | 8000 | | 200 | |`
    expect(shapeOf(text)).toEqual(['hhhDD'])
    expect(paths(text)).toEqual([
      '序号',
      '姓名',
      '医疗受助金额（元）/一次性补助/死亡',
      '医疗受助金额（元）/一次性补助/重大疾病',
      '医疗受助金额（元）/伤残',
      '医疗受助金额（元）/住院',
      '备注',
    ])
  })

  it('IM12 keeps the same sub-header under two parents apart, merged or not', () => {
    const merged =
      '科目 | 上年 | < | 本年 | <\n^ | 预算 | 决算 | 预算 | 决算\n办公费 | 10 | 9 | 12 | 11\n差旅费 | 20 | 19 | 22 | 21'
    const plain =
      '科目 | 上年 | | 本年 |\n | 预算 | 决算 | 预算 | 决算\n办公费 | 10 | 9 | 12 | 11\n差旅费 | 20 | 19 | 22 | 21'
    const expected = ['科目', '上年/预算', '上年/决算', '本年/预算', '本年/决算']
    expect([paths(merged), paths(plain)]).toEqual([expected, expected])
    expect([shapeOf(merged), shapeOf(plain)]).toEqual([['hhDD'], ['hhDD']])
  })

  it('IM13 counts rows under cells merged down as header, a lonely word beside them as a section', () => {
    expect(shapeOf('序\\n号 | 姓名 | 金额\n^ | ^ | ^\n1 | 张三 | 10\n2 | 李四 | 20')).toEqual(['hhDD'])
    expect(shapeOf('时间 | 单位 | 1月 | 2月\n来源项目 | ^ | ^ | ^\n存款 | 元 | 1 | 2\n贷款 | 元 | 3 | 4')).toEqual([
      'hsDD',
    ])
  })

  it('IM14 takes a row of column numbers into the header', () => {
    const text = '科目 | 上年数 | 本年数 | 增减\n甲 | 1 | 2 | 3=2-1\n办公费 | 100 | 120 | 20\n差旅费 | 50 | 40 | -10'
    expect(shapeOf(text)).toEqual(['hhDD'])
    expect(paths(text)).toEqual(['科目', '上年数', '本年数', '增减'])
    expect(shapeOf('名称 | 数 | 额 | 注\n(1) | (2) | (3) | (4)\n笔 | 1 | 2 |\n纸 | 3 | 4 |')).toEqual(['hhDD'])
  })

  it('IM15 reads one merge over the width as a title', () => {
    expect(
      shapeOf('全表 | 单身 | < | <\n€ | 1997 | 1998 | 1999\n100 | 0.1 | 0.2 | 0.3\n200 | 0.2 | 0.3 | 0.4'),
    ).toEqual(['thDD'])
  })

  it('IM16 knows the header again, and says when its words moved', () => {
    expect(shapeOf('姓名 | 部门 | 金额\n张三 | 财务 | 1\n姓名 | 部门 | 金额\n李四 | 办公 | 2')).toEqual(['hDrD'])
    const moved = '姓名 | 部门 | 金额 | 备注\n张三 | 财务 | 1 | a\n姓名 | 金额 | 备注 | 电话\n李四 | 2 | b | 5'
    expect(shapeOf(moved)).toEqual(['hDrD'])
    expect(doubtsOf(moved)).toContain('moved-header')
  })

  it('IM17 IM2 reads a sheet without a header as data and says so', () => {
    const text = '1 | 张三 | 100.5\n2 | 李四 | 200\n3 | 王五 | 300'
    expect(shapeOf(text)).toEqual(['DDD'])
    expect(doubtsOf(text)).toEqual(expect.arrayContaining(['no-header', 'unsure']))
  })

  it('IM18 takes a row of marks under the header for a note', () => {
    expect(shapeOf('订单编号 | 商品名称 | 金额 | 电话\nv | v | v | v')).toEqual(['hn'])
  })

  it('IM19 gives pairs above a table to its head lines, and calls a sheet of pairs a form', () => {
    const above =
      '单位 | 财务部 | 日期 | 2025-01-02!\n经办 | 张三 | 电话 | 123\n\n品名 | 数量 | 单价 | 金额\n笔 | 10 | 2 | 20\n纸 | 5 | 10 | 50'
    expect(shapeOf(above)).toEqual(['mm.hDD'])
    expect(doubtsOf('姓名 | 张三 | 性别 | 男\n部门 | 财务 | 职务 | 会计\n电话 | 123 | 邮箱 | a@b')).toContain('form')
  })
})

describe('lines around a table', () => {
  const body = '项目 | 预算数 | 备注\n会费 | 1 |\n补助 | 2 |'

  it('IM20 tells titles from attachment marks, units and days', () => {
    expect(shapeOf(`附件2 | < | <\n经费收支预算表 | < | <\n单位：某某工会　　2025年1月5日 | < | <\n${body}`)).toEqual([
      'mtmhDD',
    ])
    expect(shapeOf(`表一 | |\n2024年度决算表 | < | <\n2024年12月31日 | < | <\n${body}`)).toEqual(['mtmhDD'])
  })

  it.each([
    ['2025年度经费收支预算表', 2025, '经费收支预算表'],
    ['二〇二五年预算表', 2025, '预算表'],
    ['民國113年度預算表', 2024, '預算表'],
    ['经费收支预算表（单位：万元）', null, '经费收支预算表'],
  ])('IM21 reads year and title of %s', (title, year, plain) => {
    const table = recogniseText(`${title} | < | <\n${body}`)[0]
    expect([table?.year, table?.title]).toEqual([year, plain])
  })

  it('IM21 reads the name of the unit that reports, in a line of many pairs', () => {
    const line = '编制单位：（公章）某某工会      年度： 2019年      单位：元'
    const table = recogniseText(`预算表 | < | <\n${line} | < | <\n${body}`)[0]
    expect([table?.unitName, table?.year, table?.unit?.name, table?.unit?.where]).toEqual([
      '某某工会',
      2019,
      '元',
      'A2',
    ])
  })

  it.each([
    ['单位：万元', 10000],
    ['（金额单位：元）', 1],
    ['单位:千元', 1000],
    ['单位：亿元', 1e8],
    ['单位：某某工会', undefined],
    ['填报单位：万元村工会', undefined],
  ])('IM22 reads the unit in the corner: %s', (corner, scale) => {
    expect(recogniseText(`预算表 | < | <\n | | ${corner}\n${body}`)[0]?.unit?.scale).toBe(scale)
  })

  it('IM22 prefers the unit of a header to that of the corner', () => {
    const table = recogniseText(
      '清单 | < | <\n | | 单位：万元\n项目 | 预算数（元） | 决算数\n会费 | 1 | 2\n补助 | 3 | 4',
    )[0]
    expect(table?.columns.map((column) => column.unit?.scale)).toEqual([undefined, 1, 10000])
  })

  it('IM23 sets notes, signatures, page lines and legends apart', () => {
    expect(shapeOf(`${body}\n注：按月上报。 | < | <`)).toEqual(['hDDf'])
    expect(shapeOf(`${body}\n工会主席： X    财务负责人：X    制表 ：X | < | <`)).toEqual(['hDDf'])
    expect(shapeOf(`${body}\n制表人：张 | 审核人：李 | 2025年1月1日`)).toEqual(['hDDf'])
    expect(shapeOf(`${body}\n\n第1页 共2页`)).toEqual(['hDD.f'])
    const wide =
      '编号 | 状态 | 内容 | 单位 | 负责人 | 时间\n1 | 完成 | 建家 | 甲 | 张三 | 2024-01-01!\n2 | 在办 | 维权 | 乙 | 李四 | 2024-01-02!'
    expect(shapeOf(`${wide}\n\n | 状态 | 说明\n | 完成 | 已经办结\n | 在办 | 正在办理`)).toEqual(['hDD.fff'])
    expect(doubtsOf(`${body}\n注：按月上报。 | < | <`)).toContain('tail-adjoins')
  })

  it('IM24 keeps notes between rows of data out of the data', () => {
    const text = '姓名 | 部门 | 金额\n张三 | 财务 | 10\n注：以下为外聘人员 | < | <\n李四 | 外聘 | 20\n王五 | 外聘 | 30'
    expect(shapeOf(text)).toEqual(['hDnDD'])
    expect(doubtsOf(text)).toContain('note-in-data')
  })
})
