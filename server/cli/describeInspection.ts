// An inspection as people read it on a terminal.
import type { InspectReport, InspectTable } from '#shared/import/inspect.ts'

export function describeInspection(report: InspectReport): string {
  if (report.error !== null) return `${report.file}：${report.error.message}\n`
  const sheets = report.sheets.flatMap((sheet) => [
    `【${sheet.name}】${sheet.visibility === 'visible' ? '' : '（隐藏）'} ${sheet.trueRange || '没有内容'}`,
    ...sheet.tables.flatMap((table, index) => describeTable(table, index)),
    ...Object.entries({ ...sheet.filled, ...sheet.cells }).map(
      ([cell, value]) => `  ${cell} = ${value === null ? '（空）' : String(value)}`,
    ),
  ])
  const findings = report.findings.map(({ severity, location, message }) => {
    const place = [location.sheet, location.cell].filter((part) => part !== undefined).join('!')
    return `${marks[severity]} ${place === '' ? '' : `${place}：`}${message}`
  })
  const lines = [`${report.file}（${report.container}）`, ...sheets, ...(findings.length > 0 ? ['', ...findings] : [])]
  return `${lines.join('\n')}\n`
}

const marks = { error: '■', warning: '▲', hint: '○' } as const

function describeTable(table: InspectTable, index: number): readonly string[] {
  const rows = (label: string, list: readonly number[]): readonly string[] =>
    list.length === 0 ? [] : [`    ${label}：第 ${toRuns(list)} 行`]
  const data = table.data.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join('、')
  const kind =
    table.kind === null ? '不是已知的表种' : `${table.kind.kind}（把握 ${Math.round(table.kind.confidence * 100)}%）`
  return [
    `  第 ${index + 1} 张表：${kind}，${table.records} 条记录${table.unit === null ? '' : `，单位 ${table.unit.name}`}`,
    ...rows('标题', table.titleRows),
    ...rows('表头', table.headerRows),
    ...(data === '' ? [] : [`    明细：第 ${data} 行`]),
    ...rows('分段', table.sectionRows),
    ...rows('小计', table.subtotalRows),
    ...rows('合计', table.totalRows),
    ...rows('表尾', table.footerRows),
    ...table.columns.map(
      ({ col, header, type, key }) =>
        `    ${col.padEnd(3)} ${header || '（无表头）'}  [${type}]${key === null ? '' : ` → ${key}`}`,
    ),
    ...table.sums.map(({ col, sum, declared, ties }) => {
      const told =
        declared === null ? '表内没有合计' : ties === true ? `与表内合计一致` : `表内合计 ${declared}，不一致`
      return `    ${col} 列合计 ${sum}（${told}）`
    }),
  ]
}

/** 3,4,5,9 → `3–5、9` */
function toRuns(rows: readonly number[]): string {
  const runs: [number, number][] = []
  for (const row of rows) {
    const last = runs.at(-1)
    if (last && last[1] === row - 1) last[1] = row
    else runs.push([row, row])
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join('、')
}
