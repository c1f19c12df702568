// States of a record and who may do what in them: data, compiled on the server to decisions and on the client to advice.
import type { Words } from '../kernel/words.ts'

/** Roles of domain.md §5.1 that the first kinds need; `admin` has no business rights (reliability.md §2.5). */
export type Role = 'finance' | 'director' | 'chair' | 'auditor' | 'department' | 'admin'

export const roles: readonly Role[] = ['finance', 'director', 'chair', 'auditor', 'department', 'admin']

export type Action = 'read' | 'create' | 'update' | 'delete' | 'transition' | 'export'

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

export interface Transition {
  readonly name: string
  readonly label: Words
  readonly from: readonly string[]
  readonly to: string
  readonly by: readonly Role[]
}

export interface Workflow {
  readonly initial: string
  readonly states: readonly { readonly name: string; readonly label: Words; readonly locked: boolean }[]
  readonly transitions: readonly Transition[]
  readonly permissions: readonly Permission[]
  /** Column that names the department a row belongs to, for reach `own`. */
  readonly ownerColumn?: string
}
