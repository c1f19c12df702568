// Excel.Chart: what it shows follows its cells; how it looks is kept.
import { boxOf, formatBox, heightOf, widthOf, type Area, type Box } from '../model/area.ts'
import { plainValue } from '../model/formatText.ts'
import { cellAt, type Chart, type Pinned, type Sheet } from '../model/sheet.ts'
import { bagOf, behave, isHostObject, textOf, toObject, type HostObject } from '../hostObject.ts'
import { refuse } from '../officeFault.ts'
import { bagMembers, bagType, toPart, type BagPart } from './bag.ts'
import type { Behaviours } from '../hostObject.ts'

interface Placed {
  readonly sheet: Sheet
  readonly each: Pinned<Chart>
}

const toChart = (placed: Placed): HostObject => toObject('Chart', placed)

function sourceOf(value: unknown): Area {
  return isHostObject(value) && value.type === 'Range'
    ? (value.self as Area)
    : refuse('InvalidArgument', 'a chart is made of a range')
}

/** `Auto` by columns, where there are more rows than columns. */
function isByColumns({ seriesBy }: Chart, box: Box): boolean {
  return seriesBy === 'Columns' || (seriesBy !== 'Rows' && heightOf(box) >= widthOf(box))
}

/** The first row and column name series and categories when they hold texts. */
function seriesOf({ sheet, each }: Placed): readonly { readonly name: string; readonly box: Box }[] {
  const { box } = each
  const byColumns = isByColumns(each.content, box)
  const textAt = (row: number, column: number): boolean => typeof cellAt(sheet, row, column).value === 'string'
  const headRow = textAt(box.top, box.right) ? 1 : 0
  const headColumn = textAt(box.bottom, box.left) ? 1 : 0
  const body = { ...box, top: box.top + headRow, left: box.left + headColumn }
  const count = byColumns ? widthOf(body) : heightOf(body)
  return Array.from({ length: count }, (_, at) => {
    const own = byColumns
      ? { ...body, left: body.left + at, right: body.left + at }
      : { ...body, top: body.top + at, bottom: body.top + at }
    const named = byColumns ? headRow === 1 : headColumn === 1
    const label = byColumns ? cellAt(sheet, box.top, own.left) : cellAt(sheet, own.top, box.left)
    return { name: named ? String(plainValue(label.value)) : `系列${at + 1}`, box: own }
  })
}

const chartPart = (name: string, type: string) => (placed: Placed) =>
  toPart(type, { bag: placed.each.content.bag, path: '' }, name)

const chart = behave<Placed>({
  id: ({ each }) => each.content.id,
  get: {
    id: ({ each }) => each.content.id,
    name: ({ each }) => each.content.name,
    chartType: ({ each }) => each.content.type,
    plotBy: ({ each }) => (isByColumns(each.content, each.box) ? 'Columns' : 'Rows'),
    worksheet: ({ sheet }) => toObject('Worksheet', sheet),
    series: (placed) => toObject('ChartSeriesCollection', placed),
    axes: chartPart('axes', 'ChartAxes'),
    dataLabels: chartPart('dataLabels', 'ChartDataLabels'),
    format: chartPart('format', 'ChartAreaFormat'),
    legend: chartPart('legend', 'ChartLegend'),
    plotArea: chartPart('plotArea', 'ChartPlotArea'),
    title: chartPart('title', 'ChartTitle'),
  },
  put: {
    name: ({ each }, name) => void (each.content.name = String(name)),
    chartType: ({ each }, type) => void (each.content.type = String(type)),
  },
  rest: bagOf(({ each }) => each.content.bag, { top: 0, left: 0, width: 360, height: 216, style: 2 }),
  call: {
    setData: ({ sheet, each }, [source, seriesBy]) => {
      const area = sourceOf(source)
      if (area.sheet !== sheet) refuse('NotImplemented', 'a chart of cells of another sheet')
      each.box = boxOf(area)
      each.content.seriesBy = seriesBy === undefined || seriesBy === null ? 'Auto' : textOf(seriesBy)
    },
    setPosition: ({ each }, [start, end]) => {
      const [first, last] = [start, end ?? start].map((cell) =>
        isHostObject(cell) ? formatBox(boxOf(cell.self as Area)) : String(cell),
      )
      each.content.bag.set('position', `${first}:${last}`)
    },
    activate: () => null,
    delete: ({ sheet, each }) => {
      sheet.charts = sheet.charts.filter((other) => other !== each)
    },
  },
})

interface Series extends Placed {
  readonly name: string
  readonly box: Box
}

const chartTypes = [
  'ChartAreaFormat',
  'ChartAxis',
  'ChartAxisFormat',
  'ChartAxisTitle',
  'ChartAxisTitleFormat',
  'ChartBorder',
  'ChartDataLabels',
  'ChartDataLabelFormat',
  'ChartFill',
  'ChartFont',
  'ChartGridlines',
  'ChartGridlinesFormat',
  'ChartLegend',
  'ChartLegendFormat',
  'ChartLineFormat',
  'ChartPlotArea',
  'ChartPlotAreaFormat',
  'ChartTitle',
  'ChartTitleFormat',
  'ChartSeriesFormat',
]

export const charts: Behaviours = {
  ...Object.fromEntries(chartTypes.map((type) => [type, bagType(type, { visible: true })])),
  Chart: chart,
  ChartAxes: behave<BagPart>({
    ...bagMembers('ChartAxes'),
    call: { getItem: (part, [type, group]) => toPart('ChartAxis', part, `${String(type)}${textOf(group)}`) },
  }),
  ChartCollection: behave<Sheet>({
    items: (sheet) => sheet.charts.map((each) => toChart({ sheet, each })),
    get: { count: (sheet) => sheet.charts.length },
    call: {
      add: (sheet, [type, source, seriesBy], { book }) => {
        const area = sourceOf(source)
        if (area.sheet !== sheet) refuse('NotImplemented', 'a chart of cells of another sheet')
        const id = book.nextId()
        const by = seriesBy === undefined || seriesBy === null ? 'Auto' : textOf(seriesBy)
        const content: Chart = {
          id: `{${id}}`,
          name: `图表 ${id}`,
          type: String(type),
          seriesBy: by,
          bag: new Map(),
        }
        const each = { box: boxOf(area), content }
        sheet.charts.push(each)
        book.undo.push('pane')
        return toChart({ sheet, each })
      },
    },
    events: { onAdded: 50, onDeleted: 51, onActivated: 52, onDeactivated: 53 },
  }),
  ChartSeriesCollection: behave<Placed>({
    items: (placed) =>
      seriesOf(placed).map((series) => toObject('ChartSeries', { ...placed, ...series } satisfies Series)),
    get: { count: (placed) => seriesOf(placed).length },
  }),
  ChartSeries: behave<Series>({
    get: {
      name: ({ name }) => name,
      format: ({ each, name }) =>
        toPart('ChartSeriesFormat', { bag: each.content.bag, path: `series/${name}/` }, 'format'),
    },
    call: {
      getDimensionValues: ({ sheet, box }, [dimension]) => {
        if (dimension !== 'Values') refuse('NotImplemented', `dimension ${String(dimension)} of a series`)
        const rows = Array.from({ length: heightOf(box) }, (_, at) => box.top + at)
        const columns = Array.from({ length: widthOf(box) }, (_, at) => box.left + at)
        return rows.flatMap((row) => columns.map((column) => plainValue(cellAt(sheet, row, column).value)))
      },
    },
  }),
}
