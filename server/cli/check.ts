// Checks a file against the rules of its kind, without a server: the same findings as an import would show at a unit that
// has adopted no packs of its own.
import type { UnitKind } from '#shared/definition/rule.ts'
import type { Finding } from '#shared/kernel/finding.ts'
import { formatYuan, type Fen } from '#shared/kernel/money.ts'
import type { ControlTotalCheck, RowCounts } from '#shared/import/plan.ts'
import { shippedUnitPolicy } from '#shared/policy/unitPolicy.ts'
import { sheets } from '#shared/sheets/index.ts'
import type { RawWorkbook } from '#shared/workbook/raw.ts'
import { groupTables } from '../import/analyseFile.ts'
import { groupAnalyser } from '../import/analyseTogether.ts'
import { localDay } from '../localDay.ts'
import type { Command } from './command.ts'
import { giveText } from './giveResult.ts'
import { openFile } from './openFile.ts'
import { exitCodes } from './terminal.ts'
import { lineOf, sentenceOf } from './words.ts'

export const check: Command = {
  name: 'check',
  summary: '检查一个表格文件：逐行逐列查错，核对合计（不连服务器）',
  usage: '文件 [--year 年度] [--kind 表种] [--county] [--json] [--out 文件]',
  options: {
    year: { type: 'string', value: '年度', help: '表里没写年度时用的年度' },
    kind: { type: 'string', value: '表种', help: '不自动判断，按这个表种检查（见 tongbiao kinds）' },
    county: { type: 'boolean', help: '按县级以上工会的科目表检查；默认按基层工会' },
    json: { type: 'boolean', help: '输出 JSON' },
    out: { type: 'string', value: '文件', help: '结果写到文件' },
  },
  positionals: { minimum: 1, maximum: 1 },
  async run(args, terminal) {
    const kind = args.text('kind')
    const year = args.text('year') ?? String(new Date().getFullYear())
    if (!/^(19|20)\d{2}$/.test(year) || (kind !== undefined && !sheets.some((sheet) => sheet.kind === kind))) {
      terminal.say(kind === undefined ? '--year 后面应是四位年度。' : `没有“${kind}”这个表种，请看 tongbiao kinds。`)
      return exitCodes.refused
    }
    const file = await openFile(args.positionals[0] ?? '', terminal)
    if (!file.ok) {
      terminal.say(file.error.message)
      return exitCodes.refused
    }
    const wish = { year: Number(year), kind, unitKind: args.has('county') ? ('county' as const) : ('primary' as const) }
    const tables = checkWorkbook(file.value.workbook, wish)
    const findings = [...file.value.workbook.findings, ...tables.flatMap((table) => table.findings)]
    const text = args.has('json')
      ? toJson(file.value.name, tables, file.value.workbook.findings)
      : toText(tables, file.value.workbook.findings)
    await giveText(text, args, terminal)
    if (tables.every((table) => table.kind === null)) {
      terminal.say('文件里没有认出已知的表种。可用 --kind 指定，或用 tongbiao inspect 看认出了什么。')
      return exitCodes.refused
    }
    return findings.some((finding) => finding.severity === 'error') ? exitCodes.findings : exitCodes.ok
  },
}

export interface CheckedTable {
  readonly sheetName: string
  readonly kind: string | null
  readonly counts: RowCounts | null
  readonly totals: readonly ControlTotalCheck[]
  readonly findings: readonly Finding[]
}

interface CheckWish {
  readonly year: number
  readonly kind: string | undefined
  readonly unitKind: UnitKind
}

export function checkWorkbook(workbook: RawWorkbook, wish: CheckWish): readonly CheckedTable[] {
  const asked = { ...wish, today: localDay(new Date()), profiles: [], unitPolicy: shippedUnitPolicy }
  const analyse = groupAnalyser(knowledge, workbook, asked)
  return groupTables(knowledge, workbook, asked).map((group) => {
    const { place, plan, result } = analyse(group)
    const sheetName = place.sheet.name
    if (plan === null || result === null)
      return { sheetName, kind: null, counts: null, totals: [], findings: place.table.findings }
    const { counts, totals, findings } = result
    return { sheetName, kind: plan.kind, counts, totals, findings }
  })
}

const knowledge = { definitions: new Map(sheets.map((sheet) => [sheet.kind, sheet])) }

function toJson(file: string, tables: readonly CheckedTable[], findings: readonly Finding[]): string {
  const say = (kind: string | null) => (finding: Finding) => ({
    ...finding,
    message: sentenceOf(
      finding,
      sheets.find((sheet) => sheet.kind === kind),
    ),
  })
  const report = {
    file,
    tables: tables.map((table) => ({ ...table, findings: table.findings.map(say(table.kind)) })),
    findings: findings.map(say(null)),
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

function toText(tables: readonly CheckedTable[], findings: readonly Finding[]): string {
  const lines = findings.map((finding) => lineOf(finding))
  for (const table of tables) {
    const definition = sheets.find((sheet) => sheet.kind === table.kind)
    lines.push(`【${table.sheetName}】${definition?.title['zh-Hans'] ?? '不是已知的表种'}`)
    const { counts } = table
    if (counts)
      lines.push(
        `  共 ${counts.rows} 行：明细 ${counts.imported}，合计 ${counts.total}，有错 ${counts.rejected}，标题和表头 ${counts.heading}，分段 ${counts.section}，说明 ${counts.note}，空行 ${counts.blank}`,
      )
    for (const { column, label, computed, declared, ties } of table.totals)
      lines.push(
        `  ${label}（${definition?.columns[column]?.label['zh-Hans'] ?? column}）：明细相加 ${formatYuan(computed as Fen)}${declared === null ? '' : `，表内 ${formatYuan(declared as Fen)}${ties === true ? '，一致' : '，不一致'}`}`,
      )
    lines.push(...table.findings.map((finding) => `  ${lineOf(finding, definition)}`))
  }
  return `${lines.join('\n')}\n`
}
