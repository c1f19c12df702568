// One place that both sides changed: 底稿, 对方, 我的, for amounts also both; answered by the keys 1–4.
import type { KeyboardEvent, ReactNode } from 'react'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import { fen, formatYuan } from '#shared/kernel/money.ts'
import type { Values } from '#shared/kernel/value.ts'
import type { Conflict } from '#shared/sync/merge/change.ts'
import { fieldChoices, rowChoices, bothChanges } from '../../session/conflictChoices.ts'
import { rowName } from '../../session/rowName.ts'
import { showValue } from '../../session/showValue.ts'
import { useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import type { Answer } from '../../session/workbookState.ts'
import { showWhen } from '../../strings/showWhen.ts'
import { Lamp } from '../parts.tsx'

export interface ConflictCardProps {
  readonly conflict: Conflict
  readonly sheet: SheetDefinition | undefined
  /** Values of the row, for its name. */
  readonly row: Values
  readonly place: number
  readonly all: number
  readonly answer: Answer | undefined
  readonly onAnswer: (answer: Answer) => void
}

interface Option {
  readonly answer: Answer
  readonly label: string
  readonly shown: ReactNode
  readonly note: string
}

function signed(amount: number): string {
  return `${amount < 0 ? '−' : '+'} ${formatYuan(fen(Math.abs(amount)))}`
}

function useOptions({ conflict, sheet }: ConflictCardProps): readonly Option[] {
  const { t, locale } = useLanguage()
  const { now } = useServices()
  const words = t.file.conflict
  const who = [conflict.by ?? '', conflict.at === undefined ? '' : showWhen(conflict.at, now(), t)].join(' ').trim()
  if (conflict.kind === 'row') {
    const name = (values: Values | null) => (values ? rowName(values, sheet, locale) : words.deleted)
    const labels =
      conflict.code === 'edit-deleted'
        ? { theirs: words.dropMine, mine: words.asNew }
        : conflict.code === 'delete-edited'
          ? { theirs: words.keepTheirs, mine: words.deleteAnyway }
          : { theirs: words.theirs, mine: words.mine }
    return rowChoices(conflict).map(({ answer, values }) => ({
      answer,
      label: labels[answer.choice],
      shown: name(values),
      note: answer.choice === 'theirs' ? who : '',
    }))
  }
  const column = sheet?.columns[conflict.column]
  const both = bothChanges(conflict)
  const sum =
    both !== undefined && typeof conflict.theirs === 'number' && typeof conflict.mine === 'number'
      ? (() => {
          const base = typeof conflict.base === 'number' ? conflict.base : 0
          return words.sum(formatYuan(fen(base)), signed(conflict.theirs - base), signed(conflict.mine - base))
        })()
      : ''
  const notes = { base: '', theirs: who, mine: '', both: sum }
  return fieldChoices(conflict, column).map(({ answer, value }) => ({
    answer,
    label: words[answer.choice],
    shown: value === null ? t.blank : column ? showValue(value, column, locale) : String(value),
    note: notes[answer.choice],
  }))
}

export function ConflictCard(props: ConflictCardProps) {
  const { conflict, sheet, row, place, all, answer, onAnswer } = props
  const { t, say, locale } = useLanguage()
  const options = useOptions(props)
  const column = conflict.kind === 'field' ? sheet?.columns[conflict.column] : undefined
  const columnName = conflict.kind === 'row' ? t.file.conflict.wholeRow : column ? say(column.label) : conflict.column
  const label = t.file.conflict.label(place, all, rowName(row, sheet, locale), columnName)
  const why = conflict.kind === 'row' ? t.file.conflict.code[conflict.code] : t.file.conflict.code['edit-edit']

  const chosen = options.find((option) => option.answer.choice === answer?.choice)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const option = options[Number(event.key) - 1]
    if (!option) return
    event.preventDefault()
    onAnswer(option.answer)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset className="conflict-card" onKeyDown={onKeyDown}>
      <legend>{label}</legend>
      <div className="conflict-why">
        <Lamp color={chosen ? 'green' : 'yellow'}>{chosen ? t.file.conflict.decided(chosen.label) : why}</Lamp>
      </div>
      <div className="conflict-options">
        {options.map((option, index) => (
          <label key={option.answer.choice} className={answer?.choice === option.answer.choice ? 'is-chosen' : ''}>
            <input
              type="radio"
              name={`${conflict.id}/${columnName}`}
              checked={answer?.choice === option.answer.choice}
              onChange={() => onAnswer(option.answer)}
            />
            <kbd aria-hidden="true">{index + 1}</kbd>
            <span className="conflict-label">{option.label}</span>
            <span className="conflict-value number">{option.shown}</span>
            <span className="conflict-note quiet number">{option.note}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
