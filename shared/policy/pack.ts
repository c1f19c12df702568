// A policy pack: what one document limits, as data that can be loaded, compared and confirmed without a release.
import type { LimitOf, Limit, PolicyLayer } from '../definition/limit.ts'
import type { Citation } from '../kernel/finding.ts'
import type { Fen } from '../kernel/money.ts'
import type { PlainDate } from '../kernel/plainDate.ts'

/** 单位性质, as far as limits tell them apart. */
export const unitNatures = ['机关', '事业单位', '企业', '经费充足企业', '社会组织'] as const
export type UnitNature = (typeof unitNatures)[number]

/** What a unit says of itself, so that tiers can be chosen; null: not known. */
export interface UnitFacts {
  /** 人均留成收入 of the year, in 分. */
  readonly retainedPerHead: Fen | null
  readonly nature: UnitNature | null
}

export const noFacts: UnitFacts = { retainedPerHead: null, nature: null }

/** A yearly sum per member that depends on the unit; the first tier that holds counts, the last has no condition. */
export interface TieredLimit {
  readonly form: 'tiered'
  readonly tags: LimitOf<'perMemberYear'>['tags']
  readonly tiers: readonly Tier[]
}

export type Tier =
  /** Below an amount of 人均留成收入. */
  | { readonly below: Fen; readonly max: Fen }
  | { readonly natures: readonly UnitNature[]; readonly max: Fen }
  | { readonly max: Fen }

export interface Clause {
  /** Article or page, e.g. 第8条, 第9页. */
  readonly clause: string
  readonly certainty: Citation['certainty']
  /** Conditions in words that no machine checks. */
  readonly note?: string
}

export type PackLimit = (Limit | TieredLimit) & Clause

export interface PolicyPack {
  /** `anhui-2025`: small letters, digits, hyphens. */
  readonly id: string
  readonly layer: PolicyLayer
  /** 地区 or system, e.g. 安徽. */
  readonly region: string
  /** 文号; blank where the source does not give it. */
  readonly documentNo: string
  readonly title: string
  readonly from: PlainDate
  /** Last day in force; null: still. */
  readonly to: PlainDate | null
  /** Somebody has compared every number with the official text. Shipped packs: false. */
  readonly verified: boolean
  readonly sourceNote: string
  readonly limits: readonly PackLimit[]
}

/** A pack as it stands for a unit. */
export interface AdoptedPack {
  readonly pack: PolicyPack
  readonly confirmed: boolean
}
