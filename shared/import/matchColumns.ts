// Source columns → columns of a kind, by header synonyms and by what the cells hold.
import type { ColumnDefinition } from '../definition/column.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import { normalizeHeader } from '../kernel/text.ts'
import { valueTypes } from '../values/index.ts'
import type { ReadingContext } from '../values/valueType.ts'
import type { RawRow, RawSheet, RawValue } from '../workbook/raw.ts'
import { headerForms } from './headerForms.ts'
import type { ColumnMapping, RecognisedColumn, RecognisedTable } from './plan.ts'

/** Data rows looked at per column; enough to tell, cheap for any table. */
const sampleRows = 200

type Basis = ColumnMapping['basis']

interface Candidate {
  readonly column: RecognisedColumn
  readonly target: string
  readonly basis: Basis
  readonly score: number
}

/** Spellings of every column of a definition, compiled once. */
interface KnownHeaders {
  readonly label: ReadonlyMap<string, string>
  readonly synonym: ReadonlyMap<string, readonly string[]>
}

const known = new WeakMap<SheetDefinition, KnownHeaders>()

function knownHeaders(definition: SheetDefinition): KnownHeaders {
  const cached = known.get(definition)
  if (cached) return cached
  const label = new Map<string, string>()
  const synonym = new Map<string, string[]>()
  for (const [key, column] of Object.entries(definition.columns)) {
    for (const words of Object.values(column.label)) label.set(normalizeHeader(words).text, key)
    for (const words of column.synonyms) {
      const text = normalizeHeader(words).text
      synonym.set(text, [...(synonym.get(text) ?? []), key])
    }
  }
  const made = { label, synonym }
  known.set(definition, made)
  return made
}

/** Rows to look at: every data row of a small table; of a large one its first rows and others spread over its length. */
function sampleDataRows(sheet: RawSheet, table: RecognisedTable): readonly RawRow[] {
  const data = table.rowRoles.filter((row) => row.role === 'data')
  const step = Math.max(1, Math.floor(data.length / (3 * sampleRows)))
  const wanted = new Set(data.filter((_, place) => place < sampleRows || place % step === 0).map((row) => row.row))
  return sheet.rows.filter((row) => wanted.has(row.index))
}

/** The non-blank cells of one column in the sampled rows, at most `sampleRows`. */
function sampleCells(rows: readonly RawRow[], index: number): readonly RawValue[] {
  const cells: RawValue[] = []
  for (const row of rows) {
    const cell = row.cells[index] ?? null
    if (cell !== null && cell !== '') cells.push(cell)
    if (cells.length >= sampleRows) break
  }
  return cells
}

const sampled = new WeakMap<RecognisedTable, ReadonlyMap<number, readonly RawValue[]>>()

/** Sampled cells by column; taken once for a table, which is held against every kind there is. */
function samplesOf(sheet: RawSheet, table: RecognisedTable): ReadonlyMap<number, readonly RawValue[]> {
  const known = sampled.get(table)
  if (known) return known
  const rows = sampleDataRows(sheet, table)
  const samples = new Map(table.columns.map(({ index }) => [index, sampleCells(rows, index)]))
  sampled.set(table, samples)
  return samples
}

/** Share of sampled cells that the column's type can read, 0–1; 1 for a column without content. */
export function readableShare(cells: readonly RawValue[], column: ColumnDefinition, context: ReadingContext): number {
  if (cells.length === 0) return 1
  const type = valueTypes[column.type]
  return cells.filter((cell) => type.parse(cell, column, context).ok).length / cells.length
}

function headerCandidates(
  definition: SheetDefinition,
  column: RecognisedColumn,
  year: number | null,
): readonly Candidate[] {
  const { label, synonym } = knownHeaders(definition)
  const candidates: Candidate[] = []
  for (const form of headerForms(column, year)) {
    const target = label.get(form.text)
    if (target !== undefined) {
      const exact = Object.values(definition.columns[target]?.label ?? {}).includes(column.header)
      candidates.push({
        column,
        target,
        basis: exact ? 'exact' : 'normalized',
        score: (exact ? 1 : 0.98) * form.weight,
      })
    }
    for (const key of synonym.get(form.text) ?? []) {
      candidates.push({ column, target: key, basis: 'synonym', score: 0.92 * form.weight })
    }
  }
  if (candidates.length > 0) return candidates
  // A longer header that ends or begins with a known one: 办公室承办部门 → 承办部门. Two characters are too few to tell.
  const own = headerForms(column, year)[0]?.text ?? ''
  for (const [words, keys] of [...[...label].map(([words, key]) => [words, [key]] as const), ...synonym]) {
    if (words.length >= 3 && own.length <= words.length * 3 && (own.endsWith(words) || own.startsWith(words)))
      for (const key of keys)
        candidates.push({ column, target: key, basis: 'synonym', score: 0.6 * (words.length / own.length) + 0.2 })
  }
  return candidates
}

