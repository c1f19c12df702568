// What a downloaded workbook is called.

/** `某某工会 2026 年度经费收支预算表.xlsx`; characters that Windows refuses become spaces. */
export function downloadName(unitName: string, kindTitle: string, year: number): string {
  return `${`${unitName}${year}年度${kindTitle}`.replace(/[\\/:*?"<>|]/g, ' ').trim()}.xlsx`
}
