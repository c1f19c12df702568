// The roster's own meaning: dues to the 分, identity numbers against what is written, and old rosters and dues tables read.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ruleContext } from '#shared/definition/rule.ts'
import { plainDate } from '#shared/kernel/plainDate.ts'
import type { Values } from '#shared/kernel/value.ts'
import { duesOf, duesPaidOf } from '#shared/sheets/member/dues.ts'
import { sampleMember } from '#shared/sheets/member/rules.ts'
import { memberSheet } from '#shared/sheets/member.ts'
import { sampleIdentity } from '#shared/sheets/rules/people.ts'
import { validateRows } from '#shared/validation/validateRows.ts'
import type { Fixture } from '#test/fixtures/legacy/sheetDescription.ts'
import { importFixture } from '#test/harness/importFixture.ts'

const context = ruleContext({ today: plainDate(2026, 3, 1)!, year: 2026, unitKind: 'primary' })
const found = (change: Values) =>
  validateRows(memberSheet, [{ values: { ...sampleMember, ...change }, location: {} }], context)
const codes = (change: Values) => found(change).map(({ code }) => code)

describe('dues', () => {
  it.each([
    [5_678_00, 28_35],
    [10_00, 5],
    [9_99, 0],
    [0, 0],
    [12_345_67, 61_70],
  ])('L-06 of %i 分 are %i 分', (base, dues) => {
    expect(duesOf(base)).toBe(dues)
  })

  it('L-06 never exceed half a percent, nor fall short of it by 5 分', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_00 }), (base) => {
        const short = base * 0.005 - duesOf(base)
        expect(short).toBeGreaterThanOrEqual(-1e-6)
        expect(short).toBeLessThan(5)
      }),
    )
  })

  it('add up what was paid, and stay blank where nothing was entered', () => {
    expect(duesPaidOf({ month1: 2_835, month12: 2_835, month3: null })).toBe(5_670)
    expect(duesPaidOf({ month1: null })).toBeNull()
  })
})

describe('rules', () => {
  it('say nothing of a sound member', () => {
    expect(codes({})).toEqual([])
    expect(codes(sampleIdentity)).toEqual([])
  })

  it.each<readonly [string, Values, readonly string[]]>([
    ['L-06 wrong dues', { monthlyDues: 2_900 }, ['member/dues-rate']],
    ['L-06 dues of the retired', { standing: '退休' }, ['member/dues-exempt']],
    ['L-06 a month short', { month1: 2_835, month2: 2_000 }, ['member/dues-paid']],
    ['L-06 a month left out', { month2: 2_835 }, ['member/dues-missing']],
    ['E-13 outside the wage base', { inWageBase: false }, ['member/outside-wage-base']],
    ['C16 another birthday than the card', { ...sampleIdentity, birthDate: '1991-01-01' }, ['member/identity-birth']],
    ['C16 another sex than the card', { ...sampleIdentity, sex: '女' }, ['member/identity-sex']],
    ['a phone with ten digits', { phone: '1380000000' }, ['member/phone']],
    ['gaps, named', { sex: null, joinedOn: null }, ['member/incomplete']],
  ])('%s', (_, change, expected) => {
    expect(codes(change)).toEqual(expected)
  })

  it('never say an identity number', () => {
    for (const finding of found({ ...sampleIdentity, birthDate: '1991-01-01', sex: '女' }))
      expect(JSON.stringify(finding)).not.toContain(sampleIdentity.idCard)
  })

  it('E-13 and other uncertain sources block nothing', () => {
    for (const rule of memberSheet.rules) if (rule.scope !== 'set') expect(rule.severity).not.toBe('error')
  })
})

const people = (count: number) => Array.from({ length: count }, (_, index) => `${'甲乙丙丁戊己庚辛'[index] ?? ''}某某`)

const roster: Fixture = {
  nasty: 'attachment mark, 序\\n号, months as 1985.03, a note below, names with spaces',
  fileName: '会员名册.xlsx',
  sheets: [
    {
      name: 'Sheet1',
      rows: [
        ['附件1'],
        ['某某工会会员名册'],
        ['单位：某某公司工会　　　　2026年1月'],
        ['序\n号', '分工会', '姓  名', '性别', '出生年月', '用工性质', '入会时间', '联系电话', '备 注'],
        ...people(5).map((name, index) => [
          index + 1,
          index < 3 ? '一车间' : '二车间',
          `${name.slice(0, 1)}　${name.slice(1)}`,
          index % 2 === 0 ? '男' : '女',
          1985.03 + index,
          index === 0 ? '正式工' : '派遣',
          '2010.7',
          '13800000000',
          null,
        ]),
        ['注：此表每年1月15日前上报。'],
      ],
      merges: ['A2:I2', 'A3:I3', 'A10:I10'],
    },
  ],
}

const dues: Fixture = {
  nasty: 'twelve months, a total column and a total row, no roster columns',
  fileName: '会费.xlsx',
  sheets: [
    {
      name: '会费',
      rows: [
        ['2026年度会费收缴表'],
        [
          '序号',
          '部门',
          '姓名',
          '工资基数',
          '月会费',
          ...Array.from({ length: 12 }, (_, i) => `${i + 1}月`),
          '合计',
          '签字',
        ],
        ...people(4).map((name, index) => [
          index + 1,
          '财务部',
          name,
          5678,
          28.35,
          ...Array.from({ length: 12 }, (_, month) => (month < 2 ? 28.35 : null)),
          56.7,
          null,
        ]),
        ['合计', null, null, null, 113.4, 113.4, 113.4, ...Array.from({ length: 10 }, () => null), 226.8, null],
      ],
      merges: ['A1:S1'],
    },
  ],
}

describe('old files', () => {
  it('L a roster is read as members, one each, its note left out', async () => {
    const [imported] = await importFixture(roster)
    expect(imported?.guess?.kind).toBe('member')
    expect(imported?.result?.rejected).toEqual([])
    expect(
      imported?.result?.rows.map(({ values }) => [values['name'], values['birthDate'], values['employment']]),
    ).toEqual(people(5).map((name, index) => [name, `${1985 + index}-03-01`, index === 0 ? '在编' : '劳务派遣']))
  })

  it('L-06 a dues table is read as members, its sums tie, and each month is kept', async () => {
    const [imported] = await importFixture(dues)
    expect(imported?.guess?.kind).toBe('member')
    const rows = imported?.result?.rows ?? []
    expect(rows.map(({ values }) => [values['duesBase'], values['monthlyDues'], values['month2']])).toEqual(
      people(4).map(() => [567_800, 2_835, 2_835]),
    )
    expect(imported?.result?.totals.filter(({ ties }) => ties === false)).toEqual([])
    expect(rows.flatMap(({ findings }) => findings.filter(({ severity }) => severity !== 'hint'))).toEqual([])
  })
})
