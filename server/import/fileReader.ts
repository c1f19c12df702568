// The door to reading spreadsheets of any container, with limits, away from the server's own thread.
import type { Result } from '#shared/kernel/result.ts'
import type { FileRefusal, RawWorkbook } from '#shared/workbook/raw.ts'

/** @param name only for hints about its extension; content decides */
export type FileReader = (bytes: Uint8Array, name: string) => Promise<Result<RawWorkbook, FileRefusal>>
