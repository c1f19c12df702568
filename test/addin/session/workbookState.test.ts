// The state of an edited workbook on the page: choices, deletions, what is still open.
import { describe, expect, it } from 'vitest'
import { bothChanges, fieldChoices } from '#addin/session/conflictChoices.ts'
import {
  answerConflict,
  confirmDeletes,
  conflictsOf,
  hasNothingToSend,
  missingIds,
  startWorkbook,
  toPublishRequest,
  undecided,
} from '#addin/session/workbookState.ts'
import { samplePreview, sampleSheet } from '../samples.ts'

const file = new File(['x'], '样表.xlsx')

describe('decisions about an edited workbook', () => {
  it('asks about every conflict and sends exactly the answers given', () => {
    const state = startWorkbook(file, samplePreview)
    expect(undecided(state)).toHaveLength(2)
    const [amount, row] = conflictsOf(state)
    if (!amount || !row) throw new Error('missing sample')
    const answered = answerConflict(answerConflict(state, amount, { choice: 'both' }), row, { choice: 'mine' })
    expect(undecided(answered)).toHaveLength(0)
    expect(toPublishRequest(answered, 'publish')).toEqual({
      dryRun: false,
      resolutions: [
        { id: amount.id, column: 'amount', choice: 'both' },
        { id: row.id, column: null, choice: 'mine' },
      ],
      confirmedDeletes: [],
      restoredRows: missingIds(answered),
    })
    expect(toPublishRequest(answered, 'rehearse').dryRun).toBe(true)
  })

  it('deletes only what was ticked', () => {
    const state = startWorkbook(file, samplePreview)
    expect(toPublishRequest(state, 'publish').confirmedDeletes).toEqual([])
    expect(toPublishRequest(confirmDeletes(state, missingIds(state)), 'publish').confirmedDeletes).toEqual(
      missingIds(state),
    )
  })

  it('keeps answers when the same questions come back, and forgets those that do not', () => {
    const state = startWorkbook(file, samplePreview)
    const [amount] = conflictsOf(state)
    if (!amount) throw new Error('missing sample')
    const answered = confirmDeletes(answerConflict(state, amount, { choice: 'mine' }), missingIds(state))
    expect(startWorkbook(file, samplePreview, answered).answers.size).toBe(1)
    const nothing = { ...samplePreview, sheets: [] }
    const later = startWorkbook(file, nothing, answered)
    expect(later.answers.size).toBe(0)
    expect(later.deletes.size).toBe(0)
  })

  it('D4: brings missing rows back that were not ticked', () => {
    const [sheet] = samplePreview.sheets
    if (!sheet) throw new Error('missing sample')
    const onlyMissing = { ...sheet, conflicts: [], mine: sheet.mine.filter((change) => change.change === 'remove') }
    const state = startWorkbook(file, { ...samplePreview, sheets: [onlyMissing] })
    expect(hasNothingToSend(state)).toBe(false)
    expect(toPublishRequest(state, 'publish').restoredRows).toEqual(missingIds(state))
    expect(toPublishRequest(confirmDeletes(state, missingIds(state)), 'publish').restoredRows).toEqual([])
    const quiet = startWorkbook(file, { ...samplePreview, sheets: [{ ...onlyMissing, mine: [] }] })
    expect(hasNothingToSend(quiet)).toBe(true)
    expect(hasNothingToSend({ ...quiet, acceptsMatches: true })).toBe(false)
    expect(toPublishRequest({ ...quiet, acceptsMatches: true, cleared: new Set(['a']) }, 'publish')).toMatchObject({
      acceptMatches: true,
      clearDropped: ['a'],
    })
  })

  it('P-5 offers both changes for amounts, computed in plain sight, and not for text', () => {
    const [amount] = conflictsOf(startWorkbook(file, samplePreview))
    if (amount?.kind !== 'field') throw new Error('missing sample')
    expect(bothChanges(amount)).toBe(2_800_000)
    const choices = (key: string) => fieldChoices(amount, sampleSheet.columns[key]).map(({ answer }) => answer.choice)
    expect(choices('amount')).toEqual(['base', 'theirs', 'mine', 'both'])
    expect(choices('note')).toEqual(['base', 'theirs', 'mine'])
  })

  it('P-5 W8: offers neither both changes nor the base where nobody knows the base', () => {
    const [amount] = conflictsOf(startWorkbook(file, samplePreview))
    if (amount?.kind !== 'field') throw new Error('missing sample')
    const unknown = { ...amount, base: null, baseUnknown: true } as const
    expect(bothChanges(unknown)).toBeUndefined()
    expect(fieldChoices(unknown, sampleSheet.columns['amount']).map(({ answer }) => answer.choice)).toEqual([
      'theirs',
      'mine',
    ])
  })
})
