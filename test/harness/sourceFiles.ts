// The project's own source files, as text, for tests that look at the house itself.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface SourceFile {
  /** From the project root, with `/`. */
  readonly path: string
  readonly text: string
}

/** Every `.ts`, `.tsx` and `.mjs` file below the given top folders, sorted by path. */
export function sourceFiles(...folders: readonly string[]): readonly SourceFile[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: relative(root, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }))
}

/** Project-relative paths a file imports, types included; packages are left out. */
export function importsOf(file: SourceFile): readonly string[] {
  const specifiers = [...file.text.matchAll(/(?:^|\n)\s*(?:import|export)[^'"\n;]*?(?:\bfrom\s+)?['"]([^'"]+)['"]/g)]
    .map((match) => match[1] ?? '')
    .concat([...file.text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? ''))
    .concat([...file.text.matchAll(/\n}\s*from\s+['"]([^'"]+)['"]/g)].map((match) => match[1] ?? ''))
  return specifiers.flatMap((specifier) => {
    if (specifier.startsWith('#')) return [specifier.slice(1)]
    if (!specifier.startsWith('.')) return []
    return [join(file.path, '..', specifier).replaceAll('\\', '/')]
  })
}
