// Hot queries on the log of proceedings, on what evidence covers, and on the hands that touched a record.
import type { Engine } from './engine.ts'
import { selectNotes } from './review/selectNotes.ts'
import { compileOnce, numberSlot, textSlot } from './statement.ts'
import { sql } from 'kysely'

/** The first and each further entry of a record's line: one shape, so that they can be united. */
const entryOfLine = [
  'audit.seq',
  'audit.prev',
  'audit.record_id',
  'audit.kind',
  'audit.field',
  'audit.was',
  'audit.now',
] as const

export function makeReviewQueries({ db, dialect }: Engine) {
  const told = selectNotes(db)
  return {
    insertNotes: dialect.batch({
      table: 'proceeding',
      columns: [
        ['seq', 'integer'],
        ['type', 'text'],
        ['subject', 'text'],
        ['p', 'text'],
        ['record_id', 'text'],
        ['body', 'text'],
      ],
      mode: 'insert',
      key: [],
    }),
    insertCovers: dialect.batch({
      table: 'cover',
      columns: [
        ['evidence', 'text'],
        ['record_id', 'text'],
        ['digest', 'text'],
      ],
      mode: 'insert',
      key: [],
    }),
    /** From `from` (inclusive) to `to` (exclusive), as toSeq counts. */
    notesBetween: compileOnce(
      db
        .selectFrom('proceeding')
        .selectAll()
        .where('seq', '>=', numberSlot('from'))
        .where('seq', '<', numberSlot('to'))
        .orderBy('seq'),
    ),
    newestNote: compileOnce(db.selectFrom('proceeding').select('seq').orderBy('seq', 'desc').limit(sql.lit(1))),
    notesOfPlaces: compileOnce(
      told.where((eb) => dialect.among(eb.ref('proceeding.p'), textSlot('ps'))).orderBy('proceeding.seq'),
    ),
    notesOfSubjects: compileOnce(
      told.where((eb) => dialect.among(eb.ref('proceeding.subject'), textSlot('subjects'))).orderBy('proceeding.seq'),
    ),
    notesOfTypes: compileOnce(
      told.where((eb) => dialect.among(eb.ref('proceeding.type'), textSlot('types'))).orderBy('proceeding.seq'),
    ),
    /** Who was shown a masked value of the record, newest first. */
    revealsOf: compileOnce(
      told
        .where('proceeding.type', '=', sql.lit('reveal'))
        .where('proceeding.record_id', '=', textSlot('id'))
        .orderBy('proceeding.seq', 'desc'),
    ),
    coversOf: compileOnce(
      db
        .selectFrom('cover')
        .selectAll()
        .where((eb) => dialect.among(eb.ref('evidence'), textSlot('evidence'))),
    ),
    /** Every entry of these records, oldest first, with who made it; whole records are left out of it. */
    handsOf: compileOnce(
      db
        .withRecursive('line', (cte) =>
          cte
            .selectFrom('audit')
            .innerJoin('record', 'record.last_entry', 'audit.seq')
            .select(entryOfLine)
            .where((eb) => dialect.among(eb.ref('record.id'), textSlot('ids')))
            .unionAll(cte.selectFrom('audit').innerJoin('line', 'line.prev', 'audit.seq').select(entryOfLine)),
        )
        .selectFrom('line')
        .innerJoin('chain', (join) => join.on((eb) => eb('chain.csn', '=', sql<number>`${eb.ref('line.seq')} >> 24`)))
        .select(['line.record_id', 'line.kind', 'line.field', 'chain.actor'])
        .select((eb) => [
          eb
            .case()
            .when('line.kind', '=', sql.lit('transition' as const))
            .then(eb.ref('line.was'))
            .end()
            .as('was'),
          eb
            .case()
            .when('line.kind', '=', sql.lit('transition' as const))
            .then(eb.ref('line.now'))
            .end()
            .as('now'),
        ])
        .orderBy('line.seq'),
    ),
  }
}
