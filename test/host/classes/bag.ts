// Types of the API that only hold settings: every scalar is kept, every navigation leads to another bag, from the table alone.
import { membersOf } from '../memberTable.ts'
import { behave, toObject, type Behaviour, type HostObject } from '../hostObject.ts'

/** One part of a larger thing: `title/format/font/` of a chart. */
export interface BagPart {
  readonly bag: Map<string, unknown>
  /** Ends with `/`, or is ''. */
  readonly path: string
}

export function toPart(type: string, { bag, path }: BagPart, name: string): HostObject {
  return toObject(type, { bag, path: `${path}${name}/` } satisfies BagPart)
}

/** Scalars and navigations of a type, kept in the bag of its parts. @param first values before any was set */
export function bagMembers(
  type: string,
  first: Readonly<Record<string, unknown>> = {},
): Required<Pick<Behaviour<BagPart>, 'get' | 'rest'>> {
  const navigations = [...membersOf(type).values()].flatMap(({ sort, name, leadsTo }) =>
    sort === 'navigation' && leadsTo !== undefined ? [[name, leadsTo] as const] : [],
  )
  return {
    get: Object.fromEntries(
      navigations.map(([name, leadsTo]) => [name, (part: BagPart) => toPart(leadsTo, part, name)]),
    ),
    rest: {
      get: ({ bag, path }, name) => bag.get(path + name) ?? first[name] ?? null,
      put: ({ bag, path }, { name, value }) => void bag.set(path + name, value),
    },
  }
}

export function bagType(type: string, first?: Readonly<Record<string, unknown>>): Behaviour<never> {
  return behave<BagPart>({ ...bagMembers(type, first), call: bagCalls })
}

/** What some of them do besides: colours are set by a method, titles by a formula. */
const bagCalls: NonNullable<Behaviour<BagPart>['call']> = {
  setSolidColor: ({ bag, path }, [color]) => void bag.set(`${path}color`, color),
  clear: ({ bag, path }) => {
    for (const key of bag.keys()) if (key.startsWith(path)) bag.delete(key)
  },
  setFormula: ({ bag, path }, [formula]) => void bag.set(`${path}formula`, formula),
}
