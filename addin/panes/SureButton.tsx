// Something that is not to happen by a slip of the mouse: pressed once it asks, pressed again it is done.
import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useLanguage } from '../session/useLanguage.ts'

export interface SureButtonProps {
  readonly word: string
  /** What is done, to whom: for those who hear the button. */
  readonly named: string
  /** Stands on the second button. */
  readonly sure: string
  readonly onSure: () => void
}

export function SureButton({ word, named, sure, onSure }: SureButtonProps) {
  const { t } = useLanguage()
  const [isAsked, setAsked] = useState(false)
  if (!isAsked)
    return (
      <Button size="small" aria-label={named} onClick={() => setAsked(true)}>
        {word}
      </Button>
    )
  return (
    <>
      <Button size="small" appearance="primary" onClick={onSure}>
        {sure}
      </Button>
      <Button size="small" onClick={() => setAsked(false)}>
        {t.cancel}
      </Button>
    </>
  )
}
