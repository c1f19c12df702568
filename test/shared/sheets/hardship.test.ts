// The register of workers in hardship: income and class, the yearly review, and the real shapes of old lists.
import { describe, expect, it } from 'vitest'
import { ruleContext } from '#shared/definition/rule.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import type { Values } from '#shared/kernel/value.ts'
import { lightOf } from '#shared/sheets/hardship/light.ts'
import { perHeadOf } from '#shared/sheets/hardship/parts.ts'
import { sampleAid, sampleFile } from '#shared/sheets/hardship/sample.ts'
import { hardshipSheet } from '#shared/sheets/hardship.ts'
import { validateRows } from '#shared/validation/validateRows.ts'
import type { Fixture } from '#test/fixtures/legacy/sheetDescription.ts'
import { importFixture } from '#test/harness/importFixture.ts'

const context = ruleContext({ today: plainDate(2026, 3, 1)!, year: 2026, unitKind: 'primary' })
const codes = (row: Values) =>
  validateRows(hardshipSheet, [{ values: row, location: {} }], context).map(({ code }) => code)

describe('files and help', () => {
  it('say nothing of a sound file and a sound help', () => {
    expect(codes(sampleFile)).toEqual([])
    expect(codes(sampleAid)).toEqual([])
  })

  it('work out income per head, and leave it open where nobody lives', () => {
    expect(perHeadOf({ familySize: 3, familyIncome: 100_000 })).toBe(33_333)
    expect(perHeadOf({ familySize: 0, familyIncome: 100_000 })).toBeNull()
    expect(perHeadOf({ familySize: 3 })).toBeNull()
  })

  it.each<readonly [string, Values, readonly string[]]>([
    ['W14 income per head', { perHead: 90_000 }, ['hardship/per-head']],
    ['W14 a class above the living line', { hardshipClass: '特困', livingLine: 70_000 }, ['hardship/class-and-line']],
    ['W14 an older class', { hardshipClass: '低保户' }, ['hardship/older-class']],
    [
      'W14 a year without review',
      { updatedOn: '2024-10-01', filedOn: '2024-06-10', visitedOn: '2024-06-01' },
      ['hardship/not-reviewed'],
    ],
    ['W14 above sixty', { birthDate: '1965-01-01' }, ['hardship/close-review']],
    ['an amount in a file', { amount: 100 }, ['hardship/aid-amount']],
  ])('%s', (_, change, expected) => {
    expect(codes({ ...sampleFile, ...change })).toEqual(expected)
  })

  it.each<readonly [string, string | undefined]>([
    ['2025-12-20', 'green'],
    ['2025-03-20', 'yellow'],
    ['2025-02-28', 'red'],
  ])('reviewed on %s shows %s on 1 March', (updatedOn, light) => {
    expect(lightOf({ ...sampleFile, filedOn: '2024-01-01', updatedOn }, context)?.light).toBe(light)
    expect(lightOf({ ...sampleAid, updatedOn }, context)).toBeNull()
  })
})

const register: Fixture = {
  nasty:
    'the real 困难职工名册: 附件2, two header rows merged down, line breaks in headers, blank ruled rows, a note below',
  fileName: '困难职工名册.xls.xlsx',
  sheets: [
    {
      name: 'Sheet1',
      rows: [
        ['附件2'],
        ['困难职工名册'],
        ['单位：　　　　　　　　　　　　　　　　　　　年  月  日'],
        [
          '序\n号',
          '建档编号(如：20130001)',
          '所在单位',
          '姓名',
          '职务',
          '性别',
          '出生年月',
          '家庭\n人口',
          '月总\n收入',
          '人均\n月收入',
          '家庭住址及联系电话',
          '致困主要原因',
          '困难\n类别',
          '备注',
        ],
        [],
        [
          1,
          '20250001',
          '一车间',
          '甲某',
          '钳工',
          '男',
          '1975.03',
          4,
          3200,
          800,
          '某小区 13800000000',
          '患病',
          '特困',
          null,
        ],
        [
          2,
          '20250002',
          '二车间',
          '乙某',
          '电工',
          '女',
          '1980.11',
          3,
          3000,
          1000,
          '某街 13800000000',
          '子女上学',
          '一般困难',
          null,
        ],
        ...Array.from({ length: 4 }, (_, index) => [index + 3]),
        ['注：此表每年1月15日前上报。'],
      ],
      merges: [
        'A1:B1',
        'A2:N2',
        'A3:N3',
        ...Array.from('ABCDEFGHIJKLMN', (letter) => `${letter}4:${letter}5`),
        'A12:L12',
      ],
    },
  ],
}

