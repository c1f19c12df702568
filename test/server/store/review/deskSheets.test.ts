// What one look at the desk may cost.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { leftOut } from '#server/store/review/deskSheets.ts'

it('leaves out sheets that are too large, and those beyond what is read at once, the larger first', () => {
  const sheets = [
    { p: 'large', rows: 11 },
    { p: 'b', rows: 9 },
    { p: 'a', rows: 8 },
    { p: 'small', rows: 1 },
  ]
  expect(leftOut(sheets, { each: 10, together: 100 })).toEqual(['large'])
  expect(leftOut(sheets, { each: 10, together: 17 })).toEqual(['large', 'b'])
  expect(leftOut(sheets, { each: 100, together: 100 })).toEqual([])
})

it('never reads more than the limits, and leaves nothing out that would still fit', () => {
  const counts = fc.array(fc.nat(50), { maxLength: 20 })
  fc.assert(
    fc.property(counts, fc.nat(40), fc.nat(200), (rows, each, together) => {
      const sheets = rows.map((count, index) => ({ p: `p${index}`, rows: count }))
      const out = new Set(leftOut(sheets, { each, together }))
      const read = sheets.filter(({ p }) => !out.has(p)).map((sheet) => sheet.rows)
      const sum = read.reduce((total, count) => total + count, 0)
      expect(Math.max(0, ...read)).toBeLessThanOrEqual(each)
      expect(sum).toBeLessThanOrEqual(together)
      for (const sheet of sheets)
        if (out.has(sheet.p)) expect(sheet.rows > each || sum + sheet.rows > together).toBe(true)
    }),
  )
})
