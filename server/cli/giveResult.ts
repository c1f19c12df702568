// Where a command's result goes: to the file named with --out, else text to standard output and a workbook to a name of its own.
import type { Arguments } from './command.ts'
import type { Terminal } from './terminal.ts'

export async function giveText(text: string, args: Arguments, terminal: Terminal): Promise<void> {
  const out = args.text('out')
  if (out === undefined) terminal.out(text)
  else await terminal.writeFile(out, text)
}

/** @param name used where no --out is given */
export async function giveWorkbook(
  { bytes, name }: { readonly bytes: Uint8Array; readonly name: string },
  args: Arguments,
  terminal: Terminal,
): Promise<void> {
  const file = args.text('out') ?? name
  await terminal.writeFile(file, bytes)
  terminal.say(`已写到 ${file}（${bytes.byteLength} 字节）。`)
}
