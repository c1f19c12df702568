// What the endpoints of the policy speak of. JSON shapes.
import type { Citation } from '../kernel/finding.ts'
import type { UnitFacts, UnitNature } from '../policy/pack.ts'
import type { SeriesDifference } from '../review/seriesDifference.ts'

export interface PolicyInfo {
  readonly version: number
  readonly packs: readonly PackInfo[]
  readonly holidays: readonly HolidayInfo[]
  readonly facts: readonly ({ readonly unitId: string } & UnitFacts)[]
  /** Newest first, at most 50. */
  readonly events: readonly PolicyEventInfo[]
}

export interface PackInfo {
  /** The pack as its file says it (policy/packFile.ts). */
  readonly file: string
  /** Of that file: what a confirmation is bound to. */
  readonly digest: string
  readonly origin: 'shipped' | 'loaded'
  readonly confirmed: { readonly at: string; readonly by: string } | null
  /** Units that it is assigned to; a national pack holds everywhere. */
  readonly units: readonly string[]
  /** Titles of national packs that it would loosen. */
  readonly loosens: readonly string[]
}

export interface HolidayInfo {
  readonly year: number
  readonly documentNo: string
  readonly certainty: Citation['certainty']
  readonly off: readonly { readonly name: string; readonly from: string; readonly to: string }[]
  readonly work: readonly string[]
}

export interface PolicyEventInfo {
  readonly at: string
  readonly by: string
  readonly action: 'load' | 'confirm' | 'withdraw' | 'assign' | 'release' | 'facts' | 'holidays'
  readonly subject: string
  readonly detail: string
}

export interface PolicyFileRequest {
  readonly file: string
}

export interface ConfirmRequest {
  readonly digest: string
}

export interface UnitPolicyRequest {
  readonly packs: readonly string[]
  readonly facts: {
    /** 分 */
    readonly retainedPerHead: number | null
    readonly nature: UnitNature | null
  }
}

/** Of a kind whose lists come again and again; without a series there are no issues. */
export interface SeriesAnswer {
  readonly issues: readonly string[]
  /** Of the issue asked for, else of the newest. */
  readonly difference: SeriesDifference | null
}
