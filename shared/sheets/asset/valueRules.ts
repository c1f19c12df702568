// Row rules of the asset ledger about value and depreciation (domain.md §1.6).
import type { RowRule } from '../../definition/rule.ts'
import { words } from '../../kernel/words.ts'
import { accountingRules2021, accountingRules2009 } from '../../policy/sources.ts'
import { amountOf as amount, textOf as text, yuan } from '../accounts/rowParts.ts'
import { leastYears, leastYearsByName, undepreciated } from './choices.ts'
import { accumulatedBy, monthlyOf } from './depreciation.ts'
import { sampleAsset as asset } from './sample.ts'

/** 分 for one piece, by the year it was bought in: 1000/1500 元 since 2022, 500/800 before. */
const thresholds: Readonly<Record<string, readonly [since2022: number, before: number]>> = {
  通用设备: [100_000, 50_000],
  专用设备: [150_000, 80_000],
}

/** The longest of the least years that speak of it; undefined when the text names none. */
function leastOf(name: string, assetClass: string): { readonly years: number; readonly what: string } | undefined {
  const named = leastYearsByName.find(([pattern]) => pattern.test(name))
  if (named !== undefined) return { years: named[2], what: named[1] }
  const years = leastYears[assetClass]
  return years === undefined ? undefined : { years, what: assetClass }
}

