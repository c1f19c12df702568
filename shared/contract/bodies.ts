// Shapes of the small request bodies: closed objects, nothing coerced. Pushes and pulls have decoders of their own.
import * as z from 'zod'
import type { ImportPlan, TablePlan } from '../import/plan.ts'
import { roles } from '../definition/role.ts'
import { findForbiddenCharacter } from '../kernel/text.ts'
import { parsePlainDate } from '../kernel/plainDate.ts'
import type { ImportRequest } from './importResources.ts'
import { maxFen } from '../kernel/money.ts'
import { unitNatures } from '../policy/pack.ts'
import type * as policy from './policyResources.ts'
import { reviewBodies } from './reviewBodies.ts'
import type * as body from './resources.ts'
import * as rights from './rightsResources.ts'

const text = (maximum: number) => z.string().min(1).max(maximum)
/** What people are to read and compare: nothing invisible in it, nothing that turns the reading direction. */
const name = text(100).check((context) => {
  const forbidden = findForbiddenCharacter(context.value, 'name')
  if (forbidden !== undefined)
    context.issues.push({ code: 'custom', input: context.value, message: 'name.char', params: { ...forbidden } })
})
const year = z.int().min(1900).max(2099)
const unitId = z.string().regex(/^[a-z0-9-]{1,40}$/)
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => parsePlainDate(text) !== undefined)
/** Numbers are whole: 分, basis points, counts. */
const value = z.union([z.string().max(32_767), z.int(), z.boolean(), z.null()])
/** Passwords are taken as they come: no trimming, no normalisation; their length in bytes is checked before hashing. */
const password = z.string().max(4096)
const rowNumber = z.int().min(1).max(1_048_576)
const columnIndex = z.int().min(0).max(16_383)
const columnKey = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,59}$/)
const unitKind = z.enum(['primary', 'county'])
const share = z.number().min(0).max(1)

const grant = z.strictObject({
  role: z.enum(roles),
  unitId,
  kinds: z.array(text(40)).max(100),
  department: name.nullable(),
  from: day.nullable(),
  to: day.nullable(),
})

const rowRole = z.enum([
  'title', 'meta', 'header', 'repeated-header', 'data', 'section', 'subtotal', 'total', 'footer', 'note', 'blank',
] satisfies readonly ImportPlan['roles'][number]['role'][]) // prettier-ignore

const tablePlan = z.strictObject({
  kind: text(40),
  schema: z.int().min(1).max(1_000_000),
  sheetName: z.string().max(255),
  tableIndex: z.int().min(0).max(10_000),
  fingerprint: z.string().max(200),
  mappings: z
    .array(
      z.strictObject({
        source: z.strictObject({
          index: columnIndex,
          header: z.string().max(32_767),
          path: z.array(z.string().max(32_767)).max(20),
        }),
        target: columnKey.nullable(),
        basis: z.enum(['exact', 'synonym', 'normalized', 'content', 'profile', 'manual', 'none']),
        confidence: share,
      }),
    )
    .max(16_384),
  conventions: z.strictObject({
    unitFen: z.int().min(1).max(100_000_000),
    year,
    blankMoney: z.enum(['null', 'zero']),
    section: text(60).exactOptional(),
  }),
  roles: z.array(z.strictObject({ row: rowNumber, role: rowRole })).max(100_000),
  corrections: z.array(z.strictObject({ row: rowNumber, column: columnKey, value })).max(100_000),
  aliases: z
    .array(z.strictObject({ column: columnKey, from: z.string().max(1000), to: z.string().max(1000) }))
    .max(10_000),
  onMatch: z.enum(['replace-all', 'replace-with-nonblank', 'fill-blanks-only']),
  accepted: z.array(rowNumber).max(100_000),
}) satisfies z.ZodType<TablePlan>

export const importPlan = tablePlan.extend({
  beside: z.array(tablePlan).max(20).exactOptional(),
}) satisfies z.ZodType<ImportPlan>

const policyFile = z.strictObject({ file: z.string().max(500_000) })
const packId = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/)

export const bodies = {
  PolicyFileRequest: policyFile satisfies z.ZodType<policy.PolicyFileRequest>,
  ConfirmRequest: z.strictObject({
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  }) satisfies z.ZodType<policy.ConfirmRequest>,
  UnitPolicyRequest: z.strictObject({
    packs: z.array(packId).max(200),
    facts: z.strictObject({
      retainedPerHead: z.int().min(0).max(maxFen).nullable(),
      nature: z.enum(unitNatures).nullable(),
    }),
  }) satisfies z.ZodType<policy.UnitPolicyRequest>,
  ...reviewBodies,
  SetupRequest: z.strictObject({
    code: text(100),
    name,
    displayName: name,
    password,
    unitName: name,
    unitKind,
  }) satisfies z.ZodType<body.SetupRequest>,
  SignInRequest: z.strictObject({ name: text(100), password }) satisfies z.ZodType<body.SignInRequest>,
  PasswordRequest: z.strictObject({ current: password, next: password }) satisfies z.ZodType<body.PasswordRequest>,
  UnitRequest: z.strictObject({
    name,
    kind: unitKind,
    parentId: unitId.nullable(),
  }) satisfies z.ZodType<body.UnitRequest>,
  UserRequest: z.strictObject({
    name,
    displayName: name,
    password,
    grants: z.array(grant).max(200),
  }) satisfies z.ZodType<body.UserRequest>,
  GrantsRequest: z.strictObject({ grants: z.array(grant).max(200) }) satisfies z.ZodType<body.GrantsRequest>,
  DelegationRequest: z.strictObject({
    takerId: text(60),
    role: z.enum(roles),
    unitId,
    kinds: z.array(text(40)).max(100),
    department: name.nullable(),
    from: day,
    to: day,
    reason: z.string().max(500),
  }) satisfies z.ZodType<rights.DelegationRequest>,
  ExemptionRequest: z.strictObject({
    unitId,
    personIds: z.array(text(60)).max(50),
    excuses: z.array(text(40)).max(50),
    from: day,
    to: day,
    reason: z.string().max(500),
  }) satisfies z.ZodType<rights.ExemptionRequest>,
  PersonsRequest: z.strictObject({
    persons: z
      .array(
        z.strictObject({ number: text(60), relation: z.enum(rights.personRelations), name: name.or(z.literal('')) }),
      )
      .max(50),
  }) satisfies z.ZodType<rights.PersonsRequest>,
  UndoRequest: z.strictObject({
    dryRun: z.boolean(),
    force: z.array(z.uuid()).max(5000),
  }) satisfies z.ZodType<body.UndoRequest>,
  ImportRequest: z.strictObject({ plan: importPlan, unitId, year }) satisfies z.ZodType<ImportRequest>,
  PublishRequest: z.strictObject({
    dryRun: z.boolean(),
    resolutions: z
      .array(
        z.strictObject({
          id: z.uuid(),
          column: columnKey.nullable(),
          choice: z.enum(['base', 'theirs', 'mine', 'both', 'value']),
          value: value.exactOptional(),
        }),
      )
      .max(100_000),
    confirmedDeletes: z.array(z.uuid()).max(100_000),
    acceptMatches: z.boolean().exactOptional(),
    restoredRows: z.array(z.uuid()).max(100_000).exactOptional(),
    clearDropped: z.array(text(100)).max(1000).exactOptional(),
  }) satisfies z.ZodType<body.PublishRequest>,
} as const

export type SmallBody = keyof typeof bodies
