// The list of column types.
import type { ColumnType } from '../definition/column.ts'
import { boolean } from './boolean.ts'
import { choice } from './choice.ts'
import { code } from './code.ts'
import { date } from './date.ts'
import { deadline } from './deadline.ts'
import { integer } from './integer.ts'
import { list } from './list.ts'
import { money } from './money.ts'
import { percent } from './percent.ts'
import { text } from './text.ts'
import type { ValueType } from './valueType.ts'

export const valueTypes: Readonly<Record<ColumnType, ValueType>> = {
  text,
  code,
  choice,
  list,
  money,
  integer,
  percent,
  date,
  deadline,
  boolean,
}
