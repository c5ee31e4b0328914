import type { Notes } from '@expertconnect/contract/notes/shapes'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { SessionNotes } from '../../../src/features/note/session-notes.tsx'
import { call } from '../../../src/server/api/client.ts'
import { ApiProblem, unreachable } from '../../../src/server/api/problem.ts'

vi.mock('../../../src/server/api/client.ts')

let stored: Notes
let refusal: ApiProblem | null
let made = 0

beforeEach(() => {
  sessionStorage.clear()
  stored = { text: '', version: 0 }
  refusal = null
  vi.mocked(call).mockImplementation((name, input) => {
    if (refusal) return Promise.reject(refusal)
    const { body } = input as { body?: { text: string } }
    if (name === 'saveNotes' && body) stored = { text: body.text, version: stored.version + 1 }
    return Promise.resolve(stored) as never
  })
})

/** Of a booking of its own each time: what one test left to be saved is none of the next one's. */
function show() {
  const user = userEvent.setup()
  const bookingId = `booking-${++made}`
  render(<SessionNotes bookingId={bookingId} token="token" side="customer" />)
  return { user, bookingId }
}

const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your private notes' })
const press = (name: string) => screen.findByRole('button', { name })

describe('the notes on the page of a session', () => {
  it('are a quiet line until they are begun, then save themselves', async () => {
    const { user } = show()
    await user.click(await press('Take notes'))
    await waitFor(() => expect(document.activeElement).toBe(box()))
    await user.type(box(), 'Ask about the fee')
    expect(screen.getByText('Saving…')).toBeTruthy()
    expect(await screen.findByText('Saved')).toBeTruthy()
    expect(stored.text).toBe('Ask about the fee')
    await user.clear(box())
    await waitFor(() => expect(stored.text).toBe(''))
    expect(box()).toBeTruthy()
  })

  it('are there at once where there are some, and say that nobody else reads them', async () => {
    stored = { text: 'She likes trains', version: 2 }
    show()
    await waitFor(() => expect(box().value).toBe('She likes trains'))
    expect(box().getAttribute('aria-describedby')).toBe(
      screen.getByText('Only you can read this.').id,
    )
  })

  it('say when they are not saved, and are tried again', async () => {
    const { user } = show()
    await user.click(await press('Take notes'))
    refusal = new ApiProblem(unreachable)
    await user.type(box(), 'Offline')
    expect((await screen.findByRole('alert')).textContent).toContain('not saved yet')
    const leaving = new Event('beforeunload', { cancelable: true })
    dispatchEvent(leaving)
    expect(leaving.defaultPrevented).toBe(true)
    refusal = null
    await user.click(await press('Try again'))
    expect(await screen.findByText('Saved')).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('show both texts where another window wrote over them, and put one into the other', async () => {
    const bookingId = `booking-${++made}`
    const draft = { text: 'Mine', version: 0, others: ['Theirs'] }
    sessionStorage.setItem(`ec.notes.${bookingId}.customer`, JSON.stringify(draft))
    const user = userEvent.setup()
    render(<SessionNotes bookingId={bookingId} token="token" side="customer" />)
    expect(await screen.findByText('Theirs')).toBeTruthy()
    await user.click(await press('Add it to these notes'))
    expect(box().value).toBe('Mine\n\nTheirs')
    expect(screen.queryByText('You wrote something else in another window')).toBeNull()
    await waitFor(() => expect(stored.text).toBe('Mine\n\nTheirs'))
  })

  it('show nothing at all to whoever has no side in the session', async () => {
    refusal = new ApiProblem({ ...unreachable, status: 403, code: 'forbidden' })
    show()
    await waitFor(() => expect(vi.mocked(call)).toHaveBeenCalled())
    await act(() => Promise.resolve())
    expect(document.body.textContent).toBe('')
  })
})
