// The file form of a pack: JSON with amounts in 元 as text, closed codes, and every fault with its path.
import * as z from 'zod'
import {
  circumstances,
  eligibilities,
  frequencyPers,
  limitBases,
  means,
  policyLayers,
  type Limit,
} from '../definition/limit.ts'
import { festivals, limitSubjects, purposeTags } from '../definition/purpose.ts'
import type { Fen } from '../kernel/money.ts'
import { parsePlainDate, type PlainDate } from '../kernel/plainDate.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { toFaults, type PackFault, type PackFaultCode } from './packFault.ts'
import { unitNatures, type PackLimit, type PolicyPack } from './pack.ts'
import { decodeYuan, encodeYuan } from './yuan.ts'

/** Of a file, in UTF-16 units. */
export const maxPackText = 500_000

const fault = (code: PackFaultCode) => ({ error: code })
const text = (maximum: number) =>
  z.string(fault('pack.text')).min(1, fault('pack.text')).max(maximum, fault('pack.text'))
const loose = (maximum: number) => z.string(fault('pack.text')).max(maximum, fault('pack.text'))
const count = (maximum: number) =>
  z.int(fault('pack.number')).min(1, fault('pack.number')).max(maximum, fault('pack.number'))
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values, fault('pack.choice'))
const some = <T extends z.ZodType>(item: T) => z.array(item, fault('pack.list')).min(1, fault('pack.list')).max(50)

const day = z.string(fault('pack.day')).transform((written, context): PlainDate => {
  const date = parsePlainDate(written)
  if (date !== undefined) return date
  context.addIssue({ code: 'custom', message: 'pack.day', params: { written } })
  return z.NEVER
})
const amount = z.string(fault('pack.amount')).transform((written, context): Fen => {
  const fen = decodeYuan(written)
  if (fen.ok) return fen.value
  context.addIssue({ code: 'custom', message: 'pack.amount', params: { written } })
  return z.NEVER
})
const share = z
  .strictObject({ times: count(1_000_000), per: count(1_000_000) }, fault('pack.share'))
  .refine(({ times, per }) => times <= per, fault('pack.share'))

const clause = {
  clause: text(300),
  certainty: oneOf(['sourced', 'secondary', 'memory-high', 'memory-medium', 'house']),
  note: text(500).exactOptional(),
}
const tag = oneOf(purposeTags)
const tags = some(tag)
const tier = z.union([
  z.strictObject({ below: amount, max: amount }),
  z.strictObject({ natures: some(oneOf(unitNatures)), max: amount }),
  z.strictObject({ max: amount }),
])

const limit = z.discriminatedUnion(
  'form',
  [
    z.strictObject({ form: z.literal('perMemberYear'), tags, max: amount, ...clause }),
    z.strictObject({
      form: z.literal('perEvent'),
      tag,
      max: amount,
      raised: some(z.strictObject({ circumstance: oneOf(circumstances), max: amount })).exactOptional(),
      ...clause,
    }),
    z.strictObject({
      form: z.literal('perFestival'),
      festivals: z.array(oneOf(festivals), fault('pack.list')).max(20),
      max: amount,
      ...clause,
    }),
    z.strictObject({ form: z.literal('perPersonDay'), tag, max: amount, ...clause }),
    z.strictObject({
      form: z.literal('unitYearRatio'),
      tags: some(oneOf(limitSubjects)),
      base: oneOf(limitBases),
      share,
      ...clause,
    }),
    z.strictObject({ form: z.literal('duesMultiple'), tags, multiple: count(100), ...clause }),
    z.strictObject({ form: z.literal('headcountRatio'), tag, base: oneOf(limitBases), share, ...clause }),
    z.strictObject({ form: z.literal('frequency'), tag, per: oneOf(frequencyPers), times: count(1000), ...clause }),
    z.strictObject({ form: z.literal('means'), tag, allowed: some(oneOf(means)), ...clause }),
    z.strictObject({ form: z.literal('eligibility'), tags, condition: oneOf(eligibilities), ...clause }),
    z.strictObject({
      form: z.literal('tiered'),
      tags,
      tiers: some(tier).refine((tiers) => Object.keys(tiers.at(-1) ?? {}).join() === 'max', fault('pack.tiers')),
      ...clause,
    }),
  ],
  fault('pack.choice'),
) satisfies z.ZodType<PackLimit>

const pack = z
  .strictObject({
    id: z.string(fault('pack.id')).regex(/^[a-z][a-z0-9-]{1,59}$/, fault('pack.id')),
    layer: oneOf(policyLayers),
    region: text(60),
    documentNo: loose(60),
    title: text(120),
    from: day,
    to: day.nullable(),
    verified: z.boolean(fault('pack.shape')),
    sourceNote: loose(1000),
    limits: z.array(limit, fault('pack.list')).max(500, fault('pack.list')),
  })
  .refine(({ from, to }) => to === null || from <= to, {
    error: 'pack.days-order',
    path: ['to'],
  }) satisfies z.ZodType<PolicyPack>

/** All faults at once, never an exception. `verified` is a statement of the file's author; it confirms nothing here. */
export function decodePack(written: string): Result<PolicyPack, readonly PackFault[]> {
  if (written.length > maxPackText) return err([{ code: 'pack.shape', path: '', params: {} }])
  let json: unknown
  try {
    json = JSON.parse(written.replace(/^\uFEFF/, ''))
  } catch (error) {
    return err([{ code: 'pack.not-json', path: '', params: { reason: error instanceof Error ? error.message : '' } }])
  }
  return decodePackValue(json)
}

export function decodePackValue(json: unknown): Result<PolicyPack, readonly PackFault[]> {
  const read = pack.safeParse(json, { reportInput: true })
  return read.success ? ok(read.data) : err(read.error.issues.flatMap(toFaults))
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

/** As `decodePack` reads it back: equal after a round trip. */
export function encodePack(policy: PolicyPack): string {
  return `${JSON.stringify(policy, encodeAmounts, 2)}\n`
}

/** Amounts are the only numbers under these keys. */
const amountKeys: ReadonlySet<string> = new Set<string>(['max', 'below'] satisfies readonly (
  keyof Extract<Limit, { readonly form: 'perEvent' }> | 'below'
)[])

function encodeAmounts(key: string, value: Json): Json {
  if (!amountKeys.has(key) || typeof value !== 'number') return value
  return encodeYuan(value as Fen)
}

/** Which of the two kinds of policy files a text is meant to be: a year's arrangement has days off, and no limits. */
export function isHolidayFile(text: string): boolean {
  return /"off"\s*:/.test(text) && !/"limits"\s*:/.test(text)
}
