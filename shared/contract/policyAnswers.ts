// Shapes of what the endpoints of the policy, of rules over several sheets and of series answer.
import * as z from 'zod'

const text = z.string()
const count = z.int().min(0)
const amountText = z.string().regex(/^-?\d+$/)
const citation = z.strictObject({
  source: text,
  clause: text,
  certainty: z.enum(['sourced', 'secondary', 'memory-high', 'memory-medium', 'house']),
})
const person = z.strictObject({ name: text, before: z.number().nullable(), after: z.number().nullable() })

export const policyAnswers = {
  PolicyInfo: z.strictObject({
    version: count,
    packs: z.array(
      z.strictObject({
        file: text,
        digest: z.string().regex(/^[0-9a-f]{64}$/),
        origin: z.enum(['shipped', 'loaded']),
        confirmed: z.strictObject({ at: text, by: text }).nullable(),
        units: z.array(text),
        loosens: z.array(text),
      }),
    ),
    holidays: z.array(
      z.strictObject({
        year: count,
        documentNo: text,
        certainty: citation.shape.certainty,
        off: z.array(z.strictObject({ name: text, from: text, to: text })),
        work: z.array(text),
      }),
    ),
    facts: z.array(z.strictObject({ unitId: text, retainedPerHead: count.nullable(), nature: text.nullable() })),
    events: z.array(z.strictObject({ at: text, by: text, action: text, subject: text, detail: text })),
  }),
  'LinkedStanding[]': z.array(
    z.strictObject({
      rule: text,
      owner: text,
      group: z.array(text),
      year: count,
      money: z.boolean(),
      relation: z.enum(['equal', 'atMost', 'atLeast']),
      total: amountText,
      own: amountText,
      bound: amountText.nullable(),
      citation: citation.nullable(),
      finding: z.looseObject({ code: text, severity: z.enum(['error', 'warning', 'hint']) }).nullable(),
    }),
  ),
  SeriesAnswer: z.strictObject({
    issues: z.array(text),
    difference: z
      .strictObject({
        issue: text,
        previous: text.nullable(),
        added: z.array(person),
        removed: z.array(person),
        changed: z.array(person),
        unchanged: count,
        total: z.number(),
        previousTotal: z.number().nullable(),
      })
      .nullable(),
  }),
} as const
