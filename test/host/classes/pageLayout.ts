// Excel.PageLayout: paper, margins, what is printed and repeated.
import { boxOf, formatBox, parseBox, type Area } from '../model/area.ts'
import type { Sheet } from '../model/sheet.ts'
import { bagOf, behave, isHostObject, textOf, toObject, type Behaviours } from '../hostObject.ts'
import { refuse } from '../officeFault.ts'
import { bagType, toPart } from './bag.ts'

const first = {
  orientation: 'Portrait',
  paperSize: 'A4',
  centerHorizontally: false,
  centerVertically: false,
  printGridlines: false,
  printHeadings: false,
  zoom: { scale: 100 },
}

/** Addresses are kept as text, checked as Excel checks them. */
function addressOf(value: unknown): string {
  if (isHostObject(value)) return formatBox(boxOf(value.self as Area))
  const text = String(value)
  return parseBox(text.slice(text.lastIndexOf('!') + 1)) ? text : refuse('InvalidArgument', `address ${text}`)
}

const setAddress =
  (name: string) =>
  ({ pageBag }: Sheet, [value]: readonly unknown[]): void =>
    void pageBag.set(name, addressOf(value))

export const pageLayouts: Behaviours = {
  PageLayout: behave<Sheet>({
    get: { headersFooters: ({ pageBag }) => toPart('HeaderFooterGroup', { bag: pageBag, path: '' }, 'headersFooters') },
    rest: bagOf(({ pageBag }) => pageBag, first),
    call: {
      setPrintArea: setAddress('printArea'),
      setPrintTitleRows: setAddress('printTitleRows'),
      setPrintTitleColumns: setAddress('printTitleColumns'),
      setPrintMargins: ({ pageBag }, [unit, margins]) => void pageBag.set('margins', { unit, margins }),
      getPrintAreaOrNullObject: (sheet) => {
        const box = parseBox(textOf(sheet.pageBag.get('printArea')))
        return box ? toObject('RangeAreas', { sheet, boxes: [box] }) : null
      },
    },
  }),
  HeaderFooterGroup: bagType('HeaderFooterGroup', { state: 'Default', useSheetMargins: true, useSheetScale: true }),
  HeaderFooter: bagType('HeaderFooter'),
}
