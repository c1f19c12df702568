// Shapes of what people enter into the procedure of a sheet: entries of its log, and transitions by name.
import * as z from 'zod'
import { roles } from '../definition/role.ts'
import { bodies as bodiesOfUnions } from '../definition/evidenceNeed.ts'
import { parsePlainDate, type PlainDate } from '../kernel/plainDate.ts'
import type { RecordId } from '../kernel/value.ts'
import { discussionForms, type EvidenceContent } from '../review/evidence.ts'
import { requestKinds, type Entry } from '../review/proceeding.ts'
import { isRevision } from '../sync/contentHash.ts'
import type { PushId, RecordRevision } from '../sync/record.ts'

const text = z.string().max(4000)
const name = z.string().max(200)
const day = z
  .string()
  .refine((value): value is PlainDate => parsePlainDate(value) === value)
  .meta({ format: 'date' })
const id = z.uuid().refine((value): value is RecordId => value === value.toLowerCase())
const ids = z.array(id).max(5000)
const count = z.int().min(0).max(1_000_000)
const hash = z.string().regex(/^[0-9a-f]{64}$/)

const content = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('resolution'),
    body: z.enum(bodiesOfUnions),
    term: name,
    meeting: name,
    date: day,
    expected: count,
    present: count,
    agreed: count,
    summary: text,
  }),
  z.strictObject({
    type: z.literal('discussion'),
    form: z.enum(discussionForms),
    date: day,
    expected: count,
    present: count,
    opinions: z.array(z.strictObject({ text, disposition: text })).max(500),
  }),
  z.strictObject({ type: z.literal('notice'), from: day, to: day, place: name, contact: name }),
  z.strictObject({ type: z.literal('document'), number: name, date: day, issuer: name, title: name }),
  z.strictObject({
    type: z.literal('consultation'),
    date: day,
    persons: z.array(z.strictObject({ name, opinion: text })).max(100),
  }),
  z.strictObject({
    type: z.literal('inquiry'),
    topic: z.string().max(60),
    date: day,
    persons: z.array(name).max(50),
    result: text,
  }),
])

const entry = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('evidence'),
    covers: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('sheet') }),
      z.strictObject({ type: z.literal('records'), ids: ids.min(1) }),
    ]),
    seen: hash,
    content,
  }),
  z.strictObject({ type: z.literal('evidence-withdrawn'), reason: text }),
  z.strictObject({ type: z.literal('objection'), notice: z.uuid(), ids, from: name, text }),
  z.strictObject({ type: z.literal('objection-closed'), upheld: z.boolean(), answer: text }),
  z.strictObject({
    type: z.literal('event'),
    record: id,
    event: z.string().max(60),
    fields: z.record(z.string().max(60), text),
  }),
  z.strictObject({ type: z.literal('event-reply'), text }),
  z.strictObject({ type: z.literal('comment'), record: id, text }),
  z.strictObject({
    type: z.literal('request'),
    kind: z.enum(requestKinds),
    record: id.nullable(),
    transition: z.string().max(60).nullable(),
    to: z.strictObject({ roles: z.array(z.enum(roles)).min(1).max(8), level: z.enum(['own', 'superior']) }),
    text,
  }),
  z.strictObject({ type: z.literal('answer'), agreed: z.boolean().nullable(), text }),
  z.strictObject({ type: z.literal('emergency-ratified'), text }),
])

export const reviewBodies = {
  /** `subject`: a new UUID for what begins something; the id of the thing for what goes on with it. */
  ProceedBody: z.strictObject({ subject: z.string().regex(/^[0-9A-Za-z-]{1,120}$/), entry }),
  RevealBody: z.strictObject({ record: id, column: z.string().max(60), reason: text }),
  MoveBody: z.strictObject({
    pushId: z
      .string()
      .regex(/^[0-9a-f]{32}$/)
      .refine((value): value is PushId => value.length === 32),
    transition: z.string().max(60),
    rows: z
      .array(
        z.strictObject({
          id,
          rv: z
            .string()
            .regex(/^(0|[1-9]\d{0,14})-[0-9a-f]{16}$/)
            .refine((value): value is RecordRevision => isRevision(value)),
          seen: hash,
        }),
      )
      .min(1)
      .max(5000)
      .nullable(),
    seen: z.string().regex(/^([0-9a-f]{64})?$/),
    reason: text,
    consulted: z
      .array(z.strictObject({ name, opinion: text }))
      .max(50)
      .nullable(),
    dryRun: z.boolean(),
  }),
} as const

/** The decoded shapes are those of the log: a difference is a compile error here. */
export type DecodedEntry = z.infer<typeof entry>
export const asEntry = (decoded: DecodedEntry): Entry & { readonly content?: EvidenceContent } => decoded
