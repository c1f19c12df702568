// `npm run bench:import [-- --json FILE]`: how well the open corpus is understood, against ground truth made by hand.
import { writeFileSync } from 'node:fs'
import { corpusFolder } from '#test/harness/corpus.ts'
import { readGroundTruth } from './groundTruth.ts'
import { aspects, scoreTable, type Score } from './scoreTable.ts'

const jsonFile = process.argv.includes('--json') ? process.argv[process.argv.indexOf('--json') + 1] : undefined

if (corpusFolder === undefined) {
  console.log('corpus not present')
} else {
  const scores: Score[] = []
  for (const truth of readGroundTruth(corpusFolder)) scores.push(await scoreTable(corpusFolder, truth))
  print(scores)
  if (jsonFile !== undefined) writeFileSync(jsonFile, `${JSON.stringify(summary(scores), null, 1)}\n`)
}

function mark(value: boolean | undefined): string {
  return value === undefined ? '·' : value ? '✓' : '✗'
}

function print(scores: readonly Score[]): void {
  console.log(`${'id'.padEnd(5)}${aspects.map((aspect) => aspect.padEnd(9)).join('')}file`)
  for (const score of scores) {
    console.log(
      `${score.id.padEnd(5)}${aspects.map((aspect) => mark(score.aspects[aspect]).padEnd(9)).join('')}${score.file}`,
    )
    for (const failure of score.failures) console.log(`       ${failure}`)
    if (!score.exact)
      console.log(`       findings: ${[...new Set(score.findings)].join(', ') || 'none: wrong and silent'}`)
  }
  const { exact, tables, silent, byAspect } = summary(scores)
  console.log(
    `\n${aspects.map((aspect) => `${aspect} ${byAspect[aspect]?.right}/${byAspect[aspect]?.of}`).join(' · ')}`,
  )
  console.log(
    `${exact} of ${tables} tables exactly right (${Math.round((exact / tables) * 1000) / 10} %), ${silent} wrong without a finding`,
  )
}

function summary(scores: readonly Score[]) {
  const byAspect = Object.fromEntries(
    aspects.map((aspect) => {
      const told = scores.filter((score) => score.aspects[aspect] !== undefined)
      return [aspect, { right: told.filter((score) => score.aspects[aspect] === true).length, of: told.length }]
    }),
  )
  return {
    tables: scores.length,
    exact: scores.filter((score) => score.exact).length,
    silent: scores.filter((score) => !score.exact && score.findings.length === 0).length,
    byAspect,
    files: scores,
  }
}
