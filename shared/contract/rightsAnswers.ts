// Shapes of what the endpoints of delegation answer.
import * as z from 'zod'
import { roles } from '../definition/role.ts'
import { delegationStates, exemptionStates, personRelations } from './rightsResources.ts'

const text = z.string()
const person = z.strictObject({ id: text, name: text })

export const rightsAnswers = {
  DelegationId: z.strictObject({ id: text }),
  DelegationDesk: z.strictObject({
    delegations: z.array(
      z.strictObject({
        id: text,
        giver: person,
        taker: person,
        role: z.enum(roles),
        unitId: text,
        unitName: text,
        kinds: z.array(text),
        department: text.nullable(),
        from: text,
        to: text,
        reason: text,
        at: z.iso.datetime(),
        state: z.enum(delegationStates),
        revoked: z.strictObject({ at: z.iso.datetime(), by: text }).nullable(),
      }),
    ),
    takers: z.array(person.extend({ role: z.enum(roles), unitId: text })),
  }),
  ExemptionId: z.strictObject({ id: text }),
  ExemptionDesk: z.strictObject({
    exemptions: z.array(
      z.strictObject({
        id: text,
        unitId: text,
        unitName: text,
        persons: z.array(person),
        excuses: z.array(text),
        from: text,
        to: text,
        reason: text,
        by: text,
        at: z.iso.datetime(),
        state: z.enum(exemptionStates),
        revoked: z.strictObject({ at: z.iso.datetime(), by: text }).nullable(),
        mayRevoke: z.boolean(),
      }),
    ),
    units: z.array(z.strictObject({ id: text, name: text, persons: z.array(person) })),
    excusable: z.array(text),
  }),
  PersonsInfo: z.strictObject({
    persons: z.array(
      z.strictObject({ number: text, relation: z.enum(personRelations), name: text, kept: z.boolean() }),
    ),
    sameAs: z.array(text),
  }),
} as const
