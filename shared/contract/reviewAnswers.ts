// Shapes of what the endpoints of procedure answer.
import * as z from 'zod'
import { roles } from '../definition/role.ts'

const text = z.string()
const count = z.int().min(0)
const role = z.enum(roles)
const params = z.record(text, z.union([text, z.number()]))
const denial = z.strictObject({
  code: text,
  vires: z.string().regex(/^V[1-9]$/),
  road: text,
  whose: z.array(role),
  level: z.enum(['own', 'superior']),
  params,
})
/** Colour, code of the sentence and what fills its places. */
const verdict = z.strictObject({ light: z.enum(['green', 'yellow', 'red']), reason: text, params }).nullable()
const signed = { userId: text, by: text, at: text }
const thing = z.looseObject({ id: text, p: text, ...signed })

export const reviewAnswers = {
  Review: z.strictObject({
    p: text,
    record: text.nullable(),
    state: text.nullable(),
    seen: text,
    rv: text.nullable(),
    content: text.nullable(),
    rows: count,
    steps: z.array(
      z.strictObject({
        transition: text,
        allowed: z.boolean(),
        denials: z.array(denial),
        findings: z.array(z.looseObject({ code: text })),
        emergency: z.boolean(),
        excused: z.array(z.strictObject({ exemption: text, duty: text, by: text, until: text, reason: text })),
      }),
    ),
    evidence: z.array(
      thing.extend({
        content: z.looseObject({ type: text }),
        standing: z.strictObject({
          withdrawn: z.boolean(),
          holds: z.array(text),
          changed: z.array(text),
          added: z.array(text),
        }),
      }),
    ),
    mayLog: z.array(text),
    mayReply: z.array(text),
    objections: z.array(thing),
    events: z.array(thing),
    comments: z.array(thing),
    requests: z.array(thing),
    emergencies: z.array(thing),
    decisions: z.array(thing),
  }),
  Revealed: z.strictObject({ value: z.union([text, z.number(), z.boolean(), z.null()]), logged: z.boolean() }),
  Entered: z.strictObject({ subject: text, receipt: text }),
  Desk: z.strictObject({
    items: z.array(
      z.strictObject({
        type: z.enum(['request', 'answer', 'emergency', 'review', 'light', 'reminder', 'open']),
        p: text,
        unitName: text,
        record: text.nullable(),
        subject: text,
        label: text,
        transitions: z.array(text),
        light: z.strictObject({ light: z.enum(['red', 'yellow']), reason: text, params }).nullable(),
        logged: z.array(z.strictObject({ event: text, times: z.int().min(1) })),
        text,
        by: text,
        at: text,
      }),
    ),
    skipped: z.array(text),
  }),
  LightHistory: z.strictObject({
    today: text,
    spans: z.array(z.strictObject({ from: text, verdict })),
    now: verdict,
  }),
  NoticeList: z.strictObject({
    p: text,
    id: text,
    from: text,
    to: text,
    place: text,
    contact: text,
    /** It runs today: afterwards nothing of the list is given out any more. */
    columns: z.array(text),
    rows: z.array(z.array(z.union([text, z.number(), z.boolean(), z.null()]))),
  }),
} as const
