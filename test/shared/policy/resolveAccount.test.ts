// Which account is meant: by year, name and code together (domain.md §1.5).
import { describe, expect, it } from 'vitest'
import { chart2009, successions } from '#shared/policy/chart2009.ts'
import { chart2021 } from '#shared/policy/chart2021.ts'
import { chartOf, findAccount, findAccountByName } from '#shared/policy/charts.ts'
import { resolveAccount, type AccountQuestion } from '#shared/policy/resolveAccount.ts'

const ask = (question: Partial<AccountQuestion>) =>
  resolveAccount({ year: 2026, unitKind: 'primary', code: null, name: null, class: null, ...question })

describe('charts of accounts', () => {
  it('change with the year 2022', () => {
    expect(chartOf(2021)).toBe(chart2009)
    expect(chartOf(2022)).toBe(chart2021)
    expect(findAccount(chart2009, '502')?.name).toBe('维权支出')
    expect(findAccount(chart2021, '502')?.name).toBe('职工活动组织支出')
  })

  it.each([chart2009, chart2021])(
    '$id has every code once, under a parent, on the side of its first digit',
    (chart) => {
      const codes = chart.accounts.map((account) => account.code)
      expect(new Set(codes).size).toBe(codes.length)
      for (const account of chart.accounts) {
        if (account.level > 1) expect(codes).toContain(account.code.slice(0, -2))
        if (account.code.startsWith('4')) expect(account.class).toBe('收入')
        if (account.code.startsWith('5')) expect(account.class).toBe('支出')
      }
    },
  )

  it('give 基层 and 县级以上 unions their own accounts', () => {
    const of = (kind: 'primary' | 'county') =>
      chart2021.accounts
        .filter((account) => account.level === 1 && account.unitKinds.includes(kind))
        .map(({ code }) => code)
    expect(of('primary').filter((code) => /^[45]/.test(code))).toEqual([
      '401',
      '402',
      '403',
      '405',
      '408',
      '501',
      '503',
      '504',
      '505',
      '507',
      '510',
    ])
    expect(of('county').filter((code) => /^[45]/.test(code))).toEqual([
      '402',
      '403',
      '404',
      '406',
      '407',
      '408',
      '411',
      '502',
      '503',
      '504',
      '505',
      '506',
      '507',
      '508',
      '509',
      '510',
      '521',
    ])
  })

  it('say of every account of 2009 with income or expenditure where it went', () => {
    for (const kind of ['primary', 'county'] as const)
      for (const account of chart2009.accounts.filter(({ code }) => /^[45]/.test(code))) {
        const succession = successions[kind].find(({ from }) => from === account.code)
        expect(succession, account.code).toBeDefined()
        for (const to of succession?.to ?? []) expect(findAccount(chart2021, to), to).toBeDefined()
      }
  })

  it.each([
    ['拨交经费收入', '402'],
    ['拨缴经费', '402'],
    ['（一）会费', '401'],
    ['會費收入', '401'],
    ['职工教育费', '50101'],
    ['职工集体福利支出', '50105'],
    ['工会业务费', '505'],
    ['其它支出', '510'],
    ['职工活动费', '501'],
    ['工会行政费', '506'],
  ])('know %s as %s', (name, code) => {
    expect(findAccountByName(chart2021, name, { unitKind: 'primary' })?.code).toBe(code)
  })

  it('tell equal names apart by side and by kind of union', () => {
    const find = (clues: object) =>
      findAccountByName(chart2021, '一般性转移支付补助', { unitKind: 'county', ...clues })?.code
    expect(find({ class: '收入' })).toBe('40301')
    expect(find({ class: '支出' })).toBe('50801')
    expect(find({})).toBeUndefined()
    expect(findAccountByName(chart2021, '职工教育支出', { unitKind: 'county' })?.code).toBe('50201')
    expect(findAccountByName(chart2021, '职工教育支出', { unitKind: 'primary' })?.code).toBe('50101')
  })
})

