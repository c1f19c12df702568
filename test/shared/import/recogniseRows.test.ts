// Where tables lie, sections, totals, empty rows and hidden things: shared/import/SPEC.md IM1–IM10, IM25–IM32, IM38–IM41.
import { describe, expect, it } from 'vitest'
import { doubtsOf, inspectText, recogniseText, rolesOf, shapeOf, sumsOf } from '#test/arbitrary/recognised.ts'

const sums = (text: string): readonly string[] => recogniseText(text).flatMap(sumsOf)

describe('place', () => {
  it('IM3 reads on over blank rows and rows of nothing but spaces', () => {
    expect(shapeOf("姓名 | 部门 | 金额\n张三 | 财务 | 1\n\n'\u3000 | '\u200b |\n李四 | 办公 | 2")).toEqual(['hD..D'])
  })

  it('IM5 finds a table that starts at C4 and ends it where a gap is too wide', () => {
    const table = recogniseText('姓名 | 金额\n张三 | 1\n李四 | 2', { at: 'C4' })[0]
    expect(table?.range).toEqual({ top: 4, left: 2, bottom: 6, right: 3 })
    const far = `姓名 | 金额\n张三 | 1\n李四 | 2${'\n'.repeat(400)}别的 | 内容`
    expect(recogniseText(far)[0]?.range.bottom).toBe(3)
  })

  it('IM6 tells stacked tables apart by other words, or by another title', () => {
    const other =
      '科目 | 金额 | 备注\n会费 | 100 |\n合计 | 100 |\n\n人员名单 | < | <\n姓名 | 性别 | 部门\n张三 | 男 | 财务部\n李四 | 女 | 办公室'
    expect(shapeOf(other)).toEqual(['hDT', 'thDD'])
    const same =
      '人民币账户 | < | <\n日期 | 摘要 | 金额\n2024-01-01! | 存 | 10\n2024-01-02! | 支 | 20\n\n美元账户 | < | <\n日期 | 摘要 | 金额\n2024-01-01! | 存 | 1'
    expect(shapeOf(same)).toEqual(['thDD', 'thD'])
    expect(sums(same)).toEqual(['金额=30.00', '金额=1.00'])
  })

  it('IM7 goes on over a printed page with the same title and header', () => {
    const text =
      '签领表 | < | <\n序号 | 姓名 | 金额\n1 | 张三 | 100\n2 | 李四 | 100\n本页合计 | | 200\n\n签领表 | < | <\n序号 | 姓名 | 金额\n3 | 王五 | 100\n本页合计 | | 100\n总计 | | 300'
    expect(shapeOf(text)).toEqual(['thDDu.trDuT'])
    expect(sums(text)).toEqual(['金额=300.00 ✓'])
    expect(doubtsOf(text)).toEqual([])
  })

  it('IM8 tells tables side by side apart, but not at a blank column inside one', () => {
    const two =
      '收入表 | < | | 支出表 | <\n科目 | 金额 | | 科目 | 金额\n会费 | 100 | | 活动 | 80\n补助 | 50 | | 维权 | 20\n合计 | 150 | | 慰问 | 10\n | | | 合计 | 110'
    expect(shapeOf(two)).toEqual(['thDDT', 'thDDDT'])
    expect(recogniseText(two).map((table) => [table.title, table.block])).toEqual([
      ['收入表', 0],
      ['支出表', 0],
    ])
    expect(
      shapeOf('姓名 | 部门 | | 金额 | 备注\n张三 | 财务 | | 10 | a\n李四 | 办公 | | 20 |\n王五 | 办公 | | 30 | b'),
    ).toEqual(['hDDD'])
  })

  it('IM9 splits columns that come twice under one header, with one title and unit for both', () => {
    const text =
      '2025年工会经费预算表（单位：万元） | < | < | <\n收入项目 | 预算数 | 支出项目 | 预算数\n会费收入 | 1.2 | 职工活动支出 | 10\n拨缴经费收入 | 20 | 维权支出 | 5.2\n上级补助 | 3 | 业务支出 | 9\n总计 | 24.2 | 总计 | 24.2'
    expect(shapeOf(text)).toEqual(['thDDDT', 'thDDDT'])
    expect(sums(text)).toEqual(['预算数=24.20 ✓', '预算数=24.20 ✓'])
    expect(recogniseText(text).map((table) => [table.title, table.year, table.unit?.scale, table.block])).toEqual([
      ['工会经费预算表', 2025, 10000, 0],
      ['工会经费预算表', 2025, 10000, 0],
    ])
    expect(
      shapeOf('姓名 | 签名 | 姓名 | 签名 | 姓名 | 签名\n张三 | | 李四 | | 王五 |\n赵六 | | 钱七 | | 孙八 |'),
    ).toEqual(['hDD', 'hDD', 'hDD'])
  })

  it('IM9 keeps the columns of two years under two parents together', () => {
    expect(
      shapeOf(
        '科目 | 上年 | < | 本年 | <\n^ | 预算 | 决算 | 预算 | 决算\n办公费 | 1 | 2 | 3 | 4\n差旅费 | 5 | 6 | 7 | 8',
      ),
    ).toHaveLength(1)
  })

  it('IM10 leaves a stray value beside the table out and says so', () => {
    const text =
      '姓名 | 部门 | 金额 | | |\n张三 | 财务 | 10 | | |\n李四 | 办公 | 20 | | | 核对\n王五 | 办公 | 30 | | |\n赵六 | 办公 | 40 | | |'
    expect(recogniseText(text)[0]?.columns.map((column) => column.header)).toEqual(['姓名', '部门', '金额'])
    expect(doubtsOf(text)).toEqual(['stray-cells'])
  })
})

