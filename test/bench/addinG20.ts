// G20: the pane opens for somebody who is to sign in: what it loads before its first page, and when that page is drawn.
import { openStage, settleHouse } from '#test/e2e/stage.ts'
import { builtPages } from '#test/harness/pages.ts'
import { readFirstPage, sumBytes, type FirstPage } from '#test/harness/firstPage.ts'
import { issueBudget } from '#test/e2e/pane/stage.ts'
import { loadXlsx } from '#test/host/loadXlsx.ts'
import { createBook } from '#test/host/model/book.ts'
import { createOfficeHost } from '#test/host/officeHost.ts'
import { openPane } from '#test/host/openPane.ts'
import { median, type RunGoal } from './goal.ts'

const rounds = 5
const targetMs = 1_500
const targetKb = 350

export const run: RunGoal = async () => {
  const folder = await builtPages()
  const stage = await openStage()
  const { unitId } = await settleHouse(stage)
  /** @param token of a session that the pane remembers; '' nobody is signed in */
  const open = async (token: string, book = createBook(['Sheet1'])): Promise<FirstPage> => {
    const host = createOfficeHost(book, { version: '1.14', payloadLimit: 5_000_000 })
    const pane = await openPane(stage.browser, { host, url: `${stage.server.url}/taskpane.html` })
    if (token !== '') {
      await pane.page.evaluate((kept) => localStorage.setItem('tongbiao.session', kept), token)
      await pane.page.reload()
    }
    const first = await readFirstPage(pane.page, folder)
    await pane.context.close()
    return first
  }
  const samples: FirstPage[] = []
  for (let round = 0; round < rounds; round++) samples.push(await open(''))
  const token = await stage.signInByApi('wang')
  const signedIn = await open(token)
  const bound = await open(token, await loadXlsx(await issueBudget(stage, `${unitId}/budget/2026`)))
  await stage.close()
  const readyMs = Math.round(median(samples.map(({ drawnMs }) => drawnMs)))
  const kb = toKb(Math.max(...samples.map(sumBytes)))
  return {
    goal: 'G20',
    title: 'pane: first page drawn, ms after it was asked for (wall)',
    ratio: readyMs,
    target: targetMs,
    holds: readyMs <= targetMs && kb <= targetKb && toKb(sumBytes(bound)) <= targetKb,
    detail: {
      scriptKbGzip: kb,
      scriptKbTarget: targetKb,
      scriptFiles: samples[0]?.scripts.size ?? 0,
      scriptKbSignedIn: toKb(sumBytes(signedIn)),
      scriptKbOneSheet: toKb(sumBytes(bound)),
      drawnMsOneSheet: Math.round(bound.drawnMs),
      firstPaintMs: Math.round(median(samples.map(({ firstPaintMs }) => firstPaintMs))),
    },
  }
}

function toKb(bytes: number): number {
  return Math.round(bytes / 1024)
}
