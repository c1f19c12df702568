// One history in the making: the world, its desks, and what has been counted so far.
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { PushEnvelope } from '#shared/sync/record.ts'
import type { WorkbookEdit } from '#shared/workbook/port.ts'
import type { Chance } from './chance.ts'
import type { Copy, Desk } from './desk.ts'
import type { Typed } from './ledger.ts'
import type { Pen } from './person.ts'
import type { Weather, World } from './world.ts'

/** Deliberate faults of the protocol: each must be caught. */
export interface Mutant {
  /** Where the search begins; slow ones name the first seed that catches them. */
  readonly seed?: number
  readonly bendEdits?: (edits: readonly WorkbookEdit[], chance: Chance) => readonly WorkbookEdit[]
  readonly bendPush?: (envelope: PushEnvelope, world: World) => Promise<PushEnvelope> | PushEnvelope
  readonly definition?: SheetDefinition
  readonly loose?: boolean
  /** The server keeps no push ids: every delivery is a new push, no receipt is known. */
  readonly forgetful?: boolean
}

export interface Tally {
  readonly weather: Weather
  readonly commits: number
  readonly receipts: number
  readonly conflicts: number
  readonly crashes: number
}

export interface History {
  readonly world: World
  readonly chance: Chance
  readonly weather: Weather
  readonly pen: Pen
  readonly desks: Desk[]
  readonly typed: Typed
  readonly mutant: Mutant
  readonly busy: Set<Desk>
  readonly copies: Copy[]
  exact: boolean
  sums: boolean
  conflicts: number
  crashes: number
}
