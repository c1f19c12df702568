// Is a rule over several sheets sound? Within its own kind, and over the whole list of kinds.
import type { DefinitionFault } from './fault.ts'
import { columnOf, isLimitBound, termsOf, type LinkedCheck, type LinkedTerm } from './linked.ts'
import type { LinkedRule } from './rule.ts'
import type { SheetDefinition } from './sheet.ts'

function columnsOf({ groupBy, column, where }: LinkedTerm): readonly string[] {
  return [...groupBy.map(columnOf), ...(column === null ? [] : [column]), ...where.map((part) => part.column)]
}

/** Columns that the rule reads of its owner's rows. */
export function ownLinkedColumns(check: LinkedCheck, kind: string): readonly string[] {
  return termsOf(check)
    .filter((term) => term.kind === kind)
    .flatMap(columnsOf)
}

/** Names that the engine itself fills into the message. */
const taken: ReadonlySet<string> = new Set(['group', 'left', 'right', 'difference', 'limit', 'label'])

export function checkLinked(definition: SheetDefinition, { linked }: LinkedRule, say: (fault: string) => void): void {
  const terms = termsOf(linked)
  if (!terms.some(({ kind }) => kind === definition.kind)) say('no term of the kind that owns it')
  if (linked.left.length === 0) say('nothing on the left')
  if (terms.some(({ groupBy }) => groupBy.length !== linked.group.length)) say('keys of different length')
  if (new Set(linked.group).size !== linked.group.length || linked.group.some((name) => taken.has(name)))
    say('a name of a key part is taken')
  if (terms.some(({ times }) => !Number.isSafeInteger(times) || times === 0)) say('times is a whole number, not 0')
  if (terms.some(({ years }) => years === 'all') && terms.some(({ years }) => years !== 'all'))
    say('years: all on every term or on none')
  if (!Number.isSafeInteger(linked.tolerance) || linked.tolerance < 0) say('tolerance is a whole number from 0')
  if (isLimitBound(linked.right) && ['means', 'eligibility'].includes(linked.right.limit.form))
    say('a limit that is no amount cannot be a bound')
}

/** Terms that name other kinds: every kind is in the list, with the columns and states that are named. */
export function checkLinkedKinds(definitions: readonly SheetDefinition[]): readonly DefinitionFault[] {
  const byKind = new Map(definitions.map((definition) => [definition.kind, definition]))
  return definitions.flatMap((owner) =>
    owner.rules.flatMap((rule) => {
      if (rule.scope !== 'linked') return []
      const path = `${owner.kind}.rules.${rule.code}`
      return termsOf(rule.linked).flatMap((term) => {
        const definition = byKind.get(term.kind)
        if (definition === undefined) return [{ path, fault: `no kind ${term.kind}` }]
        const states = new Set(definition.workflow.states.map(({ name }) => name))
        const summed = term.column === null ? undefined : definition.columns[term.column]
        return [
          ...columnsOf(term)
            .filter((column) => definition.columns[column] === undefined)
            .map((column) => ({ path, fault: `no column ${term.kind}.${column}` })),
          ...(term.states ?? [])
            .filter((state) => !states.has(state))
            .map((state) => ({ path, fault: `no state ${state} of ${term.kind}` })),
          ...(summed === undefined || summed.type === 'money' || summed.type === 'integer'
            ? []
            : [{ path, fault: `${term.kind}.${term.column} is no sum` }]),
        ]
      })
    }),
  )
}
