// Excel.Workbook, its application, settings and the switch for events.
import { addressOf } from '../model/area.ts'
import type { Book } from '../model/book.ts'
import { bagOf, behave, toObject, type HostObject } from '../hostObject.ts'
import { refuse } from '../officeFault.ts'

const navigation = (type: string) => (book: Book) => toObject(type, book)

export const workbook = behave<Book>({
  get: {
    worksheets: navigation('WorksheetCollection'),
    tables: navigation('TableCollection'),
    names: navigation('NamedItemCollection'),
    application: navigation('Application'),
    settings: navigation('SettingCollection'),
    comments: navigation('CommentCollection'),
    notes: navigation('NoteCollection'),
    customXmlParts: navigation('CustomXmlPartCollection'),
    protection: navigation('WorkbookProtection'),
    properties: navigation('DocumentProperties'),
    _Runtime: navigation('Runtime'),
    readOnly: () => false,
    isDirty: ({ undo }) => undo.length > 0,
  },
  rest: bagOf(({ bag }) => bag, { name: '工作簿.xlsx', autoSave: false, calculationEngineVersion: 191029 }),
  call: {
    getSelectedRange: ({ selection }) => toObject('Range', selection),
    getActiveCell: ({ selection }, _, world) => {
      const box = selection.box ?? refuse('InvalidSelection', 'nothing is selected')
      return toObject(
        'Range',
        world.keep({ sheet: selection.sheet, box: { ...box, bottom: box.top, right: box.left } }),
      )
    },
    save: () => null,
    _GetRangeForEventByReferenceId: ({ selection }) =>
      refuse('NotImplemented', `event.getRange at ${addressOf(selection)}`),
  },
  events: { onSelectionChanged: 14, onActivated: 2203 },
})

export const application = behave<Book>({
  rest: bagOf(({ bag }) => bag, {
    calculationMode: 'Automatic',
    calculationState: 'Done',
    decimalSeparator: '.',
    thousandsSeparator: ',',
  }),
  call: {
    calculate: () => null,
    suspendApiCalculationUntilNextSync: () => null,
    suspendScreenUpdatingUntilNextSync: () => null,
  },
})

export const runtime = behave<Book>({
  get: { enableEvents: (_, { runtime: { enableEvents } }) => enableEvents },
  put: { enableEvents: (_, value, world) => void (world.runtime.enableEvents = value === true) },
})

interface Setting {
  readonly book: Book
  readonly key: string
}

export const settingCollection = behave<Book>({
  items: (book) => [...book.settings.keys()].map((key): HostObject => toObject('Setting', { book, key })),
  call: {
    add: (book, [key, value]) => {
      book.settings.set(String(key), value)
      return toObject('Setting', { book, key: String(key) })
    },
  },
  events: { onSettingsChanged: 1 },
})

export const setting = behave<Setting>({
  id: ({ key }) => key,
  get: { key: ({ key }) => key, value: ({ book, key }) => book.settings.get(key) },
  put: { value: ({ book, key }, value) => void book.settings.set(key, value) },
  call: { delete: ({ book, key }) => void book.settings.delete(key) },
})

export const workbookProtection = behave<Book>({
  get: { protected: ({ bag }) => bag.get('protected') === true },
  call: {
    protect: ({ bag, undo }) => {
      undo.length = 0
      bag.set('protected', true)
    },
    unprotect: ({ bag, undo }) => {
      undo.length = 0
      bag.delete('protected')
    },
  },
})

export const documentProperties = behave<Book>({
  get: { custom: ({ properties }) => toObject('CustomPropertyCollection', properties) },
  rest: bagOf(({ bag }) => bag),
})

/** What the library itself talks to when it starts. */
export const addinService = behave<Book>({ call: { notifyActionHandlerReady: () => null } })

/** The shared runtime: `Visible` shows the pane. */
export const runtimeService = behave<Book>({
  call: {
    setAppRuntimeState: (book, [state]) => {
      book.bag.set('app/runtime', state)
      return null
    },
    getAppRuntimeState: ({ bag }) => bag.get('app/runtime') ?? 'Visible',
  },
})
