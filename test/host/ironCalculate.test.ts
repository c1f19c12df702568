// Formulas of the host's workbook come to the values Excel gives, after edits, moves, renames and with names.
import { expect, it } from 'vitest'
import { createOfficeHost } from './officeHost.ts'
import { fillBook } from './fillBook.ts'
import { ironCalculate } from './ironCalculate.ts'
import { createPerson } from './person.ts'

const sheets = [
  {
    name: '预算 表',
    cells: [
      ['401', '会费', 0.1],
      ['402', '经费', 0.2],
      ['504', '维权', 1234.5],
    ],
  },
  { name: '汇总', cells: [[null]] },
]

it('evaluates what offices write, exact to fifteen digits, texts as texts, errors as errors', () => {
  const host = createOfficeHost(fillBook(sheets), { version: '1.14', payloadLimit: 5_000_000 })
  host.book.calculate = ironCalculate
  const person = createPerson(host)
  const cases: readonly (readonly [formula: string, value: unknown])[] = [
    ["=SUM('预算 表'!C1:C2)", 0.3],
    ["=SUMIFS('预算 表'!C:C,'预算 表'!A:A,\"402\")", 0.2],
    ['=VLOOKUP("504",\'预算 表\'!A1:C3,2,FALSE)', '维权'],
    ['=IF(A1>0,"是","否")', '是'],
    ['=TEXT(\'预算 表\'!C3,"#,##0.00")', '1,234.50'],
    ['=1/0', { error: '#DIV/0!' }],
    ['=NOSUCH(1)', { error: '#NAME?' }],
    ['=A1=0.3', true],
    ["=SUBTOTAL(9,'预算 表'!C1:C3)", 1234.8],
    ['=DATE(2026,1,5)', 46027],
    ['=INDIRECT("\'预算 表\'!B1")', '会费'],
    ['="会"&LEN(\'预算 表\'!B1)', '会2'],
  ]
  cases.forEach(([formula], at) => person.type('汇总', `A${at + 1}`, formula))
  expect(cases.map((_, at) => person.cell('汇总', `A${at + 1}`).value)).toEqual(cases.map(([, value]) => value))
  person.type('预算 表', 'C2', '10')
  person.insertRows('预算 表', 1, 2)
  person.rename('预算 表', '预算')
  expect(person.cell('汇总', 'A1')).toMatchObject({ formula: '=SUM(预算!C3:C4)', value: 10.1 })
  expect(person.cell('汇总', 'A2').value).toBe(10)
  host.book.names.push({ name: '总额', formula: '=预算!$C$3:$C$5', visible: true, comment: '', scope: undefined })
  person.type('汇总', 'B1', '=SUM(总额)')
  expect(person.cell('汇总', 'B1').value).toBe(1244.6)
  person.deleteRows('预算', 5, 1)
  expect(person.cell('汇总', 'A3').value).toEqual({ error: '#N/A' })
})
