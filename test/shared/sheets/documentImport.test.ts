// Old registers of documents and visits, told apart by their titles.
import { describe, expect, it } from 'vitest'
import type { Fixture } from '#test/fixtures/legacy/sheetDescription.ts'
import { importFixture } from '#test/harness/importFixture.ts'

const incoming: Fixture = {
  nasty: '收文登记簿 with 序号 as 收文号, short dates, square brackets, ★ terms',
  fileName: '收文.xlsx',
  sheets: [
    {
      name: 'Sheet1',
      rows: [
        ['2026年收文登记簿'],
        [
          '收文号',
          '收文日期',
          '来文机关',
          '来文字号',
          '文件标题',
          '份数',
          '密级',
          '紧急程度',
          '拟办意见',
          '领导批示',
          '承办单位',
          '办理结果',
          '签收人',
          '归卷号',
          '备注',
        ],
        [
          '001',
          '2026.1.5',
          '市总工会',
          '市工[2026]1号',
          '关于召开全委会的通知',
          2,
          '普通',
          '急件',
          '请主席阅示',
          '办公室办',
          '办公室',
          '已参会',
          '甲某',
          null,
          null,
        ],
        [
          '002',
          '2026.1.8',
          '县委办',
          '县办发[2026]3号',
          '关于做好值班工作的通知',
          1,
          '机密★三个月',
          '平件',
          '传阅',
          '阅',
          null,
          null,
          '甲某',
          null,
          null,
        ],
      ],
      merges: ['A1:O1'],
    },
  ],
}

const outgoing: Fixture = {
  nasty: '发文登记簿: the same word 编号, hands in columns of their own',
  fileName: '发文.xlsx',
  sheets: [
    {
      name: 'Sheet1',
      rows: [
        ['某公司工会发文登记簿（2026年）'],
        [
          '序号',
          '发文日期',
          '发文字号',
          '标题',
          '密级',
          '份数',
          '拟稿',
          '核稿',
          '会签',
          '签发',
          '主送',
          '抄送',
          '签收人',
          '归卷日期',
          '归入卷号',
        ],
        [
          1,
          '2026年1月10日',
          '某工（2026）1号',
          '关于印发工作要点的通知',
          '普通',
          20,
          '甲某',
          '乙某',
          null,
          '丙某',
          '各分工会',
          '市总工会',
          null,
          null,
          null,
        ],
        [
          2,
          '2026年2月1日',
          '某工（2026）2号',
          '关于春节慰问的通知',
          '普通',
          20,
          '甲某',
          '乙某',
          '财务部',
          '丙某',
          '各分工会',
          null,
          null,
          null,
          null,
        ],
      ],
      merges: ['A1:O1'],
    },
  ],
}

const visits: Fixture = {
  nasty: '来信来访登记: 单位 is the visitor’s, 事项 the matter',
  fileName: '来访.xlsx',
  sheets: [
    {
      name: 'Sheet1',
      rows: [
        ['来信来访登记表'],
        [
          '序号',
          '日期',
          '来访人',
          '单位',
          '联系方式',
          '反映事项',
          '接待人',
          '处理意见',
          '转办单位',
          '答复日期',
          '结果',
        ],
        [
          1,
          '2026.2.3',
          '丁某',
          '一车间',
          '13800000000',
          '反映加班工资问题',
          '甲某',
          '转权益保障部',
          '权益保障部',
          '2026.2.20',
          '已补发',
        ],
        [
          2,
          '2026.2.10',
          '戊某',
          '二车间',
          '13800000000',
          '咨询入会手续',
          '甲某',
          '当面答复',
          null,
          '2026.2.10',
          '已答复',
        ],
      ],
      merges: ['A1:K1'],
    },
  ],
}

describe('old registers', () => {
  it('I incoming documents keep numbers, levels and hands', async () => {
    const [imported] = await importFixture(incoming)
    expect(imported?.guess?.kind).toBe('document')
    expect(imported?.result?.rejected).toEqual([])
    const rows = imported?.result?.rows ?? []
    expect(
      rows.map(({ values }) =>
        ['direction', 'registerNo', 'date', 'organ', 'secrecy', 'urgency'].map((key) => values[key]),
      ),
    ).toEqual([
      ['收文', '001', '2026-01-05', '市总工会', '普通', '加急'],
      ['收文', '002', '2026-01-08', '县委办', '机密★三个月', '平件'],
    ])
    const fixes = rows.flatMap(({ findings }) =>
      findings.flatMap(({ code, fix }) => (code === 'document/number-form' ? [fix] : [])),
    )
    expect(fixes[0]).toEqual({ type: 'setValue', column: 'docNo', value: '市工〔2026〕1号' })
  })

  it('I outgoing documents are told from incoming ones by the title', async () => {
    const [imported] = await importFixture(outgoing)
    expect(imported?.guess?.kind).toBe('document')
    expect(imported?.result?.rejected).toEqual([])
    expect(
      (imported?.result?.rows ?? []).map(({ values }) =>
        ['direction', 'date', 'drafter', 'signer', 'mainTo'].map((key) => values[key]),
      ),
    ).toEqual([
      ['发文', '2026-01-10', '甲某', '丙某', '各分工会'],
      ['发文', '2026-02-01', '甲某', '丙某', '各分工会'],
    ])
  })

  it('I visits keep who came, what for and when they were answered', async () => {
    const [imported] = await importFixture(visits)
    expect(imported?.guess?.kind).toBe('document')
    expect(imported?.result?.rejected).toEqual([])
    expect(
      (imported?.result?.rows ?? []).map(({ values }) =>
        ['direction', 'visitor', 'organ', 'title', 'host', 'repliedOn'].map((key) => values[key]),
      ),
    ).toEqual([
      ['来访', '丁某', '一车间', '反映加班工资问题', '甲某', '2026-02-20'],
      ['来访', '戊某', '二车间', '咨询入会手续', '甲某', '2026-02-10'],
    ])
  })
})
