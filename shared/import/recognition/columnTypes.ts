// What kind of column it is: a serial number, a name, a measure, money, a day.
import type { RecognisedColumn } from '../plan.ts'
import type { ColumnFacts } from './columnFacts.ts'
import type { HeaderColumn } from './headerPaths.ts'
import type { Region } from './region.ts'
import { unitOfHeader, type MoneyUnit } from './units.ts'
import {
  foldLabel,
  isBalanceHeader,
  isCurrencyHeader,
  isDateHeader,
  isIdentifierHeader,
  isMoneyHeader,
  isPlainSerialHeader,
  isRateHeader,
  isRemarkHeader,
  isSerialHeader,
  isUnitHeader,
} from './words.ts'

export interface SeenColumn extends HeaderColumn {
  readonly facts: ColumnFacts
  readonly type: RecognisedColumn['type']
  /** 序号: numbers the rows, says nothing of them. */
  readonly serial: boolean
  /** Called 序号, or nothing at all: it can be no name. */
  readonly plainSerial: boolean
  readonly remark: boolean
  /** Holds the unit of each row. */
  readonly unitColumn: boolean
  /** Holds the currency of each row. */
  readonly currency: boolean
  /** Adding its numbers up means something. */
  readonly additive: boolean
  /** 元 or 万元 of the header, or the unit glued to its numbers. */
  readonly ownUnit: MoneyUnit | undefined
}

function numberFormat(region: Region, facts: ColumnFacts): string {
  const row = region.grid.rows[region.position[facts.firstFilled] ?? -1]
  return region.grid.styles[row?.styles?.[facts.index] ?? 0]?.numberFormat ?? ''
}

/** Most of its numbers are names: 12 digits or more, or a 0 in front. Of 身份证号, one in eleven ends in X: no unit. */
function isCode(facts: ColumnFacts): boolean {
  return facts.codes * 4 > facts.numbers + facts.numberTexts
}

/** Words that are numbers with one unit glued to them, in a column that is no 规格 or 名称. */
function isMeasured(facts: ColumnFacts, folded: string, filled: number): boolean {
  if (
    facts.measures === 0 ||
    facts.measureUnit === undefined ||
    isCode(facts) ||
    /^[号期班组年月日级楼室层栋届批岁]$/.test(facts.measureUnit) ||
    /规格|型号|尺寸|名称|编号|代码|地址|版本/.test(folded) ||
    isIdentifierHeader(folded)
  )
    return false
  const share = facts.measured === 0 ? 0 : facts.measures / facts.measured
  const words = facts.words - facts.nils
  return share >= 0.6 && facts.numbers + facts.numberTexts + words * share > filled * 0.6
}

function typeOf(
  region: Region,
  facts: ColumnFacts,
  folded: string,
  unit: MoneyUnit | undefined,
): RecognisedColumn['type'] {
  const filled = facts.filled - facts.nils
  if (filled === 0) return isDateHeader(folded) ? 'date' : unit || isMoneyHeader(folded) ? 'money' : 'text'
  const most = filled * 0.6
  if (facts.booleans > most) return 'boolean'
  const numbers = facts.numbers + facts.numberTexts
  const asDays = isDateHeader(folded) ? facts.dayNumbers + facts.monthNumbers : 0
  const days = facts.dates + facts.dateTexts + asDays
  if (days > filled * 0.4 && numbers - asDays < days) return 'date'
  if (isMeasured(facts, folded, filled))
    return /元|CNY|USD|HKD/.test(facts.measureUnit ?? '') || isMoneyHeader(folded) ? 'money' : 'number'
  // 金额 stays money where half of its cells say 未发.
  if (numbers <= most && !(numbers * 2 >= filled && isMoneyHeader(folded))) return 'text'
  const identifier = isIdentifierHeader(folded)
  if (isCode(facts) || (identifier && facts.fractions === 0) || facts.tooLong * 2 > numbers) return 'text'
  const format = numberFormat(region, facts)
  if (isDateHeader(folded) && facts.fractions === 0 && /^(?!.*(?:次|个|天)数)/.test(folded)) return 'date'
  if (format.includes('%') || facts.percents * 2 > numbers || /%|率$/.test(folded)) return 'percent'
  if (unit || /[¥￥$€£]|_-?¥/.test(format) || (isMoneyHeader(folded) && !isRateHeader(folded.replace(/价$/, ''))))
    return 'money'
  return 'number'
}

function gluedUnit(facts: ColumnFacts, type: RecognisedColumn['type']): MoneyUnit | undefined {
  const measured = (type === 'money' || type === 'number') && facts.measures > 0
  return measured && facts.measureUnit !== undefined && facts.measureUnit !== ''
    ? { scale: 1, name: facts.measureUnit }
    : undefined
}

/** Counts up by one nearly everywhere, or is called 序号. */
function isSerial(facts: ColumnFacts, folded: string, first: boolean): boolean {
  const numbers = facts.numbers + facts.numberTexts
  const outlined = facts.fractions === 0 || (folded !== '' && isPlainSerialHeader(folded))
  if (isSerialHeader(folded) && outlined && numbers * 2 >= facts.filled) return true
  return first && folded === '' && facts.fractions === 0 && numbers >= 3 && facts.steps >= (numbers - 1) * 0.8
}

export function seeColumns(
  region: Region,
  columns: readonly HeaderColumn[],
  facts: readonly ColumnFacts[],
): readonly SeenColumn[] {
  const ledger = columns.some((column, i) => isDateHeader(foldLabel(column.header)) && (facts[i]?.filled ?? 0) > 0)
  return columns.map((column, i) => {
    const counted = facts[i]
    if (!counted) throw new Error(`no facts of column ${column.index}`)
    const folded = foldLabel(column.header)
    const whole = foldLabel(column.path.join(''))
    const headerUnit = unitOfHeader(column.path)
    const serial = isSerial(counted, folded, i === 0)
    const type = serial ? 'number' : typeOf(region, counted, whole, headerUnit)
    return {
      ...column,
      facts: counted,
      type,
      serial,
      plainSerial: serial && folded !== '' && isPlainSerialHeader(folded),
      remark: isRemarkHeader(folded),
      unitColumn: isUnitHeader(folded) && counted.words * 2 > counted.filled,
      currency: isCurrencyHeader(folded) && counted.words * 2 > counted.filled,
      additive:
        !(ledger && isBalanceHeader(folded)) &&
        !serial &&
        (type === 'money' || type === 'number') &&
        !isRateHeader(folded),
      ownUnit: headerUnit ?? gluedUnit(counted, type),
    }
  })
}
