// Excel.WorksheetCollection and Excel.Worksheet.
import { boxOf, lastColumn, lastRow, parseBox, type Area, type Box } from '../model/area.ts'
import { addSheet, checkSheetName, findSheet, type Book } from '../model/book.ts'
import { copySheet } from '../model/copySheet.ts'
import { usedBox, type Sheet } from '../model/sheet.ts'
import { renameInFormulas } from '../model/shiftCells.ts'
import { bagOf, behave, isHostObject, textOf, toObject, type HostObject, type HostWorld } from '../hostObject.ts'
import { refuse } from '../officeFault.ts'
import { activateSheet } from './activate.ts'
import { rangeAt } from './range.ts'

const whole: Box = { top: 0, left: 0, bottom: lastRow, right: lastColumn }

const toSheet = (sheet: Sheet): HostObject => toObject('Worksheet', sheet)

export const sheetEvents = {
  onChanged: 10,
  onActivated: 11,
  onDeactivated: 12,
  onAdded: 13,
  onSelectionChanged: 14,
  onDeleted: 15,
  onCalculated: 16,
  onFormatChanged: 18,
  onRowSorted: 19,
  onColumnSorted: 20,
  onRowHiddenChanged: 22,
  onFormulaChanged: 23,
  onProtectionChanged: 24,
  onNameChanged: 25,
  onVisibilityChanged: 26,
  onMoved: 27,
}

export const worksheetCollection = behave<Book>({
  items: ({ sheets }) => sheets.map(toSheet),
  find: (book, key) => {
    const sheet = findSheet(book, String(key))
    return sheet ? toSheet(sheet) : null
  },
  call: {
    add: (book, [name], world) => {
      let n = book.sheets.length + 1
      while (findSheet(book, `Sheet${n}`)) n++
      const sheet = addSheet(book, typeof name === 'string' ? name : `Sheet${n}`)
      world.raise({ type: 13, targetId: 'Workbook', args: { worksheetId: sheet.id, source: 'Local' } })
      return toSheet(sheet)
    },
    getActiveWorksheet: ({ active }) => toSheet(active),
    getFirst: ({ sheets }, [visibleOnly]) => {
      const [first] = visibleOnly === true ? sheets.filter(({ visibility }) => visibility === 'Visible') : sheets
      return first ? toSheet(first) : null
    },
  },
  events: sheetEvents,
})

function rangeOf(sheet: Sheet, address: unknown, world: HostWorld): HostObject {
  if (typeof address !== 'string' || address === '') return rangeAt(world, { sheet, box: whole }, whole)
  const own = address.slice(address.lastIndexOf('!') + 1)
  const name = world.book.names.find((each) => each.name.toLowerCase() === own.toLowerCase())
  const box = parseBox(own) ?? parseBox(name?.formula.slice(name.formula.lastIndexOf('!') + 1) ?? '')
  return rangeAt(world, { sheet, box }, box ?? refuse('InvalidArgument', `address ${address}`))
}

function used(sheet: Sheet, valuesOnly: unknown): Box | undefined {
  return usedBox(sheet, whole, { valuesOnly: valuesOnly === true })
}

