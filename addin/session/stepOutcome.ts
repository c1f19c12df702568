// What a step leads to, before it is taken: the state, whether content may then be changed, and whose it is next.
import type { Role } from '#shared/definition/role.ts'
import { expectedOf, type Workflow, type WorkflowState } from '#shared/definition/workflow.ts'

export interface StepOutcome {
  readonly from: WorkflowState
  readonly to: WorkflowState
  /** Whose the steps onward are, each role once: of those it then waits for, if any; empty: it goes no further. */
  readonly next: readonly Role[]
  /** Columns that the step writes. */
  readonly fills: readonly string[]
}

/** @param state where the sheet or the row stands; null: its rows stand in several, and nothing can be said of all */
export function stepOutcome(workflow: Workflow, name: string, state: string | null): StepOutcome | undefined {
  const transition = workflow.transitions.find((known) => known.name === name)
  const from = workflow.states.find((known) => known.name === state)
  const to = workflow.states.find((known) => known.name === transition?.to)
  if (!from || !to) return undefined
  const onward = workflow.transitions.filter((known) => known.from.includes(to.name) && known.reason !== true)
  const awaited = onward.flatMap((known) => expectedOf(workflow, known, to.name))
  const next = awaited.length > 0 ? awaited : onward.flatMap(({ by }) => by)
  return { from, to, next: [...new Set(next)], fills: Object.keys(transition?.fills ?? {}) }
}
