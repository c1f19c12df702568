// How a command of `tongbiao` is written down, and how its arguments are read.
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { err, ok, type Result } from '#shared/kernel/result.ts'
import type { ExitCode, Terminal } from './terminal.ts'

export interface Command {
  readonly name: string
  /** One line for the list. */
  readonly summary: string
  /** What stands after the name. */
  readonly usage: string
  readonly options: Readonly<Record<string, OptionHelp>>
  /** How many plain arguments it takes. */
  readonly positionals: { readonly minimum: number; readonly maximum: number }
  run(args: Arguments, terminal: Terminal): Promise<ExitCode>
}

export interface OptionHelp {
  readonly type: 'string' | 'boolean'
  readonly help: string
  /** What stands for the value in the help. */
  readonly value?: string
}

export interface Arguments {
  readonly positionals: readonly string[]
  text(name: string): string | undefined
  has(name: string): boolean
}

/** err: a sentence that says what is wrong. */
export function readArguments(command: Command, words: readonly string[]): Result<Arguments, string> {
  const options: ParseArgsOptionsConfig = { help: { type: 'boolean' } }
  for (const [name, { type }] of Object.entries(command.options)) options[name] = { type }
  let parsed: ReturnType<typeof parseArgs>
  try {
    parsed = parseArgs({ args: [...words], options, allowPositionals: true, strict: true })
  } catch (error) {
    const name = /'(--?[^' ]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? ''
    return err(`选项“${name}”不认识，或缺少值。`)
  }
  const { positionals, values } = parsed
  const { minimum, maximum } = command.positionals
  if (values['help'] !== true && (positionals.length < minimum || positionals.length > maximum))
    return err(positionals.length < minimum ? '参数不够。' : '参数太多。')
  return ok({
    positionals,
    text: (name) => {
      const value = values[name]
      return typeof value === 'string' ? value : undefined
    },
    has: (name) => values[name] === true,
  })
}

export function helpOf(command: Command): string {
  const options = Object.entries({ ...command.options, help: { type: 'boolean', help: '显示这段说明' } as OptionHelp })
  const lines = options.map(
    ([name, { value, help }]) => `  --${name}${value === undefined ? '' : ` ${value}`}`.padEnd(24) + help,
  )
  return [
    `用法：tongbiao ${command.name} ${command.usage}`.trimEnd(),
    '',
    `  ${command.summary}`,
    '',
    '选项：',
    ...lines,
    '',
  ].join('\n')
}
