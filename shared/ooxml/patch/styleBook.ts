// The number format of cells: looked up in the styles part, and new combinations appended to it.
import { need, type Draft } from './draft.ts'
import { fail } from './failure.ts'
import {
  addContentType,
  addRelation,
  appendChild,
  attributeText,
  newPart,
  readRelations,
  setAttribute,
} from './relations.ts'
import { applySplices } from './splice.ts'
import type { WorkbookPart } from './workbookPart.ts'
import { ascii, childOf, childrenOf, parseXml, prefixOf, type XmlElement } from './xmlTree.ts'
import { escapeAttribute } from './xmlText.ts'

export interface StyleBook {
  /** A style like `style`, but with this number format; it is appended where there is none yet. */
  withNumberFormat(style: number, code: string): number
  /** Whether cells of this style show numbers as they are: a day would be shown as its serial. */
  isGeneral(style: number): boolean
}

/** Those whose code is the same in every language version (ECMA-376 Part 1, 18.8.30). */
const builtIn = new Map([
  ['General', 0],
  ['0', 1],
  ['0.00', 2],
  ['#,##0', 3],
  ['#,##0.00', 4],
  ['0%', 9],
  ['0.00%', 10],
  ['@', 49],
])

const maxStyles = 64_000
const firstOwnFormat = 164

export function openStyleBook(draft: Draft, workbook: WorkbookPart): StyleBook {
  const known = new Map<string, number>()
  const path = (): string =>
    readRelations(draft, workbook.path).find((each) => each.type === 'styles')?.target ?? addStyles(draft, workbook)
  return {
    withNumberFormat(style, code) {
      const key = `${style} ${code}`
      const made = known.get(key) ?? appendStyle(draft, path(), { style, code })
      known.set(key, made)
      return made
    },
    isGeneral(style) {
      const bytes = draft.read(path())
      const xf = bytes && stylesIn(parseXml(bytes))[style]
      return !xf || (attributeText(draft, bytes, { element: xf, name: 'numFmtId' }) ?? '0') === '0'
    },
  }
}

function stylesIn(root: XmlElement): readonly XmlElement[] {
  const list = childOf(root, 'cellXfs')
  return list ? childrenOf(list, 'xf') : []
}

function appendStyle(draft: Draft, path: string, { style, code }: { style: number; code: string }): number {
  const format = builtIn.get(code) ?? ownFormat(draft, path, code)
  const bytes = need(draft, path)
  const root = parseXml(bytes)
  const list = childOf(root, 'cellXfs') ?? fail('unsupported', 'no cell styles')
  const all = stylesIn(root)
  const base = all[style] ?? fail('damaged', `style ${style}`)
  const changed = applySplices(bytes.slice(base.start, base.end), attributesOf(bytes, base, format))
  const text = ascii(changed, 0, changed.length)
  const same = all.findIndex((each) => ascii(bytes, each.start, each.end) === text)
  if (same >= 0) return same
  if (all.length >= maxStyles) fail('too-large', 'cell styles')
  const count = setAttribute(bytes, list, { name: 'count', value: String(all.length + 1) })
  draft.write(path, applySplices(bytes, [count, appendChild(list, text)]))
  return all.length
}

/** Splices relative to the element's own start. */
function attributesOf(bytes: Uint8Array, xf: XmlElement, format: number) {
  return [
    setAttribute(bytes, xf, { name: 'numFmtId', value: String(format) }),
    setAttribute(bytes, xf, { name: 'applyNumberFormat', value: '1' }),
  ].map((splice) => ({ ...splice, start: splice.start - xf.start, end: splice.end - xf.start }))
}

/** Id of a custom format, appended where it is new. */
function ownFormat(draft: Draft, path: string, code: string): number {
  const bytes = need(draft, path)
  const root = parseXml(bytes)
  const list = childOf(root, 'numFmts')
  const value = (element: XmlElement, name: string) => attributeText(draft, bytes, { element, name })
  const formats = list ? childrenOf(list, 'numFmt') : []
  const same = formats.find((element) => value(element, 'formatCode') === code)
  if (same) return Number(value(same, 'numFmtId'))
  const id = Math.max(firstOwnFormat - 1, ...formats.map((element) => Number(value(element, 'numFmtId')) || 0)) + 1
  const prefix = prefixOf(root)
  const text = `<${prefix}numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`
  const splices = list
    ? [setAttribute(bytes, list, { name: 'count', value: String(formats.length + 1) }), appendChild(list, text)]
    : [{ start: root.openEnd, end: root.openEnd, text: `<${prefix}numFmts count="1">${text}</${prefix}numFmts>` }]
  draft.write(path, applySplices(bytes, splices))
  return id
}

/** The smallest styles part that is valid. */
function addStyles(draft: Draft, workbook: WorkbookPart): string {
  const folder = workbook.path.slice(0, workbook.path.lastIndexOf('/') + 1)
  const path = `${folder}styles.xml`
  if (draft.read(path)) fail('damaged', 'styles without relationship')
  const sheet = readRelations(draft, workbook.path).find((each) => each.type === 'worksheet')
  const typeAddress = sheet?.typeAddress.replace(/worksheet$/, 'styles') ?? fail('damaged', 'no sheets')
  const main = draft.readText(workbook.bytes, workbook.root.start, workbook.root.openEnd)
  const namespace = /xmlns(?::\w+)?="([^"]*\/main)"/.exec(main)?.[1] ?? fail('unsupported', 'namespace')
  draft.write(
    path,
    newPart(
      `<styleSheet xmlns="${namespace}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>` +
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
        '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>',
    ),
  )
  addContentType(draft, path, 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml')
  addRelation(draft, workbook.path, { typeAddress, target: path })
  return path
}
