// Records as a virtual grid: 100,000 rows, keyboard, sort by column; only the rows in sight are in the page.
// A table cannot be virtual and keep its columns: rows are placed by hand, so the roles are written out.
// oxlint-disable jsx-a11y/prefer-tag-over-role
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, useEffect, useImperativeHandle, useRef, type Ref } from 'react'
import type { RecordRow } from '#shared/contract/resources.ts'
import type { ColumnDefinition } from '#shared/definition/column.ts'
import type { Severity } from '#shared/kernel/finding.ts'
import type { Words } from '#shared/kernel/words.ts'
import type { Sort } from '../../session/recordView.ts'
import { showValue } from '../../session/showValue.ts'
import { useGridCursor, type Cell } from '../../session/useGridCursor.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { Lamp, lampOf } from '../parts.tsx'

const rowHeight = 32
/** Two lines, where a name has no room for one. */
const narrowRowHeight = 48

/** Pixels that a column's characters and its title need, cell padding included; a very long title is cut. */
function pixels(definition: ColumnDefinition, title: string): number {
  const cells = Math.min(Math.max(definition.width, 7), definition.type === 'text' ? 20 : 40) * 8
  const head = title.length * 8 + (title.match(/[\u2e80-\uffff]/g) ?? []).length * 7
  return Math.max(cells, Math.min(head, 160)) + 20
}

const lampWidth = 92

/** Columns share what room is left by their widths; `width` is what they need at least. */
function wideTemplate(columns: readonly GridColumn[], hasLogged: boolean, say: (words: Words) => string) {
  const needs = columns.map(({ definition }) => pixels(definition, say(definition.label)))
  const parts = columns.map(({ definition }, at) => `minmax(${needs[at]}px, ${definition.width}fr)`)
  const after = Array<string>(hasLogged ? 2 : 1).fill(`${lampWidth}px`)
  const width = needs.reduce((sum, need) => sum + need, after.length * lampWidth)
  return { template: [...parts, ...after].join(' '), width }
}

const narrowTemplate = { template: `minmax(0, 1fr) minmax(0, 116px) ${lampWidth - 8}px`, width: 0 }

export interface GridColumn {
  readonly key: string
  readonly definition: ColumnDefinition
}

export interface GridHandle {
  readonly focusCell: () => void
}

export interface RecordGridProps {
  readonly label: string
  readonly rows: readonly RecordRow[]
  /** Places in `rows`, in the order shown. */
  readonly shown: readonly number[]
  readonly columns: readonly GridColumn[]
  /** Two columns only, in the width there is. */
  readonly isNarrow: boolean
  readonly worst: (id: string) => Severity | undefined
  /** How often what was logged of a row (催办 2 次), '' for nothing; null where nothing was. */
  readonly logged: { readonly label: string; readonly of: (id: string) => string } | null
  readonly sort: Sort | null
  readonly onSort: (column: string) => void
  /** Told which record and column (undefined: the findings column) has the focus. */
  readonly onSelect: (row: RecordRow, column: string | undefined) => void
  readonly onOpen: () => void
  readonly handle: Ref<GridHandle>
}

interface LineProps {
  readonly row: RecordRow
  readonly place: number
  readonly top: number
  readonly columns: readonly GridColumn[]
  readonly template: string
  readonly severity: Severity | undefined
  /** null: there is no such column. */
  readonly logged: string | null
  /** Said below the lamp, in the width there is. */
  readonly below: string
  readonly cursor: number | null
}

const GridLine = memo(function GridLine(props: LineProps) {
  const { row, place, top, columns, template, severity, logged, below, cursor } = props
  const { t, locale } = useLanguage()
  const last = columns.length + (logged === null ? 0 : 1)
  return (
    <div
      role="row"
      aria-rowindex={place + 2}
      className={cursor === null ? 'grid-row' : 'grid-row is-current'}
      style={{ transform: `translateY(${top}px)`, gridTemplateColumns: template }}
    >
      {columns.map(({ key, definition }, index) => (
        <div
          key={key}
          role="gridcell"
          aria-colindex={index + 1}
          data-cell={`${place},${index}`}
          tabIndex={cursor === index ? 0 : -1}
          className={`grid-cell type-${definition.type}`}
        >
          {showValue(row.values[key] ?? null, definition, locale)}
        </div>
      ))}
      {logged !== null && (
        <div
          role="gridcell"
          aria-colindex={columns.length + 1}
          data-cell={`${place},${columns.length}`}
          tabIndex={cursor === columns.length ? 0 : -1}
          className="grid-cell"
        >
          {logged}
        </div>
      )}
      <div
        role="gridcell"
        aria-colindex={last + 1}
        data-cell={`${place},${last}`}
        tabIndex={cursor === last ? 0 : -1}
        className="grid-cell"
      >
        {severity && <Lamp color={lampOf[severity]}>{t.severity[severity]}</Lamp>}
        {below !== '' && <div className="quiet">{below}</div>}
      </div>
    </div>
  )
})

