// A sheet's records as a workbook that carries its base, or as JSON.
import { parsePartitionId } from '#shared/definition/sheet.ts'
import { sheets } from '#shared/sheets/index.ts'
import type { PartitionInfo } from '#shared/contract/resources.ts'
import { workbookName } from '../workbook/fileNames.ts'
import { apiOptions, withApi } from './api.ts'
import type { Command } from './command.ts'
import { giveText, giveWorkbook } from './giveResult.ts'
import { exitCodes } from './terminal.ts'

export const exportSheet: Command = {
  name: 'export',
  summary: '导出一张表（带底稿的工作簿，或 JSON）；不写表号则列出有哪些表',
  usage: '[单位/表种/年度] --user 登录名 [--server 网址] [--json] [--out 文件]',
  options: {
    ...apiOptions,
    json: { type: 'boolean', help: '输出 JSON（金额以分为单位）' },
    out: { type: 'string', value: '文件', help: '工作簿默认按表名起名，放在当前文件夹' },
  },
  positionals: { minimum: 0, maximum: 1 },
  async run(args, terminal) {
    const [p] = args.positionals
    const partition = p === undefined ? undefined : parsePartitionId(p)
    if (p !== undefined && partition === undefined) {
      terminal.say(`“${p}”不是表号，应像 u1/${sheets[0]?.kind ?? ''}/2026。`)
      return exitCodes.refused
    }
    return withApi(args, terminal, async (api) => {
      const isList = partition === undefined
      const params = partition && { unit: partition.unitId, kind: partition.kind, year: String(partition.year) }
      const name = isList ? 'listPartitions' : args.has('json') ? 'listRecords' : 'downloadWorkbook'
      const answer = await api.call(name, params ? { params } : {})
      if (!answer.ok) {
        terminal.say(answer.error)
        return exitCodes.world
      }
      if (isList || args.has('json')) {
        const value: unknown = await answer.value.json()
        const text = args.has('json')
          ? `${JSON.stringify(value, null, 2)}\n`
          : describeList(value as readonly PartitionInfo[])
        await giveText(text, args, terminal)
        return exitCodes.ok
      }
      const bytes = new Uint8Array(await answer.value.arrayBuffer())
      const title = sheets.find((sheet) => sheet.kind === partition.kind)?.title['zh-Hans'] ?? partition.kind
      const file = workbookName(title, partition.unitId, partition.year)
      await giveWorkbook({ bytes, name: file }, args, terminal)
      return exitCodes.ok
    })
  },
}

function describeList(partitions: readonly PartitionInfo[]): string {
  if (partitions.length === 0) return '没有可以查看的表。\n'
  return partitions.map(({ p, unitName, rows }) => `${p.padEnd(24)} ${unitName}　${rows} 条\n`).join('')
}