export const valueRules: readonly RowRule[] = [
  {
    scope: 'row',
    code: 'asset/cost-arithmetic',
    severity: 'warning',
    citation: accountingRules2021('162 固定资产'),
    title: words('原值与单价 × 数量一致', '原值與單價 × 數量一致', 'Cost = price × quantity'),
    message: words(
      '{name}：{price} 元 × {quantity} = {expected} 元，原值写的是 {cost} 元。含税费、安装费的请在备注里说明。',
      '{name}：{price} 元 × {quantity} = {expected} 元，原值寫的是 {cost} 元。含稅費、安裝費的請在備註裡說明。',
      '{name}: {price} × {quantity} makes {expected} yuan; the cost says {cost}. Explain taxes or installation in the remark.',
    ),
    columns: ['cost', 'price', 'quantity', 'name', 'remark'],
    check: (row) => {
      const [price, cost, quantity] = [amount(row, 'price'), amount(row, 'cost'), amount(row, 'quantity')]
      if (price === null || cost === null || quantity === null || text(row, 'remark') !== '') return null
      return price * quantity === cost
        ? null
        : { name: text(row, 'name'), price: yuan(price), quantity, expected: yuan(price * quantity), cost: yuan(cost) }
    },
    suggest: (row) => ({ column: 'cost', value: (amount(row, 'price') ?? 0) * (amount(row, 'quantity') ?? 0) }),
    examples: {
      valid: [asset, { ...asset, cost: 730_000, remark: '含安装费 100 元' }],
      invalid: [{ ...asset, quantity: 2 }],
    },
  },
  {
    scope: 'row',
    code: 'asset/below-threshold',
    severity: 'warning',
    citation: accountingRules2021('第32–37条'),
    title: words('单价够不上固定资产标准', '單價夠不上固定資產標準', 'Below the amount of a fixed asset'),
    message: words(
      '{name}是{class}，单价 {price} 元，低于 {threshold} 元。不是大批同类物资的，不列固定资产。',
      '{name}是{class}，單價 {price} 元，低於 {threshold} 元。不是大批同類物資的，不列固定資產。',
      '{name} ({class}) costs {price} yuan, below {threshold}. Unless bought in bulk it is no fixed asset.',
    ),
    columns: ['price', 'class', 'bought', 'name', 'cost', 'quantity', 'remark'],
    check: (row) => {
      const threshold = thresholds[text(row, 'class')]?.[text(row, 'bought') >= '2022-01-01' ? 0 : 1]
      const quantity = amount(row, 'quantity') ?? 1
      const price = amount(row, 'price') ?? (quantity <= 1 ? amount(row, 'cost') : null)
      if (threshold === undefined || price === null || price >= threshold || text(row, 'bought') === '') return null
      return /大批|批量|同类/.test(text(row, 'remark'))
        ? null
        : { name: text(row, 'name'), class: text(row, 'class'), price: yuan(price), threshold: yuan(threshold) }
    },
    examples: {
      valid: [asset, { ...asset, price: 60_000, cost: 60_000, bought: '2020-05-01' }],
      invalid: [{ ...asset, price: 90_000, cost: 90_000 }],
    },
  },
  {
    scope: 'row',
    code: 'asset/life-too-short',
    severity: 'warning',
    citation: accountingRules2021('附录2'),
    title: words('折旧年限不低于规定', '折舊年限不低於規定', 'Life not below the prescribed years'),
    message: words(
      '{name}写了 {years} 年，{what}的折旧年限不低于 {least} 年。',
      '{name}寫了 {years} 年，{what}的折舊年限不低於 {least} 年。',
      '{name} has a life of {years} years; the least for {what} is {least}.',
    ),
    columns: ['years', 'name', 'class'],
    check: (row) => {
      const years = amount(row, 'years')
      const least = leastOf(text(row, 'name'), text(row, 'class'))
      return years === null || years === 0 || least === undefined || years >= least.years
        ? null
        : { name: text(row, 'name'), years, what: least.what, least: least.years }
    },
    suggest: (row) => {
      const least = leastOf(text(row, 'name'), text(row, 'class'))
      return least && { column: 'years', value: least.years }
    },
    examples: { valid: [asset, { ...asset, years: null }], invalid: [{ ...asset, years: 5 }] },
  },
  {
    scope: 'row',
    code: 'asset/no-depreciation',
    severity: 'warning',
    citation: accountingRules2021('第32–37条、附录2'),
    title: words('这类资产不计提折旧', '這類資產不計提折舊', 'This class is not depreciated'),
    message: words(
      '{name}属于{class}，不计提折旧，累计折旧写了 {accumulated} 元。请核对类别或折旧。',
      '{name}屬於{class}，不計提折舊，累計折舊寫了 {accumulated} 元。請核對類別或折舊。',
      '{name} ({class}) is not depreciated, but {accumulated} yuan are written off. Check class or depreciation.',
    ),
    columns: ['accumulated', 'class', 'name'],
    check: (row) => {
      const accumulated = amount(row, 'accumulated') ?? 0
      return undepreciated.includes(text(row, 'class')) && accumulated > 0
        ? { name: text(row, 'name'), class: text(row, 'class'), accumulated: yuan(accumulated) }
        : null
    },
    examples: {
      valid: [asset, { ...asset, class: '图书档案', accumulated: 0 }],
      invalid: [{ ...asset, class: '图书档案' }],
    },
  },
  {
    scope: 'row',
    code: 'asset/over-depreciated',
    severity: 'error',
    blocks: 'submit',
    citation: accountingRules2021('第32–37条'),
    title: words('累计折旧不超过原值', '累計折舊不超過原值', 'Not written off beyond its cost'),
    message: words(
      '{name}原值 {cost} 元，累计折旧 {accumulated} 元，超过了原值。提足折旧后不再提。',
      '{name}原值 {cost} 元，累計折舊 {accumulated} 元，超過了原值。提足折舊後不再提。',
      '{name} cost {cost} yuan; {accumulated} are written off. Depreciation stops at the cost.',
    ),
    columns: ['accumulated', 'cost', 'name'],
    check: (row) => {
      const [cost, accumulated] = [amount(row, 'cost'), amount(row, 'accumulated')]
      return cost === null || accumulated === null || accumulated <= cost
        ? null
        : { name: text(row, 'name'), cost: yuan(cost), accumulated: yuan(accumulated) }
    },
    suggest: (row) => ({ column: 'accumulated', value: amount(row, 'cost') }),
    examples: { valid: [asset], invalid: [{ ...asset, accumulated: 720_001 }] },
  },
  {
    scope: 'row',
    code: 'asset/accumulated-differs',
    severity: 'warning',
    citation: accountingRules2021('第32–37条：当月增加当月提，当月减少当月不提'),
    title: words('累计折旧与推算不一致', '累計折舊與推算不一致', 'Depreciation differs from the calendar'),
    message: words(
      '{name}按取得月份和年限推算应提 {expected} 元（到上月末），账上 {accumulated} 元，差 {difference} 元。请核对年限、日期或补提。',
      '{name}按取得月份和年限推算應提 {expected} 元（到上月末），帳上 {accumulated} 元，差 {difference} 元。請核對年限、日期或補提。',
      '{name}: by its months {expected} yuan should be written off (to the end of last month), {accumulated} are; a difference of {difference}.',
    ),
    columns: ['accumulated', 'cost', 'years', 'bought', 'booked', 'class', 'disposed', 'name'],
    check: (row, { today }) => {
      const [accumulated, monthly] = [amount(row, 'accumulated'), monthlyOf(row)]
      const expected = accumulatedBy(row, today)
      if (accumulated === null || expected === undefined || typeof monthly !== 'number') return null
      // Two months of grace: the month's own depreciation may be booked at its end, or with the year's.
      const difference = Math.abs(expected - accumulated)
      return difference <= 2 * monthly
        ? null
        : {
            name: text(row, 'name'),
            expected: yuan(expected),
            accumulated: yuan(accumulated),
            difference: yuan(difference),
          }
    },
    examples: { valid: [asset, { ...asset, years: null }], invalid: [{ ...asset, accumulated: 100_000 }] },
  },
  {
    scope: 'row',
    code: 'asset/old-threshold',
    severity: 'hint',
    citation: accountingRules2009('固定资产标准（2022 年起提高）'),
    title: words('2022 年以前按旧标准入账', '2022 年以前按舊標準入帳', 'Booked under the older threshold'),
    message: words(
      '{name} {bought} 购置，单价 {price} 元，按当时标准列了固定资产；2022 年起标准提高到 {threshold} 元，不必调出。',
      '{name} {bought} 購置，單價 {price} 元，按當時標準列了固定資產；2022 年起標準提高到 {threshold} 元，不必調出。',
      '{name}, bought {bought} for {price} yuan, was an asset under the older rules; since 2022 the threshold is {threshold}. It may stay.',
    ),
    columns: ['price', 'class', 'bought', 'name'],
    check: (row) => {
      const [now, before] = thresholds[text(row, 'class')] ?? [0, 0]
      const price = amount(row, 'price')
      const bought = text(row, 'bought')
      return price !== null && bought !== '' && bought < '2022-01-01' && price >= before && price < now
        ? { name: text(row, 'name'), bought, price: yuan(price), threshold: yuan(now) }
        : null
    },
    examples: {
      valid: [asset],
      invalid: [{ ...asset, price: 60_000, cost: 60_000, bought: '2020-05-01' }],
    },
  },
]
