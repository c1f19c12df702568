// `tongbiao` on a real terminal.
import { readFile, writeFile } from 'node:fs/promises'
import { readConfig, readPasswordSetting } from '../config.ts'
import { askPassword } from './askPassword.ts'
import { describeError } from '../log.ts'
import { runCommand } from './runCommand.ts'
import { exitCodes, type Terminal } from './terminal.ts'

const watched = process.stderr.isTTY

const terminal: Terminal = {
  out: (text) => process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
  say: (text) => process.stderr.write(text.endsWith('\n') ? text : `${text}\n`),
  progress: (text) => {
    if (watched) process.stderr.write(`\r\u001B[2K${text}`)
  },
  readFile: async (path) => new Uint8Array(await readFile(path)),
  writeFile: (path, content) => writeFile(path, content),
  config: () => readConfig(),
  readPassword: async (prompt) => readPasswordSetting() ?? (process.stdin.isTTY ? askPassword(prompt) : undefined),
}

try {
  process.exitCode = await runCommand(process.argv.slice(2), terminal)
} catch (error) {
  // A bug: said in one line that can be passed on, without a stack trace in people's faces.
  const { name, code, frames } = describeError(error)
  terminal.say(`程序出错了，请把这一行发给维护的人：${[name, code, ...frames.slice(0, 3)].join(' ')}`)
  process.exitCode = exitCodes.world
}
