// The lines above a header: title, attachment mark, who, when, in which unit.
import { foldText } from '../../kernel/text.ts'
import { cellName } from '../../workbook/raw.ts'
import type { UnitLine } from '../plan.ts'
import { cellClass } from './cellClass.ts'
import { cellKind, cellText, rowNumber, rowTexts, type Region } from './region.ts'
import { unitOfLine } from './units.ts'
import { foldLabel, isHeaderWord } from './words.ts'

export interface HeadLines {
  /** k of the rows. */
  readonly titles: readonly number[]
  readonly metas: readonly number[]
  readonly title: string
  readonly year: number | null
  readonly unitName: string | null
  readonly unit: UnitLine | null
}

const chineseDigits: Readonly<Record<string, string>> = {
  〇: '0',
  '○': '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}

/** 2025年, 2025-06, 二〇二五年, 民国113年; null when none is said. */
export function yearOf(text: string): number | null {
  const folded = foldText(text.slice(0, 400))
  const western = /(?<!\d)((?:19|20)\d{2})(?=年|[-/.](?:0?[1-9]|1[0-2])(?!\d)|度|$|[^\d])/.exec(folded)
  if (western && /年|度|[-/.]/.test(folded[western.index + 4] ?? '')) return Number(western[1])
  const chinese = /([〇○零一二三四五六七八九]{4})年/.exec(folded)
  if (chinese) return Number(Array.from(chinese[1] ?? '', (digit) => chineseDigits[digit] ?? '').join(''))
  const republic = /民国(\d{2,3})年/.exec(folded)
  if (republic) return Number(republic[1]) + 1911
  return western ? Number(western[1]) : null
}

const unitNameLine =
  /(?:^|\s|[,，;；])(?:编制|填报|报送|申报|预算|核算|所在|填表)?单位(?:名称)?\s*[:：]\s*(?:[（(](?:公?盖?章)[)）])?\s*([^\s:：,，;；]{2,40})/

function unitNameOf(text: string): string | null {
  const found = unitNameLine.exec(text.slice(0, 400).replace(/\u3000/g, ' '))?.[1]
  return found !== undefined && unitOfLine(`单位：${found}`) === undefined && !/^[（(_]/.test(found) ? found : null
}

/** 附件2, 附表一: marks the sheet, names nothing. */
function isMark(text: string): boolean {
  return /^(?:附件|附表|附录|表)[\d一二三四五六七八九十]*[::]?$|^[\w\u4e00-\u9fff]{0,6}\d{1,2}表$/.test(
    foldText(text.slice(0, 40)),
  )
}

const titleWord =
  /表|册|账|帳|簿|明细|明細|统计|統計|清单|清單|名单|方案|计划|計劃|預算|预算|决算|決算|台账|记录|登记|汇总|情况/

/** 活动名称 | 职工运动会: a name and its value. */
function isNamed(region: Region, k: number): boolean {
  const [name = '', value = ''] = rowTexts(region, k, 2)
  return isHeaderWord(foldLabel(name)) && name.length <= 10 && !titleWord.test(name) && !isHeaderWord(foldLabel(value))
}

function isTitleRow(region: Region, k: number): boolean {
  const cells = region.count[k] ?? 0
  if (cells > 2 || (region.words[k] ?? 0) !== cells) return false
  if (cells === 2 && isNamed(region, k)) return false
  const texts = rowTexts(region, k).map((text) => text.replace(/[（(]\s*(?:金额)?单位\s*[:：][^)）]*[)）]\s*$/, ''))
  return texts.every(
    (text) =>
      !isMark(text) &&
      unitOfLine(text) === undefined &&
      !/[:：]\s*$|[:：].*[:：]|^[^:：]{1,12}[:：]/.test(text.slice(0, 200)) &&
      !/^[-=—*\s]{3,}/.test(text) &&
      !/^第\s*\d+\s*页|^共\s*\d+\s*(?:页|笔|条)/.test(text) &&
      !/^\d{4}\s*年[\s\d]*月?[\s\d]*日?$/.test(text) &&
      !/^\s*[（(]?\d{1,2}[)）.、]/.test(text) &&
      text.length <= 200,
  )
}

/** Title without year, unit and outer spaces. */
function plainTitle(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[（(]\s*(?:金额)?单位\s*[:：][^)）]*[)）]/g, '')
    .replace(/(?:19|20)\d{2}\s*年度?|[〇○零一二三四五六七八九]{4}年度?|民[国國]\s*\d{2,3}\s*年度?/g, '')
    .replace(/^[\s\u3000]+|[\s\u3000]+$/g, '')
    .slice(0, 200)
}

/** @param end k of the first header row */
export function readHeadLines(region: Region, from: number, end: number, sheetName: string): HeadLines {
  const titles: number[] = []
  const metas: number[] = []
  let title = ''
  let year: number | null = null
  let unitName: string | null = null
  let unit: UnitLine | null = null
  for (let k = from; k < end; k++) {
    const isTitle = isTitleRow(region, k)
    ;(isTitle ? titles : metas).push(k)
    for (let column = region.first[k] ?? 0; column <= (region.last[k] ?? -1); column++) {
      if (cellKind(region, k, column) !== cellClass.text) continue
      const text = cellText(region, k, column)
      const found = unitOfLine(text)
      if (found && !unit) unit = { ...found, where: cellName(rowNumber(region, k), column) }
      unitName ??= unitNameOf(text)
    }
    const line = rowTexts(region, k).join(' ')
    if (isTitle && (title === '' || (!titleWord.test(title) && titleWord.test(line)))) title = line
  }
  if (title !== '') year = yearOf(title)
  for (let k = from; k < end && year === null; k++) year = yearOf(rowTexts(region, k).join(' '))
  year ??= yearOf(sheetName)
  return { titles, metas, title: plainTitle(title), year, unitName, unit }
}
