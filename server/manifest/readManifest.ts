// A manifest as a tree of named elements with attributes and texts.
import { readAttributes, parseXml, type XmlElement } from '#shared/ooxml/patch/xmlTree.ts'
import { decodeEntities } from '#shared/ooxml/xmlText.ts'

export interface ManifestNode {
  /** Without prefix. */
  readonly name: string
  /** As written, with prefixes. */
  readonly attributes: ReadonlyMap<string, string>
  /** '' where there are children. */
  readonly text: string
  readonly children: readonly ManifestNode[]
}

/** undefined: not well-formed XML. */
export function readManifest(manifest: string): ManifestNode | undefined {
  const bytes = new TextEncoder().encode(manifest)
  const textOf = (start: number, end: number): string =>
    decodeEntities(new TextDecoder().decode(bytes.subarray(start, end)))
  const toNode = (element: XmlElement): ManifestNode => ({
    name: element.local,
    attributes: new Map(
      readAttributes(bytes, element.start, element.openEnd).map(({ name, start, end }) => [name, textOf(start, end)]),
    ),
    text: element.children.length > 0 ? '' : textOf(element.openEnd, element.closeStart).trim(),
    children: element.children.map(toNode),
  })
  try {
    return toNode(parseXml(bytes))
  } catch {
    return undefined
  }
}

export function* nodesBelow(node: ManifestNode): Generator<ManifestNode> {
  for (const child of node.children) {
    yield child
    yield* nodesBelow(child)
  }
}

export function childNamed(node: ManifestNode | undefined, name: string): ManifestNode | undefined {
  return node?.children.find((child) => child.name === name)
}
