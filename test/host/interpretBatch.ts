// Runs one batch of requests as Office.js sends it (`ProcessQuery`) on the objects of the host.
import { isHostObject, type HostObject, type HostWorld } from './hostObject.ts'
import type { Reach } from './reachMember.ts'
import { OfficeFault, refuse } from './officeFault.ts'
import { answerQuery, idFields, type QueryInfo, type References } from './answerQuery.ts'

interface PathText {
  readonly Id: number
  /** 1 root, 2 new service, 3 method, 4 property, 5 indexer, 6 reference id, 7 null object. */
  readonly ObjectPathType: number
  readonly Name: string
  readonly ParentObjectPathId?: number
  readonly ArgumentInfo?: ArgumentInfo
}

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[]
  readonly ReferencedObjectPathIds?: readonly unknown[]
}

interface ActionText {
  readonly Id: number
  /** 1 instantiate, 2 query, 3 method, 4 set property, 5 trace, 9 update. */
  readonly ActionType: number
  readonly Name: string
  readonly ObjectPathId: number
  readonly ArgumentInfo?: ArgumentInfo
  readonly QueryInfo?: QueryInfo
}

interface BatchText {
  readonly Actions: readonly ActionText[]
  readonly ObjectPaths: Readonly<Record<string, PathText>>
}

export interface BatchAnswer {
  readonly Results: { readonly ActionId: number; readonly Value: unknown }[]
  readonly TraceIds: number[]
  Error?: {
    readonly Code: string
    readonly Message: string
    readonly Location: string
    readonly ActionIndex: number
    readonly HttpStatusCode: number
  }
}

export interface BatchContext {
  readonly world: HostWorld
  readonly references: References
  readonly reach: Reach
}

/** What was done before an action that fails stays done; the actions after it are skipped. */
export function interpretBatch(body: string, context: BatchContext): BatchAnswer {
  const batch = JSON.parse(body) as BatchText
  const resolve = pathResolver(batch, context)
  const answer: BatchAnswer = { Results: [], TraceIds: [] }
  let path = ''
  for (const [index, action] of batch.Actions.entries()) {
    try {
      path = `${batch.ObjectPaths[action.ObjectPathId]?.Name ?? ''}.${action.Name}`
      if (action.ActionType === 5) answer.TraceIds.push(action.Id)
      const Value = action.ActionType === 5 ? null : runAction(action, resolve, context)
      answer.Results.push({ ActionId: action.Id, Value })
    } catch (error) {
      if (!(error instanceof OfficeFault)) throw error
      const status = error.code === 'ItemNotFound' ? 404 : error.code === 'AccessDenied' ? 403 : 400
      answer.Error = {
        Code: error.code,
        Message: error.message,
        Location: path,
        ActionIndex: index,
        HttpStatusCode: status,
      }
      break
    }
  }
  return answer
}

type Resolve = {
  object(id: number): HostObject | null
  values(info: ArgumentInfo | undefined): readonly unknown[]
}

/** Every path is walked once a batch, at the action that first needs it. */
function pathResolver(batch: BatchText, { world, references, reach }: BatchContext): Resolve {
  const known = new Map<number, HostObject | null>()
  const walk = (path: PathText): HostObject | null => {
    const parent = path.ParentObjectPathId === undefined ? null : object(path.ParentObjectPathId)
    switch (path.ObjectPathType) {
      case 1:
        return { type: 'Workbook', self: world.book }
      case 2:
        return { type: `service ${path.Name}`, self: world.book }
      case 3:
        return parent && toObjectOrNull(reach.call(parent, path.Name, values(path.ArgumentInfo)), path.Name)
      case 4:
        return parent && toObjectOrNull(reach.get(parent, path.Name), path.Name)
      case 5:
        return parent && reach.find(parent, values(path.ArgumentInfo)[0])
      case 6:
        return references.byId.get(path.Name) ?? refuse('InvalidReference', `reference ${path.Name}`)
      case 7:
        return null
      default:
        return refuse('NotImplemented', `object path of type ${path.ObjectPathType} is not in the test host`)
    }
  }
  const object = (id: number): HostObject | null => {
    const found = known.get(id)
    if (found !== undefined) return found
    const path = batch.ObjectPaths[id]
    const walked = path ? walk(path) : refuse('GeneralException', `object path ${id}`)
    known.set(id, walked)
    return walked
  }
  const values = (info: ArgumentInfo | undefined): readonly unknown[] =>
    (info?.Arguments ?? []).map((value, at) => (info?.ReferencedObjectPathIds?.[at] ? object(Number(value)) : value))
  return { object, values }
}

function runAction(action: ActionText, resolve: Resolve, { world, references, reach }: BatchContext): unknown {
  const object = resolve.object(action.ObjectPathId)
  switch (action.ActionType) {
    case 1:
      return object && idFields(object, { references, reach })
    case 2:
      return object && answerQuery(object, action.QueryInfo ?? {}, { references, reach })
    case 3: {
      if (!object) return null
      const args = resolve.values(action.ArgumentInfo)
      if (action.Name === '_KeepReference') return keepReference(object, references, world)
      if (action.Name === '_RemoveReference') return removeReference(String(args[0]), references)
      const result = reach.call(object, action.Name, args)
      return isHostObject(result) ? idFields(result, { references, reach }) : (result ?? null)
    }
    case 4:
      if (object) reach.put(object, action.Name, resolve.values(action.ArgumentInfo)[0])
      return null
    case 9:
      if (object) update(object, resolve.values(action.ArgumentInfo)[0], reach)
      return null
    default:
      return refuse('NotImplemented', `action of type ${action.ActionType} is not in the test host`)
  }
}

function toObjectOrNull(value: unknown, name: string): HostObject | null {
  if (value === null || isHostObject(value)) return value
  return refuse('NotImplemented', `${name} gives no object in the test host`)
}

function keepReference(object: HostObject, references: References, world: HostWorld): null {
  const id = `ref-${world.book.nextId()}`
  references.byId.set(id, object)
  references.idOf.set(object, id)
  return null
}

function removeReference(id: string, references: References): null {
  const object = references.byId.get(id)
  if (object) references.idOf.delete(object)
  references.byId.delete(id)
  return null
}

/** `object.set({…})`: inner objects are navigations. */
function update(object: HostObject, values: unknown, reach: Reach): void {
  for (const [name, value] of Object.entries(values as Readonly<Record<string, unknown>>)) {
    const isInner = typeof value === 'object' && value !== null && !Array.isArray(value)
    const inner = isInner && reach.isNavigation(object, name) ? reach.get(object, name) : undefined
    if (isHostObject(inner)) update(inner, value, reach)
    else reach.put(object, name, value)
  }
}
