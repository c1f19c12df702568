// Hot queries on records, partitions, tallies and the audit of one record.
import type { Engine } from './engine.ts'
import { compileOnce, numberSlot, textSlot } from './statement.ts'
import { sql, type ExpressionBuilder, type SelectQueryBuilder } from 'kysely'
import { systemName } from './systemActor.ts'
import type { Dialect } from './dialect.ts'
import type { Database } from './schema.ts'

const rowColumns = ['id', 'p', 'state', 'csn', 'hash', 'deleted', 'nkey', 'owner', 'last_entry', 'content'] as const

export function makeRowQueries({ db, dialect }: Engine) {
  const record = db.selectFrom('record').select(rowColumns)
  return {
    rowsById: compileOnce(record.where((eb) => dialect.among(eb.ref('id'), textSlot('ids')))),
    anyState: compileOnce(
      db
        .selectFrom('record')
        .select('state')
        .where('p', '=', textSlot('p'))
        .where('deleted', '=', sql.lit(0))
        .limit(sql.lit(1)),
    ),
    liveRevisions: compileOnce(
      db
        .selectFrom('record')
        .select(['id', 'csn', 'hash', 'state', 'owner'])
        .where('p', '=', textSlot('p'))
        .where('deleted', '=', sql.lit(0)),
    ),
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
    /** Parts of the sums of one slot in some groups. */
    linkedParts: compileOnce(
      db
        .selectFrom('linked_tally')
        .select(['grp', 'p', 'year', 'count', 'sum'])
        .where('slot', '=', textSlot('slot'))
        .where((eb) => dialect.among(eb.ref('grp'), textSlot('groups'))),
    ),
    deleteLinked: compileOnce(db.deleteFrom('linked_tally')),
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
    pagePlaces: compileOnce(
      afterPlace(
        dialect,
        db.selectFrom('record').select((eb) => ['csn', 'seq', sql<number>`octet_length(${lineOf(eb)})`.as('size')]),
      ),
    ),
    /** Lines of the same rows as one text, each with its line end; at least one row. */
    pageText: compileOnce(
      db
        .selectFrom(
          afterPlace(
            dialect,
            db.selectFrom('record').select((eb) => ['csn', 'seq', lineOf(eb).as('line')]),
          ).as('page'),
        )
        .select(
          dialect
            .bytes(sql<string>`string_agg(line, ${sql.lit('\n')} order by csn, seq) || ${sql.lit('\n')}`)
            .as('text'),
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
        .leftJoin('user_account', 'user_account.id', 'chain.actor')
        .select(['chain.csn', 'line.kind', 'line.field', 'line.was', 'line.now', 'chain.at', 'chain.push_id'])
        .select((eb) => eb.fn.coalesce('user_account.display_name', sql.lit(systemName)).as('by'))
        .orderBy('line.seq', 'desc'),
    ),
    /** Rows that one commit touched, counted by what decides whether they are seen. From (inclusive) to (exclusive) as toSeq counts. */
    touchedRows: compileOnce(
      db
        .selectFrom('audit')
        .innerJoin('record', 'record.id', 'audit.record_id')
        .select(['audit.p', 'audit.kind', 'record.state', 'record.owner'])
        .select((eb) => eb.fn.count<number>('audit.record_id').distinct().as('rows'))
        .where('audit.seq', '>=', numberSlot('from'))
        .where('audit.seq', '<', numberSlot('to'))
        .groupBy(['audit.p', 'audit.kind', 'record.state', 'record.owner']),
    ),
    placesOf: compileOnce(
      db
        .selectFrom('record')
        .select(['id', 'p', 'state', 'owner'])
        .where((eb) => dialect.among(eb.ref('id'), textSlot('ids'))),
    ),
    /** Who made every entry of the named records, newest first. */
    authorsOf: compileOnce(
      db
        .withRecursive('line', (cte) =>
          cte
            .selectFrom('audit')
            .innerJoin('record', 'record.last_entry', 'audit.seq')
            .select(['audit.seq', 'audit.record_id', 'audit.kind', 'audit.field', 'audit.prev'])
            .where((eb) => dialect.among(eb.ref('record.id'), textSlot('ids')))
            .unionAll(
              cte
                .selectFrom('audit')
                .innerJoin('line', 'line.prev', 'audit.seq')
                .select(['audit.seq', 'audit.record_id', 'audit.kind', 'audit.field', 'audit.prev']),
            ),
        )
        .selectFrom('line')
        .innerJoin('chain', (join) => join.on((eb) => eb('chain.csn', '=', sql<number>`${eb.ref('line.seq')} >> 24`)))
        .leftJoin('user_account', 'user_account.id', 'chain.actor')
        .select(['line.record_id', 'line.kind', 'line.field', 'chain.at'])
        .select((eb) => eb.fn.coalesce('user_account.display_name', sql.lit(systemName)).as('by'))
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
        .leftJoin('user_account', 'user_account.id', 'push.user_id')
        .select(['push.push_id', 'push.user_id', 'push.csn', 'push.at', 'push.source', 'push.file_name', 'push.counts'])
        .select((eb) => eb.fn.coalesce('user_account.display_name', sql.lit(systemName)).as('by'))
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
        .select((eb) =>
          eb
            .selectFrom('proceeding')
            .select((inner) => inner.fn.countAll<number>().as('n'))
            .where('proceeding.type', 'in', [sql.lit('decision'), sql.lit('emergency')])
            .where((inner) => inner(inner.ref('proceeding.seq'), '>=', sql<number>`${eb.ref('push.csn')} << 24`))
            .where((inner) => inner(inner.ref('proceeding.seq'), '<', sql<number>`(${eb.ref('push.csn')} + 1) << 24`))
            .$asScalar()
            .$notNull()
            .as('steps'),
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
    newestRow: compileOnce(db.selectFrom('record').select('seq').orderBy('seq', 'desc').limit(sql.lit(1))),
    /**
     * Audit entries of records that were just created, out of the records themselves: nothing is bound or sent twice.
     * `step` is 1 where each record is a group of its own, 0 where all are one.
     */
    auditCreates: compileOnce(
      db
        .insertInto('audit')
        .columns(['seq', 'g', 'kind', 'record_id', 'p', 'now'])
        .expression(
          db
            .selectFrom('record')
            .select((eb) => [
              'last_entry',
              sql<number>`${numberSlot('g')} + (${eb.ref('last_entry')} - ${numberSlot('first')}) * ${numberSlot('step')}`.as(
                'g',
              ),
              sql.lit('create').as('kind'),
              'id',
              'p',
              sql<string>`'{"state":"' || ${eb.ref('state')} || '","values":' || ${eb.ref('content')} || '}'`.as('now'),
            ])
            .where('seq', '>', numberSlot('after'))
            .where('last_entry', '>=', numberSlot('first'))
            .where('last_entry', '<=', numberSlot('last')),
        ),
    ),
    deleteTallies: compileOnce(db.deleteFrom('tally').where('p', '=', textSlot('p'))),
  }
}

/** One row of a page (P-9): live `["id","p","rv","state",{…}]`, gone `["id"]`. State names need no escape: makeKindCodec sees to it. */
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
