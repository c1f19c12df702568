// Findings as sentences on the terminal.
import { findingWords } from '#shared/contract/findingWords.ts'
import type { SheetDefinition } from '#shared/definition/sheet.ts'
import type { Finding, FindingWords } from '#shared/kernel/finding.ts'
import { sheets } from '#shared/sheets/index.ts'
import { formatFinding } from '#shared/validation/formatFinding.ts'

const rooms: readonly FindingWords[] = [
  ...findingWords,
  ...sheets.flatMap((sheet) => (sheet.words ? [sheet.words] : [])),
]

const marks = { error: '■ 须改', warning: '▲ 请说明', hint: '○ 提示' } as const

export function sentenceOf(finding: Finding, definition?: SheetDefinition): string {
  return formatFinding(finding, { words: rooms, locale: 'zh-Hans', ...(definition ? { definition } : {}) })
}

/** `■ 须改  Sheet1!E9  …` */
export function lineOf(finding: Finding, definition?: SheetDefinition): string {
  const { sheet, cell, row } = finding.location
  const place = [sheet, cell ?? (row === undefined ? undefined : `第 ${row} 行`)]
    .filter((part) => part !== undefined)
    .join('!')
  return `${marks[finding.severity]}  ${place === '' ? '' : `${place}  `}${sentenceOf(finding, definition)}`
}
