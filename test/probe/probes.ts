// Questions to an Excel whose answers the test host gives as well: run in a real Excel, they show where the two differ.
/// <reference types="office-js" />

/** Runs on a sheet of its own, empty; answers plain JSON, the same each time. A refusal is answered as its code. */
export interface Probe {
  readonly name: string
  readonly ask: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<unknown>
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function codeOf(task: Promise<unknown>): Promise<string> {
  return task.then(
    () => 'done',
    (error: OfficeExtension.Error) => error.code,
  )
}

async function valuesOf(context: Excel.RequestContext, range: Excel.Range): Promise<unknown> {
  range.load('values,formulas,numberFormat')
  await context.sync()
  return [range.values, range.formulas, range.numberFormat]
}

export const probes: readonly Probe[] = [
  {
    name: 'what is made of typed texts',
    async ask(context, sheet) {
      const range = sheet.getRange('A1:H1')
      range.values = [['330102199003074512', "'00123", '2026-01-05', '5%', '1e5', 'TRUE', ' 空 ', '3月']]
      return valuesOf(context, range)
    },
  },
  {
    name: 'texts in cells of text',
    async ask(context, sheet) {
      const range = sheet.getRange('A1:C1')
      range.numberFormat = [['@', '@', '@']]
      range.values = [['330102199003074512', '=1+1', "''引号"]]
      return valuesOf(context, range)
    },
  },
  {
    name: 'null leaves, an empty text clears',
    async ask(context, sheet) {
      const range = sheet.getRange('A1:B1')
      range.values = [[1, 2]]
      await context.sync()
      range.values = [[null, '']]
      return valuesOf(context, range)
    },
  },
  {
    name: 'arrays of the wrong size, sheets that are not there, names that are taken',
    async ask(context, sheet) {
      const codes: string[] = []
      sheet.getRange('A1:B2').values = [[1]]
      codes.push(await codeOf(context.sync()))
      context.workbook.worksheets.getItem('没有这张表').load('name')
      codes.push(await codeOf(context.sync()))
      sheet.load('name')
      await context.sync()
      context.workbook.worksheets.add(sheet.name)
      codes.push(await codeOf(context.sync()))
      return codes
    },
  },
  {
    name: 'rows inserted at the edge of a sum',
    async ask(context, sheet) {
      sheet.getRange('A1:A3').values = [[1], [2], ['=SUM(A1:A2)']]
      sheet.getRange('A2').format.fill.color = '#FFF2CC'
      await context.sync()
      sheet.getRange('3:3').insert('Down')
      sheet.getRange('2:2').insert('Down')
      const cells = sheet.getRange('A1:A5')
      cells.load('formulas')
      const fills = [2, 4].map((row) => sheet.getRange(`A${row}`).format.fill)
      fills.forEach((fill) => fill.load('color'))
      await context.sync()
      return [cells.formulas, fills.map(({ color }) => color)]
    },
  },
  {
    name: 'deleted rows in formulas',
    async ask(context, sheet) {
      sheet.getRange('A1:A4').values = [[1], [2], ['=A1+A2'], ['=SUM(A1:A2)']]
      await context.sync()
      sheet.getRange('1:1').delete('Up')
      const cells = sheet.getRange('A1:A3')
      cells.load('formulas,values')
      await context.sync()
      return [cells.formulas, cells.values]
    },
  },
  {
    name: 'a table takes in what is written below and beside it',
    async ask(context, sheet) {
      sheet.getRange('A1:B2').values = [
        ['甲', '乙'],
        [1, 2],
      ]
      const table = sheet.tables.add(sheet.getRange('A1:B2'), true)
      await context.sync()
      sheet.getRange('A3').values = [[3]]
      sheet.getRange('C1').values = [['丙']]
      const range = table.getRange()
      range.load('rowCount,columnCount')
      await context.sync()
      return [range.rowCount, range.columnCount]
    },
  },
  {
    name: 'a filter: what is hidden, what a write does, what deleting rows does',
    async ask(context, sheet) {
      sheet.getRange('A1:A5').values = [['甲'], ['1'], ['2'], ['3'], ['4']]
      sheet.autoFilter.apply('A1:A5', 0, { filterOn: 'Values', values: ['1', '4'] })
      await context.sync()
      const rows = sheet.getRange('3:4')
      rows.load('rowHidden')
      const { areas } = sheet.getRange('A1:A5').getSpecialCells('Visible')
      areas.load('items/rowIndex,items/rowCount')
      sheet.getRange('A3:A4').values = [['改二'], ['改三']]
      const cells = sheet.getRange('A1:A5')
      cells.load('values')
      await context.sync()
      return [rows.rowHidden, areas.items.map((area) => [area.rowIndex, area.rowCount]), cells.values]
    },
  },
  {
    name: 'sorting moves formulas with their rows',
    async ask(context, sheet) {
      sheet.getRange('A1:B3').values = [
        [3, '=A1*2'],
        [1, '=A2*2'],
        [2, '=A3*2'],
      ]
      sheet.getRange('A1:B3').sort.apply([{ key: 0, ascending: true }])
      return valuesOf(context, sheet.getRange('A1:B3'))
    },
  },
  {
    name: 'merged areas, validation and conditional formats as they are read again',
    async ask(context, sheet) {
      sheet.getRange('A1:B1').merge(false)
      const cell = sheet.getRange('C1')
      cell.dataValidation.rule = { list: { inCellDropDown: true, source: '是,否' } }
      const format = cell.conditionalFormats.add('Custom')
      format.custom.rule.formula = '=LEFT($C1,1)="■"'
      await context.sync()
      const merged = sheet.getRange('A1:C1').getMergedAreasOrNullObject()
      merged.load('areaCount')
      cell.dataValidation.load('type,rule')
      const own = cell.conditionalFormats.getItemAt(0)
      own.custom.rule.load('formula')
      await context.sync()
      return [merged.areaCount, cell.dataValidation.type, cell.dataValidation.rule, own.custom.rule.formula]
    },
  },
  {
    name: 'a prompt without a rule',
    async ask(context, sheet) {
      const { dataValidation } = sheet.getRange('A1')
      dataValidation.prompt = { showPrompt: true, title: '说明', message: '填写' }
      const code = await codeOf(context.sync())
      dataValidation.load('type')
      await context.sync()
      return [code, dataValidation.type]
    },
  },
  {
    name: 'protected sheets',
    async ask(context, sheet) {
      sheet.protection.protect({}, 'x')
      await context.sync()
      sheet.getRange('A1').values = [[1]]
      const code = await codeOf(context.sync())
      sheet.protection.unprotect('x')
      await context.sync()
      return code
    },
  },
  {
    name: 'own writes: events while they are off, and while they are on',
    async ask(context, sheet) {
      const told: unknown[] = []
      sheet.onChanged.add(async (change) => {
        told.push([change.address, change.triggerSource ?? null])
      })
      await context.sync()
      context.runtime.enableEvents = false
      sheet.getRange('A1').values = [[1]]
      context.runtime.enableEvents = true
      await context.sync()
      await wait(600)
      const quiet = [...told]
      sheet.getRange('A2').values = [[2]]
      await context.sync()
      await wait(600)
      return [quiet, told.slice(quiet.length)]
    },
  },
  {
    name: 'the page of print, frozen panes, gridlines',
    async ask(context, sheet) {
      sheet.pageLayout.orientation = 'Landscape'
      sheet.pageLayout.setPrintTitleRows('$1:$2')
      sheet.freezePanes.freezeAt(sheet.getRange('A1:A2'))
      sheet.showGridlines = false
      await context.sync()
      sheet.pageLayout.load('orientation')
      sheet.load('showGridlines')
      await context.sync()
      return [sheet.pageLayout.orientation, sheet.showGridlines]
    },
  },
  {
    name: 'comments',
    async ask(context, sheet) {
      sheet.comments.add(sheet.getRange('B2'), '为何减少？')
      await context.sync()
      sheet.getRange('1:1').insert('Down')
      sheet.comments.load('items/content')
      await context.sync()
      const places = sheet.comments.items.map((comment) => {
        const place = comment.getLocation()
        place.load('rowIndex,columnIndex')
        return place
      })
      await context.sync()
      return sheet.comments.items.map(({ content }, at) => [content, places[at]?.rowIndex, places[at]?.columnIndex])
    },
  },
]
