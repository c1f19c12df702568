// Title, line of unit and year, and the header of one or two rows.
import type { SheetDefinition } from '../definition/sheet.ts'
import { fillPlaces, words, type Words } from '../kernel/words.ts'
import { findingsHeader, idHeader } from '../workbook/port.ts'
import type { CellRange } from '../workbook/raw.ts'
import type { BlueprintCell, BlueprintRow } from './blueprint.ts'
import type { ColumnPlan } from './columnPlan.ts'
import type { TemplateContext } from './context.ts'
import type { StyleTable } from './styleTable.ts'
import { linesIn } from './textWidth.ts'

export interface Head {
  readonly rows: readonly BlueprintRow[]
  readonly merges: readonly CellRange[]
  /** 1-based. */
  readonly header: { readonly top: number; readonly bottom: number }
  /** Column key → header text. */
  readonly headers: Readonly<Record<string, string>>
  readonly title: string
}

const texts = {
  unit: words('编制单位：{unit}', '編制單位：{unit}', 'Unit: {unit}'),
  year: words('{year}年度', '{year}年度', 'Year {year}'),
  yearAndMoney: words('{year}年度　　单位：{money}', '{year}年度　　單位：{money}', 'Year {year}    Unit: {money}'),
  yuan: words('元', '元', '元'),
  tenThousand: words('万元', '萬元', '万元'),
} satisfies Readonly<Record<string, Words>>

const titleRow = 1
const metaRow = 2
const headerTop = 3
const lineHeight = 16

/** @param across columns of the first page: title and unit line stand over those */
export function buildHead(
  definition: SheetDefinition,
  context: TemplateContext,
  { plan, styles, across }: { readonly plan: ColumnPlan; readonly styles: StyleTable; readonly across: number },
): Head {
  const say = (text: Words, params: Readonly<Record<string, string | number>> = {}): string =>
    fillPlaces(text[context.locale], params)
  const places = { unit: context.unitName, year: context.partition.year }
  const title = say(definition.layout.title, places)
  const money = say(context.unitFen === 100 ? texts.yuan : texts.tenThousand)
  const right = say(definition.layout.unitLine ? texts.yearAndMoney : texts.year, { ...places, money })
  const last = across - 1
  const split = splitColumn(plan.columns.slice(0, across).map((column) => column.definition.width))
  const text = (value: string): BlueprintCell['value'] => ({ kind: 'text', text: value })
  const titleStyle = styles.index('title', { align: 'center' })
  const header = buildHeader(definition, context, { plan, styles })
  return {
    title,
    headers: header.headers,
    header: { top: headerTop, bottom: header.bottom },
    merges: [
      { top: titleRow, bottom: titleRow, left: 0, right: last },
      ...(split > 0 ? [{ top: metaRow, bottom: metaRow, left: 0, right: split - 1 }] : []),
      { top: metaRow, bottom: metaRow, left: split, right: last },
      ...header.merges,
    ].filter((range) => range.left !== range.right || range.top !== range.bottom),
    rows: [
      { row: titleRow, height: 36, cells: [{ column: 0, value: text(title), style: titleStyle }] },
      {
        row: metaRow,
        height: 22,
        cells: [
          ...(split > 0 ? [{ column: 0, value: text(say(texts.unit, places)), style: styles.index('meta') }] : []),
          {
            column: split,
            value: text(split > 0 ? right : `${say(texts.unit, places)}　　${right}`),
            style: styles.index('meta', { align: 'right' }),
          },
        ],
      },
      ...header.rows,
    ],
  }
}

/** Where the right half of the line begins: past three fifths of the width; 0 for a single column. */
function splitColumn(widths: readonly number[]): number {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  let before = 0
  const split = widths.findIndex((width) => (before += width) - width >= whole * 0.6)
  return split > 0 ? split : widths.length - 1
}

function buildHeader(
  definition: SheetDefinition,
  context: TemplateContext,
  { plan, styles }: { readonly plan: ColumnPlan; readonly styles: StyleTable },
) {
  const groups = definition.layout.groups.map((group) => ({
    label: group.label[context.locale],
    columns: group.columns.flatMap((key) => plan.byKey.get(key)?.at ?? []).toSorted((a, b) => a - b),
  }))
  const isTwoRow = groups.some(({ columns }) => columns.length > 0)
  const bottom = headerTop + (isTwoRow ? 1 : 0)
  const grouped = new Set(groups.flatMap(({ columns }) => columns))
  const style = styles.index('header', { align: 'center' })
  const markStyle = styles.index('marks-header', { align: 'center' })
  const idStyle = styles.index('id')
  const top: BlueprintCell[] = []
  const low: BlueprintCell[] = []
  const merges: CellRange[] = []
  const put = (cells: BlueprintCell[], column: number, value: string | null, as = style): void => {
    cells.push({ column, value: value === null ? null : { kind: 'text', text: value }, style: as })
  }
  const headers: Record<string, string> = {}
  const labels: { readonly text: string; readonly width: number }[] = []
  for (const { key, at, definition: column } of plan.columns) {
    const text = column.label[context.locale]
    headers[key] = text
    labels.push({ text, width: column.width })
    if (grouped.has(at)) {
      const group = groups.find(({ columns }) => columns[0] === at)
      put(top, at, group?.label ?? null)
      put(low, at, text)
    } else {
      put(top, at, text)
      if (isTwoRow) put(low, at, null)
      if (isTwoRow) merges.push({ top: headerTop, bottom, left: at, right: at })
    }
  }
  for (const { columns } of groups) {
    const [first, last] = [columns[0], columns.at(-1)]
    if (first !== undefined && last !== undefined && last > first) {
      merges.push({ top: headerTop, bottom: headerTop, left: first, right: last })
    }
  }
  put(isTwoRow ? low : top, plan.marks, findingsHeader, markStyle)
  put(isTwoRow ? low : top, plan.id, idHeader, idStyle)
  const lines = Math.max(...labels.map(({ text, width }) => linesIn(text, width)))
  const height = Math.max(isTwoRow ? 44 : 30, lines * lineHeight + 8)
  const rows: BlueprintRow[] = isTwoRow
    ? [
        { row: headerTop, height: height / 2, cells: top },
        { row: bottom, height: height / 2, cells: low },
      ]
    : [{ row: headerTop, height, cells: top }]
  return { rows, merges, bottom, headers }
}
