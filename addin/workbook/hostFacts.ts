// What Excel says of itself, and what of its API is really there.
import type { HostFacts } from './liveWorkbook.ts'

/** Of Office LTSC 2021. */
export const neededApi = '1.14'

const newestMinor = 30

export function isSupported(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version)
}

export function readHostFacts(): HostFacts {
  const { diagnostics, displayLanguage } = Office.context
  return {
    platform: String(diagnostics.platform),
    version: diagnostics.version,
    language: displayLanguage,
    excelApi: findHighest(),
    isEnough: isSupported(neededApi),
  }
}

/** Sets are cumulative: asked from the top. */
function findHighest(): string {
  for (let minor = newestMinor; minor > 0; minor--) if (isSupported(`1.${minor}`)) return `1.${minor}`
  return '1.0'
}