export const worksheet = behave<Sheet>({
  id: ({ id }) => id,
  get: {
    id: ({ id }) => id,
    name: ({ name }) => name,
    visibility: ({ visibility }) => visibility,
    position: (sheet, { book }) => book.sheets.indexOf(sheet),
    tables: (sheet) => toObject('TableCollection', sheet),
    names: (sheet) => toObject('NamedItemCollection', sheet),
    comments: (sheet) => toObject('CommentCollection', sheet),
    notes: (sheet) => toObject('NoteCollection', sheet),
    charts: (sheet) => toObject('ChartCollection', sheet),
    pageLayout: (sheet) => toObject('PageLayout', sheet),
    customProperties: ({ properties }) => toObject('WorksheetCustomPropertyCollection', properties),
    protection: (sheet) => toObject('WorksheetProtection', sheet),
    autoFilter: (sheet) => toObject('AutoFilter', { sheet }),
    freezePanes: (sheet) => toObject('WorksheetFreezePanes', sheet),
    standardHeight: () => 14.25,
  },
  put: {
    name: (sheet, name, { book }) => {
      if (String(name).toLowerCase() !== sheet.name.toLowerCase()) checkSheetName(book, String(name))
      renameInFormulas(book, sheet.name, String(name))
      sheet.name = String(name)
    },
    visibility: (sheet, value, { book }) => {
      const shown = book.sheets.filter((each) => each !== sheet && each.visibility === 'Visible')
      if (value !== 'Visible' && shown.length === 0) refuse('InvalidOperation', 'one sheet stays visible')
      sheet.visibility = value as Sheet['visibility']
      if (value !== 'Visible' && book.active === sheet && shown[0]) book.active = shown[0]
    },
    position: (sheet, at, { book }) => {
      book.sheets.splice(book.sheets.indexOf(sheet), 1)
      book.sheets.splice(Number(at), 0, sheet)
    },
  },
  rest: bagOf(({ bag }) => bag, {
    showGridlines: true,
    showHeadings: true,
    tabColor: '',
    enableCalculation: true,
    standardWidth: 8.43,
  }),
  call: {
    getRange: (sheet, [address], world) => rangeOf(sheet, address, world),
    getCell: (sheet, [row, column], world) => {
      const [top, left] = [Number(row), Number(column)]
      return rangeAt(world, { sheet, box: whole }, { top, left, bottom: top, right: left })
    },
    getRangeByIndexes: (sheet, args, world) => {
      const [top = 0, left = 0, rows = 1, columns = 1] = args.map(Number)
      return rangeAt(world, { sheet, box: whole }, { top, left, bottom: top + rows - 1, right: left + columns - 1 })
    },
    getUsedRange: (sheet, [valuesOnly], world) =>
      rangeAt(world, { sheet, box: whole }, used(sheet, valuesOnly) ?? { top: 0, left: 0, bottom: 0, right: 0 }),
    getUsedRangeOrNullObject: (sheet, [valuesOnly], world) => {
      const box = used(sheet, valuesOnly)
      return box ? rangeAt(world, { sheet, box }, box) : null
    },
    activate: (sheet, _, world) => {
      if (sheet.visibility !== 'Visible') refuse('InvalidOperation', `${sheet.name} is hidden`)
      activateSheet(world, sheet)
    },
    calculate: () => null,
    copy: (sheet, _, { book }) => toSheet(copySheet(book, sheet)),
    delete: (sheet, _, world) => {
      const { book } = world
      const rest = book.sheets.filter((each) => each !== sheet)
      if (sheet.visibility === 'VeryHidden') refuse('InvalidOperation', `${sheet.name} is very hidden`)
      const shown = rest.find(({ visibility }) => visibility === 'Visible')
      if (!shown) return refuse('InvalidOperation', 'the only visible sheet cannot be deleted')
      book.sheets.splice(book.sheets.indexOf(sheet), 1)
      if (book.active === sheet) book.active = shown
      world.raise({ type: 15, targetId: 'Workbook', args: { worksheetId: sheet.id, source: 'Local' } })
      return null
    },
  },
  events: sheetEvents,
})

export const worksheetProtection = behave<Sheet>({
  get: {
    protected: ({ protection }) => protection !== undefined,
    options: ({ protection }) => protection?.options ?? null,
  },
  call: {
    protect: (sheet, [options, password], { book }) => {
      if (sheet.protection) refuse('InvalidOperation', `${sheet.name} is protected already`)
      // Protecting empties the list of what Ctrl+Z takes back.
      book.undo.length = 0
      sheet.protection = {
        options: (options ?? {}) as Readonly<Record<string, unknown>>,
        password: textOf(password),
      }
    },
    unprotect: (sheet, [password], { book }) => {
      if (sheet.protection && sheet.protection.password !== textOf(password))
        refuse('AccessDenied', 'the password is not right')
      book.undo.length = 0
      sheet.protection = undefined
    },
  },
})

export const freezePanes = behave<Sheet>({
  call: {
    freezeRows: ({ bag }, [count]) => void bag.set('frozenRows', Number(count)),
    freezeColumns: ({ bag }, [count]) => void bag.set('frozenColumns', Number(count)),
    freezeAt: (sheet, [range], world) => {
      const { self } = isHostObject(range) ? range : rangeOf(sheet, range, world)
      const { bottom, right } = boxOf(self as Area)
      sheet.bag.set('frozenRows', bottom + 1)
      sheet.bag.set('frozenColumns', right + 1)
    },
    unfreeze: ({ bag }) => {
      bag.delete('frozenRows')
      bag.delete('frozenColumns')
    },
  },
})
