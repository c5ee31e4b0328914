import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { Dialog } from '../../src/ui/dialog/dialog.tsx'

function Example({ onClose }: { onClose: () => void }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button onClick={() => setOpen(true)}>Cancel</button>
      <Dialog
        open={open}
        title="Cancel this session?"
        onClose={() => {
          onClose()
          setOpen(false)
        }}
      >
        <input aria-label="Reason" />
      </Dialog>
    </>
  )
}

test('opens as a modal dialog that is named by its title, with the focus inside', async () => {
  render(<Example onClose={vi.fn<() => void>()} />)
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  const dialog = screen.getByRole('dialog', { name: 'Cancel this session?' })
  expect(dialog.hasAttribute('open')).toBe(true)
  expect(dialog.contains(document.activeElement)).toBe(true)
  expect(document.activeElement?.textContent).toBe('Cancel this session?')
})

test('the first focus goes where it is asked to', () => {
  render(
    <Dialog open title="Correct your details" onClose={vi.fn<() => void>()}>
      <input aria-label="Name" data-autofocus />
    </Dialog>,
  )
  expect(document.activeElement).toBe(screen.getByLabelText('Name'))
})

test('Escape and the cross ask its owner to close it, and the page scrolls again', async () => {
  const onClose = vi.fn<() => void>()
  render(<Example onClose={onClose} />)
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(document.documentElement.style.overflow).toBe('hidden')
  const escape = new Event('cancel', { cancelable: true })
  fireEvent(screen.getByRole('dialog'), escape)
  // The native element would close by itself and leave its owner believing that it is open.
  expect(escape.defaultPrevented).toBe(true)
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.documentElement.style.overflow).toBe('')

  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  await userEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(onClose).toHaveBeenCalledTimes(2)
})

test('a press beside it closes it, unless it is firm', async () => {
  const onClose = vi.fn<() => void>()
  const { rerender } = render(
    <Dialog open title="Rules" onClose={onClose}>
      text
    </Dialog>,
  )
  await userEvent.click(screen.getByText('text'))
  expect(onClose).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('dialog'))
  expect(onClose).toHaveBeenCalledOnce()
  rerender(
    <Dialog open firm title="Rules" onClose={onClose}>
      text
    </Dialog>,
  )
  await userEvent.click(screen.getByRole('dialog'))
  expect(onClose).toHaveBeenCalledOnce()
})
