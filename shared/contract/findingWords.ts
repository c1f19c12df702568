// The words of every finding that the engine itself can say; rules bring their own in the definitions.
import { importWords } from '../import/importWords.ts'
import { recogniseWords } from '../import/recogniseWords.ts'
import type { FindingWords } from '../kernel/finding.ts'
import { policyWords } from '../policy/policyWords.ts'
import { syncWords } from '../sync/syncWords.ts'
import { validationWords } from '../validation/validationWords.ts'
import { valueWords } from '../values/valueWords.ts'
import { fileWords } from '../workbook/fileWords.ts'
import { entryWords } from '../review/checkEntry.ts'
import { denialWords } from '../review/denialWords.ts'
import { pushWords } from './pushWords.ts'

/** One entry a room, in the order a file goes through them. */
export const findingWords: readonly FindingWords[] = [
  fileWords,
  recogniseWords,
  valueWords,
  validationWords,
  importWords,
  syncWords,
  pushWords,
  policyWords,
  denialWords,
  entryWords,
]
