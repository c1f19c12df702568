// A new key for the seals of receipts, as when a backup with the old one got into strange hands.
import { openStore, realWorld } from '../composition.ts'
import type { Command } from './command.ts'
import { exitCodes } from './terminal.ts'

export const renewSeals: Command = {
  name: 'renew-seals',
  summary: '更换回执印记的密钥（备份外泄时用）：工作簿里的上报记录凭它认出是本服务器开出的',
  usage: '[--forget]',
  options: {
    forget: {
      type: 'boolean',
      help: '旧密钥立即作废：以前回执的印记不再认，服务器恢复备份后，这些上报改为逐项请人确认，不自动补报',
    },
  },
  positionals: { minimum: 0, maximum: 0 },
  async run(args, terminal) {
    const store = await openStore(
      terminal.config(),
      realWorld(() => {}),
    )
    try {
      const { known } = await store.renewSeals(args.has('forget') ? 'older' : 'none')
      terminal.out(`已更换。从下次启动起用新密钥；仍认得 ${known} 把密钥的印记。`)
      return exitCodes.ok
    } finally {
      await store.close()
    }
  },
}