describe('sections and totals', () => {
  it('IM25 knows sections by merge, colon, outline number or bold', () => {
    const rows = (section: string): string =>
      `科目 | 预算数 | 说明\n${section}\n会费 | 100 | a\n补助 | 200 | b\n${section}\n活动 | 150 | c\n维权 | 50 | d`
    for (const section of ['收入 | < | <', '收入：', '一、收入', '（一）收入', '*收入*'])
      expect(shapeOf(rows(section))).toEqual(['hsDDsDD'])
  })

  it('IM25 IM2 takes an unmarked lonely word for a section only where a group begins, and says both', () => {
    const first =
      '泊位 | 船名 | 货物 | 数量\n在港\nB1 | 甲 | 煤 | 10\nB2 | 乙 | 煤 | 20\nB3 | 丙 | 煤 | 30\nB4 | 丁 | 煤 | 40'
    expect(shapeOf(first)).toEqual(['hsDDDD'])
    expect(doubtsOf(first)).toContain('section-guess')
    const inside =
      '银行 | 一月 | 二月 | 三月\n甲行 | 1 | 2 | 3\n乙行 | 1 | 2 | 4\n丙行\n丁行 | 1 | 2 | 5\n戊行 | 2 | 2 | 6'
    expect(shapeOf(inside)).toEqual(['hDDDDD'])
    expect(doubtsOf(inside)).toContain('lonely-rows')
  })

  it.each([
    ['合计', 'T'],
    ['合　计', 'T'],
    ['总  计', 'T'],
    ['总计：', 'T'],
    ['合計', 'T'],
    ['共计', 'T'],
    ['累计', 'T'],
    ['合计（大写）', 'T'],
    ['Total', 'T'],
    ['资产总计', 'T'],
    ['本年收入合计', 'T'],
    ['人民币合计', 'T'],
    ['小计', 'u'],
    ['小 計', 'u'],
    ['本页合计', 'u'],
    ['2-17小计', 'u'],
    ['收入小计', 'u'],
    ['会计', 'D'],
    ['统计员', 'D'],
    ['累计完成', 'D'],
    ['合计丰公司', 'D'],
    ['设计费', 'D'],
  ])('IM26 reads the row label %s', (label, letter) => {
    expect(shapeOf(`项目 | 部门 | 金额\n甲 | 财务 | 10\n乙 | 办公 | 25\n${label} | | 35`)[0]?.slice(-1)).toBe(letter)
  })

  it('IM26 finds the word in the first columns, merged, or beside a running 序号', () => {
    expect(shapeOf('序号 | 部门 | 金额\n1 | 财务 | 10\n2 | 办公 | 20\n | 合计 | 30')).toEqual(['hDDT'])
    expect(shapeOf('序号 | 部门 | 姓名 | 金额\n1 | 财务 | 张三 | 10\n2 | 办公 | 李四 | 20\n合计 | < | < | 30')).toEqual(
      ['hDDT'],
    )
    expect(shapeOf('序号 | 单位 | 金额\n1 | 甲 | 10\n2 | 乙 | 20\n3 | 合计 | 30')).toEqual(['hDDT'])
  })

  it('IM4 IM26 keeps a column called 小计 a column', () => {
    expect(shapeOf('部门 | 一季度 | 二季度 | 小计\n财务 | 1 | 2 | 3\n办公 | 3 | 4 | 7\n合计 | 4 | 6 | 10')).toEqual([
      'hDDT',
    ])
  })

  it('IM27 reads sums written in words', () => {
    expect(
      sums('项目 | 人次 | 金额\n春节 | 1000 | 50000\n中秋 | 1856 | 92800\n共计2856人次 | | 总金额142800元'),
    ).toEqual(['人次=2856.00 ✓', '金额=142800.00 ✓'])
    expect(sums('项目名称 | 预算金额\nA项目 | 100\nB项目 | 200\n项目金额合计：301 | <')).toEqual([
      '预算金额=300.00 ✗ 301.00',
    ])
  })

  it('IM28 knows sums without a word, by formula or by amounts, and says so', () => {
    const groups =
      '序号 | 单位 | 应解 | 实解\n1 | 甲校 | 10 | 8\n2 | 乙校 | 20 | 20\n | *教育系统* | 30 | 28\n3 | 丙院 | 5 | 5\n4 | 丁院 | 6 | 6\n | *卫生系统* | 11 | 11\n | *合  计* | 41 | 39'
    expect(shapeOf(groups)).toEqual(['hDDuDDuT'])
    expect(sums(groups)).toEqual(['应解=41.00 ✓', '实解=39.00 ✓'])
    expect(doubtsOf(groups)).toContain('total-by-sum')
    const formula = '项目 | 金额\n甲 | 10\n乙 | 25\n所有 | =SUM(B2:B3)→35'
    expect(shapeOf(formula)[0]).toMatch(/^hDD[uT]$/)
    expect(doubtsOf(formula)).toContain('total-by-formula')
  })

  it('IM28 leaves a row that merely equals a sum in the data', () => {
    expect(shapeOf('姓名 | 金额\n张三 | 100\n李四 | 100\n王五 | 200\n赵六 | 50')).toEqual(['hDDDD'])
  })

  it('IM29 compares each sum with the rows it speaks of, and says where and by how much it differs', () => {
    const text = '部门 | 人数 | 金额\n财务部 | 4 | 400.5\n办公室 | 6 | 600\n合计 | 10 | 1000'
    expect(sums(text)).toEqual(['人数=10.00 ✓', '金额=1000.50 ✗ 1000.00'])
    const finding = recogniseText(text)[0]?.findings.find((one) => one.code === 'import/total-mismatch')
    expect([finding?.location.cell, finding?.params]).toEqual([
      'C4',
      { label: '合计', column: '金额', declared: '1000.00', computed: '1000.50', difference: '-0.50' },
    ])
    const grouped =
      '*一、收入* |\n科目 | 金额\n会费 | 100\n补助 | 200\n小计 | 300\n活动 | 50\n维权 | 30\n小计 | 81\n总计 | 380'
    expect(
      recogniseText(grouped)[0]
        ?.findings.filter((one) => one.code === 'import/total-mismatch')
        .map((one) => one.params['difference']),
    ).toEqual(['1.00'])
  })

  it('IM29 knows a sum above its rows and sums of numbered rows', () => {
    expect(sums('部门 | 人数 | 金额\n合计 | 10 | 1000.5\n财务部 | 4 | 400.5\n办公室 | 6 | 600')).toEqual([
      '人数=10.00 ✓',
      '金额=1000.50 ✓',
    ])
    const numbered =
      '序号 | 单位 | 金额\n1 | 市总 | 1000\n2 | 甲县 | 200\n3 | 乙县 | 300\n4 | 2-3小计 | 500\n5 | 合计 | 1500'
    expect([shapeOf(numbered), sums(numbered), doubtsOf(numbered)]).toEqual([['hDDDuT'], ['金额=1500.00 ✓'], []])
  })

  it('IM30 checks 结余 as a difference, and says what it cannot check', () => {
    const text =
      '项目 | 金额\n会费 | 100\n补助 | 50\n收入合计 | 150\n活动 | 60\n维权 | 40\n支出合计 | 100\n本年结余 | 50\n期末滚存结余 | 950'
    expect(shapeOf(text)).toEqual(['hDDuDDuTT'])
    expect(doubtsOf(text)).toEqual(['balance-unchecked'])
  })

  it('IM31 reads no data after the grand total, and says so', () => {
    const text = '代码 | 项目 | 金额\n01 | 甲 | 1\n02 | 乙 | 2\n03 | 丙 | 3\n04 | 丁 | 4\n总计 | | 10\n | 备查 |'
    expect(shapeOf(text)[0]).toMatch(/^hDDDDT[fs]$/)
    expect(shapeOf('部门 | 金额\n财务 | 10\n办公 | 20\n合计 | 30\n大写：叁拾元整 |\n制表：张三 | 审核：李四')).toEqual([
      'hDDTff',
    ])
  })

  it('IM32 adds neither parents nor 其中 rows twice', () => {
    const codes =
      "编码 | 名称 | 金额\n'501 | 活动支出 | 30\n'50101 | 教育 | 10\n'50102 | 文体 | 20\n'502 | 维权支出 | 5\n'50201 | 帮扶 | 5\n合计 | | 35"
    expect([shapeOf(codes), sums(codes)]).toEqual([['hDDDDDT'], ['金额=35.00 ✓']])
    expect(recogniseText(codes)[0]?.rowRoles.map((row) => row.level)).toEqual([undefined, 0, 1, 1, 0, 1, undefined])
    const indents =
      "科目 | 金额\n活动支出 | 30\n'    教育 | 10\n'    文体 | 20\n维权支出 | 9\n'    帮扶 | 5\n'    其他 | 4\n合计 | 39"
    expect(sums(indents)).toEqual(['金额=39.00 ✓'])
    expect(sums('项目 | 金额\n工资 | 100\n其中：奖金 | 30\n福利 | 50\n合计 | 150')).toEqual(['金额=150.00 ✓'])
  })
})

