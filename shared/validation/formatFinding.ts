// A finding as a sentence in the reader's language.
import type { SheetDefinition } from '../definition/sheet.ts'
import type { Finding, FindingWords } from '../kernel/finding.ts'
import { fillPlaces, type Locale, type Words } from '../kernel/words.ts'

export interface Sentences {
  /** The words of every room, looked through in order. */
  readonly words: readonly FindingWords[]
  readonly definition?: SheetDefinition
  readonly locale: Locale
}

function wordsOf(code: string, sentences: Sentences): Words | undefined {
  const rule = sentences.definition?.rules.find((candidate) => candidate.code === code)
  if (rule !== undefined) return rule.message
  const own = sentences.definition?.words?.[code]
  if (own !== undefined) return own
  return sentences.words.find((room) => Object.hasOwn(room, code))?.[code]
}

/** Never empty: a code without words is shown as it is (a test keeps that from happening). `{label}` is the column's own word. */
export function formatFinding(finding: Finding, sentences: Sentences): string {
  const words = wordsOf(finding.code, sentences)
  if (words === undefined) return finding.code
  const column = sentences.definition?.columns[finding.location.column ?? '']
  // Only where the label is the column's own word: a total's label is what the file calls it.
  const isOwn = column !== undefined && (finding.params['label'] ?? column.label['zh-Hans']) === column.label['zh-Hans']
  const params = isOwn ? { ...finding.params, label: column.label[sentences.locale] } : finding.params
  return fillPlaces(words[sentences.locale], params)
}
