// The sheet as its people know it, every row shaded and named by what it was taken for; cells are corrected in place.
// A table whose cells are walked by arrow keys is a grid.
// oxlint-disable jsx-a11y/no-noninteractive-element-to-interactive-role
import { Button } from '@fluentui/react-components'
import { memo, useCallback, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react'
import type { ImportTable } from '#shared/contract/importResources.ts'
import type { ColumnDefinition } from '#shared/definition/column.ts'
import { halvesOf } from '#shared/import/halves.ts'
import type { ImportPlan, RowRole } from '#shared/import/plan.ts'
import { cellName, columnName } from '#shared/workbook/raw.ts'
import { useGridCursor } from '../../session/useGridCursor.ts'
import { rolesOf } from '../../session/importState.ts'
import { showValue } from '../../session/showValue.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { CellEditor, RoleEditor } from './PictureEditors.tsx'

export interface PictureHandle {
  /** Goes to a cell of the sheet (row 1-based, column 0-based or undefined); false when the picture does not show it. */
  readonly show: (row: number, column: number | undefined) => boolean
}

/** A cell that a column of the kind is read from; `index` is the 0-based source column. */
export interface PictureCell {
  readonly row: number
  readonly index: number
  readonly column: string
}

export interface PictureProps {
  readonly table: ImportTable
  readonly plan: ImportPlan | null
  readonly columns: Readonly<Record<string, ColumnDefinition>>
  readonly marks: ReadonlyMap<string, 'error' | 'warning'>
  readonly onCorrect: (at: PictureCell, text: string) => string | null
  readonly onRole: (row: number, role: RowRole) => void
  /** Set while a finding is being looked at: how to get back to it. */
  readonly onBack: (() => void) | null
  readonly handle: Ref<PictureHandle>
}

const legendRoles: readonly RowRole[] = ['title', 'header', 'data', 'section', 'subtotal', 'total', 'footer', 'note']
/** `repeated-header` looks as `header`, `meta` as `title`, and so on: names differ, shades are few. */
const shade: Partial<Record<RowRole, RowRole>> = { 'repeated-header': 'header', meta: 'title' }

interface RowProps {
  readonly row: number
  readonly gridRow: number
  readonly left: number
  readonly texts: readonly string[]
  readonly role: RowRole
  readonly roleName: string
  /** Column of the focused cell (0 is the role), or null when the focus is in another row. */
  readonly cursor: number | null
  readonly corrected: ReadonlyMap<number, string> | undefined
  readonly marks: ReadonlyMap<string, 'error' | 'warning'>
  /** Columns of the picture. */
  readonly width: number
  /** Columns of numbers, set right in rows that count. */
  readonly amounts: ReadonlySet<number>
}

const numeric: ReadonlySet<string> = new Set(['number', 'money', 'percent'])
const counted: ReadonlySet<RowRole> = new Set(['data', 'subtotal', 'total'])

interface SpreadCell {
  readonly text: string
  /** 0-based within the picture. */
  readonly index: number
  readonly span: number
}

/** Cells of a row over the whole width; where `isRuled` is false a text runs on over the blanks to its right, as in Excel. */
function spread(texts: readonly string[], width: number, isRuled: boolean): readonly SpreadCell[] {
  const cells: SpreadCell[] = []
  for (let index = 0; index < width; index += 1) {
    const text = texts[index] ?? ''
    const last = cells.at(-1)
    if (text === '' && last && !isRuled) cells[cells.length - 1] = { ...last, span: last.span + 1 }
    else cells.push({ text, index, span: 1 })
  }
  return cells
}

const PictureRow = memo(function PictureRow(props: RowProps) {
  const { row, gridRow, left, texts, role, roleName, cursor, corrected, marks, width, amounts } = props
  const isCounted = counted.has(role)
  return (
    <tr className={`role-${shade[role] ?? role}`} aria-rowindex={row}>
      <th scope="row" className="picture-row-number">
        {row}
      </th>
      <td className="picture-role" data-cell={`${gridRow},0`} tabIndex={cursor === 0 ? 0 : -1}>
        {roleName}
      </td>
      {spread(texts, width, isCounted || role === 'header').map(({ text, index, span }) => {
        const fixed = corrected?.get(left + index)
        const mark = marks.get(cellName(row, left + index))
        const hasFocus = cursor !== null && cursor > index && cursor <= index + span
        return (
          <td
            key={index}
            colSpan={span}
            className={[
              fixed === undefined ? '' : 'is-corrected',
              mark === undefined ? '' : `mark-${mark}`,
              isCounted && amounts.has(left + index) ? 'amount' : '',
            ].join(' ')}
            data-cell={`${gridRow},${index + 1}`}
            tabIndex={hasFocus ? 0 : -1}
            aria-invalid={mark === 'error' ? true : undefined}
          >
            {fixed ?? text}
          </td>
        )
      })}
    </tr>
  )
})

export function SheetPicture(props: PictureProps) {
  const { table, plan, columns, marks, onCorrect, onRole, onBack, handle } = props
  const { t, locale } = useLanguage()
  const { picture } = table
  const grid = useRef<HTMLTableElement>(null)
  const [editingAt, setEditingAt] = useState<string | null>(null)
  const width = Math.max(0, ...picture.rows.map((texts) => texts.length))

  const roles = useMemo(() => rolesOf(table, plan), [table, plan])
  const amounts = useMemo(
    () => new Set(table.table.columns.filter((each) => numeric.has(each.type)).map((each) => each.index)),
    [table],
  )
  const corrections = useMemo(() => {
    const byRow = new Map<number, Map<number, string>>()
    for (const half of plan ? halvesOf(plan) : []) {
      for (const each of half.corrections) {
        const index = half.mappings.find((mapping) => mapping.target === each.column)?.source.index
        if (index === undefined) continue
        const cells = byRow.get(each.row) ?? new Map<number, string>()
        const column = columns[each.column]
        byRow.set(each.row, cells.set(index, column ? showValue(each.value, column, locale) : String(each.value ?? '')))
      }
    }
    return byRow
  }, [plan, columns, locale])

  const focusCell = useCallback((at: { readonly row: number; readonly column: number }) => {
    setEditingAt(null)
    // a title stands over several columns: the cell that covers the place takes the focus
    const cells = [...(grid.current?.querySelectorAll<HTMLElement>(`[data-cell^="${at.row},"]`) ?? [])]
    const cell = cells.findLast((each) => Number(each.dataset['cell']?.split(',')[1]) <= at.column)
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [])
  const cursor = useGridCursor({ rows: picture.rows.length, columns: width + 1, page: 12 }, focusCell)
  const { cell, go } = cursor

  useImperativeHandle(
    handle,
    () => ({
      show(row, column) {
        const gridRow = row - picture.top
        if (gridRow < 0 || gridRow >= picture.rows.length) return false
        go({ row: gridRow, column: column === undefined ? 0 : Math.max(0, column - picture.left + 1) })
        return true
      },
    }),
    [go, picture],
  )
  const here = `${cell.row},${cell.column}`
  const editing = editingAt === here

  const row = picture.top + cell.row
  const sheetColumn = picture.left + cell.column - 1
  const mappings = plan ? halvesOf(plan).flatMap((half) => half.mappings) : []
  const target = mappings.find((mapping) => mapping.source.index === sheetColumn)?.target ?? null
  const column = target === null ? undefined : columns[target]
  const role = roles.get(row) ?? 'blank'
  const text = corrections.get(row)?.get(sheetColumn) ?? picture.rows[cell.row]?.[cell.column - 1] ?? ''
  const closeEditor = () => focusCell(cell)

  return (
    <div className="picture">
      <div className="legend" role="note" aria-label={t.file.picture.legend}>
        {legendRoles.map((each) => (
          <span key={each} className={`legend-item role-${each}`}>
            {t.file.picture.role[each]}
          </span>
        ))}
      </div>
      <div className="picture-scroll">
        <table
          ref={grid}
          role="grid"
          aria-label={t.file.picture.label}
          aria-rowcount={picture.rows.length}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && plan) {
              event.preventDefault()
              setEditingAt(here)
            } else if (event.key === 'Escape' && editing) setEditingAt(null)
            else if (event.key === 'Escape' && onBack) onBack()
            else cursor.onKeyDown(event)
          }}
          onClick={(event) => {
            const at = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')?.dataset['cell']?.split(',')
            if (at) go({ row: Number(at[0]), column: Number(at[1]) })
          }}
          onDoubleClick={() => plan && setEditingAt(here)}
        >
          <thead>
            <tr>
              <th aria-label={t.records.rowNumber} />
              <th aria-label={t.file.picture.legend} />
              {Array.from({ length: width }, (_, index) => (
                <th key={index} scope="col">
                  {columnName(picture.left + index)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {picture.rows.map((texts, index) => {
              const sheetRow = picture.top + index
              const rowRole = roles.get(sheetRow) ?? 'blank'
              return (
                <PictureRow
                  key={sheetRow}
                  row={sheetRow}
                  gridRow={index}
                  left={picture.left}
                  texts={texts}
                  role={rowRole}
                  roleName={t.file.picture.role[rowRole]}
                  cursor={cell.row === index ? cell.column : null}
                  corrected={corrections.get(sheetRow)}
                  marks={marks}
                  width={width}
                  amounts={amounts}
                />
              )
            })}
          </tbody>
        </table>
      </div>
      {picture.cut && <p className="quiet">{t.file.picture.cut(picture.rows.length)}</p>}
      <div className="picture-bar">
        {editing && cell.column === 0 && (
          <RoleEditor row={row} role={role} onSave={(next) => onRole(row, next)} onClose={closeEditor} />
        )}
        {editing && cell.column > 0 && (
          <CellEditor
            key={`${row}/${sheetColumn}`}
            cell={cellName(row, sheetColumn)}
            column={role === 'data' ? column : undefined}
            text={text}
            onSave={(next) => (target === null ? null : onCorrect({ row, index: sheetColumn, column: target }, next))}
            onClose={closeEditor}
          />
        )}
        {onBack && !editing && (
          <Button size="small" onClick={onBack}>
            {t.file.picture.backToFinding}
          </Button>
        )}
      </div>
    </div>
  )
}
