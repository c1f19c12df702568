// Where a file is let go, or chosen by keyboard.
import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useRef, useState, type DragEvent } from 'react'
import { useLanguage } from '../../session/useLanguage.ts'
import { showBytes } from '../../strings/showWhen.ts'

export const maxFileBytes = 20 * 1024 * 1024
export const acceptedFiles = '.xlsx,.xlsm,.xls,.xlsb,.et,.ods,.csv,.tsv,.txt,.xml,.htm,.html'

export function DropZone({ onFile }: { readonly onFile: (file: File) => void }) {
  const { t } = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)

  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (!file) return
    if (files.length > 1) return setRefusal(t.file.drop.several)
    if (file.size > maxFileBytes) return setRefusal(t.file.drop.tooLarge(showBytes(file.size)))
    setRefusal(null)
    onFile(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div
      className={isOver ? 'drop-zone is-over' : 'drop-zone'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className="strong">{isOver ? t.file.drop.over : t.file.drop.label}</p>
      <p className="quiet">{t.file.drop.hint}</p>
      <Button appearance="primary" onClick={() => input.current?.click()}>
        {t.file.drop.choose}
      </Button>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept={acceptedFiles}
        tabIndex={-1}
        aria-label={t.file.drop.choose}
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
      {refusal !== null && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{refusal}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  )
}
