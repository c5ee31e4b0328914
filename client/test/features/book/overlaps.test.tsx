import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { noteMe } from '../../../src/server/api/session-mark.ts'
import { sampleBooking } from '../booking/sample.ts'
import { begin, confirm, date, fill, onBooked, openForm, sentAs, world } from './panel-world.tsx'

vi.mock('../../../src/server/api/client.ts')
vi.mock('../../../src/server/live/watch-board.ts')
vi.mock('../../../src/server/live/socket.ts', () => ({ useConnection: () => 'live' }))

beforeEach(begin)

describe('another session at this time', () => {
  const span = { startsAt: `${date}T09:00:00Z`, endsAt: `${date}T09:30:00Z` }

  it('is told, and is not the one that this hold has just become', async () => {
    const user = await openForm()
    const held = sentAs('createHold').map((sent) => `hold-${world.sent.indexOf(sent) + 1}`)
    expect(held).toHaveLength(1)
    world.overlaps = [
      ...held.map((id) => ({ id, expertName: 'Ana', ...span })),
      { id: 'another', expertName: 'Ada', ...span },
    ]
    // Whatever is typed draws the form anew.
    await user.type(screen.getByLabelText('Your name'), 'Grace')
    const told = screen.getByRole('heading', { name: 'You have another session at this time' })
    expect(told.closest('[role="status"]')?.textContent).toMatch(/with Ada$/)
    expect(screen.queryByText(/with Ana/)).toBeNull()
  })

  it('is told with whomever it is, of the address that is signed in', async () => {
    noteMe('p')
    const expert = { ...sampleBooking().expert, name: 'Bo Li' }
    const touching = { startsAt: span.endsAt, endsAt: `${date}T10:00:00Z` }
    world.upcoming = [
      sampleBooking({ id: 'of-another-browser', expert, ...span }),
      sampleBooking({ id: 'touching', expert: { ...expert, name: 'Cy Dahl' }, ...touching }),
      sampleBooking({ id: 'moved-away', expert: { ...expert, name: 'Ada' } }),
    ]
    // What this browser remembers of one that was moved elsewhere.
    world.overlaps = [{ id: 'moved-away', expertName: 'Ada', ...span }]
    const user = await openForm()
    const title = 'You have another session at this time'
    // Until the bookings of the address are there, it is told what this browser knows.
    await waitFor(() => {
      const told = screen.getByRole('heading', { name: title }).closest('[role="status"]')
      expect(within(told as HTMLElement).getAllByRole('listitem')).toHaveLength(1)
      expect(told?.textContent).toMatch(/with Bo Li$/)
    })
    await user.type(screen.getByLabelText('Your name'), 'Mina')
    await user.type(screen.getByLabelText(/talk about/), 'Roots')
    await user.click(screen.getByRole('button', { name: 'Book anyway' }))
    await waitFor(() => expect(onBooked).toHaveBeenCalled())
  })

  it('of an address that is only typed is asked of nobody', async () => {
    world.upcoming = [sampleBooking({ id: 'of-somebody', ...span })]
    const user = await openForm()
    await fill(user)
    await user.click(confirm())
    await waitFor(() => expect(onBooked).toHaveBeenCalled())
    expect(sentAs('listMyBookings')).toEqual([])
  })
})
