// Making the spreadsheet program calculate again what a change put out of date.
import type { Draft } from './draft.ts'
import { readRelations, removePart, setAttribute } from './relations.ts'
import { applySplices, type Splice } from './splice.ts'
import { readWorkbookPart } from './workbookPart.ts'
import { childOf, childrenOf, prefixOf, type XmlElement } from './xmlTree.ts'

/** Schema order of what comes before `calcPr` (ECMA-376 Part 1, 18.2.27). */
const before = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'AlternateContent',
  'revisionPtr',
  'absPath',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
]

/** The calculation chain is only a hint; without it the program makes a new one. */
export function dropCalculationChain(draft: Draft): void {
  const workbook = readWorkbookPart(draft)
  const chain = readRelations(draft, workbook.path).find((relation) => relation.type === 'calcChain')
  if (chain?.target !== undefined) removePart(draft, chain.target, workbook.path)
}

/** Cached results may be out of date: everything is calculated when the file is opened. */
export function askForCalculation(draft: Draft): void {
  const { path, bytes, root } = readWorkbookPart(draft)
  const calcPr = childOf(root, 'calcPr')
  const splice = calcPr ? setAttribute(bytes, calcPr, { name: 'fullCalcOnLoad', value: '1' }) : newCalcPr(root)
  draft.write(path, applySplices(bytes, [splice]))
}

function newCalcPr(root: XmlElement): Splice {
  const at = childrenOf(root, ...before).at(-1)?.end ?? root.openEnd
  return { start: at, end: at, text: `<${prefixOf(root)}calcPr fullCalcOnLoad="1"/>` }
}
