// What is attached to cells: names, data validation, conditional formats.
import { addressOf, boxOf, formatBox, intersect, parseBox, type Area } from '../model/area.ts'
import { findSheet, type Book, type DefinedName } from '../model/book.ts'
import type { Sheet } from '../model/sheet.ts'
import { bagOf, behave, isHostObject, textOf, toObject, type HostObject } from '../hostObject.ts'
import { refuse } from '../officeFault.ts'
import { membersOf } from '../memberTable.ts'
import { toPart } from './bag.ts'
import { rangeAt } from './range.ts'

const namesOf = (owner: Book | Sheet, book: Book): readonly DefinedName[] =>
  book.names.filter(({ scope }) => ('sheets' in owner ? scope === undefined : scope === owner))

export const namedItemCollection = behave<Book | Sheet>({
  items: (owner, { book }) => namesOf(owner, book).map((name) => toObject('NamedItem', name)),
  call: {
    add: (owner, [name, reference, comment], { book }) => {
      const scope = 'sheets' in owner ? undefined : owner
      if (namesOf(owner, book).some((each) => each.name.toLowerCase() === String(name).toLowerCase()))
        refuse('ItemAlreadyExists', `name ${String(name)}`)
      const formula = isHostObject(reference) ? absolute(reference.self as Area) : String(reference)
      const added: DefinedName = { name: String(name), formula, visible: true, comment: textOf(comment), scope }
      book.names.push(added)
      return toObject('NamedItem', added)
    },
  },
})

function absolute(area: Area): string {
  const [sheet, cells = ''] = addressOf(area).split('!')
  return `=${sheet}!${cells.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`
}

export const namedItem = behave<DefinedName>({
  id: ({ name }) => name,
  get: {
    name: ({ name }) => name,
    formula: ({ formula }) => formula,
    visible: ({ visible }) => visible,
    comment: ({ comment }) => comment,
    type: ({ formula }) => (parseBox(formula.slice(formula.lastIndexOf('!') + 1)) ? 'Range' : 'String'),
    scope: ({ scope }) => (scope ? 'Worksheet' : 'Workbook'),
  },
  put: {
    formula: (name, value) => void (name.formula = String(value)),
    visible: (name, value) => void (name.visible = value === true),
  },
  call: {
    getRangeOrNullObject: ({ formula }, _, world): HostObject | null => {
      const at = formula.lastIndexOf('!')
      const sheet = findSheet(world.book, formula.slice(1, at).replace(/^'|'$/g, ''))
      const box = parseBox(formula.slice(at + 1))
      return sheet && box ? rangeAt(world, { sheet, box }, box) : null
    },
    delete: (name, _, { book }) => {
      book.names = book.names.filter((each) => each !== name)
    },
  },
})

function validationAt(area: Area): Readonly<Record<string, unknown>> | undefined {
  const box = boxOf(area)
  return area.sheet.validations.findLast((each) => intersect(each.box, box))?.content
}

const rule =
  (name: string, none: unknown) =>
  (area: Area): unknown =>
    validationAt(area)?.[name] ?? none

const setRule =
  (name: string) =>
  (area: Area, value: unknown): void => {
    const box = boxOf(area)
    const own = area.sheet.validations.find((each) => formatBox(each.box) === formatBox(box))
    if (own) own.content = { ...own.content, [name]: value }
    else area.sheet.validations.push({ box, content: { [name]: value } })
  }

export const dataValidation = behave<Area>({
  get: {
    rule: rule('rule', {}),
    errorAlert: rule('errorAlert', null),
    prompt: rule('prompt', null),
    ignoreBlanks: rule('ignoreBlanks', true),
    valid: () => refuse('NotImplemented', 'DataValidation.valid is not in the test host'),
    type: (area) => {
      const [name] = Object.keys((validationAt(area)?.['rule'] as object | undefined) ?? {})
      return name === undefined ? 'None' : name.charAt(0).toUpperCase() + name.slice(1)
    },
  },
  put: {
    rule: setRule('rule'),
    errorAlert: setRule('errorAlert'),
    prompt: setRule('prompt'),
    ignoreBlanks: setRule('ignoreBlanks'),
  },
  call: {
    clear: (area) => {
      area.sheet.validations = area.sheet.validations.filter((each) => !intersect(each.box, boxOf(area)))
    },
  },
})

type Conditional = Sheet['conditionals'][number]

export const conditionalFormatCollection = behave<Area>({
  items: (area) =>
    area.sheet.conditionals
      .filter((each) => intersect(each.box, boxOf(area)))
      .map((each) => toObject('ConditionalFormat', { sheet: area.sheet, each })),
  call: {
    add: (area, [type], { book }) => {
      const each: Conditional = {
        box: boxOf(area),
        content: { id: `{${book.nextId()}}`, type: String(type), bag: new Map() },
      }
      area.sheet.conditionals.push(each)
      return toObject('ConditionalFormat', { sheet: area.sheet, each })
    },
    clearAll: (area) => {
      area.sheet.conditionals = area.sheet.conditionals.filter((each) => !intersect(each.box, boxOf(area)))
    },
  },
})

interface PlacedConditional {
  readonly sheet: Sheet
  readonly each: Conditional
}

/** `custom`, `cellValueOrNullObject`, … with the type that each leads to; null for those of another type. */
function conditionalDetails(): Readonly<Record<string, (placed: PlacedConditional) => HostObject | null>> {
  const details = [...membersOf('ConditionalFormat').values()].filter(({ sort }) => sort === 'navigation')
  return Object.fromEntries(
    details.map(({ name, leadsTo = '' }) => [
      name,
      ({ each: { content } }: PlacedConditional) => {
        const own = name.replace(/OrNullObject$/, '')
        if (own === name || own.toLowerCase().startsWith(content.type.toLowerCase().slice(0, 6)))
          return toPart(leadsTo, { bag: content.bag, path: '' }, own)
        return null
      },
    ]),
  )
}

export const conditionalFormat = behave<PlacedConditional>({
  id: ({ each }) => each.content.id,
  get: {
    ...conditionalDetails(),
    id: ({ each }) => each.content.id,
    type: ({ each }) => each.content.type,
  },
  rest: bagOf(({ each }) => each.content.bag, { priority: 0, stopIfTrue: false }),
  call: {
    getRange: ({ sheet, each }, _, world) => rangeAt(world, { sheet, box: each.box }, each.box),
    delete: ({ sheet, each }) => {
      sheet.conditionals = sheet.conditionals.filter((other) => other !== each)
    },
  },
})

/** What conditional formats are made of. */
export const conditionalTypes = [
  'CustomConditionalFormat',
  'CellValueConditionalFormat',
  'TextConditionalFormat',
  'PresetCriteriaConditionalFormat',
  'ColorScaleConditionalFormat',
  'DataBarConditionalFormat',
  'IconSetConditionalFormat',
  'TopBottomConditionalFormat',
  'ConditionalFormatRule',
  'ConditionalRangeFormat',
  'ConditionalRangeFill',
  'ConditionalRangeFont',
  'ConditionalDataBarPositiveFormat',
  'ConditionalDataBarNegativeFormat',
]