describe('records', () => {
  const records = (text: string): readonly number[] =>
    inspectText(text).sheets[0]?.tables.map((table) => table.records) ?? []

  it('IM38 counts no numbered blanks, no rows of presets and formulas without a name', () => {
    const numbered =
      '序号 | 姓名 | 单位 | 金额\n1 | 张三 | 次 | 5\n2 | 李四 | 次 | 6\n3 | | 次 |\n4 | | 次 |\n合计 | | | 11'
    expect([shapeOf(numbered), records(numbered)]).toEqual([['hDDeeT'], [2]])
    const residue =
      '姓名 | 部门 | 免征额 | 扣除\n张三 | 财务 | 5000 | =C2→5000\n | | 5000 | =C3→5000\n | | 5000 | =C4→5000'
    expect(shapeOf(residue)).toEqual(['hDee'])
    expect(doubtsOf(residue)).toContain('nameless-rows')
    expect(shapeOf('编号 | 等级\n1 |\n2 | A\n3 | B\n4 |')).toEqual(['hDDDD'])
  })

  it('IM39 finds no records in a form that nobody filled in', () => {
    const form = '代码 | 指标 | 单位 | 实际\n1 | 用户数 | 个 |\n2 | 总次数 | 次 |\n3 | 收入 | 元 |'
    expect([records(form), doubtsOf(form)]).toEqual([[0], ['blank-form']])
    expect(records('序号 | 姓名 | 性别 | 签名\n1 | 张三 | 男 |\n2 | 李四 | 女 |\n3 | 王五 | 男 |')).toEqual([3])
  })

  it('IM40 counts tall records once', () => {
    const text =
      '序号 | 设备 | 状态 | 位置 | 编码\n1 | 甲 | 好 | 一号 | A1\n^ | ^ | ^ | 二号 | A2\n2 | 乙 | 好 | 一号 | B1\n^ | ^ | ^ | 二号 | B2'
    expect([shapeOf(text), records(text)]).toEqual([['hD+D+'], [2]])
    expect(doubtsOf(text)).toContain('tall-records')
    expect(records('合同 | 金额 | 付款日期 | 付款\n甲 | 1000 | 2024-01-01! | 400\n^ | ^ | 2024-02-01! | 600')).toEqual([
      2,
    ])
  })

  it('IM41 reads hidden rows, columns and sheets, and says so', () => {
    const text = '姓名 | 部门 | 金额\n张三 | 财务 | 10\n~李四 | 外聘 | 20\n王五 | 外聘 | 30'
    expect(shapeOf(text)).toEqual(['hDDD'])
    expect(doubtsOf(text, { hiddenColumns: ['B'], visibility: 'veryHidden' })).toEqual([
      'hidden-sheet',
      'hidden-rows',
      'hidden-column',
    ])
  })

  it('IM41 leaves hidden remnants of an older table out and says so', () => {
    const text =
      '收入 | 1997 | 1998 | 1999\n~100 | 0.1 | 0.2 | 0.3\n~收入 | 1997 | 1998 | 1999\n150 | 0.2 | 0.3 | 0.4\n200 | 0.3 | 0.4 | 0.5'
    expect(shapeOf(text)).toEqual(['hnrDD'])
    expect(doubtsOf(text)).toContain('hidden-remnant')
  })

  it('IM1 gives every row of a range one role, in order', () => {
    const table = recogniseText('名册 | <\n\n姓名 | 金额\n张三 | 1\n\n李四 | 2\n合计 | 3\n\n注：略。')[0]
    expect(table?.rowRoles.map((row) => row.row)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(table ? rolesOf(table) : '').toBe('t.hD.DT.f')
  })
})
