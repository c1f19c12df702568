// The store cannot be opened, or a statement met a trouble that is not a bug.
import type { Trouble } from './batch.ts'

export type OpenProblem = 'in-use' | 'remote-disk' | 'newer-schema' | 'damaged' | 'not-ours' | 'durability'

/** Thrown by openRecordStore: the sentence is for the administrator. */
export class StoreOpenError extends Error {
  readonly problem: OpenProblem
  constructor(problem: OpenProblem, message: string) {
    super(message)
    this.name = 'StoreOpenError'
    this.problem = problem
  }
}

/** Thrown by Engine.write when retries are used up; push and files turn it into a refusal. */
export class StoreTrouble extends Error {
  readonly trouble: Trouble
  constructor(trouble: Trouble, cause: unknown) {
    super(`store: ${trouble}`, { cause })
    this.name = 'StoreTrouble'
    this.trouble = trouble
  }
}