/**
 * A choice column recognised by what the cells hold: nothing but its choices is proof enough. With no header to go by it is
 * a fair guess; under a header that is part of the column's own word (来源 of 任务来源) it is better than a plain synonym.
 */
function contentCandidates(
  definition: SheetDefinition,
  column: RecognisedColumn,
  sample: { readonly cells: readonly RawValue[]; readonly named: boolean },
): readonly Candidate[] {
  if (sample.cells.length < 3) return []
  const own = normalizeHeader(column.header).text
  return knownChoices(definition).flatMap(({ target, label, spellings }): readonly Candidate[] => {
    const akin = own.length >= 2 && label.includes(own)
    if (sample.named && !akin) return []
    const fits = sample.cells.every((cell) => typeof cell === 'string' && spellings.has(normalizeHeader(cell).text))
    return fits ? [{ column, target, basis: 'content', score: akin ? 0.95 : 0.7 }] : []
  })
}

/** A column with choices: its own word and every way to write its choices, normalised. */
interface KnownChoices {
  readonly target: string
  readonly label: string
  readonly spellings: ReadonlySet<string>
}

const choicesOf = new WeakMap<SheetDefinition, readonly KnownChoices[]>()

/** Once per definition: a sheet may have thousands of columns to hold against them. */
function knownChoices(definition: SheetDefinition): readonly KnownChoices[] {
  const known = choicesOf.get(definition)
  if (known) return known
  const choices = Object.entries(definition.columns).flatMap(([target, { type, merge, label, choices: all }]) => {
    if (type !== 'choice' || merge === 'derived') return []
    const written = (all ?? []).flatMap((choice) => [choice.value, ...choice.synonyms])
    const spellings = new Set(written.map((text) => normalizeHeader(text).text))
    return [{ target, label: normalizeHeader(label['zh-Hans']).text, spellings }]
  })
  choicesOf.set(definition, choices)
  return choices
}

/**
 * One mapping per source column, in source order; a kind's column is given at most once, to the best candidate.
 * Confidence is the header's score times the share of sampled cells that the column's type can read.
 */
export function matchColumns(
  definition: SheetDefinition,
  source: { readonly sheet: RawSheet; readonly table: RecognisedTable },
  context: ReadingContext & { readonly sheetYear: number | null },
): readonly ColumnMapping[] {
  const { sheet, table } = source
  const samples = samplesOf(sheet, table)
  const candidates = table.columns.flatMap((column) => {
    const cells = samples.get(column.index) ?? []
    const byHeader = headerCandidates(definition, column, context.sheetYear)
    const found = [...byHeader, ...contentCandidates(definition, column, { cells, named: byHeader.length > 0 })]
    return found.flatMap((candidate) => {
      const wanted = definition.columns[candidate.target]
      if (wanted === undefined || wanted.merge === 'derived') return [{ ...candidate, share: 1 }]
      const share = readableShare(cells, wanted, context)
      return share === 0 && candidate.basis !== 'exact' ? [] : [{ ...candidate, share }]
    })
  })
  candidates.sort(
    (a, b) => b.score * (0.5 + b.share / 2) - a.score * (0.5 + a.share / 2) || a.column.index - b.column.index,
  )
  const taken = new Map<number, (typeof candidates)[number]>()
  const given = new Set<string>()
  for (const candidate of candidates) {
    if (taken.has(candidate.column.index) || given.has(candidate.target)) continue
    taken.set(candidate.column.index, candidate)
    given.add(candidate.target)
  }
  return table.columns.map((column) => {
    const source = { index: column.index, header: column.header, path: column.path }
    const match = taken.get(column.index)
    if (match === undefined) return { source, target: null, basis: 'none', confidence: 0 }
    return {
      source,
      target: match.target,
      basis: match.basis,
      confidence: Math.round(match.score * match.share * 100) / 100,
    }
  })
}
