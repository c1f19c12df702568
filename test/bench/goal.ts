// What a benchmark of one goal is, and how candidates are measured against each other.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** One goal of performance.md §8/§10. `ratio` and `target` are in the goal's own unit, lower is better. */
export interface GoalResult {
  readonly goal: string
  readonly title: string
  /** Median over rounds of the main figure. */
  readonly ratio: number
  readonly target: number
  /** All of the goal's conditions hold, not only the main one. */
  readonly holds: boolean
  /** Side figures: other ratios, milliseconds, megabytes, what was read. */
  readonly detail: Readonly<Record<string, unknown>>
}

/** Each test/bench/gN.ts exports `run` of this type. */
export type RunGoal = () => Promise<GoalResult>

/** What a candidate calls around the work that counts; set-up outside of it is free. */
export type Measure = <T>(work: () => T | Promise<T>) => Promise<T>

/** A named export of a module: does the job once and says what it found, so that results can be compared. */
export type Candidate = (measure: Measure, input: string) => Promise<unknown>

export interface Sample {
  /** User + system CPU time of the process while measured. */
  readonly cpuMs: number
  readonly wallMs: number
  /** Peak resident set of the whole process, set-up included. */
  readonly peakMb: number
  /** What the candidate said it found. */
  readonly found: unknown
}

export interface Round {
  /** The module's `import.meta.url`. */
  readonly module: string
  /** Names of exported candidates. */
  readonly candidates: readonly string[]
  /** Handed to each candidate, e.g. a file path. */
  readonly input: string
  readonly rounds: number
}

/** Runs every candidate in a fresh process, rounds interleaved; name → samples in order of rounds. */
export async function measureCandidates(job: Round): Promise<ReadonlyMap<string, readonly Sample[]>> {
  const samples = new Map<string, Sample[]>(job.candidates.map((name) => [name, []]))
  for (let round = 0; round < job.rounds; round++) {
    for (const name of job.candidates) samples.get(name)?.push(await runCandidate(job, name))
  }
  return samples
}

const marker = '@@sample '
const candidateProcess = fileURLToPath(new URL('candidate.ts', import.meta.url))

function runCandidate(job: Round, name: string): Promise<Sample> {
  return new Promise((resolve, reject) => {
    const options = { maxBuffer: 64 * 1024 * 1024, env: { ...process.env, NODE_NO_WARNINGS: '1' } }
    execFile(process.execPath, [candidateProcess, job.module, name, job.input], options, (error, stdout, stderr) => {
      const line = stdout.split('\n').find((text) => text.startsWith(marker))
      if (error || line === undefined) reject(new Error(`${name}: ${stderr.slice(-2000)}`))
      else resolve(JSON.parse(line.slice(marker.length)) as Sample)
    })
  })
}

export function printSample(sample: Sample): void {
  process.stdout.write(`\n${marker}${JSON.stringify(sample)}\n`)
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

export interface Medians {
  readonly cpuMs: number
  readonly wallMs: number
  readonly peakMb: number
  readonly found: unknown
}

export function medians(samples: ReadonlyMap<string, readonly Sample[]>, name: string): Medians {
  const own = samples.get(name) ?? []
  const of = (pick: (sample: Sample) => number): number => Math.round(median(own.map(pick)) * 10) / 10
  return { cpuMs: of((s) => s.cpuMs), wallMs: of((s) => s.wallMs), peakMb: of((s) => s.peakMb), found: own[0]?.found }
}

/** Two decimals below 10, so that tables stay short. */
export function ratioOf(a: number, b: number): number {
  return Math.round((a / b) * 1000) / 1000
}

/** Process CPU time of `work` in ms; for goals that measure within one process. */
export async function cpuOf<T>(work: () => T | Promise<T>): Promise<{ readonly cpuMs: number; readonly value: T }> {
  const start = process.cpuUsage()
  const value = await work()
  const used = process.cpuUsage(start)
  return { cpuMs: (used.user + used.system) / 1000, value }
}
