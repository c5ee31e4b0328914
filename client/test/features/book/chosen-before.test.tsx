import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { begin, date, sentAs, show, tile } from './panel-world.tsx'

vi.mock('../../../src/server/api/client.ts')
vi.mock('../../../src/server/live/watch-board.ts')
vi.mock('../../../src/server/live/socket.ts', () => ({ useConnection: () => 'live' }))

beforeEach(begin)

it('begins with the time that the directory led to: one press holds it', async () => {
  show(`?at=${date}T09:30:00Z`)
  const user = userEvent.setup()
  expect((await tile('09:30')).getAttribute('aria-pressed')).toBe('true')
  await user.click(screen.getByRole('button', { name: /^Book .* 09:30$/ }))
  await screen.findByLabelText('Your name')
  expect(sentAs('createHold')[0]?.input.body?.startsAt).toBe(`${date}T09:30:00Z`)
})

it.each([`${date}T09:45:00Z`, 'tomorrow', '2026-13-45T99:00:00Z'])(
  'chooses nothing where the address names no time that can be booked: %s',
  async (at) => {
    show(`?at=${at}`)
    expect((await tile('09:30')).getAttribute('aria-pressed')).toBe('false')
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Book .*:/ })).toBeNull())
  },
)
