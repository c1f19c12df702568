// What a step writes into the row that it moves: the day, and who took it.
import type { Deciding } from './savedRow.ts'
import type { Place } from './workspace.ts'
import type { StepFill, Transition } from '#shared/definition/workflow.ts'
import type { Value, Values } from '#shared/kernel/value.ts'
import { unreachable } from '#shared/kernel/unreachable.ts'

/** The same values where the step writes nothing. */
export function fillStep(deciding: Deciding, transition: Transition, place: Place, values: Values): Values {
  const { fills } = transition
  if (fills === undefined) return values
  const filled = Object.entries(fills).map(([key, fill]) => [key, valueOf(fill, deciding, place)] as const)
  return place.codec.withDerived({ ...values, ...Object.fromEntries(filled) })
}

function valueOf(fill: StepFill, { author }: Deciding, { context }: Place): Value {
  if (typeof fill === 'object') return fill.value
  switch (fill) {
    case 'today':
      return context.today
    case 'actor':
      return author.name
    case 'blank':
      return null
    default:
      return unreachable(fill)
  }
}
