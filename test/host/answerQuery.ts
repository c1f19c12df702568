// What a load gets back: the members asked for, by their capitalised names.
import { isHostObject, type HostObject } from './hostObject.ts'
import type { Reach } from './reachMember.ts'

export interface QueryInfo {
  /** Paths with `/`; of a collection those of its items. Absent or `*`: all scalars. */
  readonly Select?: readonly string[]
  readonly Expand?: readonly string[]
  readonly Top?: number
  readonly Skip?: number
}

/** Ranges that the pane holds, by the ids handed out. */
export interface References {
  readonly byId: Map<string, HostObject>
  readonly idOf: Map<HostObject, string>
}

export interface QueryContext {
  readonly references: References
  readonly reach: Reach
}

type Answer = Record<string, unknown>

export function answerQuery(object: HostObject, query: QueryInfo, context: QueryContext): Answer {
  const select = [...(query.Select ?? ['*']), ...(query.Expand ?? []).map((path) => `${path}/*`)]
  return answerObject(object, { ...query, Select: select }, context)
}

function answerObject(object: HostObject, query: QueryInfo, context: QueryContext): Answer {
  const { reach } = context
  const items = reach.items(object)
  if (items) return answerItems(items, query, context)
  const answer: Answer = { ...idFields(object, context) }
  const inner = new Map<string, string[]>()
  for (const path of query.Select ?? []) {
    const [first = '', ...rest] = path.split('/')
    if (first === '*' || first === '') {
      for (const name of reach.scalars(object)) answer[capitalise(name)] = reach.get(object, name)
    } else if (rest.length > 0 || reach.isNavigation(object, first)) {
      inner.set(first, [...(inner.get(first) ?? []), rest.length > 0 ? rest.join('/') : '*'])
    } else answer[capitalise(first)] = reach.get(object, first)
  }
  for (const [name, paths] of inner) {
    const target = reach.get(object, name)
    answer[capitalise(name)] = isHostObject(target) ? answerObject(target, { Select: paths }, context) : null
  }
  return answer
}

function answerItems(items: readonly HostObject[], query: QueryInfo, context: QueryContext): Answer {
  const from = query.Skip ?? 0
  const shown = items.slice(from, query.Top === undefined ? undefined : from + query.Top)
  const select = (query.Select ?? []).map((path) => path.replace(/^items\//, '')).filter((path) => path !== 'count')
  return {
    Count: items.length,
    _Items: shown.map((item, at) => ({ ...answerObject(item, { Select: select }, context), _Index: from + at })),
  }
}

/** Ids under every name the library looks for; ranges by their reference once the pane keeps it. */
export function idFields(object: HostObject, { references, reach }: QueryContext): Answer {
  const reference = references.idOf.get(object)
  if (reference !== undefined) return { _ReferenceId: reference }
  const id = reach.id(object)
  return id === undefined ? {} : { Id: id, _Id: id }
}

function capitalise(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
