// Hot queries on what is around the records: counter, settings, people, units, pushes, links of the chain.
import type { Engine } from './engine.ts'
import type { PersonRelation } from '#shared/contract/rightsResources.ts'
import { selectIdentity } from '../auth/identities.ts'
import { selectGrants } from '../auth/heldGrants.ts'
import { systemName } from './systemActor.ts'
import { compileOnce, numberSlot, textSlot, type Statement } from './statement.ts'
import { sql } from 'kysely'

export function makeLedgerQueries({ db, dialect }: Engine) {
  const lockedMeta = db.selectFrom('meta').select(['csn', 'head', 'epoch', 'floor_csn', 'policy_version', 'token_key'])
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

    /** Around what a push of mode `all` writes, to take it back and still record the answer. */
    savepoint: { sql: 'savepoint tongbiao', slots: [] } satisfies Statement<never>,
    rollBackToSavepoint: { sql: 'rollback to savepoint tongbiao', slots: [] } satisfies Statement<never>,

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
    insertSetting: compileOnce(
      db
        .insertInto('setting')
        .values({ k: textSlot('k'), v: textSlot('v') })
        .onConflict((conflict) => conflict.column('k').doNothing()),
    ),
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
    grants: compileOnce(selectGrants(db, textSlot('user'))),
    identity: compileOnce(selectIdentity(db, textSlot('user'))),
    personsOf: compileOnce(
      db
        .selectFrom('account_person')
        .select(['number', 'relation', 'name', 'by_user'])
        .where('user_id', '=', textSlot('user'))
        .orderBy('at')
        .orderBy('number'),
    ),
    insertPerson: compileOnce(
      db.insertInto('account_person').values({
        user_id: textSlot('user'),
        number: textSlot('number'),
        relation: textSlot('relation') as PersonRelation,
        name: textSlot('name'),
        at: textSlot('at'),
        by_user: textSlot('by'),
      }),
    ),
    deletePerson: compileOnce(
      db.deleteFrom('account_person').where('user_id', '=', textSlot('user')).where('number', '=', textSlot('number')),
    ),
    everyGrant: compileOnce(
      db
        .selectFrom('access_grant')
        .select(['user_id', 'role', 'unit_id', 'kinds', 'department', 'valid_from', 'valid_to', 'delegation'])
        .orderBy('id'),
    ),
    everybody: compileOnce(
      db.selectFrom('user_account').select(['id', 'display_name', 'disabled']).orderBy('created_at').orderBy('id'),
    ),
    insertGrant: compileOnce(
      db.insertInto('access_grant').values({
        id: textSlot('id'),
        user_id: textSlot('user'),
        role: textSlot('role'),
        unit_id: textSlot('unit'),
        kinds: textSlot('kinds'),
        department: textSlot('department'),
        valid_from: textSlot('from'),
        valid_to: textSlot('to'),
        delegated_by: textSlot('giver'),
        delegation: textSlot('delegation'),
      }),
    ),
    deleteDelegated: compileOnce(db.deleteFrom('access_grant').where('delegation', '=', textSlot('delegation'))),
    /** What an administrator gave for exactly these days. */
    endGrant: compileOnce(
      db
        .deleteFrom('access_grant')
        .where('user_id', '=', textSlot('user'))
        .where('unit_id', '=', textSlot('unit'))
        .where('role', '=', textSlot('role'))
        .where('valid_from', '=', textSlot('from'))
        .where('valid_to', '=', textSlot('to'))
        .where('delegation', 'is', null),
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
        .leftJoin('user_account', 'user_account.id', 'chain.actor')
        .select(['chain.csn', 'chain.at'])
        .select((eb) => eb.fn.coalesce('user_account.display_name', sql.lit(systemName)).as('by'))
        .where((eb) => dialect.amongNumbers(eb.ref('chain.csn'), textSlot('csns'))),
    ),
    /** Partitions touched by commits of a list of decimal texts. */
    touchesOf: compileOnce(
      db
        .selectFrom('touch')
        .select(['p', 'csn'])
        .where((eb) => dialect.amongNumbers(eb.ref('csn'), textSlot('csns'))),
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
  }
}
