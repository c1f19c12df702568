// One call of `tongbiao`: words in, exit code out. Failures of the world become sentences here, never stack traces.
import { ConfigError } from '../config.ts'
import { StoreOpenError } from '../store/storeError.ts'
import { helpOf, readArguments } from './command.ts'
import { commands } from './commands.ts'
import { exitCodes, type ExitCode, type Terminal } from './terminal.ts'

export async function runCommand(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name = 'help', ...rest] = words
  if (name === 'help' || name === '--help' || name === '-h') {
    terminal.out(await listCommands())
    return exitCodes.ok
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load === undefined) {
    terminal.say(`没有“${name}”这个命令。\n\n${await listCommands()}`)
    return exitCodes.refused
  }
  const command = await load()
  const read = readArguments(command, rest)
  if (!read.ok) {
    terminal.say(`${read.error}\n\n${helpOf(command)}`)
    return exitCodes.refused
  }
  if (read.value.has('help')) {
    terminal.out(helpOf(command))
    return exitCodes.ok
  }
  try {
    return await command.run(read.value, terminal)
  } catch (error) {
    const said = sayFailure(error)
    if (said === undefined) throw error
    terminal.say(said.text)
    return said.code
  }
}

async function listCommands(): Promise<string> {
  const loaded = await Promise.all(Object.values(commands).map((load) => load()))
  const lines = loaded.map(({ name, usage, summary }) => `  ${`${name} ${usage}`.trimEnd()}\n      ${summary}`)
  return [
    '同表 tongbiao：让表格与记录是同一张表',
    '',
    '用法：tongbiao 命令 [参数] [选项]；每个命令加 --help 看详细说明。',
    '',
    ...lines,
    '',
    '退出码：0 正常 · 1 文件里有错误 · 2 用法不对或文件读不了 · 3 网络、服务器、数据或磁盘不允许',
    '',
  ].join('\n')
}

/** What is expected to go wrong outside; undefined: a bug, which may show its stack. */
function sayFailure(error: unknown): { readonly text: string; readonly code: ExitCode } | undefined {
  if (error instanceof ConfigError) return { text: error.message, code: exitCodes.refused }
  if (error instanceof StoreOpenError) return { text: error.message, code: exitCodes.world }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const path = error instanceof Error && 'path' in error ? `“${String(error.path)}”` : ''
  switch (code) {
    case 'ENOENT':
      return { text: `没有找到文件${path}。请核对路径。`, code: exitCodes.refused }
    case 'EISDIR':
      return {
        text: `${path === '' ? '写的路径' : path}是文件夹，不是文件。请写明其中的文件。`,
        code: exitCodes.refused,
      }
    case 'EACCES':
    case 'EPERM':
      return { text: `没有读写${path}的权限。`, code: exitCodes.world }
    case 'ENOSPC':
      return { text: '磁盘已满，没有写完。请腾出空间后重试。', code: exitCodes.world }
    case 'EADDRINUSE':
      return { text: '端口已被别的程序占用。请换一个：PORT=3001 npm start。', code: exitCodes.world }
    case 'EADDRNOTAVAIL':
      return { text: '本机没有 HOST 写的这个地址。请核对。', code: exitCodes.world }
    default:
      return undefined
  }
}
