// `node test/probe/compareProbe.ts DUMP.json`: where a real Excel answered otherwise than the test host does.
import { readFileSync } from 'node:fs'
import type { ProbeDump } from './probePage.ts'

const golden = new URL('../golden/probes.json', import.meta.url)

/** Names of the probes with both answers, where they differ. */
export function compareDumps(
  ours: ProbeDump,
  theirs: ProbeDump,
): readonly { readonly name: string; readonly host: string; readonly excel: string }[] {
  return Object.keys(ours.answers).flatMap((name) => {
    const [host = '', excel = ''] = [ours, theirs].map(({ answers }) => JSON.stringify(answers[name] ?? null))
    return host === excel ? [] : [{ name, host, excel }]
  })
}

const [file] = process.argv.slice(2)
if (file !== undefined && process.argv[1]?.endsWith('compareProbe.ts') === true) {
  const [ours, theirs] = [golden, file].map((place) => JSON.parse(readFileSync(place, 'utf8')) as ProbeDump)
  if (!ours || !theirs) throw new Error('two dumps are needed')
  const differing = compareDumps(ours, theirs)
  for (const { name, host, excel } of differing) console.log(`${name}\n  替身：${host}\n  Excel：${excel}`)
  console.log(
    `${differing.length} of ${Object.keys(ours.answers).length} answers differ (Excel ${theirs.version}, ${theirs.platform})`,
  )
}
