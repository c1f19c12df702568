// A button that opens a text to write, among what is on file.
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { TextForm } from './TextForm.tsx'

interface OpeningProps {
  readonly word: string
  readonly label: string
  readonly children: (
    close: () => void,
  ) => readonly { readonly word: string; readonly onSend: (text: string) => void }[]
}

export function Opening({ word, label, children }: OpeningProps) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  if (open) return <TextForm label={label} sends={children(close)} onCancel={close} />
  return (
    <div>
      <Button size="small" onClick={() => setOpen(true)}>
        {word}
      </Button>
    </div>
  )
}
