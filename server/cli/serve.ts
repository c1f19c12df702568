// Starts the server and stays until it is told to stop.
import { asDemo, type Config } from '../config.ts'
import { createLog, describeError, type Log } from '../log.ts'
import { realWorld } from '../composition.ts'
import { startText } from '../edge/startText.ts'
import { monthlyLog } from '../edge/monthlyLog.ts'
import { startServer } from '../main.ts'
import type { Command } from './command.ts'
import { exitCodes, type ExitCode, type Terminal } from './terminal.ts'

export const serve: Command = {
  name: 'serve',
  summary: '启动服务器（环境变量：PORT HOST DATA_DIR DATABASE_URL TLS_CERT TLS_KEY BEHIND_PROXY LOG）',
  usage: '[--demo]',
  options: {
    demo: { type: 'boolean', help: '演示：另开一套数据，先排演示例工会 2025 一整年，再打开' },
  },
  positionals: { minimum: 0, maximum: 0 },
  async run(args, terminal): Promise<ExitCode> {
    const config = args.has('demo') ? asDemo(terminal.config()) : terminal.config()
    const log = createLog(config.log === 'stdout' ? undefined : monthlyLog(config.log.folder, () => new Date()))
    if (args.has('demo')) await prepare(config, { terminal, log })
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

/** A played year is some thousand requests: only what fails is written down, or nobody finds the names and the password. */
async function prepare(config: Config, { terminal, log }: { readonly terminal: Terminal; readonly log: Log }) {
  const { demoAccounts, demoAdmin, demoPassword } = await import('../demo/people.ts')
  const { prepareDemo } = await import('../demo/openDemo.ts')
  const { workedYear } = await import('../demo/workedYear.ts')
  let shown = -1
  const world = {
    ...realWorld((event) => event.event === 'failed' && log(event)),
    // Everybody signs in anew on every day of the year, with a password that stands in the README: dear hashes only make people wait.
    passwordCost: { ln: 10, r: 8, p: 1 },
  }
  const isNew = await prepareDemo(config, world, {
    steps: workedYear(),
    progress(done, total) {
      const tenth = Math.floor((done * 10) / total)
      if (tenth !== shown) terminal.say(`正在排演示例工会的一年：第 ${done}/${total} 步`)
      shown = tenth
    },
  })
  terminal.say(isNew ? '演示数据已备好。' : '演示数据上次已备好。')
  const people = demoAccounts.map(({ name, displayName }) => `${name}（${displayName}）`).join('、')
  terminal.say(`登录名：${people}、${demoAdmin}（管理员）。密码都是：${demoPassword}`)
}
