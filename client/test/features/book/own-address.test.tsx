import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { call } from '../../../src/server/api/client.ts'
import { useDraft, useOwnAddress } from '../../../src/features/book/contact/draft.ts'
import { noteMe, noteSignedOut } from '../../../src/server/api/session-mark.ts'

vi.mock('../../../src/server/api/client.ts')

beforeEach(() => {
  noteSignedOut()
  localStorage.clear()
  sessionStorage.clear()
  vi.mocked(call).mockReset()
  const person = { id: 'p', email: 'grace@example.com', roles: [], expertId: null }
  vi.mocked(call).mockResolvedValue({ person } as never)
})

function Form() {
  const [draft, change] = useDraft('asha-rai')
  useOwnAddress('asha-rai', change)
  return (
    <input
      aria-label="E-mail"
      value={draft.email}
      onChange={(event) => change({ email: event.target.value })}
    />
  )
}

function show() {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Form />
    </QueryClientProvider>,
  )
  return userEvent.setup()
}

const email = () => screen.getByLabelText<HTMLInputElement>('E-mail')

describe('the form of who is signed in', () => {
  it('has their address, before what the device remembers', async () => {
    noteMe('p')
    localStorage.setItem('ec.contact', JSON.stringify({ email: 'old@example.com' }))
    show()
    await waitFor(() => expect(email().value).toBe('grace@example.com'))
  })

  it('lets it be changed, and emptied', async () => {
    noteMe('p')
    const user = show()
    await waitFor(() => expect(email().value).toBe('grace@example.com'))
    await user.clear(email())
    expect(email().value).toBe('')
    await user.type(email(), 'other@example.com')
    expect(email().value).toBe('other@example.com')
  })

  it('does not write over what was typed before', async () => {
    noteMe('p')
    sessionStorage.setItem('ec.draft.asha-rai', JSON.stringify({ email: 'typed@example.com' }))
    show()
    await waitFor(() => expect(call).toHaveBeenCalledTimes(1))
    expect(email().value).toBe('typed@example.com')
  })

  it('asks nothing of who is not signed in', () => {
    show()
    expect(call).not.toHaveBeenCalled()
  })
})
