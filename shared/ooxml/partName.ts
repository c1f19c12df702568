// Part names, relationships and content types: how the parts of a package point at each other.
import type { OoxmlPackage, PackageEntry } from './openPackage.ts'
import { isNamed, nextTag, type XmlCursor } from './xmlCursor.ts'
import { attribute } from './xmlText.ts'

export interface Relationship {
  readonly id: string
  /** Last segment of the type URI (`worksheet`, `sharedStrings`), the same in transitional and strict files. */
  readonly type: string
  /** Part name without leading slash; the target as written when external. */
  readonly target: string
  readonly isExternal: boolean
}

/** How a part is opened as XML: transcoded to UTF-8, with limits; refuses what `OoxmlPackage.read` refuses. */
export type OpenPart = (entry: PackageEntry) => XmlCursor

/** @param part '' for the package itself */
export function readRelationships(pack: OoxmlPackage, part: string, open: OpenPart): readonly Relationship[] {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const entry = pack.find(`${folder}_rels/${part.slice(slash + 1)}.rels`)
  if (!entry) return []
  const cursor = open(entry)
  const relationships: Relationship[] = []
  while (nextTag(cursor)) {
    if (cursor.isClosing || !isNamed(cursor, 'Relationship')) continue
    const target = attribute(cursor, 'Target') ?? ''
    const isExternal = attribute(cursor, 'TargetMode') === 'External'
    relationships.push({
      id: attribute(cursor, 'Id') ?? '',
      type: (attribute(cursor, 'Type') ?? '').split('/').at(-1) ?? '',
      target: isExternal ? target : resolvePart(folder, target),
      isExternal,
    })
  }
  return relationships
}

/** `/xl/a.xml` from the root, `../a.xml` and `a.xml` from `folder`; backslashes and `%20` as some writers put them. */
export function resolvePart(folder: string, target: string): string {
  const clean = decodePercent(target.replaceAll('\\', '/').replace(/#.*$/, ''))
  const path = clean.startsWith('/') ? clean : folder + clean
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

function decodePercent(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Content type by part name, overrides before extensions; keys in lower case. */
export interface ContentTypes {
  typeOf(part: string): string | undefined
}

export function readContentTypes(pack: OoxmlPackage, open: OpenPart): ContentTypes {
  const overrides = new Map<string, string>()
  const defaults = new Map<string, string>()
  const entry = pack.find('[Content_Types].xml')
  if (entry) {
    const cursor = open(entry)
    while (nextTag(cursor)) {
      if (cursor.isClosing) continue
      const type = attribute(cursor, 'ContentType') ?? ''
      if (isNamed(cursor, 'Override'))
        overrides.set(resolvePart('', attribute(cursor, 'PartName') ?? '').toLowerCase(), type)
      else if (isNamed(cursor, 'Default')) defaults.set((attribute(cursor, 'Extension') ?? '').toLowerCase(), type)
    }
  }
  return {
    typeOf: (part) => {
      const key = part.toLowerCase()
      return overrides.get(key) ?? defaults.get(key.slice(key.lastIndexOf('.') + 1))
    },
  }
}
