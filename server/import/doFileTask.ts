// What is asked of a file, done: reading, recognition, planning and checking in one place. The worker's work; pure but for its memory.
import type { Definitions } from '#shared/contract/decodePush.ts'
import type { ImportTable } from '#shared/contract/importResources.ts'
import { applyImportPlan } from '#shared/import/applyImportPlan.ts'
import { halvesOf } from '#shared/import/halves.ts'
import type { ImportPlan, ImportResult } from '#shared/import/plan.ts'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import { makeRuleContext } from '#shared/policy/unitPolicy.ts'
import type { RawWorkbook } from '#shared/workbook/raw.ts'
import { refuse, type Refusal } from '../request/refusal.ts'
import { bindImported } from '../workbook/bindImported.ts'
import { analyseGroup, findBeside, findPlace, groupTables, resultOf, withBeside } from './analyseFile.ts'
import type { Knowledge, PlaceOfTable } from './analyseFile.ts'
import { groupAnalyser } from './analyseTogether.ts'
import { carriesBase, describeFile, describeTable } from './describeFile.ts'
import type { FileTasks, TaskName } from './fileReader.ts'
import { packRows } from './packRows.ts'

export interface ReadFile {
  readonly bytes: Uint8Array
  readonly workbook: RawWorkbook
}

type Doing<N extends TaskName> = (
  file: ReadFile,
  asked: FileTasks[N]['asked'],
) => Promise<Result<FileTasks[N]['answer'], Refusal>>

export type DoFileTask = { readonly [N in TaskName]: Doing<N> }

export function createFileTasks(knowledge: Knowledge): DoFileTask {
  return {
    check: async ({ workbook }) => ok({ carriesBase: carriesBase(workbook) }),
    analyse: async ({ workbook }, { wish }) => {
      const groups = groupTables(knowledge, workbook, wish)
      return ok(describeFile(workbook, groups, groupAnalyser(knowledge, workbook, wish)))
    },
    plan: async ({ workbook }, asked) => describePlanned(knowledge, workbook, asked),
    rows: async ({ workbook }, asked) => readRows(knowledge, workbook, asked),
    bind: async (file, asked) => bindFile(knowledge, file, asked),
  }
}

interface PlannedPlace {
  readonly place: PlaceOfTable
  readonly definition: NonNullable<ReturnType<Definitions['get']>>
}

/** The tables a plan speaks of, when plan, tables and kind still belong together. */
function findPlanned(
  { definitions }: Knowledge,
  workbook: RawWorkbook,
  plan: ImportPlan,
): Result<PlannedPlace, Refusal> {
  const definition = definitions.get(plan.kind)
  if (definition === undefined) return err(refuse('kind-unknown', { kind: plan.kind }))
  const other = halvesOf(plan).find(({ schema }) => schema !== definition.version)
  if (other !== undefined) return err(refuse('import.schema', { sent: other.schema, current: definition.version }))
  const [place, ...beside] = halvesOf(plan).map((half) => findPlace(workbook, half))
  if (place === undefined || beside.includes(undefined)) return err(refuse('import.fingerprint'))
  return ok({
    place: withBeside(
      place,
      beside.filter((each) => each !== undefined),
    ),
    definition,
  })
}

function describePlanned(
  knowledge: Knowledge,
  workbook: RawWorkbook,
  { plan: sent, wish }: FileTasks['plan']['asked'],
): Result<ImportTable, Refusal> {
  const planned = findPlanned(knowledge, workbook, sent)
  if (!planned.ok) return planned
  const { definition } = planned.value
  if (sent.mappings.length === 0) {
    const { place } = planned.value
    const beside = findBeside(knowledge, workbook, { place, wish: { ...wish, kind: sent.kind } })
    const group = { place, guess: undefined, beside }
    return ok(describeTable(analyseGroup(knowledge, group, { ...wish, kind: definition.kind })))
  }
  const { place } = planned.value
  const result = resultOf(knowledge, place, { plan: sent, wish })
  return result === null
    ? err(refuse('import.fingerprint'))
    : ok(describeTable({ place, guess: null, plan: sent, result }))
}

function readRows(
  knowledge: Knowledge,
  workbook: RawWorkbook,
  { plan, facts }: FileTasks['rows']['asked'],
): Result<FileTasks['rows']['answer'], Refusal> {
  const planned = findPlanned(knowledge, workbook, plan)
  if (!planned.ok) return planned
  const { place, definition } = planned.value
  const applied = applyImportPlan(definition, plan, place, makeRuleContext(facts))
  if (!applied.ok) return err(refuse('import.fingerprint'))
  const stopped = findUnaccepted(applied.value, plan.accepted)
  return stopped ? err(stopped) : ok({ sheetName: place.sheet.name, rows: packRows(applied.value.rows) })
}

/** Rows that were refused stay behind only when a person said so, row by row. */
function findUnaccepted(result: ImportResult, accepted: readonly number[]): Refusal | undefined {
  const known = new Set(accepted)
  const left = result.rejected.filter((row) => !known.has(row.row))
  if (left.length === 0) return undefined
  const findings = left.flatMap((row) => row.findings.filter((finding) => finding.severity === 'error'))
  return refuse('import.rejected', { count: left.length }, { findings: findings.slice(0, 1000) })
}

async function bindFile(
  knowledge: Knowledge,
  { bytes, workbook }: ReadFile,
  request: FileTasks['bind']['asked'],
): Promise<Result<Uint8Array, Refusal>> {
  const planned = findPlanned(knowledge, workbook, request.plan)
  if (!planned.ok) return planned
  const { place, definition } = planned.value
  const context = makeRuleContext(request.facts)
  const bound = await bindImported({ ...request, bytes: request.bytes ?? bytes, definition, context, ...place })
  return bound.ok ? bound : err(refuse('import.cannot-bind'))
}
