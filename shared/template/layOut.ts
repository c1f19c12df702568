// Puts head, body and foot together into the plan of one workbook.
import type { SheetDefinition } from '../definition/sheet.ts'
import { toPartitionId } from '../definition/sheet.ts'
import { words } from '../kernel/words.ts'
import { endMark } from '../workbook/findTable.ts'
import type { TableBinding } from '../workbook/port.ts'
import { severityMarks, type BlueprintRow, type WorkbookBlueprint } from './blueprint.ts'
import { buildBody } from './buildBody.ts'
import { buildHead } from './buildHead.ts'
import { buildRules } from './buildRules.ts'
import { planColumns, type ColumnPlan } from './columnPlan.ts'
import type { TemplateContext } from './context.ts'
import type { Line } from './planLines.ts'
import { createStyleTable, type StyleTable } from './styleTable.ts'
import { textWidth } from './textWidth.ts'

const footer = words('第 &P 页，共 &N 页', '第 &P 頁，共 &N 頁', 'Page &P of &N')
const marksWidth = 36
const idWidth = 38
const signatureHeight = 34

export function layOut(
  definition: SheetDefinition,
  context: TemplateContext,
  lines: readonly Line[],
): WorkbookBlueprint {
  const { layout } = definition
  const plan = planColumns(definition)
  const styles = createStyleTable()
  const page = planPage(definition, plan)
  const head = buildHead(definition, context, { plan, styles, across: page.across })
  const top = head.header.bottom + 1
  const bottom = Math.max(top, head.header.bottom + lines.length)
  const body = buildBody({ definition, context, plan, styles, lines, firstRow: top })
  const foot = buildFoot(definition, context, { plan, styles, row: bottom + 1, across: page.across })
  const last = plan.columns.length - 1
  const { dropDowns, lists } = buildRules(plan, { top, bottom }, context.locale)
  const marksRange = { top, bottom, left: plan.marks, right: plan.marks }
  const isPlainList = layout.sections.length === 0 && layout.totals.length === 0
  const binding: TableBinding = {
    partition: toPartitionId(context.partition),
    kind: definition.kind,
    schema: definition.version,
    sheetName: sheetNameOf(definition.title[context.locale]),
    headerRow: head.header.bottom,
    headers: head.headers,
    unitFen: context.unitFen,
  }
  return {
    binding,
    lists,
    properties: { title: head.title, subject: binding.partition, createdOn: context.today },
    sheet: {
      name: binding.sheetName,
      columns: [
        ...plan.columns.map((column) => ({ width: column.definition.width, hidden: false })),
        { width: marksWidth, hidden: false },
        { width: idWidth, hidden: true },
      ],
      styles: styles.styles,
      head: head.rows,
      rows: body,
      body: { top, bottom },
      foot: [foot],
      merges: [
        ...head.merges,
        ...(page.across > 1 ? [{ top: foot.row, bottom: foot.row, left: 0, right: page.across - 1 }] : []),
      ],
      freeze: { rows: head.header.bottom, columns: layout.freezeColumns },
      dropDowns,
      marks: (['error', 'warning', 'hint'] as const).map((severity) => ({
        range: marksRange,
        startsWith: severityMarks[severity],
        severity,
      })),
      filter: isPlainList ? { top: head.header.bottom, bottom, left: 0, right: plan.id } : null,
      print: {
        area: { top: 1, bottom: foot.row, left: 0, right: last },
        titles: head.header,
        orientation: layout.orientation,
        pagesWide: page.pagesWide,
        footer: footer[context.locale],
      },
    },
  }
}

/** Characters of 11 points that A4 takes across at three fifths of their size, the least that is pleasant to read. */
const charactersAcross = { portrait: 155, landscape: 230 } as const

/** How many pages lie side by side, and how many columns the first one takes: title and signatures stand over those. */
function planPage(
  { layout }: SheetDefinition,
  plan: ColumnPlan,
): { readonly pagesWide: number; readonly across: number } {
  const widths = plan.columns.map((column) => column.definition.width)
  const sum = (list: readonly number[]): number => list.reduce((total, width) => total + width, 0)
  const pagesWide = Math.ceil(sum(widths) / charactersAcross[layout.orientation])
  if (pagesWide <= 1) return { pagesWide: 1, across: widths.length }
  const room = (sum(widths) + (pagesWide - 1) * sum(widths.slice(0, layout.freezeColumns))) / pagesWide
  const fitting = widths.findIndex((_, at) => sum(widths.slice(0, at + 1)) > room)
  return { pagesWide, across: Math.max(1, fitting < 0 ? widths.length : fitting) }
}

/** The signature line, evenly spread over the width that is printed; the id column marks the table's end there. */
function buildFoot(
  definition: SheetDefinition,
  { locale }: TemplateContext,
  {
    plan,
    styles,
    row,
    across,
  }: {
    readonly plan: ColumnPlan
    readonly styles: StyleTable
    readonly row: number
    readonly across: number
  },
): BlueprintRow {
  const labels = definition.layout.signatures.map((label) => `${label[locale].replace(/[:：]\s*$/, '')}：`)
  const room = plan.columns.slice(0, across).reduce((sum, column) => sum + column.definition.width, 0)
  const used = labels.reduce((sum, label) => sum + textWidth(label), 0)
  const gap = Math.max(4, Math.min(12, Math.floor((room - used) / 2 / Math.max(1, labels.length))))
  const text = labels.join('　'.repeat(gap))
  return {
    row,
    height: signatureHeight,
    cells: [
      { column: 0, value: text === '' ? null : { kind: 'text', text }, style: styles.index('signature') },
      { column: plan.id, value: { kind: 'text', text: endMark }, style: styles.index('id', { numberFormat: '@' }) },
    ],
  }
}

/** At most 31 characters, none of `\/?*[]:`, no apostrophe at the ends. */
function sheetNameOf(title: string): string {
  const clean = title
    .replace(/[\\/?*[\]:]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
    .slice(0, 31)
  return clean === '' ? '表1' : clean
}
