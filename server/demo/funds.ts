// The money of the year: budget, one adjustment, and what was received and spent, entry by entry.
import type { Values } from '#shared/kernel/value.ts'
import { chartOf, findAccount } from '#shared/policy/charts.ts'
import { festivals, festivalDay } from './festivals.ts'
import { duesOf, type DemoMember } from './members.ts'
import { day, road, type Step } from './step.ts'

const yuan = (amount: number): number => amount * 100

/** Account → 元 in the budget, 元 of the adjustment, what for. */
const spending: readonly (readonly [code: string, budget: number, change: number, basis: string])[] = [
  ['50101', 60_000, 0, '职工夜校与素质提升'],
  ['50102', 120_000, -20_000, '职工运动会'],
  ['50103', 20_000, 0, '主题宣传'],
  ['50105', 600_000, 0, '300人×2000元×1次'],
  ['50301', 40_000, 0, '技能竞赛'],
  ['50302', 30_000, 0, '职工之家'],
  ['50404', 60_000, 20_000, '困难职工帮扶'],
  ['50405', 50_000, 0, '冬送温暖、夏送清凉'],
  ['50501', 40_000, 0, '40人×500元×2次'],
  ['50502', 20_000, 0, '会员代表大会'],
]

function account(code: string, year: number): Values {
  const known = findAccount(chartOf(year), code)
  if (known === undefined) throw new Error(`no account ${code}`)
  return { side: known.class, accountCode: code, accountName: known.name }
}

export function fundSteps(members: readonly DemoMember[], year: number): readonly Step[] {
  const dues = members.reduce((sum, { wage }) => sum + 12 * duesOf(wage), 0)
  const total = spending.reduce((sum, [, budget]) => sum + yuan(budget), 0)
  const interest = yuan(3_000)
  const income: readonly (readonly [string, number, string])[] = [
    ['401', dues, '会员会费'],
    ['402', total - dues - interest, '本级留成'],
    ['408', interest, '银行利息'],
  ]
  const budget = [
    ...income.map(([code, amount, basis]) => ({ ...account(code, year), budget: amount, lastFinal: amount, basis })),
    ...spending.map(([code, amount, , basis]) => ({
      ...account(code, year),
      budget: yuan(amount),
      lastFinal: yuan(amount),
      basis,
    })),
  ]
  const adjustment = spending
    .filter(([, , change]) => change !== 0)
    .map(([code, amount, change]) => ({
      ...account(code, year),
      approved: yuan(amount),
      change: yuan(change),
      reason: change < 0 ? '运动会规模缩小' : '新建档困难职工增加',
    }))
  const whole = {
    submit: '-11-20', recheck: '-11-22', coordinate: '-11-25', adopt: '-12-05', audit: '-12-12', report: '-12-15', approve: '-12-28',
  } // prettier-ignore
  const half = {
    submit: '-07-02', recheck: '-07-03', coordinate: '-07-04', adopt: '-07-10', audit: '-07-15', report: '-07-16', approve: '-07-28',
  } // prettier-ignore
  const on = (from: number, days: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(days).map(([name, tail]) => [name, day(`${from}${tail}`)]))
  return [
    { type: 'rows', day: day(`${year - 1}-11-15`), kind: 'budget', year, by: 'wang', rows: budget },
    ...road({ kind: 'budget', year }, on(year - 1, whole)),
    { type: 'rows', day: day(`${year}-07-01`), kind: 'adjustment', year, by: 'wang', rows: adjustment },
    ...road({ kind: 'adjustment', year }, on(year, half)),
    ...entrySteps(members, year, income),
    ...road({ kind: 'budget', year }, { publish: day(`${year + 1}-01-20`), archive: day(`${year + 1}-02-10`) }),
  ]
}

function entrySteps(
  members: readonly DemoMember[],
  year: number,
  income: readonly (readonly [string, number, string])[],
): readonly Step[] {
  let voucher = 0
  const entry = (code: string, date: string, more: Values): Values => ({
    ...account(code, year),
    date: `${year}${date}`,
    voucherNo: `记-${String(++voucher).padStart(3, '0')}`,
    handler: '王会计',
    approver: '周主席',
    ...more,
  })
  const received = income.flatMap(([code, amount, summary]) =>
    Array.from({ length: 4 }, (_, quarter) =>
      entry(code, `-${String(quarter * 3 + 3).padStart(2, '0')}-25`, {
        amount: quarter < 3 ? Math.floor(amount / 4) : amount - 3 * Math.floor(amount / 4),
        summary: `${summary} 第${quarter + 1}季度`,
        payee: code === '402' ? '上级工会' : '本级',
      }),
    ),
  )
  const festival = festivals.map(({ name, perHead }) =>
    entry('50105', festivalDay(name, -5), {
      amount: yuan(perHead) * members.length,
      summary: `${name}慰问品采购`,
      purpose: '节日慰问',
      payee: '市供销联合公司',
      purchase: '比选',
      acceptance: '验收单',
      department: '后勤部',
      meeting: '委员会会议',
    }),
  )
  const others: readonly (readonly [string, string, number, string, string])[] = [
    ['50101', '-03-20', 24_000, '职工夜校授课酬金', '宣教部'],
    ['50101', '-09-18', 26_000, '素质提升教材', '宣教部'],
    ['50102', '-05-16', 88_000, '职工运动会场地与器材', '宣教部'],
    ['50103', '-05-01', 17_500, '劳动节主题展板', '宣教部'],
    ['50301', '-06-26', 36_800, '技能竞赛奖品', '组织部'],
    ['50302', '-04-10', 28_600, '职工之家图书角', '后勤部'],
    ['50404', '-08-20', 46_000, '困难职工帮扶（转账）', '组织部'],
    ['50404', '-12-10', 24_000, '困难职工帮扶（转账）', '组织部'],
    ['50405', '-01-20', 25_000, '春节前走访', '组织部'],
    ['50405', '-07-18', 21_400, '夏送清凉物品', '后勤部'],
    ['50501', '-05-12', 19_200, '工会干部培训班（一期）', '组织部'],
    ['50501', '-10-16', 18_600, '工会干部培训班（二期）', '组织部'],
    ['50502', '-03-06', 15_300, '会员代表大会会务', '办公室'],
  ]
  const rows = [
    ...received,
    ...festival,
    ...others.map(([code, date, amount, summary, department]) =>
      entry(code, date, { amount: yuan(amount), summary, department, payee: '中标供应商' }),
    ),
  ]
  return [
    { type: 'rows', day: day(`${year}-12-20`), kind: 'execution', year, by: 'wang', rows },
    ...road(
      { kind: 'execution', year },
      { review: day(`${year}-12-21`), approve: day(`${year}-12-22`), book: day(`${year}-12-23`) },
    ),
  ]
}
