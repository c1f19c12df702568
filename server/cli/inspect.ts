// What the recogniser says of a file: the shape of shared/inspect.md.
import { basename } from 'node:path'
import { guessKind } from '#shared/import/guessKind.ts'
import { inspectRefusal, inspectWorkbook, type Identify, type InspectReport } from '#shared/import/inspect.ts'
import { unitFenOf } from '#shared/import/planImport.ts'
import { sheets } from '#shared/sheets/index.ts'
import type { Command } from './command.ts'
import { describeInspection } from './describeInspection.ts'
import { giveText } from './giveResult.ts'
import { openFile } from './openFile.ts'
import { exitCodes } from './terminal.ts'
import { sentenceOf } from './words.ts'

export const inspect: Command = {
  name: 'inspect',
  summary: '看一个表格文件被认成什么：标题、表头、明细、合计、单位、各列合计（不连服务器）',
  usage: '文件 [--sheet 序号] [--cells A7,E9] [--json] [--out 文件]',
  options: {
    sheet: { type: 'string', value: '序号', help: '只看第几张工作表，从 0 数起' },
    cells: { type: 'string', value: 'A7,E9', help: '同时显示这些单元格的值' },
    json: { type: 'boolean', help: '输出 JSON' },
    out: { type: 'string', value: '文件', help: '结果写到文件' },
  },
  positionals: { minimum: 1, maximum: 1 },
  async run(args, terminal) {
    const path = args.positionals[0] ?? ''
    const sheet = args.text('sheet')
    if (sheet !== undefined && !/^\d{1,4}$/.test(sheet)) {
      terminal.say('--sheet 后面应是工作表序号，从 0 数起。')
      return exitCodes.refused
    }
    const file = await openFile(path, terminal)
    const report: InspectReport = file.ok
      ? inspectWorkbook(file.value.workbook, {
          file: file.value.name,
          locale: 'zh-Hans',
          identify,
          message: (finding) => sentenceOf(finding),
          ...(sheet === undefined ? {} : { sheet: Number(sheet) }),
          ...(args.text('cells') === undefined ? {} : { cells: (args.text('cells') ?? '').split(',') }),
        })
      : inspectRefusal(basename(path), 'unknown', file.error)
    const text = args.has('json') ? `${JSON.stringify(report, null, 2)}\n` : describeInspection(report)
    await giveText(text, args, terminal)
    return report.error === null ? exitCodes.ok : exitCodes.refused
  },
}

export const identify: Identify = (table, sheet) => {
  const year = table.year ?? new Date().getFullYear()
  const context = { unitFen: unitFenOf(table), year, legacy: true, sheetYear: year }
  const match = guessKind(sheets, { sheet, table }, context)
  if (match === undefined) return { kind: null, keys: [] }
  const { kind, confidence, reasons, mappings } = match
  const target = new Map(mappings.map((mapping) => [mapping.source.index, mapping.target]))
  return { kind: { kind, confidence, reasons }, keys: table.columns.map((column) => target.get(column.index) ?? null) }
}
