// G13: the pane compares 100,000 × 14 with the last synced rows, against JSON.parse of the same rows; 40 changes painted.
import { launchBrowser } from '#test/harness/browser.ts'
import { bundlePage } from '#test/host/bundlePage.ts'
import { median, ratioOf, type RunGoal } from './goal.ts'
import type { DiffFigures } from './addinDiffPage.ts'

const rows = 100_000
const rounds = 21
const target = 1.5
const paintTargetMs = 50

export const run: RunGoal = async () => {
  const browser = await launchBrowser()
  const page = await browser.newPage({ viewport: { width: 360, height: 720 } })
  await page.setContent('<!doctype html><meta charset="utf-8"><div id="list"></div>')
  await page.evaluate(await bundlePage('test/bench/addinDiffPage.ts', { isMinified: true }))
  const samples: DiffFigures[] = []
  for (let round = 0; round < rounds; round++)
    samples.push(await page.evaluate((count) => window.diffBench(count), rows))
  await browser.close()
  const of = (pick: (figures: DiffFigures) => number): number => Math.round(median(samples.map(pick)) * 10) / 10
  const [diffMs, parseMs, paintMs] = [of(({ diff }) => diff), of(({ parse }) => parse), of(({ paint }) => paint)]
  // Both of a round ran under the same load.
  const ratio = median(samples.map(({ diff, parse }) => ratioOf(diff, parse)))
  const found = samples[0]?.changed ?? 0
  return {
    goal: 'G13',
    title: 'pane: diff of 100,000 × 14 against the last synced rows ÷ JSON.parse of the same rows; 40 changes painted',
    ratio,
    target,
    holds: ratio <= target && paintMs <= paintTargetMs && found === rows / 1000,
    detail: { diffMs, parseMs, paintMs, paintTargetMs, halfDiffMs: of(({ half }) => half), changed: found },
  }
}
