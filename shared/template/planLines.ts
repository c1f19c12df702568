// Which rows a table has, in order: headings, records, parents above their children, blank ruled rows, totals.
import { meetsCondition } from '../definition/condition.ts'
import type { Section, TotalLine } from '../definition/layout.ts'
import type { SheetDefinition } from '../definition/sheet.ts'
import type { RecordId, Values } from '../kernel/value.ts'

export type Line =
  | { readonly type: 'section'; readonly section: Section }
  | { readonly type: 'data'; readonly id: RecordId | null; readonly values: Values; readonly level: number }
  /** `last`: index of the last line below it that it sums. */
  | { readonly type: 'parent'; readonly values: Values; readonly level: number; readonly last: number }
  | { readonly type: 'spare'; readonly section: Section | null }
  | { readonly type: 'total'; readonly total: TotalLine }

export interface LineSource {
  readonly records: readonly { readonly id: RecordId | null; readonly values: Values }[]
  /** Rows known by their code that may stand as parents, e.g. the chart of accounts. */
  readonly known: readonly Values[]
  /** Blank ruled rows per section. */
  readonly spareRows: number
}

export function planLines(definition: SheetDefinition, source: LineSource): readonly Line[] {
  const { sections, totals } = definition.layout
  const lines: Line[] = []
  const left = new Set(source.records)
  for (const section of sections) {
    const rows = source.records.filter((record) => left.has(record) && meetsCondition(section.where, record.values))
    for (const record of rows) left.delete(record)
    lines.push({ type: 'section', section })
    const known = source.known.filter((values) => meetsCondition(section.where, values))
    pushBlock(lines, definition, { ...source, records: rows, known })
    for (let i = 0; i < source.spareRows; i++) lines.push({ type: 'spare', section })
    lines.push(...totalsAfter(totals, section.key))
  }
  pushBlock(lines, definition, { ...source, records: [...left] })
  if (sections.length === 0) {
    for (let i = 0; i < source.spareRows; i++) lines.push({ type: 'spare', section: null })
  }
  const keys = new Set(sections.map((section) => section.key))
  return [...lines, ...totals.filter(({ after }) => after === undefined || !keys.has(after)).map(toTotal)]
}

function totalsAfter(totals: readonly TotalLine[], key: string): readonly Line[] {
  return totals.filter(({ after }) => after === key).map(toTotal)
}

function toTotal(total: TotalLine): Line {
  return { type: 'total', total }
}

/** Records of one block; with a hierarchy in order of their codes and under their parents. */
function pushBlock(lines: Line[], definition: SheetDefinition, source: Omit<LineSource, 'spareRows'>): void {
  const column = definition.layout.hierarchy?.column
  if (column === undefined) {
    for (const record of source.records) lines.push({ type: 'data', ...record, level: 0 })
    return
  }
  const codeOf = (values: Values): string => (typeof values[column] === 'string' ? values[column] : '')
  const records = source.records.toSorted((a, b) => compareCodes(codeOf(a.values), codeOf(b.values)))
  const codes = records.map(({ values }) => codeOf(values))
  const own = new Set(codes)
  const parents = source.known
    .filter((values) => codeOf(values) !== '' && !own.has(codeOf(values)))
    .filter((values) => codes.some((code) => code.startsWith(codeOf(values))))
  const rows = [
    ...parents.map((values) => ({ code: codeOf(values), parent: true, id: null, values })),
    ...records.map((record) => ({ code: codeOf(record.values), parent: false, ...record })),
  ].toSorted((a, b) => compareCodes(a.code, b.code))
  const first = lines.length
  const above: string[] = []
  rows.forEach(({ code, parent, id, values }, index) => {
    while (above.length > 0 && !isBelow(code, above.at(-1) ?? '')) above.pop()
    const level = above.length
    if (above.at(-1) !== code && code !== '') above.push(code)
    if (!parent) lines.push({ type: 'data', id, values, level })
    else {
      let last = index
      while (isBelow(rows[last + 1]?.code ?? '', code)) last++
      lines.push({ type: 'parent', values, level, last: first + last })
    }
  })
}

function isBelow(code: string, parent: string): boolean {
  return parent !== '' && code.length > parent.length && code.startsWith(parent)
}

/** Blank codes last; otherwise parents before their children. */
function compareCodes(a: string, b: string): number {
  if (a === b) return 0
  if (a === '' || b === '') return a === '' ? 1 : -1
  return a < b ? -1 : 1
}
