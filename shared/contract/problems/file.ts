// Whole refusals of a file: the sentences of the rooms that read files, with their HTTP status (reliability.md §3.6 A).
import { refusalWords } from '../../workbook/fileWords.ts'
import type { FileRefusalCode } from '../../workbook/raw.ts'
import type { ProblemDefinition } from '../problem.ts'

/** What is no spreadsheet at all, and what is too much of one; the rest was read and found wrong. */
const statuses: Partial<Readonly<Record<FileRefusalCode, number>>> = {
  'file.type': 415,
  'file.type.html': 415,
  'file.too-large': 413,
}

export const fileProblems = Object.fromEntries(
  Object.entries(refusalWords).map(([code, words]) => [
    code,
    { status: statuses[code as FileRefusalCode] ?? 422, words },
  ]),
) as Readonly<Record<FileRefusalCode, ProblemDefinition>>
