// How the files we hand out are called, and what they are.

export const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** `经费收支预算表（某某工会2026）.xlsx` */
export function workbookName(title: string, unitName: string, year: number): string {
  return `${title}（${unitName}${year}）.xlsx`
}
