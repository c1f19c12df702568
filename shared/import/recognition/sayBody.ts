// What the rows and columns of a body leave in doubt, said with place and number.
import { cellName, columnName } from '../../workbook/raw.ts'
import { rowList, say, type Doubts } from './doubt.ts'
import { formatExact } from './exactSum.ts'
import { cellOf, type ReadBody } from './readBody.ts'
import { cellText, rowNumber, type Region } from './region.ts'
import { unitOfCell } from './units.ts'
import { foldLabel, isMoneyHeader } from './words.ts'

function columnLabel(column: { readonly header: string; readonly index: number }): string {
  return column.header === '' ? columnName(column.index) : column.header
}

function sayRows(region: Region, body: ReadBody, doubts: Doubts): void {
  const numbers = (rows: readonly number[]): number[] => rows.map((k) => rowNumber(region, k))
  const list = (code: string, severity: 'warning' | 'hint', rows: readonly number[]): void => {
    const first = rows[0]
    if (first === undefined) return
    say(
      doubts,
      { code, severity },
      {
        location: { row: rowNumber(region, first) },
        params: { rows: rowList(numbers(rows)), count: rows.length },
      },
    )
  }
  const { empty, tall, hierarchy } = body
  list('import/empty-rows', 'hint', empty.numbered)
  list('import/nameless-rows', 'warning', empty.nameless)
  if (empty.blankForm !== undefined)
    say(doubts, { code: 'import/blank-form', severity: 'warning' }, { params: { label: empty.blankForm } })
  if (tall) say(doubts, { code: 'import/tall-records', severity: 'warning' }, { params: { height: tall.height } })
  list(
    'import/parent-rows',
    'hint',
    [...hierarchy.parents].sort((a, b) => a - b),
  )
  list('import/part-rows', 'hint', [...hierarchy.parts])
  const withRole = (test: (row: ReadBody['rows'][number]) => boolean): number[] => {
    const found: number[] = []
    body.rows.forEach((row, i) => {
      if (test(row)) found.push(body.from + i)
    })
    return found
  }
  list(
    'import/section-guess',
    'warning',
    withRole((row) => row.guessed === true),
  )
  list(
    'import/lonely-rows',
    'hint',
    withRole((row) => row.lonely === true),
  )
  list(
    'import/moved-header',
    'warning',
    withRole((row) => row.moved === true),
  )
  list(
    'import/note-in-data',
    'hint',
    withRole((row) => row.role === 'note'),
  )
  const { hiddenRows } = region.grid.sheet
  if (hiddenRows.size > 0) {
    const hidden = withRole((row) => row.role === 'data').filter((k) => hiddenRows.has(rowNumber(region, k)))
    list('import/hidden-rows', 'warning', hidden)
  }
}

function sayColumns(region: Region, body: ReadBody, doubts: Doubts): void {
  const { fill, columns } = body
  const at = (code: string, severity: 'warning' | 'hint', indexes: readonly number[]): void => {
    for (const index of indexes) {
      const column = columns.find((one) => one.index === index)
      if (column) say(doubts, { code, severity }, { params: { label: columnLabel(column), column: columnName(index) } })
    }
  }
  at('import/filled-blanks', 'warning', fill.guessed)
  at('import/merged-amount', 'warning', fill.amounts)
  at('import/merged-once', 'hint', fill.rare)
  const { hiddenColumns } = region.grid.sheet
  at(
    'import/hidden-column',
    'hint',
    columns
      .filter((column) => hiddenColumns.has(column.index) && column.facts.filled > 0)
      .map((column) => column.index),
  )
  const seen = new Map<string, number>()
  for (const column of columns) {
    const { facts } = column
    const label = columnLabel(column)
    const params = { label, column: columnName(column.index) }
    const name = column.path.join('/')
    if (column.header === '' && facts.filled > 0)
      say(doubts, { code: 'import/unnamed-column', severity: 'hint' }, { params })
    else if (column.header !== '' && seen.has(name))
      say(doubts, { code: 'import/duplicate-header', severity: 'hint' }, { params })
    seen.set(name, column.index)
    if (facts.errors > 0)
      say(
        doubts,
        { code: 'import/error-values', severity: 'warning' },
        {
          location: { cell: cellOf(region, facts.firstError, column.index) },
          params: { ...params, count: facts.errors },
        },
      )
    if (facts.tooLong > 0)
      say(
        doubts,
        { code: 'import/digits-lost', severity: 'warning' },
        {
          location: { cell: cellOf(region, facts.firstTooLong, column.index) },
          params: { ...params, count: facts.tooLong },
        },
      )
    const amounts = column.type === 'money' || column.type === 'number'
    const meant =
      column.type === 'text' &&
      isMoneyHeader(foldLabel(column.header)) &&
      facts.numbers + facts.numberTexts + facts.measures > 0
    if ((amounts || meant) && !column.serial && facts.words > facts.nils)
      say(
        doubts,
        { code: 'import/words-among-numbers', severity: 'hint' },
        {
          location: { cell: cellOf(region, facts.firstWord, column.index) },
          params: {
            ...params,
            count: facts.words - facts.nils,
            text: cellText(region, facts.firstWord, column.index).slice(0, 20),
          },
        },
      )
  }
  sayUnits(region, body, doubts)
}

/** 亿元 in one row and 万美元 in another, CNY and USD: their sum means nothing. */
function sayUnits(region: Region, body: ReadBody, doubts: Doubts): void {
  const column = body.columns.find((one) => one.unitColumn || one.currency)
  if (!column) return
  const units = new Set<string>()
  let money = false
  body.rows.forEach((row, i) => {
    if (row.role !== 'data' || units.size > 20) return
    const text = cellText(region, body.from + i, column.index)
    if (text === '') return
    units.add(text)
    money ||= column.currency || unitOfCell(text) !== undefined
  })
  const added = body.tallies.numericCells.some((cells) => cells > 1)
  if (money && added && units.size > 1)
    say(
      doubts,
      { code: 'import/mixed-units', severity: 'warning' },
      {
        params: { label: columnLabel(column), units: [...units].slice(0, 5).join('、') },
      },
    )
}

function sayTotals(region: Region, body: ReadBody, doubts: Doubts): void {
  for (const total of body.tallies.declared) {
    const row = rowNumber(region, total.k)
    const label = total.row.label ?? ''
    if (total.row.total === 'balance' && total.ties.every((tie) => tie === undefined)) {
      if (total.declared.some((amount) => amount !== undefined))
        say(
          doubts,
          { code: 'import/balance-unchecked', severity: 'hint' },
          { location: { row }, params: { row, label } },
        )
      continue
    }
    body.tallies.columns.forEach((column, i) => {
      const declared = total.declared[i]
      if (declared === undefined || total.ties[i] !== false) return
      const computed = total.computed[i] ?? 0n
      say(
        doubts,
        { code: 'import/total-mismatch', severity: column.additive ? 'warning' : 'hint' },
        {
          location: { row, cell: cellName(row, column.index) },
          params: {
            label: label === '' ? `${row}` : label,
            column: columnLabel(column),
            declared: formatExact(declared),
            computed: formatExact(computed),
            difference: formatExact(declared - computed),
          },
        },
      )
    })
  }
}

export function sayBody(region: Region, body: ReadBody, doubts: Doubts): void {
  sayRows(region, body, doubts)
  sayColumns(region, body, doubts)
  sayTotals(region, body, doubts)
}
