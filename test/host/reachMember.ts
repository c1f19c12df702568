// Gets, sets and calls members of host objects: only what the API has, this version has, and this host can do.
import { behaviours } from './classes/index.ts'
import type { Behaviour, HostObject, HostWorld } from './hostObject.ts'
import { isOfficeType, isSince, membersOf, type Member } from './memberTable.ts'
import { OfficeFault, refuse } from './officeFault.ts'

export interface Reach {
  get(object: HostObject, name: string): unknown
  put(object: HostObject, name: string, value: unknown): void
  call(object: HostObject, name: string, args: readonly unknown[]): unknown
  /** Undefined when it is no collection. */
  items(object: HostObject): readonly HostObject[] | undefined
  find(object: HostObject, key: unknown): HostObject | null
  id(object: HostObject): string | number | undefined
  /** What `load()` without names gives. */
  scalars(object: HostObject): readonly string[]
  isNavigation(object: HostObject, name: string): boolean
}

export interface ReachOptions {
  readonly world: HostWorld
  /** Of ExcelApi, as `1.14`. */
  readonly version: string
  /** Told of every member the host should have and has not: the test must fail. */
  readonly onMissing: (what: string) => void
}

/** Members that go over the wire by another name than the API's. */
const wireNames: Readonly<Record<string, string>> = {
  'Worksheet.Gridlines': 'ShowGridlines',
  'Worksheet.Headings': 'ShowHeadings',
}

type AnyBehaviour = Behaviour<unknown>

export function createReach({ world, version, onMissing }: ReachOptions): Reach {
  const missing = (what: string): never => {
    onMissing(what)
    return refuse('NotImplemented', `${what} is not in the test host`)
  }
  const behaviourOf = ({ type }: HostObject): AnyBehaviour =>
    (behaviours[type] as AnyBehaviour | undefined) ?? missing(`type ${type}`)
  /** The member as the API knows it; private ones (`_…`) and services are not in the table. */
  const check = (object: HostObject, sent: string): Member | undefined => {
    const name = wireNames[`${object.type}.${sent}`] ?? sent
    if (name.startsWith('_') || !isOfficeType(object.type)) return undefined
    const member = membersOf(object.type).get(name.toLowerCase())
    if (!member) return missing(`${object.type}.${name}`)
    if (!isSince(version, member.since))
      throw new OfficeFault('ApiNotFound', `${object.type}.${member.name} needs ${member.since}`)
    return member
  }
  const nameOf = (object: HostObject, name: string): string =>
    check(object, name)?.name ?? (name.startsWith('_') ? name : name.charAt(0).toLowerCase() + name.slice(1))

  const reach: Reach = {
    get(object, asked) {
      const name = nameOf(object, asked)
      const { get, rest } = behaviourOf(object)
      const take = get?.[name]
      if (take) return take(object.self, world)
      const isScalar = membersOf(object.type).get(name.toLowerCase())?.sort === 'scalar'
      return rest && isScalar ? rest.get(object.self, name) : missing(`${object.type}.${name}`)
    },
    put(object, asked, value) {
      const name = nameOf(object, asked)
      const { put, rest } = behaviourOf(object)
      const take = put?.[name]
      const isKept = rest && membersOf(object.type).get(name.toLowerCase())?.isWritable === true
      if (take) take(object.self, value, world)
      else if (isKept) rest.put(object.self, { name, value })
      else missing(`setting ${object.type}.${name}`)
    },
    call(object, asked, args) {
      const name = nameOf(object, asked)
      const { call, events } = behaviourOf(object)
      // Registering is between library and page; the host raises every event it knows.
      const event = /^_(?:un)?register(\w+)event$/i.exec(name)?.[1]
      if (event !== undefined) return events ? null : missing(`events of ${object.type}`)
      const take = call?.[name]
      if (take) return take(object.self, args, world)
      if (name === 'getItem') return reach.find(object, args[0])
      if (name === 'getItemOrNullObject') return findOrNull(reach, object, args[0])
      if (name === 'getItemAt')
        return reach.items(object)?.[Number(args[0])] ?? refuse('InvalidArgument', `item ${String(args[0])}`)
      if (name === 'getCount') return reach.items(object)?.length ?? missing(`${object.type}.${name}`)
      if (name === 'getFirst' || name === 'getLast')
        return reach.items(object)?.at(name === 'getFirst' ? 0 : -1) ?? null
      return missing(`${object.type}.${name}`)
    },
    items(object) {
      return behaviourOf(object).items?.(object.self, world) as readonly HostObject[] | undefined
    },
    find(object, key) {
      const found = behaviourOf(object).find
      if (found) return found(object.self, key, world) ?? refuse('ItemNotFound', `${object.type} has no ${String(key)}`)
      const item = reach.items(object)?.find((each) => isCalled(reach, each, key))
      return item ?? refuse('ItemNotFound', `${object.type} has no ${String(key)}`)
    },
    id: (object) => behaviourOf(object).id?.(object.self),
    scalars(object) {
      const { get, rest } = behaviourOf(object)
      return [...membersOf(object.type).values()]
        .filter((member) => member.sort === 'scalar' && isSince(version, member.since))
        .filter(({ name }) => get?.[name] !== undefined || rest !== undefined)
        .map(({ name }) => name)
    },
    isNavigation: (object, name) => membersOf(object.type).get(name.toLowerCase())?.sort === 'navigation',
  }
  return reach
}

function isCalled(reach: Reach, item: HostObject, key: unknown): boolean {
  const wanted = String(key).toLowerCase()
  if (String(reach.id(item)).toLowerCase() === wanted) return true
  if (!membersOf(item.type).has('name')) return false
  return String(reach.get(item, 'name')).toLowerCase() === wanted
}

function findOrNull(reach: Reach, object: HostObject, key: unknown): HostObject | null {
  try {
    return reach.find(object, key)
  } catch (error) {
    if (error instanceof OfficeFault && error.code === 'ItemNotFound') return null
    throw error
  }
}
