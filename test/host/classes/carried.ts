// What a workbook carries unseen: custom XML parts, and properties of the document and of sheets.
import type { Book, XmlPart } from '../model/book.ts'
import { behave, textOf, toObject, type Behaviours, type HostObject } from '../hostObject.ts'
import { refuse } from '../officeFault.ts'

interface PlacedPart {
  readonly book: Book
  readonly part: XmlPart
}

interface Scoped {
  readonly book: Book
  readonly namespace: string
}

const toPart = (book: Book, part: XmlPart): HostObject => toObject('CustomXmlPart', { book, part } satisfies PlacedPart)

function namespaceOf(xml: string): string {
  const root = /<(?![?!])[^>]*>/.exec(xml)?.[0] ?? refuse('InvalidArgument', 'the text is no XML')
  return /\sxmlns=["']([^"']*)["']/.exec(root)?.[1] ?? ''
}

const inScope = ({ book, namespace }: Scoped): readonly HostObject[] =>
  book.xmlParts.filter(({ xml }) => namespaceOf(xml) === namespace).map((part) => toPart(book, part))

interface Property {
  readonly bag: Map<string, unknown>
  readonly key: string
}

const property = (type: string): Behaviours => ({
  [`${type}Collection`]: behave<Map<string, unknown>>({
    items: (bag) => [...bag.keys()].map((key) => toObject(type, { bag: bag, key })),
    call: {
      add: (bag, [key, value]) => {
        bag.set(String(key), value)
        return toObject(type, { bag: bag, key: String(key) })
      },
      deleteAll: (bag) => bag.clear(),
    },
  }),
  [type]: behave<Property>({
    id: ({ key }) => key,
    get: {
      key: ({ key }) => key,
      value: ({ bag, key }) => bag.get(key),
      type: ({ bag, key }) => {
        const value = bag.get(key)
        return typeof value === 'number' ? 'Number' : typeof value === 'boolean' ? 'Boolean' : 'String'
      },
    },
    put: { value: ({ bag, key }, value) => void bag.set(key, value) },
    call: { delete: ({ bag, key }) => void bag.delete(key) },
  }),
})

export const carried: Behaviours = {
  CustomXmlPartCollection: behave<Book>({
    items: (book) => book.xmlParts.map((part) => toPart(book, part)),
    call: {
      add: (book, [xml]) => {
        const part = { id: `{${book.nextId()}}`, xml: textOf(xml) }
        namespaceOf(part.xml)
        book.xmlParts.push(part)
        // Writing one empties the list of what Ctrl+Z takes back.
        book.undo.length = 0
        return toPart(book, part)
      },
      getByNamespace: (book, [namespace]) =>
        toObject('CustomXmlPartScopedCollection', { book, namespace: textOf(namespace) } satisfies Scoped),
    },
  }),
  CustomXmlPartScopedCollection: behave<Scoped>({
    items: inScope,
    call: {
      getOnlyItem: (scoped) => {
        const [only, ...more] = inScope(scoped)
        return only && more.length === 0 ? only : refuse('ItemNotFound', 'not exactly one part')
      },
      getOnlyItemOrNullObject: (scoped) => {
        const [only, ...more] = inScope(scoped)
        return only && more.length === 0 ? only : null
      },
    },
  }),
  CustomXmlPart: behave<PlacedPart>({
    id: ({ part }) => part.id,
    get: { id: ({ part }) => part.id, namespaceUri: ({ part }) => namespaceOf(part.xml) },
    call: {
      getXml: ({ part }) => part.xml,
      setXml: ({ book, part }, [xml]) => {
        part.xml = textOf(xml)
        book.undo.length = 0
      },
      delete: ({ book, part }) => {
        book.xmlParts = book.xmlParts.filter((other) => other !== part)
        book.undo.length = 0
      },
    },
  }),
  ...property('CustomProperty'),
  ...property('WorksheetCustomProperty'),
}
