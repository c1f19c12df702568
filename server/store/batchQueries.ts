// One statement for many rows: what a push writes.
import type { Engine } from './engine.ts'

export function makeBatchQueries({ dialect }: Engine) {
  return {
    insertRows: dialect.batch({
      table: 'record',
      columns: [
        ['id', 'text'],
        ['hash', 'text'],
        ['deleted', 'integer'],
        ['nkey', 'text'],
        ['owner', 'text'],
        ['last_entry', 'integer'],
        ['content', 'text'],
      ],
      shared: [
        ['p', 'text'],
        ['state', 'text'],
        ['csn', 'integer'],
      ],
      mode: 'insert',
      key: [],
    }),
    updateRows: dialect.batch({ table: 'record', columns: rowBatch, mode: 'update', key: ['id'] }),
    /** Rows whose natural key stays and that are neither deleted nor brought back: no unique index is touched. */
    updateContents: dialect.batch({
      table: 'record',
      columns: [
        ['id', 'text'],
        ['state', 'text'],
        ['csn', 'integer'],
        ['hash', 'text'],
        ['owner', 'text'],
        ['last_entry', 'integer'],
        ['content', 'text'],
      ],
      mode: 'update',
      key: ['id'],
    }),
    /** Before rows that exchange natural keys are updated. */
    freeKeys: dialect.batch({
      table: 'record',
      columns: [
        ['id', 'text'],
        ['nkey', 'text'],
      ],
      mode: 'update',
      key: ['id'],
    }),
    insertAudit: dialect.batch({
      table: 'audit',
      columns: [
        ['seq', 'integer'],
        ['g', 'integer'],
        ['kind', 'text'],
        ['record_id', 'text'],
        ['p', 'text'],
        ['field', 'text'],
        ['was', 'text'],
        ['now', 'text'],
        ['prev', 'integer'],
      ],
      mode: 'insert',
      key: [],
    }),
    upsertPartitions: dialect.batch({
      table: 'partition',
      columns: [
        ['p', 'text'],
        ['kind', 'text'],
        ['unit_id', 'text'],
        ['year', 'integer'],
        ['rows', 'integer'],
        ['last_csn', 'integer'],
        ['x', 'text'],
        ['totals', 'text'],
      ],
      mode: 'upsert',
      key: ['p'],
    }),
    upsertTallies: dialect.batch({
      table: 'tally',
      columns: [
        ['p', 'text'],
        ['rule', 'text'],
        ['grp', 'text'],
        ['count', 'integer'],
        ['marked', 'integer'],
        ['left_sum', 'text'],
        ['right_sum', 'text'],
        ['ids', 'text'],
      ],
      mode: 'upsert',
      key: ['p', 'rule', 'grp'],
    }),
    upsertLinked: dialect.batch({
      table: 'linked_tally',
      columns: [
        ['slot', 'text'],
        ['grp', 'text'],
        ['p', 'text'],
        ['year', 'integer'],
        ['count', 'integer'],
        ['sum', 'text'],
      ],
      mode: 'upsert',
      key: ['slot', 'grp', 'p'],
    }),
    insertTouches: dialect.batch({
      table: 'touch',
      columns: [
        ['p', 'text'],
        ['csn', 'integer'],
      ],
      mode: 'insert',
      key: [],
    }),
    insertOrigins: dialect.batch({
      table: 'origin',
      columns: [
        ['record_id', 'text'],
        ['push_id', 'text'],
        ['sheet', 'text'],
        ['line', 'integer'],
      ],
      mode: 'upsert',
      key: ['record_id', 'push_id'],
    }),
  }
}

const rowBatch = [
  ['id', 'text'],
  ['p', 'text'],
  ['state', 'text'],
  ['csn', 'integer'],
  ['hash', 'text'],
  ['deleted', 'integer'],
  ['nkey', 'text'],
  ['owner', 'text'],
  ['last_entry', 'integer'],
  ['content', 'text'],
] as const
