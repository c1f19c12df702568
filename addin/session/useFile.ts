// The file on the desk: dropped, recognised, corrected, rehearsed, imported or published. It outlives a change of page.
import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react'
import type { ImportAnalysis, ImportRequest } from '#shared/contract/importResources.ts'
import type { PushReport } from '#shared/contract/resources.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import type { Failure } from '../server/failure.ts'
import type { ServerClient } from '../server/serverClient.ts'
import type { Strings } from '../strings/zh-Hans.ts'
import { startImport, takeRehearsal, takeTable, type ImportState } from './importState.ts'
import { useServices } from './services.ts'
import { useLanguage } from './useLanguage.ts'
import { useTask, type JobContext, type Task } from './useTask.ts'
import { startWorkbook, toPublishRequest, type WorkbookState } from './workbookState.ts'

/** What happened, with everything its receipt says. */
export interface ReceiptState {
  readonly stage: 'receipt'
  readonly how: 'imported' | 'published'
  readonly report: PushReport
  readonly fileName: string
  /** For the workbook that comes back. */
  readonly workbook: { readonly name: 'importedWorkbook' | 'publishedWorkbook'; readonly id: string }
}

export interface EmptyState {
  readonly stage: 'empty'
  /** The last file, when there was no table in it. */
  readonly without: ImportAnalysis | null
  /** The last file that could not be opened. */
  readonly refused?: File
}

export type FileState = EmptyState | ImportState | WorkbookState | ReceiptState

export interface FileDesk {
  readonly state: FileState
  readonly task: Task
  /** @param wish `value`: compared by value, as another server's workbook may be */
  readonly open: (file: File, wish?: 'value') => Promise<void>
  readonly clear: () => void
  /** Takes a changed plan and asks the server what it means. */
  readonly replan: (next: ImportState) => Promise<void>
  /** Takes a change that needs no answer. */
  readonly put: (next: ImportState | WorkbookState) => void
  readonly rehearseImport: (state: ImportState) => Promise<void>
  readonly applyImport: (state: ImportState) => Promise<void>
  readonly publish: (state: WorkbookState, run: 'rehearse' | 'publish') => Promise<void>
  readonly compareAgain: (state: WorkbookState) => Promise<void>
}

const empty: EmptyState = { stage: 'empty', without: null }

/** Uploads and says how far; once all bytes have left, says what happens then. */
async function upload<Name extends 'uploadImport' | 'uploadWorkbook'>(
  client: ServerClient,
  name: Name,
  file: File,
  context: JobContext & { readonly after: string; readonly query?: Readonly<Record<string, string>> },
) {
  let isAway = false
  return client.call(name, file, {
    query: { ...context.query, name: file.name },
    signal: context.signal,
    onProgress(sent, total) {
      if (sent < total) return context.report({ sent, total })
      if (!isAway) context.rename(context.after)
      isAway = true
    },
  })
}

function queryOf(wish: 'value' | undefined): { readonly query?: Readonly<Record<string, string>> } {
  return wish === undefined ? {} : { query: { compare: wish } }
}

interface Opening {
  readonly file: File
  readonly wish: 'value' | undefined
}

async function openFile(
  client: ServerClient,
  t: Strings,
  { file, wish }: Opening,
  context: JobContext,
): Promise<Result<FileState, Failure>> {
  const analysed = await upload(client, 'uploadImport', file, { ...context, after: t.file.recognising })
  if (!analysed.ok) return analysed
  if (analysed.value.carriesBase) {
    context.rename(t.file.comparing)
    const asked = { ...context, after: t.file.comparing, ...queryOf(wish) }
    const preview = await upload(client, 'uploadWorkbook', file, asked)
    return preview.ok ? ok({ ...startWorkbook(file, preview.value), ...(wish && { wish }) }) : preview
  }
  const units = await client.call('listUnits', null, { signal: context.signal })
  if (!units.ok) return units
  return ok(startImport(analysed.value, units.value) ?? { stage: 'empty', without: analysed.value })
}

function toImportRequest(state: ImportState): ImportRequest {
  if (!state.plan) throw new Error('no plan to ask about')
  return {
    plan: state.plan,
    unitId: state.unitId ?? state.units[0]?.id ?? '',
    year: state.plan.conventions.year,
  }
}

export function useFileState(): FileDesk {
  const { client } = useServices()
  const { t } = useLanguage()
  const task = useTask()
  const { run } = task
  const [state, setState] = useState<FileState>(empty)
  // answers may come after further clicks: they are put into the state as it is then
  const latest = useRef(state)
  const put = useCallback((next: FileState) => {
    latest.current = next
    setState(next)
  }, [])

  return useMemo<FileDesk>(() => {
    const path = (id: string) => ({ params: { id } })
    return {
      state,
      task,
      put,
      async open(file, wish) {
        const opened = await run(t.file.uploading, (context) => openFile(client, t, { file, wish }, context))
        put(opened ?? { ...empty, refused: file })
      },
      clear() {
        task.cancel()
        task.forget()
        put(empty)
      },
      async replan(next) {
        put(next)
        const { importId } = next.analysis
        const table = await run(t.file.replanning, ({ signal }) =>
          client.call('planImport', toImportRequest(next), { ...path(importId), signal }),
        )
        const now = latest.current
        if (table && now.stage === 'import' && now.analysis.importId === importId) put(takeTable(now, table))
      },
      async rehearseImport(asked) {
        const report = await run(t.file.rehearse.busy, ({ signal }) =>
          client.call('rehearseImport', toImportRequest(asked), { ...path(asked.analysis.importId), signal }),
        )
        if (report && latest.current === asked) put(takeRehearsal(asked, report))
      },
      async applyImport(asked) {
        const id = asked.analysis.importId
        const report = await run(t.file.apply.busy, ({ signal }) =>
          client.call('applyImport', toImportRequest(asked), { ...path(id), signal }),
        )
        if (!report) return
        const fileName = asked.analysis.file.name
        put({ stage: 'receipt', how: 'imported', report, fileName, workbook: { name: 'importedWorkbook', id } })
      },
      async publish(asked, how) {
        const id = asked.preview.uploadId
        const what = how === 'rehearse' ? t.file.rehearse.busy : t.file.workbook.publishing
        const report = await run(what, ({ signal }) =>
          client.call('publishWorkbook', toPublishRequest(asked, how), { ...path(id), signal }),
        )
        if (!report) return
        const isKept = how === 'publish' && (report.result.point !== null || report.result.counts.conflicts === 0)
        if (!isKept) return put({ ...asked, rehearsal: report })
        const fileName = asked.preview.fileName
        put({ stage: 'receipt', how: 'published', report, fileName, workbook: { name: 'publishedWorkbook', id } })
      },
      async compareAgain(asked) {
        const preview = await run(t.file.uploading, (context) =>
          upload(client, 'uploadWorkbook', asked.file, { ...context, after: t.file.comparing, ...queryOf(asked.wish) }),
        )
        if (preview) put({ ...startWorkbook(asked.file, preview, asked), ...(asked.wish && { wish: asked.wish }) })
      },
    }
  }, [client, put, run, state, t, task])
}

const FileContext = createContext<FileDesk | null>(null)

export const FileProvider = FileContext.Provider

export function useFile(): FileDesk {
  const desk = useContext(FileContext)
  if (!desk) throw new Error('no FileProvider above')
  return desk
}
