// Starts the server and stays until it is told to stop.
import { createLog, describeError } from '../log.ts'
import { realWorld } from '../composition.ts'
import { startText } from '../edge/startText.ts'
import { monthlyLog } from '../edge/monthlyLog.ts'
import { startServer } from '../main.ts'
import type { Command } from './command.ts'
import { exitCodes, type ExitCode } from './terminal.ts'

export const serve: Command = {
  name: 'serve',
  summary: '启动服务器（环境变量：PORT HOST DATA_DIR DATABASE_URL TLS_CERT TLS_KEY BEHIND_PROXY LOG）',
  usage: '',
  options: {},
  positionals: { minimum: 0, maximum: 0 },
  async run(_args, terminal): Promise<ExitCode> {
    const config = terminal.config()
    const log = createLog(config.log === 'stdout' ? undefined : monthlyLog(config.log.folder, () => new Date()))
    const server = await startServer(config, realWorld(log))
    const text = startText({ ...server, dataDir: config.dataDir })
    // Logs and words for people do not share a stream.
    if (config.log === 'stdout') terminal.say(text)
    else terminal.out(text)
    return new Promise((resolve) => {
      let asked = false
      const stop = (): void => {
        // A second signal ends at once: every write is one transaction.
        if (asked) process.exit(exitCodes.ok)
        asked = true
        terminal.say('正在停止……')
        server.stop().then(
          () => resolve(exitCodes.ok),
          () => resolve(exitCodes.world),
        )
      }
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
      process.on('uncaughtException', (error) => {
        log({ event: 'failed', error: describeError(error) })
        terminal.say('服务器出错，已停止。详细情况在日志里。')
        process.exit(1)
      })
    })
  },
}
