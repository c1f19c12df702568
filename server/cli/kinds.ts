// The list of sheet kinds.
import { sheets } from '#shared/sheets/index.ts'
import { describeKind } from '../routes/kinds.ts'
import type { Command } from './command.ts'
import { exitCodes } from './terminal.ts'

export const kinds: Command = {
  name: 'kinds',
  summary: '列出认识的表种',
  usage: '[--json]',
  options: { json: { type: 'boolean', help: '输出 JSON，含各列' } },
  positionals: { minimum: 0, maximum: 0 },
  run(args, terminal) {
    if (args.has('json')) terminal.out(JSON.stringify(sheets.map(describeKind), null, 2))
    else
      for (const { kind, title, description } of sheets)
        terminal.out(`${kind.padEnd(12)} ${title['zh-Hans']}　${description['zh-Hans']}`)
    return Promise.resolve(exitCodes.ok)
  },
}
