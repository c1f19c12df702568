// The open corpus is understood: at least 85 % of its tables exactly right, none wrong in silence, none slow.
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inspectWorkbook } from '#shared/import/inspect.ts'
import { readFile } from '#server/workbook/readFile.ts'
import { readGroundTruth, rowsIn } from '#test/bench/groundTruth.ts'
import { scoreTable } from '#test/bench/scoreTable.ts'
import { corpusFolder } from '#test/harness/corpus.ts'

describe('recognition of the corpus', () => {
  it('IM2 gets at least 85 % of the tables exactly right and leaves no wrong one without a finding', async (test) => {
    if (corpusFolder === undefined) return void test.annotate('corpus not present')
    const folder = corpusFolder
    const scores = await Promise.all(readGroundTruth(folder).map((truth) => scoreTable(folder, truth)))
    const wrong = scores.filter((score) => !score.exact)
    expect(wrong.filter((score) => score.findings.length === 0)).toEqual([])
    expect(
      (scores.length - wrong.length) / scores.length,
      wrong.map((score) => `${score.id}: ${score.failures.join('; ')}`).join('\n'),
    ).toBeGreaterThanOrEqual(0.85)
  })

  it('IM1 IM44 gives every row one role in every file that can be read, within three seconds of recognition', async (test) => {
    if (corpusFolder === undefined) return void test.annotate('corpus not present')
    for (const set of ['real', 'cn-bank', 'cn-tests', 'cn-budget', 'torture']) {
      for (const name of readdirSync(`${corpusFolder}/${set}`)) {
        const read = await readFile(readFileSync(`${corpusFolder}/${set}/${name}`), name)
        if (!read.ok) continue
        const start = performance.now()
        const report = inspectWorkbook(read.value, { file: name, locale: 'zh-Hans' })
        expect(performance.now() - start, name).toBeLessThan(3000)
        for (const finding of report.findings)
          if (finding.code.startsWith('import/')) expect(finding.message, name).not.toBe(finding.code)
        for (const table of report.sheets.flatMap((sheet) => sheet.tables)) {
          const { titleRows, metaRows, headerRows, repeatedHeaderRows, sectionRows, subtotalRows, totalRows } = table
          const rows = [
            ...titleRows,
            ...metaRows,
            ...headerRows,
            ...repeatedHeaderRows,
            ...sectionRows,
            ...subtotalRows,
          ]
          rows.push(...totalRows, ...table.footerRows, ...table.blankRows, ...rowsIn(table.data))
          rows.sort((a, b) => a - b)
          expect(
            rows.every((row, i) => i === 0 || row === (rows[i - 1] ?? 0) + 1),
            name,
          ).toBe(true)
        }
      }
    }
  })
})
