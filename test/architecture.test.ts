// The house rules that a machine can see: arrows between rooms, sizes, names, exports (shared/architecture.md §2, §5).
import { describe, expect, it } from 'vitest'
import { importsOf, sourceFiles, type SourceFile } from './harness/sourceFiles.ts'

/** Room → rooms it may import from (besides itself). */
const arrows: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  definition: ['kernel'],
  policy: ['kernel', 'definition'],
  sheets: ['kernel', 'definition', 'policy'],
  workbook: ['kernel'],
  ooxml: ['kernel', 'workbook'],
  csv: ['kernel', 'workbook'],
  values: ['kernel', 'definition', 'workbook'],
  validation: ['kernel', 'definition', 'workbook', 'values'],
  import: ['kernel', 'definition', 'workbook', 'values', 'validation'],
  sync: ['kernel', 'definition', 'workbook', 'values', 'validation'],
  template: ['kernel', 'definition', 'workbook', 'values', 'validation', 'import', 'sync'],
  review: ['kernel', 'definition', 'workbook', 'values', 'validation', 'sync'],
  contract: ['kernel', 'definition', 'policy', 'workbook', 'values', 'validation', 'import', 'sync', 'review'],
  report: ['kernel', 'definition'],
  storage: ['kernel', 'definition'],
  catalogue: ['kernel', 'definition', 'policy', 'validation'],
}

/** Who may know the kinds: composition roots, the command line, scripts. */
const mayImportSheets =
  /^(addin\/(main|taskpane)\.tsx|server\/(main|importWorker)\.ts|server\/cli\/|server\/composition|test\/)/

const shared = sourceFiles('shared')
const product = [...shared, ...sourceFiles('server', 'addin')]
const everything = [...product, ...sourceFiles('test')]

const roomOf = (path: string): string => path.split('/')[1] ?? ''
const isData = (file: SourceFile): boolean => /\/(data|generated|fixtures|golden)\//.test(file.path)
/** Code without comments. */
const code = (file: SourceFile): string =>
  file.text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1')

describe('architecture', () => {
  it('follows the arrows between the rooms of shared/', () => {
    const wrong = shared.flatMap((file) =>
      importsOf(file)
        .filter((path) => path.startsWith('shared/') && roomOf(path) !== roomOf(file.path))
        .filter((path) => !(arrows[roomOf(file.path)] ?? []).includes(roomOf(path)))
        .map((path) => `${file.path} → ${path}`),
    )
    expect(wrong).toEqual([])
  })

  it('keeps shared/ from server/, addin/ and test/, and server/ and addin/ apart', () => {
    const forbidden: readonly (readonly [RegExp, RegExp])[] = [
      [/^shared\//, /^(server|addin|test)\//],
      [/^server\//, /^(addin|test)\//],
      [/^addin\//, /^(server|test)\//],
    ]
    const wrong = product.flatMap((file) =>
      importsOf(file)
        .filter((path) =>
          forbidden.some(
            ([from, to]) => from.test(file.path) && to.test(path) && !path.startsWith(`${file.path.split('/')[0]}/`),
          ),
        )
        .map((path) => `${file.path} → ${path}`),
    )
    expect(wrong).toEqual([])
  })

  it('lets only composition roots, the command line and tests know the sheet kinds', () => {
    const wrong = product
      .filter((file) => !file.path.startsWith('shared/sheets/') && !mayImportSheets.test(file.path))
      .filter((file) => importsOf(file).some((path) => path.startsWith('shared/sheets/')))
      .map((file) => file.path)
    expect(wrong).toEqual([])
  })

  it('never names a sheet kind in the engine', () => {
    const kinds = shared
      .filter((file) => /^shared\/sheets\/[a-z-]+\.ts$/.test(file.path) && !file.path.endsWith('/index.ts'))
      .flatMap((file) => [...file.text.matchAll(/\bkind: '([a-z-]+)'/g)].map((match) => match[1] ?? ''))
    expect(kinds.length).toBeGreaterThan(1)
    // Kinds whose name is also a word of the engine: of them only rule codes and what is called a kind count.
    const words = new Set(['document', 'member', 'plan'])
    const distinct = kinds.filter((kind) => !words.has(kind)).join('|')
    const named = new RegExp(
      `['"\`](?:${distinct})['"\`/]|['"\`](?:${kinds.join('|')})/|\\b[kK]ind(?::| [=!]==) ['"\`](?:${kinds.join('|')})['"\`]`,
    )
    // The demonstration is data about the kinds, as they are themselves.
    const isAboutKinds = /^(?:shared\/(?:sheets|policy)|server\/demo)\//
    const wrong = product
      .filter((file) => !isAboutKinds.test(file.path) && named.test(code(file)))
      .map((file) => file.path)
    expect(wrong).toEqual([])
  })

  it('has no import cycles', () => {
    const graph = new Map(product.map((file) => [file.path, importsOf(file)]))
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      if (done.has(path) || trail.includes(path)) return
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
      done.add(path)
    }
    for (const path of graph.keys()) visit(path, [])
    expect(cycles).toEqual([])
  })

  it('keeps files under the wall of 300 lines', () => {
    const long = everything
      .filter((file) => !isData(file))
      .map((file) => [file.path, file.text.split('\n').length - 1] as const)
      .filter(([, lines]) => lines > 300)
      .map(([path, lines]) => `${path}: ${lines}`)
    expect(long).toEqual([])
  })

  it('begins every file by saying what it is for', () => {
    const silent = everything
      .filter((file) => !/^(#!.*\n)?(\/\/ @vitest-environment \w+\n)?\/[/*]/.test(file.text))
      .map((file) => file.path)
    expect(silent).toEqual([])
  })

  it('has no default exports, enums, namespaces, any, or rooms for odds and ends', () => {
    const wrong = product.flatMap((file) =>
      [
        [/^export default /m, 'default export'],
        [/^(export )?(const )?enum /m, 'enum'],
        [/^(export )?(declare )?namespace /m, 'namespace'],
        [/[:<(,|]\s*any\b(?!\s*\()/, 'any'],
        [/^export \* from/m, 'export *'],
      ]
        .filter(([pattern]) => (pattern as RegExp).test(code(file)))
        .map(([, name]) => `${file.path}: ${String(name)}`)
        .concat(/\b(utils?|helpers?|common|manager|service|misc)\b/i.test(file.path) ? [`${file.path}: name`] : []),
    )
    expect(wrong).toEqual([])
  })

  it('takes clock and chance as arguments in shared/', () => {
    const wrong = shared
      .filter((file) => /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/.test(code(file)))
      .map((file) => file.path)
    expect(wrong).toEqual([])
  })

  it('skips no test', () => {
    const wrong = sourceFiles('test')
      .filter((file) => !file.path.endsWith('architecture.test.ts'))
      .filter((file) => /\b(it|test|describe)\.(skip|todo|only|fails)\b|\bxit\(|\bxdescribe\(/.test(code(file)))
      .map((file) => file.path)
    expect(wrong).toEqual([])
  })
})
