// The road of a row through its workflow: the states that lead to where it stands, and those that are still ahead. Pure.
import type { Workflow } from './workflow.ts'

export interface StateRoad {
  /** From the initial state up to, but without, where the row stands. */
  readonly behind: readonly string[]
  /** On to a state from which nothing leads further; empty there. */
  readonly ahead: readonly string[]
}

/**
 * The fullest road: of several ways the one through most states, as short cuts leave out what is usual. It goes by the order
 * in which the kind declares its states; steps that lead back, or that ask for a reason (sent back, stopped), are side roads,
 * taken only to a state that cannot be reached otherwise.
 */
export function stateRoad(workflow: Workflow, state: string): StateRoad {
  const order = new Map(workflow.states.map(({ name }, index) => [name, index]))
  const onward = leads(workflow, ({ reason }, from, to) => reason !== true && at(order, from) < at(order, to))
  const behind =
    fullest(onward, workflow.initial, state) ??
    shortest(
      leads(workflow, () => true),
      workflow.initial,
      state,
    )
  return { behind: behind.slice(0, -1), ahead: (fullest(onward, state) ?? [state]).slice(1) }
}

const at = (order: ReadonlyMap<string, number>, state: string): number => order.get(state) ?? -1

type Leads = ReadonlyMap<string, readonly string[]>

function leads(
  { transitions }: Workflow,
  counts: (transition: Workflow['transitions'][number], from: string, to: string) => boolean,
): Leads {
  const next = new Map<string, string[]>()
  for (const transition of transitions)
    for (const from of transition.from)
      if (from !== transition.to && counts(transition, from, transition.to))
        next.set(from, [...(next.get(from) ?? []), transition.to])
  return next
}

/** Both ends included; without `end`, to wherever nothing leads further. `next` has no way round. */
function fullest(next: Leads, from: string, end?: string): readonly string[] | undefined {
  const known = new Map<string, readonly string[] | undefined>()
  const wayFrom = (state: string): readonly string[] | undefined => {
    if (state === end) return [state]
    if (known.has(state)) return known.get(state)
    const ways = (next.get(state) ?? []).flatMap((to) => {
      const way = wayFrom(to)
      return way ? [way] : []
    })
    const best = ways.reduce<readonly string[] | undefined>(
      (most, way) => (most === undefined || way.length > most.length ? way : most),
      undefined,
    )
    const way = best ? [state, ...best] : end === undefined ? [state] : undefined
    known.set(state, way)
    return way
  }
  return wayFrom(from)
}

/** Both ends included; only the end where no way leads there. */
function shortest(next: Leads, from: string, end: string): readonly string[] {
  const before = new Map<string, string | undefined>([[from, undefined]])
  for (const state of before.keys()) for (const to of next.get(state) ?? []) if (!before.has(to)) before.set(to, state)
  const way: string[] = []
  for (let state: string | undefined = end; state !== undefined; state = before.get(state)) way.unshift(state)
  return way
}
