// G13: the pane compares 100,000 × 14 with the last synced rows, against JSON.parse of the same rows; 40 changes painted.
import { launchBrowser } from '#test/harness/browser.ts'
import { bundlePage } from '#test/host/bundlePage.ts'
import { median, ratioOf, type RunGoal } from './goal.ts'
import { traceTasks } from './pageTasks.ts'

const rows = 100_000
const rounds = 11
const target = 1.5
const paintTargetMs = 50

export const run: RunGoal = async () => {
  const browser = await launchBrowser()
  const page = await browser.newPage({ viewport: { width: 360, height: 720 } })
  await page.setContent('<!doctype html><meta charset="utf-8"><div id="list"></div>')
  await page.evaluate(await bundlePage('test/bench/addinDiffPage.ts', { isMinified: true }))
  await page.evaluate((count) => window.diffBench.prepare(count), rows)
  /** CPU time of the page's thread, ms. */
  const cost = async (step: 'parse' | 'compare' | 'compareHalf' | 'paint'): Promise<number> => {
    const [, { longestCpuMs }] = await traceTasks(browser, () =>
      page.evaluate((which) => window.diffBench[which](), step),
    )
    return longestCpuMs
  }
  const samples: Readonly<Record<'parse' | 'diff' | 'half' | 'paint', number>>[] = []
  for (let round = 0; round < rounds; round++)
    samples.push({
      parse: await cost('parse'),
      diff: await cost('compare'),
      half: await cost('compareHalf'),
      paint: await cost('paint'),
    })
  const found = await page.evaluate(() => window.diffBench.compare())
  await browser.close()
  const of = (step: keyof (typeof samples)[number]): number =>
    Math.round(median(samples.map((sample) => sample[step])) * 10) / 10
  const [diffMs, parseMs, paintMs] = [of('diff'), of('parse'), of('paint')]
  const ratio = ratioOf(diffMs, parseMs)
  return {
    goal: 'G13',
    title: 'pane: diff of 100,000 × 14 against the last synced rows ÷ JSON.parse of the same rows; 40 changes painted',
    ratio,
    target,
    holds: ratio <= target && paintMs <= paintTargetMs && found === rows / 1000,
    detail: { diffMs, parseMs, paintMs, paintTargetMs, halfDiffMs: of('half'), changed: found },
  }
}