export function RecordGrid(props: RecordGridProps) {
  const { label, rows, shown, columns, isNarrow, worst, logged, sort, onSort, onSelect, onOpen, handle } = props
  const { t, say } = useLanguage()
  const scroller = useRef<HTMLDivElement>(null)
  const wanted = useRef<Cell>(null)
  // it hands out functions of its own, so the compiler leaves this component alone; nothing here relies on it
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (isNarrow ? narrowRowHeight : rowHeight),
    overscan: 10,
    scrollPaddingStart: rowHeight,
  })
  const { template, width } = isNarrow ? narrowTemplate : wideTemplate(columns, logged !== null, say)
  const ownColumn = isNarrow ? null : logged
  const columnCount = columns.length + (ownColumn ? 2 : 1)

  const focus = useCallback(
    (cell: Cell) => {
      const focusNow = (): boolean => {
        const element = scroller.current?.querySelector<HTMLElement>(`[data-cell="${cell.row},${cell.column}"]`)
        element?.focus({ preventScroll: true })
        element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
        return element !== undefined && element !== null
      }
      virtual.scrollToIndex(cell.row)
      // a row out of sight is drawn first; by then another key may have moved on, so only the last place counts
      wanted.current = cell
      const tryAgain = (framesLeft: number) => {
        if (wanted.current !== cell || focusNow() || framesLeft === 0) return
        requestAnimationFrame(() => tryAgain(framesLeft - 1))
      }
      tryAgain(20)
    },
    [virtual],
  )
  const size = { rows: shown.length, columns: columnCount, page: 15 }
  const cursor = useGridCursor(size, focus)
  const { cell, go } = cursor
  useImperativeHandle(handle, () => ({ focusCell: () => focus(cell) }), [focus, cell])

  const current = rows[shown[cell.row] ?? -1]
  const currentColumn = columns[cell.column]?.key
  useEffect(() => {
    if (current) onSelect(current, currentColumn)
  }, [current, currentColumn, onSelect])

  return (
    <div
      ref={scroller}
      className={isNarrow ? 'grid is-narrow' : 'grid'}
      role="grid"
      aria-label={label}
      aria-rowcount={shown.length + 1}
      aria-colcount={columnCount}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (!(event.target as HTMLElement).dataset['cell']) return
        if (event.key === 'Enter') onOpen()
        else cursor.onKeyDown(event)
      }}
      onClick={(event) => {
        const at = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')?.dataset['cell']?.split(',')
        if (at) go({ row: Number(at[0]), column: Number(at[1]) })
      }}
    >
      <div role="rowgroup" className="grid-head" style={{ minWidth: width }}>
        <div role="row" aria-rowindex={1} className="grid-row" style={{ gridTemplateColumns: template }}>
          {columns.map(({ key, definition }, index) => {
            const direction = sort?.column === key ? sort.direction : undefined
            return (
              <div
                key={key}
                role="columnheader"
                aria-colindex={index + 1}
                aria-sort={direction ?? 'none'}
                className={`grid-cell type-${definition.type}`}
              >
                <button type="button" title={t.records.sortBy(say(definition.label))} onClick={() => onSort(key)}>
                  {say(definition.label)}
                  <span aria-hidden="true">
                    {direction === 'ascending' ? ' ▲' : direction === 'descending' ? ' ▼' : ''}
                  </span>
                </button>
              </div>
            )
          })}
          {ownColumn && (
            <div role="columnheader" aria-colindex={columns.length + 1} className="grid-cell">
              {ownColumn.label}
            </div>
          )}
          <div role="columnheader" aria-colindex={columnCount} className="grid-cell">
            {t.records.findings}
          </div>
        </div>
      </div>
      <div role="rowgroup" className="grid-body" style={{ height: virtual.getTotalSize(), minWidth: width }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[shown[item.index] ?? -1]
          if (!row) return null
          return (
            <GridLine
              key={row.id}
              row={row}
              place={item.index}
              top={item.start}
              columns={columns}
              template={template}
              severity={worst(row.id)}
              logged={ownColumn ? ownColumn.of(row.id) : null}
              below={isNarrow && logged ? logged.of(row.id) : ''}
              cursor={cell.row === item.index ? cell.column : null}
            />
          )
        })}
      </div>
    </div>
  )
}
