// Is the chain of all changes whole, and do the records agree with it.
import type { ChainReport } from '#shared/contract/resources.ts'
import { openStore, realWorld } from '../composition.ts'
import { apiOptions, withApi } from './api.ts'
import type { Command } from './command.ts'
import { exitCodes, type ExitCode, type Terminal } from './terminal.ts'

export const verify: Command = {
  name: 'verify',
  summary: '校验全部留痕：每一环的校验码，以及记录与留痕是否一致',
  usage: '[--witness 号-校验码,…] [--json] [--server 网址 --user 登录名]',
  options: {
    ...apiOptions,
    witness: {
      type: 'string',
      value: '812-0a1b…',
      help: '从回执、工作簿或打印件上抄下的位置，可写多个，用逗号分开（只限本机数据）',
    },
    json: { type: 'boolean', help: '输出 JSON' },
  },
  positionals: { minimum: 0, maximum: 0 },
  async run(args, terminal) {
    if (args.text('server') !== undefined) {
      if (args.text('witness') !== undefined) {
        terminal.say('--witness 只能在本机数据上核对：请停掉服务器，去掉 --server 再运行。')
        return exitCodes.refused
      }
      return withApi(args, terminal, async (api) => {
        const answer = await api.call('verifyChain')
        if (answer.ok) return report((await answer.value.json()) as ChainReport, args.has('json'), terminal)
        terminal.say(answer.error)
        return exitCodes.world
      })
    }
    const witnesses = (args.text('witness') ?? '')
      .split(',')
      .filter((text) => text !== '')
      .map(parseWitness)
    if (witnesses.includes(undefined)) {
      terminal.say('--witness 应像 812-0a1b2c3d…（号码、短横、32 位校验码）。')
      return exitCodes.refused
    }
    terminal.progress('正在校验……')
    const store = await openStore(
      terminal.config(),
      realWorld(() => {}),
    )
    try {
      const points = witnesses.filter((point) => point !== undefined)
      const found = await store.verifyChain({ witnesses: points, tables: true })
      terminal.progress('')
      return report(found, args.has('json'), terminal)
    } finally {
      await store.close()
    }
  },
}

function parseWitness(text: string): { readonly csn: number; readonly h: string } | undefined {
  const match = /^(\d{1,15})-([0-9a-f]{32})$/.exec(text.trim())
  return match ? { csn: Number(match[1]), h: match[2] ?? '' } : undefined
}

function report(
  found: ChainReport & { readonly problem?: string | null },
  asJson: boolean,
  terminal: Terminal,
): ExitCode {
  const { intact, links, brokenAt, head } = found
  if (asJson) terminal.out(JSON.stringify(found))
  else if (intact) terminal.out(`完整：共 ${links} 环，最新位置 ${head.csn}-${head.h}`)
  else terminal.out(`不完整：${brokenAt === null ? '' : `第 ${brokenAt} 环起`}与留痕不符。请立即停用并查验备份。`)
  return intact ? exitCodes.ok : exitCodes.findings
}
