// Where a record stands and where the step would have begun, in words.
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Params } from '#shared/kernel/words.ts'

export function stateLabel({ workflow }: SheetDefinition, state: string): string {
  return workflow.states.find(({ name }) => name === state)?.label['zh-Hans'] ?? state
}

/** Params of the denial `skips-step`. */
export function describeSteps(definition: SheetDefinition, state: string, to: string): Params {
  const from = definition.workflow.transitions
    .filter((transition) => transition.to === to)
    .flatMap((transition) => transition.from)
  const labels = [...new Set(from)].map((name) => stateLabel(definition, name))
  return { state: stateLabel(definition, state), from: labels.join('、') || '—' }
}
