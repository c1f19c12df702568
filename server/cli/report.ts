// A table that is worked out from the sheets, as a workbook for paper or as JSON.
import { sheets } from '#shared/sheets/index.ts'
import { reports } from '#shared/sheets/reports/index.ts'
import { workbookName } from '../workbook/fileNames.ts'
import { apiOptions, withApi } from './api.ts'
import type { Command } from './command.ts'
import { giveText, giveWorkbook } from './giveResult.ts'
import { exitCodes } from './terminal.ts'

export const report: Command = {
  name: 'report',
  summary: '由各表算出的汇总表（工作簿或 JSON）；不写参数则列出有哪些',
  usage: '[汇总表 单位 年度] --user 登录名 [--server 网址] [--json] [--out 文件]',
  options: {
    ...apiOptions,
    json: { type: 'boolean', help: '输出 JSON（金额以分为单位）' },
    out: { type: 'string', value: '文件', help: '工作簿默认按表名起名，放在当前文件夹' },
  },
  positionals: { minimum: 0, maximum: 3 },
  async run(args, terminal) {
    const [name, unit, year] = args.positionals
    if (name === undefined) {
      terminal.out(reports.map(describe).join(''))
      return exitCodes.ok
    }
    const chosen = reports.find((each) => each.report === name)
    if (chosen === undefined || unit === undefined || !/^(19|20)\d{2}$/.test(year ?? '')) {
      terminal.say(chosen === undefined ? `没有“${name}”这个汇总表，请看 tongbiao report。` : '请写明单位和四位年度。')
      return exitCodes.refused
    }
    return withApi(args, terminal, async (api) => {
      const params = { report: name, unit, year: year ?? '' }
      const answer = await api.call(args.has('json') ? 'report' : 'reportWorkbook', { params })
      if (!answer.ok) {
        terminal.say(answer.error)
        return exitCodes.world
      }
      if (args.has('json')) {
        const text = `${JSON.stringify(await answer.value.json(), null, 2)}\n`
        await giveText(text, args, terminal)
        return exitCodes.ok
      }
      const bytes = new Uint8Array(await answer.value.arrayBuffer())
      const file = workbookName(chosen.sheet.title['zh-Hans'], unit, Number(year))
      await giveWorkbook({ bytes, name: file }, args, terminal)
      return exitCodes.ok
    })
  },
}

function describe({ report: name, sheet, sources }: (typeof reports)[number]): string {
  const titles = [...new Set(sources.map(({ kind }) => kind))].map(
    (kind) => sheets.find((each) => each.kind === kind)?.title['zh-Hans'] ?? kind,
  )
  return `${name.padEnd(20)} ${sheet.title['zh-Hans']}（由${titles.join('、')}算出）\n`
}
