// `tongbiao` on a real terminal.
import { readFile, writeFile } from 'node:fs/promises'
import { readPasswordSetting } from '../config.ts'
import { askPassword } from './askPassword.ts'
import { runCommand } from './runCommand.ts'
import type { Terminal } from './terminal.ts'

const watched = process.stderr.isTTY

const terminal: Terminal = {
  out: (text) => process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
  say: (text) => process.stderr.write(text.endsWith('\n') ? text : `${text}\n`),
  progress: (text) => {
    if (watched) process.stderr.write(`\r\u001B[2K${text}`)
  },
  readFile: async (path) => new Uint8Array(await readFile(path)),
  writeFile: (path, content) => writeFile(path, content),
  readPassword: async (prompt) => readPasswordSetting() ?? (process.stdin.isTTY ? askPassword(prompt) : undefined),
}

process.exitCode = await runCommand(process.argv.slice(2), terminal)
