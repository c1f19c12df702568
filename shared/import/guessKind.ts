// Which kind a recognised table is of, with reasons people can read; or none.
import type { SheetDefinition } from '../definition/sheet.ts'
import { normalizeHeader } from '../kernel/text.ts'
import type { ReadingContext } from '../values/valueType.ts'
import type { RawSheet } from '../workbook/raw.ts'
import { matchColumns } from './matchColumns.ts'
import type { ColumnMapping, KindGuess, RecognisedTable } from './plan.ts'

/** Below this a table is of no known kind; a person may still choose one. */
const enough = 0.5

export interface KindMatch extends KindGuess {
  readonly mappings: readonly ColumnMapping[]
  /** Tells apart kinds whose confidence is alike: a budget from its adjustment. Unbounded; for comparing only. */
  readonly rank: number
}

/** Weighs title words, required columns found, and how many of the table's columns are known. */
export function rateKind(
  definition: SheetDefinition,
  source: { readonly sheet: RawSheet; readonly table: RecognisedTable },
  context: ReadingContext & { readonly sheetYear: number | null },
): KindMatch {
  const mappings = matchColumns(definition, source, context)
  const found = mappings.filter((mapping) => mapping.target !== null && mapping.confidence >= 0.3)
  const reasons: string[] = []

  const wanted = Object.entries(definition.columns).filter(
    ([key, column]) => column.merge !== 'derived' && (column.required || definition.naturalKey.includes(key)),
  )
  // What a section sets (收入/支出) or interpretation derives need not stand in a column of its own.
  const implied = new Set(definition.layout.sections.flatMap((section) => Object.keys(section.sets)))
  const needed = wanted.filter(([key]) => !implied.has(key))
  const have = needed.filter(([key]) => found.some((mapping) => mapping.target === key))
  if (have.length > 0) reasons.push(`${have.map(([, column]) => column.label['zh-Hans']).join('、')}`)
  const neededShare = needed.length === 0 ? 0 : have.length / needed.length

  const headings = normalizeHeader(`${source.table.title}${source.sheet.name}`).text
  // The longest that fits: 预算调整表 says more than the 预算 in it.
  const [title] = [definition.title['zh-Hans'], ...definition.layout.titleSynonyms]
    .filter((words) => {
      const text = normalizeHeader(words).text
      return text.length >= 2 && headings.includes(text)
    })
    .toSorted((a, b) => b.length - a.length)
  if (title !== undefined) reasons.push(`“${title}”`)

  const known = source.table.columns.length === 0 ? 0 : found.length / source.table.columns.length
  reasons.push(`${found.length}/${source.table.columns.length}`)
  // Two columns that happen to be called 名称 and 金额 prove nothing: without a title, half of the table must be known.
  const base = 0.55 * neededShare + 0.2 * Math.min(1, known * 1.2) + (title === undefined ? 0 : 0.3)
  const confidence = title === undefined && (found.length < 3 || known < 0.5) ? Math.min(base, 0.4) : base
  const sureness =
    found.reduce((sum, mapping) => sum + mapping.confidence, 0) / Math.max(1, source.table.columns.length)
  return {
    kind: definition.kind,
    confidence: Math.round(Math.min(1, confidence) * 100) / 100,
    reasons,
    mappings,
    rank: confidence + 0.3 * sureness + 0.02 * (title?.length ?? 0),
  }
}

/** The best kind of the list, or undefined when none is likely enough. */
export function guessKind(
  definitions: readonly SheetDefinition[],
  source: { readonly sheet: RawSheet; readonly table: RecognisedTable },
  context: ReadingContext & { readonly sheetYear: number | null },
): KindMatch | undefined {
  let best: KindMatch | undefined
  for (const definition of definitions) {
    const match = rateKind(definition, source, context)
    if (match.confidence >= enough && (best === undefined || match.rank > best.rank)) best = match
  }
  return best
}
