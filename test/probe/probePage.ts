// In the pane: asks Excel all probes one after the other, each on a new sheet, and shows the answers as JSON.
import { probes } from './probes.ts'

export interface ProbeDump {
  readonly version: string
  readonly platform: string
  readonly answers: Readonly<Record<string, unknown>>
}

declare global {
  interface Window {
    runProbes(): Promise<ProbeDump>
  }
}

window.runProbes = async () => {
  const { diagnostics } = Office.context
  const answers: Record<string, unknown> = {}
  for (const { name, ask } of probes) {
    answers[name] = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add()
      await context.sync()
      const answer = await ask(context, sheet)
      sheet.delete()
      await context.sync()
      return answer
    }).catch((error: OfficeExtension.Error) => ({ refused: error.code }))
  }
  return { version: diagnostics.version, platform: String(diagnostics.platform), answers }
}

const button = document.querySelector('button')
button?.addEventListener('click', () => {
  void window.runProbes().then((dump) => {
    const field = document.querySelector('textarea')
    if (field) field.value = JSON.stringify(dump, null, 1)
  })
})
