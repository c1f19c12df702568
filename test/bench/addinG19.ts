// G19: 5,000 changed of 50,000 rows are published from the pane, and as many come in by a refresh; in how many requests.
import { openAddinStage, type AddinStage, type MeasuredStep } from './addinStage.ts'
import { sheetName } from './addinParts.ts'
import type { GoalResult, RunGoal } from './goal.ts'

const rows = 50_000
const changed = 5_000
const firstRow = 101
const maxHostRequests = 12
const maxServerRequests = 8
const maxBytes = 1_000_000
const maxBlockedMs = 50

/** Dynamics 365's add-in sends 100 rows a batch and is asked to leave 5 to 10 s between two of them (peers.md §2). */
const peer = { batch: 100, pauseSeconds: [5, 10] } as const

let known: Promise<readonly [GoalResult, GoalResult]> | undefined

async function measure(): Promise<readonly [GoalResult, GoalResult]> {
  const stage = await openAddinStage(rows, 900_000)
  const opened = await stage.step('open')
  const read = await stage.step('read')
  const hinted = await hint(stage)
  const published = await stage.step('publish')
  await stage.world.changeRows(firstRow + changed, changed)
  const refreshed = await stage.step('refresh')
  const surveyed = await stage.step('survey')
  await stage.close()
  const batches = changed / peer.batch
  const side = {
    openRequests: opened.hostRequests,
    readRequests: read.hostRequests,
    readMs: Math.round(read.wallMs),
    checkRequests: hinted.hostRequests,
    checkMs: Math.round(hinted.wallMs),
    readBlockedMs: Math.round(read.tasks.longestCpuMs),
    checkBlockedMs: Math.round(hinted.tasks.longestCpuMs),
  }
  const other = {
    peerBatches: batches,
    peerSeconds: `${batches * peer.pauseSeconds[0]}–${batches * peer.pauseSeconds[1]} (of waiting alone)`,
  }
  return [
    judge('G19', `publish ${changed} changed of ${rows} rows read before: requests to Excel`, published, {
      ...side,
      ...other,
    }),
    judge('G19b', `refresh ${changed} rows that others changed of ${rows}: requests to Excel`, refreshed, {
      surveyMs: Math.round(surveyed.wallMs),
      surveyBlockedMs: Math.round(surveyed.tasks.longestCpuMs),
    }),
  ]
}

/** A column filled down over rows that follow each other; the live check before publishing. */
async function hint(stage: AddinStage): Promise<MeasuredStep> {
  stage.person.paste(
    sheetName,
    `J${firstRow}`,
    Array.from({ length: changed }, (_, at) => [at + 0.25]),
  )
  return stage.step('preview')
}

function judge(goal: string, title: string, step: MeasuredStep, side: GoalResult['detail']): GoalResult {
  const sizes = [step.hostRequestBytes, step.hostAnswerBytes, step.serverBytes]
  return {
    goal,
    title,
    ratio: step.hostRequests,
    target: maxHostRequests,
    holds:
      step.hostRequests <= maxHostRequests &&
      step.calls.length <= maxServerRequests &&
      sizes.every((bytes) => bytes < maxBytes) &&
      step.tasks.longestCpuMs <= maxBlockedMs,
    detail: {
      serverRequests: step.calls.length,
      serverRequestsTarget: maxServerRequests,
      largestToExcelKb: Math.round(step.hostRequestBytes / 1000),
      largestFromExcelKb: Math.round(step.hostAnswerBytes / 1000),
      largestServerKb: Math.round(step.serverBytes / 1000),
      wallMs: Math.round(step.wallMs),
      blockedMs: Math.round(step.tasks.longestCpuMs),
      blockedWallMs: Math.round(step.tasks.longestMs),
      blockedOver50ms: step.tasks.over50Cpu,
      ...side,
      found: step.found,
      calls: step.calls.map(({ name }) => name),
    },
  }
}

export const runPublish: RunGoal = async () => (await (known ??= measure()))[0]
export const runRefresh: RunGoal = async () => (await (known ??= measure()))[1]
