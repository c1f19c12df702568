// How a page of an end-to-end test is looked at: faults of accessibility, width, pictures.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds serious or critical. */
export async function faults(page: Page): Promise<readonly string[]> {
  // a button that has just become usable is on its way from one colour to the other
  await page.evaluate(async () => {
    const turning = document.getAnimations().filter((one) => one instanceof CSSTransition)
    await Promise.allSettled(turning.map((one) => one.finished))
  })
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; impact: string | null }[] }> } // loaded just above
    }
    const { violations } = await axe.run()
    return violations.flatMap(({ id, impact }) => (impact === 'serious' || impact === 'critical' ? [id] : []))
  })
}

/** Pixels that the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Into the folder of SHOTS, for a person to look at. */
export const shoot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['SHOTS']
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
