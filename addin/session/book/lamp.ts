// Whether a sheet agrees with the server, in one word, one shape and one colour.
import type { SurveyedSheet } from './survey.ts'

export type SheetLamp =
  /** Never compared since it was bound. */
  | { readonly lamp: 'new' }
  | { readonly lamp: 'agrees' }
  | { readonly lamp: 'pending'; readonly count: number }
  | { readonly lamp: 'conflict'; readonly count: number }
  /** The server has something newer; nothing of mine is pending. */
  | { readonly lamp: 'behind' }
  /** The server was not reached: `count` edits are kept in the workbook. */
  | { readonly lamp: 'offline'; readonly count: number }
  /** Rows were being written when the pane or Excel was closed. */
  | { readonly lamp: 'torn' }
  /** The hidden id column was lost: rows are to be matched again. */
  | { readonly lamp: 'lost' }

export interface BookFacts {
  readonly isOffline: boolean
  readonly isBehind: boolean
  readonly isTorn: boolean
}

/** The worst first: what must be decided, what must be sent, what must be fetched. */
export function lampOf({ changes }: Pick<SurveyedSheet, 'changes'>, facts: BookFacts): SheetLamp {
  if (facts.isTorn) return { lamp: 'torn' }
  if (changes === null) return facts.isOffline ? { lamp: 'offline', count: 0 } : { lamp: 'new' }
  if (changes.findings.some(({ code }) => code === 'ids-lost')) return { lamp: 'lost' }
  const count = changes.mine.length
  if (changes.conflicts.length > 0) return { lamp: 'conflict', count: changes.conflicts.length }
  if (facts.isOffline) return { lamp: 'offline', count }
  if (count > 0) return { lamp: 'pending', count }
  return facts.isBehind ? { lamp: 'behind' } : { lamp: 'agrees' }
}
