// Draws addin/public/icons/*.png, the pictures of the manifest: `npx node test/scripts/drawIcons.ts`.
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { launchBrowser } from '../harness/browser.ts'

const folder = fileURLToPath(new URL('../../addin/public/icons', import.meta.url))

const plate = '<rect width="32" height="32" rx="4" fill="#A4262C"/>'
const line = (path: string, color: string, width = 2.4) =>
  `<path d="${path}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`
const table = line('M4 5h24v22H4zM4 12h24M4 19.5h24M13 5v22', '#605E5C', 2)

/** On a grid of 32 × 32; the commands are told apart by shape, not by colour. */
const pictures: Readonly<Record<string, { readonly svg: string; readonly sizes: readonly number[] }>> = {
  mark: {
    svg: plate + line('M7 9h18v14H7zM7 14h18M7 18.5h18M14 9v14', '#fff', 2),
    sizes: [16, 32, 64, 80, 128],
  },
  check: {
    svg: `${table}<circle cx="22" cy="22" r="9" fill="#fff"/>${line('M16.5 22.5l4 4 7.5-9', '#A4262C', 3)}`,
    sizes: [16, 32, 80],
  },
  publish: {
    svg: `${table}<circle cx="22" cy="21" r="10" fill="#fff"/>${line('M22 29V14M16 19.5l6-6 6 6', '#A4262C', 3)}`,
    sizes: [16, 32, 80],
  },
  refresh: {
    svg: `${table}<circle cx="22" cy="21" r="10" fill="#fff"/>${line('M22 13v15M16 22.5l6 6 6-6', '#A4262C', 3)}`,
    sizes: [16, 32, 80],
  },
}

mkdirSync(folder, { recursive: true })
const browser = await launchBrowser()
try {
  const page = await browser.newPage()
  for (const [name, { svg, sizes }] of Object.entries(pictures))
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size })
      await page.setContent(
        `<style>body{margin:0}svg{display:block}</style><svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 32 32">${svg}</svg>`,
      )
      await page.screenshot({ path: `${folder}/${name}-${size}.png`, omitBackground: true })
    }
} finally {
  await browser.close()
}
