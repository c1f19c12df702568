// How parts point at each other: relationships and content types, read and changed in place.
import { need, type Draft } from './draft.ts'
import { fail } from './failure.ts'
import { applySplices, type Splice } from './splice.ts'
import { childrenOf, findAttribute, parseXml, prefixOf, type XmlElement } from './xmlTree.ts'
import { encodeUtf8, escapeAttribute } from './xmlText.ts'

export interface Relation {
  readonly id: string
  /** Last word of the type's address: `worksheet`, `table`, `drawing`, … alike in transitional and strict files. */
  readonly type: string
  readonly typeAddress: string
  /** Part name without leading slash; undefined for external targets. */
  readonly target: string | undefined
}

const contentTypesPath = '[Content_Types].xml'

/** Of a part; '' for the package itself. Empty when it has none. */
export function readRelations(draft: Draft, path: string): readonly Relation[] {
  const bytes = draft.read(relationsPath(path))
  if (!bytes) return []
  return childrenOf(parseXml(bytes), 'Relationship').map((element) => {
    const value = (name: string): string => attributeText(draft, bytes, { element, name }) ?? ''
    const typeAddress = value('Type')
    const isExternal = value('TargetMode').toLowerCase() === 'external'
    return {
      id: value('Id'),
      typeAddress,
      type: typeAddress.slice(typeAddress.lastIndexOf('/') + 1),
      target: isExternal ? undefined : resolve(path, value('Target')),
    }
  })
}

export function attributeText(
  draft: Draft,
  bytes: Uint8Array,
  { element, name }: { readonly element: XmlElement; readonly name: string },
): string | undefined {
  const found = findAttribute(bytes, element, name)
  return found && draft.readText(bytes, found.start, found.end)
}

/** @param target part name @returns the new relationship's id */
export function addRelation(draft: Draft, path: string, relation: { typeAddress: string; target: string }): string {
  const ids = new Set(readRelations(draft, path).map((each) => each.id))
  let number = ids.size + 1
  while (ids.has(`rId${number}`)) number++
  const id = `rId${number}`
  const bytes = need(draft, relationsPath(path))
  const root = parseXml(bytes)
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const isBelow = folder !== '' && relation.target.startsWith(folder)
  const target = escapeAttribute(isBelow ? relation.target.slice(folder.length) : `/${relation.target}`)
  const text = `<${prefixOf(root)}Relationship Id="${id}" Type="${escapeAttribute(relation.typeAddress)}" Target="${target}"/>`
  draft.write(relationsPath(path), applySplices(bytes, [appendChild(root, text)]))
  return id
}

/** Says what kind of part `path` is; a declaration that is there already stays. */
export function addContentType(draft: Draft, path: string, contentType: string): void {
  const bytes = need(draft, contentTypesPath)
  const root = parseXml(bytes)
  if (overrideOf(draft, bytes, { root, path })) return
  const text = `<${prefixOf(root)}Override PartName="/${escapeAttribute(path)}" ContentType="${escapeAttribute(contentType)}"/>`
  draft.write(contentTypesPath, applySplices(bytes, [appendChild(root, text)]))
}

/** Removes a part, what declares it and the relationships of `from` that lead to it. */
export function removePart(draft: Draft, path: string, from: string): void {
  const types = need(draft, contentTypesPath)
  const root = parseXml(types)
  const override = overrideOf(draft, types, { root, path })
  if (override) draft.write(contentTypesPath, applySplices(types, [cut(override)]))
  const relationsFile = relationsPath(from)
  const relations = need(draft, relationsFile)
  const leading = childrenOf(parseXml(relations), 'Relationship').filter((element) => {
    const target = attributeText(draft, relations, { element, name: 'Target' }) ?? ''
    return resolve(from, target).toLowerCase() === path.toLowerCase()
  })
  draft.write(relationsFile, applySplices(relations, leading.map(cut)))
  draft.remove(path)
}

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`; '' → `_rels/.rels`. */
export function relationsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`
}

/** Text before the end tag; `<a/>` is opened for it. */
export function appendChild(element: XmlElement, text: string): Splice {
  if (!element.isEmpty) return { start: element.closeStart, end: element.closeStart, text }
  return { start: element.end - 2, end: element.end, text: `>${text}</${element.name}>` }
}

export function cut(element: XmlElement): Splice {
  return { start: element.start, end: element.end, text: '' }
}

/** An attribute with a new value; added when it is not there, removed for `null`. */
export function setAttribute(
  bytes: Uint8Array,
  element: XmlElement,
  { name, value }: { readonly name: string; readonly value: string | null },
): Splice {
  const found = findAttribute(bytes, element, name)
  if (found && value === null) return { start: found.nameStart, end: found.end + 1, text: '' }
  if (found) return { start: found.start, end: found.end, text: escapeAttribute(value ?? '') }
  const at = element.start + 1 + element.name.length
  return { start: at, end: at, text: value === null ? '' : ` ${name}="${escapeAttribute(value)}"` }
}

export function newPart(text: string): Uint8Array {
  return encodeUtf8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`)
}

function overrideOf(
  draft: Draft,
  bytes: Uint8Array,
  { root, path }: { readonly root: XmlElement; readonly path: string },
): XmlElement | undefined {
  return childrenOf(root, 'Override').find((element) => {
    const name = attributeText(draft, bytes, { element, name: 'PartName' })?.replaceAll('\\', '/')
    return name?.replace(/^\//, '').toLowerCase() === path.toLowerCase()
  })
}

function resolve(from: string, written: string): string {
  const target = written.replaceAll('\\', '/')
  const parts = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of target.replace(/^\//, '').split('/')) {
    if (step === '..') {
      if (parts.pop() === undefined) fail('damaged', `relationship to ${written}`)
    } else if (step !== '.' && step !== '') parts.push(step)
  }
  return decodePath(parts.join('/'))
}

function decodePath(path: string): string {
  try {
    return path.includes('%') ? decodeURIComponent(path) : path
  } catch {
    return path
  }
}
