// States of a record and who may do what in them: data, compiled on the server to decisions and on the client to advice.
import type { Duty } from './duty.ts'
import type { EventLog } from './eventLog.ts'
import type { EvidenceNeed } from './evidenceNeed.ts'
import { roles, type Role } from './role.ts'
import type { Words } from '../kernel/words.ts'

/** `reveal`: see one full value of a masked field, with a reason that is logged. */
export type Action = 'read' | 'create' | 'update' | 'delete' | 'transition' | 'export' | 'reveal'

export const actions: readonly Action[] = ['read', 'create', 'update', 'delete', 'transition', 'export', 'reveal']

/** `unit`: the unit of the grant · `subtree`: it and all below · `own`: rows whose `ownerColumn` names the subject's department. */
export type Reach = 'unit' | 'subtree' | 'own'

export interface Permission {
  readonly role: Role
  readonly states: readonly string[]
  readonly actions: readonly Action[]
  readonly reach: Reach
  /** Only these columns for `update`; absent: all that are not derived. */
  readonly columns?: readonly string[]
}

/** Who may act when no one of `by` can be reached, and what then must happen (seed 004: 领导不在又有紧急事情). */
export interface EmergencyPath {
  readonly by: readonly Role[]
  /** People who must have been consulted, by name; at least 2. */
  readonly consulted: number
  /** Hours in which one of the transition's `by` must ratify (追认); else the server takes it back. */
  readonly ratifyHours: number
}

export type StepFill = 'today' | 'actor' | 'blank' | { readonly value: string }

export interface Transition {
  readonly name: string
  readonly label: Words
  readonly from: readonly string[]
  readonly to: string
  readonly by: readonly Role[]
  /**
   * Whose normal next step it is, of `by`: it waits for them. Empty: nobody's – it may be taken (归档, 变更, 中止), but nothing
   * waits for it. Absent: everybody's of `by`; nobody's where it asks for a reason, or begins in the initial state.
   */
  readonly expectedOf?: readonly Role[]
  /** `sheet`: all rows of the sheet at once, strict on everything that was seen. Absent: `record`, row by row. */
  readonly scope?: 'record' | 'sheet'
  /** Evidence that must hold for what moves; checked where the push is decided. */
  readonly needs?: readonly EvidenceNeed[]
  /** Duties that must lie in other hands than the actor's. */
  readonly apart?: readonly Duty[]
  /** The actor writes why: returns, refusals, stops. */
  readonly reason?: true
  /** Columns that must be filled in before. */
  readonly fields?: readonly string[]
  /**
   * Columns that the step itself writes, so that nobody writes them by hand: the server's day, the display name of whoever
   * takes it, nothing, or a value (one of the column's choices).
   */
  readonly fills?: Readonly<Record<string, StepFill>>
  /** `superior`: grants on a unit above count only; where no unit stands above on this server, the unit's own do. */
  readonly level?: 'superior'
  readonly emergency?: EmergencyPath
}

export interface WorkflowState {
  readonly name: string
  readonly label: Words
  /** No create, update or delete: only transitions. */
  readonly locked: boolean
}

export interface Workflow {
  readonly initial: string
  readonly states: readonly WorkflowState[]
  readonly transitions: readonly Transition[]
  readonly permissions: readonly Permission[]
  /** Column that names the department a row belongs to, for reach `own`. */
  readonly ownerColumn?: string
  /** Columns that evidence binds to: a later change of one of them voids it for that row. Absent: all but derived ones. */
  readonly covered?: readonly string[]
  /** Sheet in which locked content is changed lawfully, e.g. `adjustment` for a budget (预算调整). */
  readonly amendedBy?: { readonly kind: string; readonly label: Words }
  /** What happens around a row without moving it: 催办 and the like. */
  readonly events?: readonly EventLog[]
}

/** Roles that may do it in that state, somewhere. */
export function holdersOf({ permissions }: Workflow, action: Action, state: string): readonly Role[] {
  const held = permissions.filter(({ actions: may, states }) => may.includes(action) && states.includes(state))
  return roles.filter((role) => held.some((permission) => permission.role === role))
}

/** Returns, refusals and stops carry a reason; whatever is wrong with a row never holds those up. */
export function isForward({ transitions }: Workflow, from: string, to: string): boolean {
  return transitions.some((transition) => transition.to === to && transition.from.includes(from) && !transition.reason)
}

/** For whom a row in this state waits with this step; empty: for nobody. */
export function expectedOf({ initial }: Workflow, transition: Transition, state: string): readonly Role[] {
  const { by, reason, expectedOf: named } = transition
  // a draft is still its author's; what is sent back or stopped was not to be expected
  return named ?? (reason === true || state === initial ? [] : by)
}

/** Every transition moves the whole sheet: its rows share one state, and none is added outside the initial one. */
export function movesAsSheet({ transitions }: Workflow): boolean {
  return transitions.length > 0 && transitions.every(({ scope }) => scope === 'sheet')
}
