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

// Whoever reads our output may stop reading it (`| head`): the command goes on to its end all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return
  process.exitCode = exitCodes.world
  terminal.say(error.code === 'ENOSPC' ? '磁盘已满，没有写完。请腾出空间后重试。' : '结果没有写出去，请核对写到哪里。')
})

try {
  process.exitCode = await runCommand(process.argv.slice(2), terminal)
} catch (error) {
  // A bug: said in one line that can be passed on, without a stack trace in people's faces.
  const { name, code, frames } = describeError(error)
  terminal.say(`程序出错了，请把这一行发给维护的人：${[name, code, ...frames.slice(0, 3)].join(' ')}`)
  process.exitCode = exitCodes.world
}
