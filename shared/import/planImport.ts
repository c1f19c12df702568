// A recognised table and a kind → the import plan a person sees first. Nothing is written.
import type { SheetDefinition } from '../definition/sheet.ts'
import type { RawSheet } from '../workbook/raw.ts'
import { matchColumns } from './matchColumns.ts'
import type { ImportPlan, RecognisedTable } from './plan.ts'
import { applyProfile, fingerprint, suggestProfile, type KnownProfile } from './profile.ts'

export interface PlanSource {
  readonly sheet: RawSheet
  readonly table: RecognisedTable
  /** 0-based place of the table among the sheet's tables. */
  readonly tableIndex: number
}

export interface PlanOptions {
  /** 年度 to use when the sheet does not say one. */
  readonly year: number
  /** Nearest first; only those of the table's shape and the kind count. */
  readonly profiles?: readonly KnownProfile[]
}

/** 分 per unit of the sheet: 元 when it says nothing. */
export function unitFenOf(table: RecognisedTable): number {
  return Math.round((table.unit?.scale ?? 1) * 100)
}

/** Heading words of the table as a whole (side-by-side halves stand under 收入 and 支出): the section they name, if one. */
export function sectionOfTable(definition: SheetDefinition, table: RecognisedTable): string | undefined {
  const headings = table.columns.flatMap((column) => (column.path.length > 0 ? column.path : [column.header]))
  const named = definition.layout.sections.filter((section) =>
    [section.label['zh-Hans'], ...section.synonyms].some((words) =>
      headings.some((heading) => heading.replace(/\s/g, '').startsWith(words.replace(/\s/g, ''))),
    ),
  )
  return named.length === 1 ? named[0]?.key : undefined
}

export function planImport(definition: SheetDefinition, source: PlanSource, options: PlanOptions): ImportPlan {
  const { table } = source
  const year = table.year ?? options.year
  const unitFen = unitFenOf(table)
  const section = sectionOfTable(definition, table)
  const shape = fingerprint(table)
  const matched = matchColumns(definition, source, {
    unitFen,
    year,
    legacy: true,
    sheetYear: table.year ?? options.year,
  })
  const known = options.profiles?.find(
    ({ profile: candidate }) => candidate.fingerprint === shape && candidate.kind === definition.kind,
  )
  const profile = known?.from === 'own' ? known.profile : undefined
  return {
    kind: definition.kind,
    schema: definition.version,
    sheetName: source.sheet.name,
    tableIndex: source.tableIndex,
    fingerprint: shape,
    mappings: profile ? applyProfile(matched, profile) : known ? suggestProfile(matched, known.profile) : matched,
    conventions: {
      unitFen,
      year,
      blankMoney: profile?.blankMoney ?? 'null',
      ...(section === undefined ? {} : { section }),
    },
    roles: [],
    corrections: [],
    aliases: profile?.aliases ?? [],
    onMatch: 'replace-with-nonblank',
    accepted: [],
  }
}
