// An empty form of a kind, without a server.
import { sheets } from '#shared/sheets/index.ts'
import { ruleContextFor } from '../import/analyseFile.ts'
import { createWorkbookMaker } from '../workbook/createWorkbookMaker.ts'
import { workbookName } from '../workbook/fileNames.ts'
import type { Command } from './command.ts'
import { giveWorkbook } from './giveResult.ts'
import { exitCodes } from './terminal.ts'

export const template: Command = {
  name: 'template',
  summary: '生成一个表种的空白表（不连服务器）',
  usage: '表种 [--unit 单位名称] [--year 年度] [--county] [--out 文件]',
  options: {
    unit: { type: 'string', value: '单位名称', help: '写进标题的单位名称' },
    year: { type: 'string', value: '年度', help: '默认今年' },
    county: { type: 'boolean', help: '县级以上工会的科目表；默认基层工会' },
    out: { type: 'string', value: '文件', help: '默认按表名起名，放在当前文件夹' },
  },
  positionals: { minimum: 1, maximum: 1 },
  async run(args, terminal) {
    const kind = args.positionals[0] ?? ''
    const definition = sheets.find((sheet) => sheet.kind === kind)
    const year = args.text('year') ?? String(new Date().getFullYear())
    if (definition === undefined || !/^(19|20)\d{2}$/.test(year)) {
      terminal.say(
        definition === undefined ? `没有“${kind}”这个表种，请看 tongbiao kinds。` : '--year 后面应是四位年度。',
      )
      return exitCodes.refused
    }
    const unitName = args.text('unit') ?? ''
    const context = ruleContextFor({ clock: () => new Date() }, Number(year), args.has('county') ? 'county' : 'primary')
    const bytes = await createWorkbookMaker().build({ definition, context, unitName, locale: 'zh-Hans' })
    const name = workbookName(definition.title['zh-Hans'], unitName, Number(year))
    await giveWorkbook({ bytes, name }, args, terminal)
    return exitCodes.ok
  },
}
