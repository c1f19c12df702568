// The contract's own rules: scanning before parsing, pushes over the wire and back, every refusal with its words.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePullText } from '#shared/contract/decodePull.ts'
import { decodePush } from '#shared/contract/decodePush.ts'
import { encodePush } from '#shared/contract/encodePush.ts'
import { scanJson } from '#shared/contract/scanJson.ts'
import { wireColumnsOf } from '#shared/contract/wireColumns.ts'
import { sheets } from '#shared/sheets/index.ts'
import type { RecordId } from '#shared/kernel/value.ts'
import type { Group, Op, PushEnvelope, PushId, RecordRevision } from '#shared/sync/record.ts'
import { ledgerDefinition } from '../../arbitrary/ledgerDefinition.ts'

const definitions = new Map([[ledgerDefinition.kind, ledgerDefinition]])

describe('scanJson', () => {
  it('lets pass whatever JSON.stringify writes, within depth and keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
        const text = JSON.stringify(value, (key, inner: unknown) =>
          ['__proto__', 'constructor', 'prototype'].includes(key) ? undefined : inner,
        )
        fc.pre(text !== undefined)
        expect(scanJson(text, { depth: 20, keys: 1000 }).ok).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('never throws and never runs away, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', ':', 'a', ' '), maxLength: 200 }),
        (text) => {
          scanJson(text)
        },
      ),
      { numRuns: 1000 },
    )
    const started = performance.now()
    for (const text of [
      '"'.repeat(1_000_000),
      '\\"'.repeat(500_000),
      `"${'\\'.repeat(1_000_000)}`,
      '['.repeat(1_000_000),
      '{"a":'.repeat(100_000),
    ])
      scanJson(text)
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it('sees through escapes in keys and takes text for text', () => {
    expect(scanJson('{"a":"{\\"a\\":1,\\"a\\":2}"}').ok).toBe(true)
    expect(scanJson('{"a\\"":1,"a":2,"a\\\\":3}').ok).toBe(true)
    expect(scanJson('{"a":1,"\\u0061":2}')).toEqual({ ok: false, error: { code: 'json.duplicate-key', key: 'a' } })
    expect(scanJson('[{"a":1},{"a":1}]').ok).toBe(true)
  })

  it('says where the value of a key of the outermost object stands, and of no other', () => {
    const cut = (text: string): string | undefined => {
      const scan = scanJson(text, undefined, 'w')
      const span = scan.ok ? scan.value.span : undefined
      return span && text.slice(0, span.from) + text.slice(span.to)
    }
    expect(cut('{"a":{"w":1},"w":[{"x":[1,2]},"}"],"b":3}')).toBe('{"a":{"w":1},"w","b":3}')
    expect(cut('{"a":["w"],"\\u0077": {"w":[1]} }')).toBe('{"a":["w"],"\\u0077"}')
    expect(cut('{"a":{"w":1},"b":"w"}')).toBeUndefined()
    expect(cut('[{"w":1}]')).toBeUndefined()
  })
})

const id = fc.uuid({ version: 7 }).map((text) => text as RecordId)
const rv = fc
  .tuple(fc.nat(1e6), fc.integer({ min: 0, max: 2 ** 31 }))
  .map(([csn, hash]) => `${csn}-${hash.toString(16).padStart(16, '0')}` as RecordRevision)
const word = fc.stringMatching(/^[A-Z0-9]{1,6}$/)
const values = fc
  .record(
    {
      code: word,
      name: word,
      side: fc.constantFrom('收入', '支出'),
      amount: fc.integer({ min: -1e15, max: 1e15 }),
      people: fc.integer({ min: 1, max: 500 }),
    },
    { requiredKeys: ['code'] },
  )
  .map((record) => ({ ...record }))
const p = 'u1/ledger/2026'
const op: fc.Arbitrary<Op> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ op: fc.constant('create' as const), id, p: fc.constant(p), values }) },
  fc
    .record({ op: fc.constant('update' as const), id, rv, set: values })
    .chain((update) =>
      fc.constant({ ...update, base: Object.fromEntries(Object.keys(update.set).map((key) => [key, null])) }),
    ),
  fc.record({ op: fc.constant('delete' as const), id, rv }),
)
const groups: fc.Arbitrary<readonly Group[]> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 2 }), fc.array(op, { minLength: 1, maxLength: 2 })), {
    minLength: 1,
    maxLength: 40,
  })
  .map((list) => {
    let g = 0
    return list.map(([step, ops]) => ({ g: (g += step), ops }))
  })

describe('pushes over the wire', () => {
  it('decode(JSON(encode(x))) = x, rows in columns or not', () => {
    fc.assert(
      fc.property(groups, (list) => {
        const envelope: PushEnvelope = {
          pushId: 'ab'.repeat(16) as PushId,
          api: 1,
          schema: { ledger: 1 },
          workbook: 'w-1',
          witness: [{ csn: 3, h: 'cd'.repeat(16) }],
          mode: 'groups',
          dryRun: false,
          confirmedDeletes: 2,
          groups: list,
        }
        const wire: unknown = JSON.parse(JSON.stringify(encodePush(envelope, definitions)))
        expect(decodePush(wire, definitions)).toEqual({ ok: true, value: envelope })
      }),
      { numRuns: 200 },
    )
  })

  it('runs of new rows name their columns once', () => {
    const ops: Op[] = Array.from({ length: 100 }, (_, i) => ({
      op: 'create',
      id: `01a1fcf7-0000-7000-8000-${String(i).padStart(12, '0')}` as RecordId,
      p,
      values: { code: `C${i}`, amount: i },
    }))
    const envelope = {
      pushId: 'a'.repeat(32) as PushId,
      api: 1 as const,
      schema: { ledger: 1 },
      workbook: '',
      witness: [],
      mode: 'all' as const,
      dryRun: true,
      confirmedDeletes: 0,
      groups: ops.map((one, i) => ({ g: i, ops: [one] })),
    }
    const wire = encodePush(envelope, definitions)
    expect(wire['groups']).toHaveLength(1)
    expect(decodePush(JSON.parse(JSON.stringify(wire)), definitions)).toEqual({ ok: true, value: envelope })
  })

  it('no column key of our kinds has two JSON types, so that updates need not name their kind', () => {
    const mixed = [...wireColumnsOf(sheets)].filter(([, column]) => column === 'mixed').map(([key]) => key)
    expect(mixed).toEqual([])
  })
})

describe('a pulled page', () => {
  const head = '{"mode":"delta","ancestor":null,"head":{"csn":1,"h":"x"},"columns":["id","p","rv","state","values"]}'
  const row =
    '["01a1fcf7-0000-7000-8000-000000000001","u1/ledger/2026","1-00000000000000ab","draft",{"amount":"1234","code":"A"}]'
  const gone = '["01a1fcf7-0000-7000-8000-000000000002"]'
  const tail = '{"to":{"csn":1,"h":"x"},"more":false,"pageToken":null,"drop":[],"parts":[],"rows":2}'

  it('comes back as records, with money in 分', () => {
    const page = decodePullText([head, row, gone, tail, ''].join('\n'), definitions)
    expect(page.ok && page.value.put[0]?.values).toEqual({ amount: 1234, code: 'A' })
    expect(page.ok && page.value.gone).toEqual(['01a1fcf7-0000-7000-8000-000000000002'])
  })

  it.each([[[head, row, gone]], [[head, row, tail]], [[head]], [[]], [[head, row, gone, tail.slice(0, -4)]]])(
    'is torn without its whole end',
    (lines) => {
      expect(decodePullText(lines.join('\n'), definitions).ok).toBe(false)
    },
  )
})
