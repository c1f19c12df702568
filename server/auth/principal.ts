// Who acts: a signed-in person with the grants that decide what they may do.
import type { Role } from '#shared/definition/role.ts'

/** One right: a role at a unit, for some kinds, between two days (inclusive). */
export interface Grant {
  readonly role: Role
  readonly unitId: string
  /** Empty: all kinds. */
  readonly kinds: readonly string[]
  /** For reach `own`: the department that owner columns name; null: no row is this person's own. */
  readonly department: string | null
  /** `YYYY-MM-DD`; null: without begin or end. */
  readonly from: string | null
  readonly to: string | null
  /** Given away for a while by somebody who holds it (代审); absent: granted by an administrator. */
  readonly delegatedBy?: Giver
}

export interface Giver {
  readonly userId: string
  readonly name: string
}

/** As the request's session says. A push reads the session, the user and the grants again inside its transaction. */
export interface Principal {
  readonly userId: string
  /** Display name, shown to others as `by`. */
  readonly name: string
  /** null: not a web session (command line, tests); then only the user and the grants are read again. */
  readonly sessionId: string | null
  readonly grants: readonly Grant[]
}
