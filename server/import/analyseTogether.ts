// The tables of a file together: what one of them lost, another may still have whole.
import {
  hasLostIdentifiers,
  identifierDirectory,
  rescueIdentifiers,
  type IdentifierDirectory,
  type ReadTable,
} from '#shared/import/rescueIdentifiers.ts'
import type { RawWorkbook } from '#shared/workbook/raw.ts'
import {
  analyseGroup,
  groupTables,
  type AnalysedTable,
  type AnalysisWish,
  type Knowledge,
  type TableGroup,
} from './analyseFile.ts'

/** Analyses one table with those beside it; the others of the file are looked at only where it lost an identifier. */
export function groupAnalyser(
  knowledge: Knowledge,
  workbook: RawWorkbook,
  wish: AnalysisWish,
): (group: TableGroup) => AnalysedTable {
  let directory: IdentifierDirectory | undefined
  const toReadTable = ({ place, plan, result }: AnalysedTable): ReadTable | undefined => {
    const definition = knowledge.definitions.get(plan?.kind ?? '')
    return definition === undefined || result === null ? undefined : { definition, sheet: place.sheet, result }
  }
  const lookUp = (): IdentifierDirectory => {
    // A kind that a person said is of the table in hand, not of the others.
    const guessing = { ...wish, kind: undefined }
    const read = groupTables(knowledge, workbook, guessing).map((group) =>
      toReadTable(analyseGroup(knowledge, group, guessing)),
    )
    return identifierDirectory(read.filter((table) => table !== undefined))
  }
  return (group) => {
    const analysed = analyseGroup(knowledge, group, wish)
    const table = toReadTable(analysed)
    if (table === undefined || !hasLostIdentifiers(table.result)) return analysed
    directory ??= lookUp()
    return { ...analysed, result: rescueIdentifiers(table, directory) }
  }
}
