// What happens in a made-up year, one thing after another: rows come in, sheets move on. Data; playing it is playYear.ts.
import { parsePlainDate, type PlainDate } from '#shared/kernel/plainDate.ts'
import type { Values } from '#shared/kernel/value.ts'

/** Sign-in names of the demonstration's people. */
export type DemoPerson = 'wang' | 'li' | 'qian' | 'sun' | 'chen' | 'zhou' | 'wu' | 'he' | 'zhao'

interface StepBase {
  readonly day: PlainDate
  readonly kind: string
  /** 年度 of the sheet. */
  readonly year: number
}

export interface RowsStep extends StepBase {
  readonly type: 'rows'
  readonly by: DemoPerson
  /** In memory form: money in 分. */
  readonly rows: readonly Values[]
}

export interface MoveStep extends StepBase {
  readonly type: 'move'
  readonly transition: string
  /** Only rows whose column has this value; absent: every row that the transition may move. */
  readonly only?: { readonly column: string; readonly value: string }
}

/** The same values written into every row (or those named), by somebody who may. */
export interface FillStep extends StepBase {
  readonly type: 'fill'
  readonly by: DemoPerson
  readonly set: Values
  readonly only?: { readonly column: string; readonly value: string }
}

export type Step = RowsStep | MoveStep | FillStep

/** The same transitions, one after another on the days given. */
export function road(
  base: Pick<MoveStep, 'kind' | 'year' | 'only'>,
  days: Readonly<Record<string, PlainDate>>,
): readonly MoveStep[] {
  return Object.entries(days).map(([transition, day]) => ({ type: 'move', ...base, transition, day }))
}

/** `2025-03-08` as it is meant; throws on a day that does not exist: the year is written by us. */
export function day(text: string): PlainDate {
  const read = parsePlainDate(text)
  if (read === undefined) throw new Error(`no day ${text}`)
  return read
}
