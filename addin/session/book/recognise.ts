// The sheet in front, understood by the import room in the pane itself: nothing is uploaded.
import { describePlanned, describeTable, type PlaceOfTable, type TableReader } from './describeTable.ts'
import type { ImportAnalysis, ImportTable } from '#shared/contract/importResources.ts'
import type { ImportPlan } from '#shared/import/plan.ts'
import { toProfile, type ImportProfile } from '#shared/import/profile.ts'
import type { RawWorkbook } from '#shared/workbook/raw.ts'
import type { Memory } from '../services.ts'

export interface Recognition {
  readonly analysis: ImportAnalysis
  readonly places: readonly PlaceOfTable[]
}

export async function recogniseBook(workbook: RawWorkbook, reader: TableReader): Promise<Recognition> {
  // Recognition is large and seldom needed: it is loaded when somebody asks for it.
  const { recogniseSheet } = await import('#shared/import/recogniseSheet.ts')
  const places = workbook.sheets.flatMap((sheet) =>
    recogniseSheet(sheet, { styles: workbook.styles }).map((table, tableIndex) => ({ sheet, table, tableIndex })),
  )
  const tables = places.map((place) => describeTable(reader, place))
  const name = workbook.sheets.map((sheet) => sheet.name).join('、')
  return {
    places,
    analysis: {
      importId: '',
      file: { name, bytes: 0, container: workbook.container },
      carriesBase: false,
      tables,
      findings: workbook.findings,
    },
  }
}

export function findPlace({ places }: Recognition, plan: Pick<ImportPlan, 'sheetName' | 'tableIndex'>) {
  return places.find(({ sheet, tableIndex }) => sheet.name === plan.sheetName && tableIndex === plan.tableIndex)
}

/** undefined: the plan is for another table, or for no kind of ours. */
export function replanTable(recognition: Recognition, plan: ImportPlan, reader: TableReader): ImportTable | undefined {
  const place = findPlace(recognition, plan)
  return place && describePlanned(reader, place, plan)
}

const memoryKey = 'tongbiao.profiles'
const mostProfiles = 50

/** What was settled for tables of the same shape on this machine (peers.md P10). */
export function readProfiles(memory: Memory): readonly ImportProfile[] {
  try {
    const kept: unknown = JSON.parse(memory.read(memoryKey) ?? '[]')
    return Array.isArray(kept) ? (kept as readonly ImportProfile[]) : [] // written below
  } catch {
    return []
  }
}

export function keepProfile(memory: Memory, plan: ImportPlan): void {
  const profile = toProfile(plan)
  const others = readProfiles(memory).filter(
    ({ kind, fingerprint: shape }) => kind !== profile.kind || shape !== profile.fingerprint,
  )
  memory.write(memoryKey, JSON.stringify([profile, ...others].slice(0, mostProfiles)))
}
