// Where the corpus of real spreadsheets lies, when it is there.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../../shared/corpus/open', import.meta.url))

/** The folder's path, or undefined: then a corpus test says "corpus not present" and has nothing to run on. */
export const corpusFolder: string | undefined = existsSync(folder) ? folder : undefined
