// The pane in a plain browser: a workbook file is opened here, worked on with the same pages, and saved again.
import { useMemo, useState } from 'react'
import { PaneHostProvider, type PaneHost } from '../../session/book/paneHost.ts'
import { useServices } from '../../session/services.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { openFileLive, type FileLive } from '../../workbook/fileLive.ts'
import { DropZone } from '../file/DropZone.tsx'
import { Field, Select } from '@fluentui/react-components'
import { BookApp } from './BookApp.tsx'

interface OpenFile {
  readonly name: string
  readonly live: FileLive
}

export function FileBook({ host }: { readonly host: PaneHost }) {
  const { t } = useLanguage()
  const { saveFile } = useServices()
  const [open, setOpen] = useState<OpenFile | null>(null)
  const [isUnreadable, setUnreadable] = useState(false)

  const take = async (file: File) => {
    const live = openFileLive(new Uint8Array(await file.arrayBuffer()))
    setUnreadable(!live.ok)
    if (live.ok) setOpen({ name: file.name, live: live.value })
  }
  const own = useMemo<PaneHost>(
    () => ({
      ...host,
      file: open && {
        name: open.name,
        save: () => saveFile(open.name, new Blob([open.live.toBytes() as Uint8Array<ArrayBuffer>])),
      },
    }),
    [host, open, saveFile],
  )
  return (
    <PaneHostProvider value={own}>
      {open ? (
        <>
          <SheetChoice live={open.live} />
          <BookApp key={open.name} workbook={open.live} />
        </>
      ) : (
        <main className="page narrow">
          <h1>{t.book.file.title}</h1>
          <p>{t.book.file.intro}</p>
          {isUnreadable && <p role="alert">{t.book.file.unreadable}</p>}
          <DropZone onFile={(file) => void take(file)} />
          <p>
            <a href="./">{t.book.file.toWeb}</a>
          </p>
        </main>
      )}
    </PaneHostProvider>
  )
}

/** Which sheet is taken as the one in front. */
function SheetChoice({ live }: { readonly live: FileLive }) {
  const { t } = useLanguage()
  const names = live.sheetNames()
  if (names.length < 2) return null
  return (
    <div className="file-bar">
      <Field label={t.book.bind.choose}>
        <Select size="small" onChange={(_, data) => live.bringToFront(data.value)}>
          {names.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      </Field>
    </div>
  )
}
