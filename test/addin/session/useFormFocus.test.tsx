// @vitest-environment jsdom
// Somebody who works by keyboard is taken to the form that opened, and back to its part of the page when it is gone.
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { useFormFocus } from '#addin/session/useFormFocus.ts'

afterEach(cleanup)

function Form({ onClose }: { readonly onClose: () => void }) {
  const form = useFormFocus<HTMLDivElement>()
  return (
    <div ref={form}>
      <textarea aria-label="理由" />
      <button onClick={onClose}>取消</button>
    </div>
  )
}

function Part({ keepsButton }: { readonly keepsButton: boolean }) {
  const [open, setOpen] = useState(false)
  return (
    <section tabIndex={-1} aria-label="流转">
      {(keepsButton || !open) && <button onClick={() => setOpen(true)}>登记</button>}
      {open && <Form onClose={() => setOpen(false)} />}
    </section>
  )
}

it.each([
  [true, '登记'],
  [false, '流转'],
] as const)('goes to the first field and back (button stays: %s)', async (keepsButton, back) => {
  render(<Part keepsButton={keepsButton} />)
  await userEvent.click(screen.getByRole('button', { name: '登记' }))
  expect(document.activeElement).toBe(screen.getByLabelText('理由'))
  await userEvent.click(screen.getByRole('button', { name: '取消' }))
  const home = keepsButton ? screen.getByRole('button', { name: back }) : screen.getByRole('region', { name: back })
  await waitFor(() => expect(document.activeElement).toBe(home))
})