const schooling: Fixture = {
  nasty: 'the real 子女助学汇总表: 子女 over 姓名, 性别, 出生年月, 学校类别; the worker’s own name beside it',
  fileName: '助学.xlsx',
  sheets: [
    {
      name: 'Sheet1',
      rows: [
        ['附件4'],
        ['困难职工子女助学汇总表'],
        ['单位：某某公司工会'],
        ['序号', '职工姓名', '子 女', null, null, null, '困难类别', '补助金额', '备注'],
        [null, null, '姓名', '性别', '出生年月', '学校类别'],
        [1, '甲某', '丙某', '男', '2010.09', '初中', '特困', 1000, null],
        [2, '甲某', '丁某', '女', '2007.05', '高中', '特困', 2000, null],
        ['合计', null, null, null, null, null, null, 3000, null],
      ],
      merges: ['A1:B1', 'A2:I2', 'A3:I3', 'A4:A5', 'B4:B5', 'C4:F4', 'G4:G5', 'H4:H5', 'I4:I5'],
      moneyColumns: [7],
    },
  ],
}

const medical: Fixture = {
  nasty: 'the real 医疗救助汇总表: three header levels under 20__年度医疗受助金额, 本页合计',
  fileName: '医疗.xlsx',
  sheets: [
    {
      name: 'Sheet1',
      rows: [
        ['附件5'],
        ['职工医疗救助汇总表'],
        ['单位：某某公司工会'],
        [
          '序号',
          '姓名',
          '性别',
          '出生年月',
          '家庭住址或联系电话',
          '2025年度医疗受助金额（元）',
          null,
          null,
          null,
          null,
          '支付时间',
          '备注',
        ],
        [null, null, null, null, null, '一次性补助', null, '伤残', '住院', '特殊妇科病'],
        [null, null, null, null, null, '死亡', '重大疾病'],
        [1, '甲某', '男', '1975.03', '13800000000', null, 10000, null, 2000, null, '2025.12.20', null],
        [2, '乙某', '女', '1980.11', '13800000000', null, null, null, 1500, 500, '2025.12.20', null],
        ['本页合计', null, null, null, null, null, 10000, null, 3500, 500, null, null],
      ],
      merges: [
        'A1:B1',
        'A2:L2',
        'A3:L3',
        ...Array.from('ABCDEKL', (letter) => `${letter}4:${letter}6`),
        'F4:J4',
        'F5:G5',
        'H5:H6',
        'I5:I6',
        'J5:J6',
      ],
      moneyColumns: [5, 6, 7, 8, 9],
    },
  ],
}

describe('old lists', () => {
  it('F the register becomes files, ruled rows and note left out', async () => {
    const [imported] = await importFixture(register)
    expect(imported?.guess?.kind).toBe('hardship')
    expect(imported?.result?.rejected).toEqual([])
    const rows = imported?.result?.rows ?? []
    expect(
      rows.map(({ values }) =>
        ['recordType', 'fileNo', 'name', 'hardshipClass', 'cause', 'perHead'].map((key) => values[key]),
      ),
    ).toEqual([
      ['建档', '20250001', '甲某', '特困', '患重特大疾病', 80_000],
      ['建档', '20250002', '乙某', '一般困难', '子女上学', 100_000],
    ])
    expect(rows.map(({ values }) => values['birthDate'])).toEqual(['1975-03-01', '1980-11-01'])
  })

  it('F schooling keeps worker and child apart, one row for each child', async () => {
    const [imported] = await importFixture(schooling)
    expect(imported?.guess?.kind).toBe('hardship')
    expect(imported?.result?.rejected).toEqual([])
    expect(
      (imported?.result?.rows ?? []).map(({ values }) =>
        ['recordType', 'name', 'childName', 'childSex', 'childBirth', 'school', 'amount'].map((key) => values[key]),
      ),
    ).toEqual([
      ['子女助学', '甲某', '丙某', '男', '2010-09-01', '初中', 100_000],
      ['子女助学', '甲某', '丁某', '女', '2007-05-01', '高中', 200_000],
    ])
    expect(imported?.result?.totals.filter(({ ties }) => ties === false)).toEqual([])
  })

  it('F medical help is added up from its parts under three header levels', async () => {
    const [imported] = await importFixture(medical)
    expect(imported?.guess?.kind).toBe('hardship')
    expect(imported?.result?.rejected).toEqual([])
    expect(
      (imported?.result?.rows ?? []).map(({ values }) =>
        ['recordType', 'name', 'illnessAid', 'hospitalAid', 'womenAid', 'amount', 'paidOn'].map((key) => values[key]),
      ),
    ).toEqual([
      ['医疗救助', '甲某', 1_000_000, 200_000, null, 1_200_000, '2025-12-20'],
      ['医疗救助', '乙某', null, 150_000, 50_000, 200_000, '2025-12-20'],
    ])
  })
})
