// JSON schemas of the sync messages, whose decoders are written by hand (decodePush, decodePull).
import { maxOps } from './decodePush.ts'

const text = { type: 'string' }
const revision = { type: 'string', pattern: '^(0|[1-9]\\d{0,14})-[0-9a-f]{16}$' }
const id = { type: 'string', format: 'uuid' }
const hash = { type: 'string', pattern: '^[0-9a-f]{32}$' }
const partition = { type: 'string', pattern: '^[a-z0-9-]{1,40}/[a-z][a-z0-9-]{0,30}/(19|20)\\d{2}$' }
const count = { type: 'integer', minimum: 0 }
const values = {
  type: 'object',
  description: 'Column key → value; money as decimal text of 分.',
  maxProperties: 200,
  additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
}
const schema = { type: 'object', additionalProperties: { type: 'integer', minimum: 1 } }
const point = closed({ csn: count, h: hash })

function closed(properties: Readonly<Record<string, unknown>>, optional: readonly string[] = []) {
  const required = Object.keys(properties).filter((key) => !optional.includes(key))
  return { type: 'object', properties, required, additionalProperties: false }
}

const op = {
  oneOf: [
    closed({ op: { const: 'create' }, id, p: partition, values }),
    closed({ op: { const: 'update' }, id, rv: revision, base: values, set: values }),
    closed({ op: { const: 'delete' }, id, rv: revision }),
    closed({ op: { const: 'transition' }, id, rv: revision, to: text, seen: text }),
  ],
}
const rows = { type: 'array', items: { type: 'array', items: { type: ['string', 'number', 'boolean', 'null'] } } }

const pushRequest = closed({
  pushId: hash,
  api: { const: 1 },
  schema,
  workbook: text,
  witness: { type: 'array', items: point },
  mode: { enum: ['groups', 'all'] },
  dryRun: { type: 'boolean' },
  confirmedDeletes: count,
  groups: {
    type: 'array',
    description: `At most ${maxOps} operations in all. Numbers rise; a group in columns takes one number a row unless together.`,
    items: {
      oneOf: [
        closed({ g: count, ops: { type: 'array', items: op } }),
        closed(
          { g: count, p: partition, columns: { type: 'array', items: text }, rows, together: { type: 'boolean' } },
          ['together'],
        ),
      ],
    },
  },
})

export const wireSchemas = {
  PushRequest: pushRequest,
  VouchRequest: closed({
    pushes: {
      type: 'array',
      description: 'Pushes as a workbook remembers them. The answer names those that this server acknowledged to you.',
      items: closed({ push: pushRequest, point, seal: text }),
    },
  }),
  PullRequest: closed(
    {
      api: { const: 1 },
      schema,
      workbook: text,
      cursor: { oneOf: [point, { type: 'null' }] },
      witness: { type: 'array', items: point },
      history: { type: 'array', items: point },
      held: { type: 'array', items: closed({ p: partition, proj: text }) },
      want: { type: 'array', items: partition },
      page: closed({ token: { type: ['string', 'null'] }, maxRows: count, maxBytes: count }),
    },
    ['want'],
  ),
  PullStream: {
    type: 'string',
    description:
      'NDJSON. First line {server, mode, ancestor, head, columns}; then one array [id, p, rv, state, values] per row, or [id] for a row that is gone; last line {to, more, pageToken, drop, parts, rows}. Without its last line a page is torn.',
  },
}
