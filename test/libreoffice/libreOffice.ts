// LibreOffice without a window: opening, editing, saving again, printing.
import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const script = fileURLToPath(new URL('edit.py', import.meta.url))
const timeout = 180_000

/** What a person does; rows 1-based, columns 0-based within the range or sheet. */
export type PersonEdit =
  | { readonly op: 'text'; readonly sheet: string; readonly cell: string; readonly value: string }
  | { readonly op: 'number'; readonly sheet: string; readonly cell: string; readonly value: number }
  | { readonly op: 'insert' | 'delete'; readonly sheet: string; readonly row: number; readonly count: number }
  | { readonly op: 'insertColumn'; readonly sheet: string; readonly column: number }
  | { readonly op: 'rename'; readonly sheet: string; readonly value: string }
  | {
      readonly op: 'sort'
      readonly sheet: string
      readonly range: string
      readonly column: number
      readonly ascending: boolean
    }
  | { readonly op: 'filter'; readonly sheet: string; readonly range: string; readonly column: number }

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'tongbiao-lo-'))
}

function profile(place: string): string {
  return `-env:UserInstallation=${pathToFileURL(join(place, 'profile')).href}`
}

/** The Python that knows LibreOffice: the system's own (package python3-uno), which need not come first in the path. */
async function findPython(): Promise<string> {
  for (const python of ['python3', '/usr/bin/python3', '/usr/lib/libreoffice/program/python']) {
    const found = await run(python, ['-c', 'import uno']).catch(() => undefined)
    if (found) return python
  }
  throw new Error('no python3 with uno: apt-get install python3-uno')
}

/** Whether the bridge between Python and LibreOffice crashed, rather than what it was asked to do failed. */
function isCrash(error: unknown): boolean {
  return error instanceof Error && 'signal' in error && typeof error.signal === 'string'
}

/** The workbook opened, edited and saved again as .xlsx by LibreOffice; once more where its bridge crashed. */
export async function editInLibreOffice(bytes: Uint8Array, edits: readonly PersonEdit[]): Promise<Uint8Array> {
  return editOnce(bytes, edits).catch((error: unknown) => {
    if (isCrash(error)) return editOnce(bytes, edits)
    throw error
  })
}

async function editOnce(bytes: Uint8Array, edits: readonly PersonEdit[]): Promise<Uint8Array> {
  const place = folder()
  const [source, target] = [join(place, 'in.xlsx'), join(place, 'out.xlsx')]
  writeFileSync(source, bytes)
  const pipe = `tongbiao${process.pid}x${place.slice(-6)}`
  const office = spawn('soffice', ['--headless', '--norestore', profile(place), `--accept=pipe,name=${pipe};urp;`], {
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => office.on('exit', resolve))
  try {
    await run(await findPython(), [script, pipe, source, target, JSON.stringify(edits)], { timeout })
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 10_000).unref())])
  } finally {
    office.kill()
  }
  return new Uint8Array(readFileSync(target))
}

/** Pages as printed, PNG files in order; kept in a temporary folder to be looked at. */
export async function printInLibreOffice(name: string, bytes: Uint8Array): Promise<readonly string[]> {
  const place = process.env['LIBREOFFICE_PAGES'] ?? folder()
  const source = join(place, `${name}.xlsx`)
  writeFileSync(source, bytes)
  await run(
    'soffice',
    ['--headless', '--norestore', profile(folder()), '--convert-to', 'pdf', '--outdir', place, source],
    { timeout },
  )
  await run('pdftoppm', ['-r', '80', '-png', join(place, `${name}.pdf`), join(place, name)], { timeout })
  return readdirSync(place)
    .filter((file) => file.startsWith(`${name}-`) && file.endsWith('.png'))
    .toSorted()
    .map((file) => join(place, file))
}

/** Text of the printed pages. */
export async function printedText(name: string, bytes: Uint8Array): Promise<string> {
  const [first] = await printInLibreOffice(name, bytes)
  if (first === undefined) throw new Error('nothing printed')
  const pdf = first.replace(/-\d+\.png$/, '.pdf')
  return (await run('pdftotext', ['-layout', pdf, '-'])).stdout
}
