// Every hot query of the store, compiled once per database.
import type { Engine } from './engine.ts'
import { compileOnce, numberSlot, textSlot } from './statement.ts'
import { sql, type ExpressionBuilder, type SelectQueryBuilder } from 'kysely'
import type { Dialect } from './dialect.ts'
import type { Database } from './schema.ts'

export type Queries = ReturnType<typeof makeQueries>

const rowColumns = ['id', 'p', 'state', 'csn', 'hash', 'deleted', 'nkey', 'owner', 'last_entry', 'content'] as const

export function makeQueries({ db, dialect }: Engine) {
  const record = db.selectFrom('record').select(rowColumns)
  const lockedMeta = db.selectFrom('meta').select(['csn', 'head', 'epoch', 'floor_csn', 'token_key'])
  return {
    meta: compileOnce(lockedMeta),
    /** The first statement of every push: on PostgreSQL it waits for the pushes before it. */
    lockMeta: compileOnce(dialect.name === 'postgres' ? lockedMeta.forUpdate() : lockedMeta),
    bumpMeta: compileOnce(
      db
        .updateTable('meta')
        .set({ csn: numberSlot('csn'), head: textSlot('head') })
        .where('id', '=', sql.lit(1)),
    ),

    insertMeta: compileOnce(
      db
        .insertInto('meta')
        .values({
          id: sql.lit(1),
          csn: sql.lit(0),
          head: textSlot('head'),
          epoch: textSlot('epoch'),
          floor_csn: sql.lit(0),
          policy_version: sql.lit(1),
          token_key: textSlot('key'),
        })
        .onConflict((conflict) => conflict.column('id').doNothing()),
    ),
    setting: compileOnce(db.selectFrom('setting').select('v').where('k', '=', textSlot('k'))),
    upsertSetting: compileOnce(
      db
        .insertInto('setting')
        .values({ k: textSlot('k'), v: textSlot('v') })
        .onConflict((conflict) => conflict.column('k').doUpdateSet((eb) => ({ v: eb.ref('excluded.v') }))),
    ),

    user: compileOnce(
      db.selectFrom('user_account').select(['display_name', 'disabled']).where('id', '=', textSlot('user')),
    ),
    session: compileOnce(
      db
        .selectFrom('session')
        .select('expires_at')
        .where('id', '=', textSlot('session'))
        .where('user_id', '=', textSlot('user')),
    ),
    grants: compileOnce(
      db
        .selectFrom('access_grant')
        .select(['role', 'unit_id', 'kinds', 'department', 'valid_from', 'valid_to'])
        .where('user_id', '=', textSlot('user')),
    ),
    units: compileOnce(db.selectFrom('unit').select(['id', 'name', 'kind', 'parent_id'])),
    /** The named units and everything above them. */
    unitsAbove: compileOnce(
      db
        .withRecursive('up', (cte) =>
          cte
            .selectFrom('unit')
            .select(['id', 'name', 'kind', 'parent_id'])
            .where((eb) => dialect.among(eb.ref('id'), textSlot('ids')))
            .union(
              cte
                .selectFrom('unit')
                .innerJoin('up', 'up.parent_id', 'unit.id')
                .select(['unit.id', 'unit.name', 'unit.kind', 'unit.parent_id']),
            ),
        )
        .selectFrom('up')
        .select(['id', 'name', 'kind', 'parent_id']),
    ),
    userNames: compileOnce(
      db
        .selectFrom('user_account')
        .select(['id', 'display_name'])
        .where((eb) => dialect.among(eb.ref('id'), textSlot('ids'))),
    ),

    push: compileOnce(
      db.selectFrom('push').select(['user_id', 'body_hash', 'csn', 'result']).where('push_id', '=', textSlot('push')),
    ),
    insertPush: compileOnce(
      db.insertInto('push').values({
        push_id: textSlot('push'),
        user_id: textSlot('user'),
        body_hash: textSlot('hash'),
        csn: numberSlot('csn'),
        result: textSlot('result'),
        counts: textSlot('counts'),
        at: textSlot('at'),
        source: textSlot('source'),
        file_name: textSlot('file'),
        undo_of: textSlot('undoOf'),
      }),
    ),
    link: compileOnce(db.selectFrom('chain').select('h').where('csn', '=', numberSlot('csn'))),
    newestLink: compileOnce(db.selectFrom('chain').select('csn').orderBy('csn', 'desc').limit(sql.lit(1))),
    newestEntry: compileOnce(db.selectFrom('audit').select('seq').orderBy('seq', 'desc').limit(sql.lit(1))),
    linksBetween: compileOnce(
      db
        .selectFrom('chain')
        .selectAll()
        .where('csn', '>=', numberSlot('from'))
        .where('csn', '<=', numberSlot('to'))
        .orderBy('csn'),
    ),
    /** From `from` (inclusive) to `to` (exclusive), as toSeq counts. */
    entriesBetween: compileOnce(
      db
        .selectFrom('audit')
        .selectAll()
        .where('seq', '>=', numberSlot('from'))
        .where('seq', '<', numberSlot('to'))
        .orderBy('seq'),
    ),
    /** Who made the commits of a list of decimal texts, and when. */
    makers: compileOnce(
      db
        .selectFrom('chain')
        .innerJoin('user_account', 'user_account.id', 'chain.actor')
        .select(['chain.csn', 'user_account.display_name as by', 'chain.at'])
        .where((eb) => dialect.amongNumbers(eb.ref('chain.csn'), textSlot('csns'))),
    ),
    insertLink: compileOnce(
      db.insertInto('chain').values({
        csn: numberSlot('csn'),
        h: textSlot('h'),
        actor: textSlot('actor'),
        push_id: textSlot('push'),
        at: textSlot('at'),
        request_id: textSlot('request'),
        entries: numberSlot('entries'),
      }),
    ),

    rowsById: compileOnce(record.where((eb) => dialect.among(eb.ref('id'), textSlot('ids')))),
    rowsByKey: compileOnce(
      record
        .where('p', '=', textSlot('p'))
        .where('deleted', '=', sql.lit(0))
        .where((eb) => dialect.among(eb.ref('nkey'), textSlot('keys'))),
    ),
    partitions: compileOnce(
      db
        .selectFrom('partition')
        .selectAll()
        .where((eb) => dialect.among(eb.ref('p'), textSlot('ids'))),
    ),
    someTallies: compileOnce(
      db
        .selectFrom('tally')
        .select(['grp', 'count', 'marked', 'left_sum', 'right_sum', 'ids'])
        .where('p', '=', textSlot('p'))
        .where('rule', '=', textSlot('rule'))
        .limit(numberSlot('limit')),
    ),
    tallies: compileOnce(
      db
        .selectFrom('tally')
        .select(['grp', 'count', 'marked', 'left_sum', 'right_sum', 'ids'])
        .where('p', '=', textSlot('p'))
        .where('rule', '=', textSlot('rule'))
        .where((eb) => dialect.among(eb.ref('grp'), textSlot('groups'))),
    ),
    allPartitions: compileOnce(
      db
        .selectFrom('partition')
        .select(['p', 'kind', 'unit_id', 'year', 'rows', 'last_csn', 'x', 'totals'])
        .orderBy('p'),
    ),
    changedPartitions: compileOnce(
      db.selectFrom('partition').select(['p', 'kind', 'unit_id']).where('last_csn', '>', numberSlot('csn')),
    ),
    /** Rows after a place in the order of commits: all of `fresh`, of the others what is newer than `from`. */
    pageLines: compileOnce(
      afterPlace(
        dialect,
        db.selectFrom('record').select((eb) => ['csn', 'seq', lineOf(eb).as('line')]),
      ),
    ),
    pageRows: compileOnce(
      afterPlace(
        dialect,
        db
          .selectFrom('record')
          .select((eb) => ['csn', 'seq', 'id', 'p', 'state', 'owner', 'deleted', lineOf(eb).as('line')]),
      ),
    ),
    /** Live rows of whole partitions, in order of creation. */
    liveRows: compileOnce(
      db
        .selectFrom('record')
        .select((eb) => [
          'csn',
          'seq',
          'id',
          'p',
          'state',
          'owner',
          'deleted',
          'hash',
          'last_entry',
          'content',
          lineOf(eb).as('line'),
        ])
        .where('deleted', '=', sql.lit(0))
        .where((eb) => dialect.among(eb.ref('p'), textSlot('ps')))
        .orderBy('seq'),
    ),
    /** Newest first. */
    entriesOf: compileOnce(
      db
        .withRecursive('line', (cte) =>
          cte
            .selectFrom('audit')
            .selectAll()
            .where('seq', '=', numberSlot('last'))
            .unionAll(cte.selectFrom('audit').innerJoin('line', 'line.prev', 'audit.seq').selectAll('audit')),
        )
        .selectFrom('line')
        .innerJoin('chain', (join) => join.on((eb) => eb('chain.csn', '=', sql<number>`${eb.ref('line.seq')} >> 24`)))
        .innerJoin('user_account', 'user_account.id', 'chain.actor')
        .select(['chain.csn', 'line.kind', 'line.field', 'line.was', 'line.now', 'chain.at', 'chain.push_id'])
        .select('user_account.display_name as by')
        .orderBy('line.seq', 'desc'),
    ),
    origins: compileOnce(
      db
        .selectFrom('origin')
        .innerJoin('push', 'push.push_id', 'origin.push_id')
        .select(['origin.push_id', 'origin.sheet', 'origin.line', 'push.file_name'])
        .where('origin.record_id', '=', textSlot('id')),
    ),
    pushes: compileOnce(
      db
        .selectFrom('push')
        .innerJoin('user_account', 'user_account.id', 'push.user_id')
        .select(['push.push_id', 'push.csn', 'push.at', 'push.source', 'push.file_name', 'push.counts'])
        .select('user_account.display_name as by')
        .select((eb) =>
          eb
            .selectFrom('push as later')
            .select((inner) => inner.fn.countAll<number>().as('n'))
            .whereRef('later.undo_of', '=', 'push.push_id')
            .where('later.csn', 'is not', null)
            .$asScalar()
            .$notNull()
            .as('undone'),
        )
        .where('push.csn', '<', numberSlot('before'))
        .where((eb) =>
          eb.or([
            eb('push.user_id', '=', textSlot('user')),
            eb.exists(
              eb
                .selectFrom('touch')
                .select('touch.csn')
                .whereRef('touch.csn', '=', 'push.csn')
                .where((inner) => dialect.among(inner.ref('touch.p'), textSlot('ps'))),
            ),
          ]),
        )
        .orderBy('push.csn', 'desc')
        .limit(numberSlot('limit')),
    ),
    recordsAfter: compileOnce(
      db
        .selectFrom('record')
        .select(['seq', ...rowColumns])
        .where('seq', '>', numberSlot('seq'))
        .orderBy('seq')
        .limit(numberSlot('limit')),
    ),
    deleteTallies: compileOnce(db.deleteFrom('tally').where('p', '=', textSlot('p'))),
    insertRows: dialect.batch({ table: 'record', columns: rowBatch, mode: 'insert', key: [] }),
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

/** One row of a page (P-9): live `["id","p","rv","state",{…}]`, gone `["id"]`. State names need no escape: defineSheet sees to it. */
function lineOf(eb: ExpressionBuilder<Database, 'record'>) {
  const live = sql<string>`'["' || ${eb.ref('id')} || '","' || ${eb.ref('p')} || '","' || ${eb.ref('csn')} || '-' || ${eb.ref('hash')} || '","' || ${eb.ref('state')} || '",' || ${eb.ref('content')} || ']'`
  return sql<string>`case when ${eb.ref('deleted')} = 0 then ${live} else '["' || ${eb.ref('id')} || '"]' end`
}

function afterPlace<O>(dialect: Dialect, query: SelectQueryBuilder<Database, 'record', O>) {
  return query
    .where('csn', '>=', numberSlot('csn'))
    .where((eb) => eb.or([eb('csn', '>', numberSlot('csn')), eb('seq', '>', numberSlot('seq'))]))
    .where((eb) => dialect.among(eb.ref('p'), textSlot('ps')))
    .where((eb) =>
      eb.or([
        eb('csn', '>', numberSlot('from')),
        eb.and([eb('deleted', '=', sql.lit(0)), dialect.among(eb.ref('p'), textSlot('fresh'))]),
      ]),
    )
    .orderBy('csn')
    .orderBy('seq')
    .limit(numberSlot('limit'))
}