describe('resolveAccount', () => {
  it('takes name and code that agree without a word', () => {
    expect(ask({ code: '50404', name: '    困难职工帮扶支出' })).toMatchObject({
      code: '50404',
      name: '困难职工帮扶支出',
      class: '支出',
      remarks: [],
    })
    expect(ask({ year: 2020, code: '502', name: '维权支出' })).toMatchObject({
      code: '502',
      class: '支出',
      remarks: [],
    })
  })

  it('trusts the name where the code of 2022 means something else', () => {
    expect(ask({ code: '502', name: '维权支出' })).toMatchObject({
      code: '504',
      name: '维权支出',
      remarks: [{ remark: 'code-name-mismatch', params: { written: '502', meaning: '职工活动组织支出', code: '504' } }],
    })
    expect(ask({ unitKind: 'county', code: '504', name: '行政支出' })).toMatchObject({
      code: '506',
      remarks: [{ remark: 'code-name-mismatch' }],
    })
    expect(ask({ code: '50201', name: '劳动关系协调费' })).toMatchObject({ code: '50401' })
  })

  it('takes the name from the chart where the name cell holds the code', () => {
    expect(ask({ code: '50101', name: '50101' })).toMatchObject({
      code: '50101',
      name: '职工教育支出',
      remarks: [{ remark: 'name-is-code' }],
    })
    expect(ask({ name: '50105' })).toMatchObject({ code: '50105', name: '会员活动支出' })
    expect(ask({ name: '50105 会员活动支出' })).toMatchObject({ code: '50105', name: '会员活动支出', remarks: [] })
  })

  it('asks a person about 50104 其他活动支出 and other accounts that were split', () => {
    expect(ask({ code: '50104', name: '其他活动支出' })).toMatchObject({
      code: '50106',
      remarks: [{ remark: 'review' }],
    })
    expect(ask({ code: '50104', name: '劳模职工疗休养支出' })).toMatchObject({ code: '50104', remarks: [] })
    expect(ask({ code: '503', name: '业务支出' })).toMatchObject({ code: '505', remarks: [{ remark: 'review' }] })
    expect(ask({ code: '50304', name: '专项业务费' })).toMatchObject({ code: '50503', remarks: [{ remark: 'review' }] })
    expect(ask({ year: 2021, code: '50104', name: '其他活动支出' })).toMatchObject({ code: '50104', remarks: [] })
  })

  it('follows accounts of 2009 that have one successor', () => {
    expect(ask({ unitKind: 'county', code: '406', name: '事业收入' })).toMatchObject({
      code: '406',
      name: '附属单位上缴收入',
      remarks: [{ remark: 'succeeded', params: { old: '406 事业收入' } }],
    })
    expect(ask({ unitKind: 'county', name: '事业支出' })).toMatchObject({ code: '509', name: '对附属单位的支出' })
  })

  it('keeps further subaccounts of a known account, and says which parent', () => {
    expect(ask({ code: '5010501', name: '春秋游' })).toMatchObject({
      code: '5010501',
      name: '春秋游',
      class: '支出',
      account: undefined,
      remarks: [{ remark: 'added', params: { parent: '50105 会员活动支出' } }],
    })
  })

  it('asks about what no chart knows, and keeps it as written', () => {
    expect(ask({ name: '杂项开支', class: '支出' })).toMatchObject({
      code: null,
      name: '杂项开支',
      class: '支出',
      remarks: [{ remark: 'unknown' }],
    })
    expect(ask({ code: '999', name: '杂项' })).toMatchObject({
      code: '999',
      class: null,
      remarks: [{ remark: 'unknown' }],
    })
  })

  it('finds the code of a name alone', () => {
    expect(ask({ name: '拨缴经费收入' })).toMatchObject({ code: '402', class: '收入', remarks: [] })
    expect(ask({ name: '其中：会员活动支出' })).toMatchObject({ code: '50105' })
  })
})
